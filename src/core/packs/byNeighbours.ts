import { attribute } from '../html/attributes';
import type { Passage } from '../html/outline';
import type { ChaffKind } from './kinds';
import { creditLine } from './lines';
import { addressOf, describe, isDonation, isMasthead, isPictureOfTopic } from './pictureNames';
import { isMovingStrip, isSquare, isStrip, isTiny } from './pictureShapes';
import { isSubstantial, type Scene } from './scene';

/** Words in the address, the description or the class of a picture that is a code to scan or a banner to follow. */
const codePicture =
  /qr[-_]?code|\bqr\b|[-_/]qr[-_.\d]|erweima|[-_/]ewm[-_.\d]|二维码|公众号|gongzhonghao|[-_/]gzh[-_.\d]|wechat[-_]?(?:qr|code|pay|group|public)|weixin[-_]?(?:qr|code|pay|gzh)|(?:ali|wx|wechat)pay|shoukuan|dashang|zanshang|赞赏码|收款码|小程序码|扫码关注/i;

/** Pictures that mark the end of an article. */
const endPicture =
  /(?:^|[/_-])(?:the[-_]?)?end(?:ing)?[-_\d]*\.(?:png|gif|jpe?g|webp)|wenmo|文末|(?:wechat|weixin|gzh|guanzhu)[-_]?(?:bottom|footer|banner|tail|foot|end)|(?:^|[/_-])(?:footer|article[-_]?end|end[-_]?mark|endlogo|(?:end|bottom|cut|split)[-_]?line|end[-_]?(?:of[-_]?article|sign|icon|banner))[-_\d]*\.(?:png|gif|jpe?g|webp)/i;

/** Kinds that come with a code to scan. */
const scanned: ReadonlySet<ChaffKind> = new Set(['follow', 'app', 'tip', 'subscribe', 'share']);

/** Words that promise a picture. */
const promise =
  /二维码|扫码|扫一扫|扫描|长按|识别|小程序码|下图|上图|图中|卡片|名片|赞赏码|收款码|\bscan\b|\bQR\b/i;
const below = /下方|下面|下图|以下|👇|↓|▼|below/i;
const above = /上方|上面|上图|以上|👆|↑|▲|above/i;

/** Takes pictures that stand beside an invitation or say by their names that they are a code. */
export function judgePictures(scene: Scene): void {
  const after = substantialAfter(scene);
  const lastLeft = scene.verdicts.lastIndexOf(undefined);
  let before = 0;
  for (let index = 0; index < scene.count; index++) {
    const passage = scene.passage(index);
    const verdict = scene.verdicts[index];
    if (passage === undefined) {
      continue;
    }
    if (verdict === undefined && isPictureOnly(passage)) {
      judgeByName(scene, index, passage, { after: after[index] ?? 0, before, isLast: index >= lastLeft });
    } else if (verdict?.kind !== undefined && scanned.has(verdict.kind) && promise.test(passage.text)) {
      takePictureBeside(scene, index, passage, after[index] ?? 0);
    }
    before += verdict === undefined && isSubstantial(passage) ? 1 : 0;
  }
}

function substantialAfter(scene: Scene): readonly number[] {
  const result: number[] = [];
  let count = 0;
  for (let index = scene.count - 1; index >= 0; index--) {
    result[index] = count;
    const passage = scene.passage(index);
    const counts =
      passage !== undefined &&
      scene.verdicts[index] === undefined &&
      isSubstantial(passage) &&
      !creditLine.test(passage.text);
    count += counts ? 1 : 0;
  }
  return result;
}

function judgeByName(
  scene: Scene,
  index: number,
  { pictures, text }: Passage,
  { after, before, isLast }: { readonly after: number; readonly before: number; readonly isLast: boolean },
): void {
  const isTopic = scene.topicBar('follow') > 0;
  const near = scene.verdicts[index - 1] !== undefined || scene.verdicts[index + 1] !== undefined;
  const isAtEnd = after === 0 || before === 0;
  if (text === '' && pictures.every((picture) => codePicture.test(describe(picture)))) {
    const mayEnd = after === 0 && (near || !isAmongPictures(scene, index));
    if (!isTopic && (mayEnd || isBesideInvitation(scene, index)) && !isPromised(scene, index)) {
      scene.verdicts[index] = { kind: 'follow', why: undefined };
    }
  } else if (text === '' && near && isAtEnd && pictures.length === 1 && pictures.every(isStrip)) {
    scene.verdicts[index] = scene.verdicts[index - 1] ?? scene.verdicts[index + 1];
  } else if (text === '' && (after <= 2 || before === 0) && isDonation(scene, index)) {
    scene.verdicts[index] = { kind: 'tip', why: undefined };
  } else if (
    text === '' &&
    before === 0 &&
    (isMasthead(scene, pictures[0]) || isPictureOfTopic(scene, index))
  ) {
    scene.verdicts[index] = { kind: 'navigation', why: undefined };
  } else if (
    text === '' &&
    before === 0 &&
    index === 0 &&
    pictures.length === 1 &&
    pictures.every(isMovingStrip)
  ) {
    scene.verdicts[index] = { kind: 'follow', why: undefined };
  } else if (
    text === '' &&
    after === 0 &&
    pictures.length === 1 &&
    (isBetweenChaff(scene, index) || (isLast && isSeal(scene, index)))
  ) {
    scene.verdicts[index] = scene.verdicts[index - 1];
  } else if (text === '' && after === 0 && pictures.length === 1) {
    const isEnd = pictures.every(
      (picture) => endPicture.test(addressOf(picture)) || (isLast && isTiny(picture)),
    );
    if (isEnd) {
      scene.verdicts[index] = { kind: 'follow', why: undefined };
    }
  }
}

/** The code that an invitation speaks of: the next picture, or the one before when it must be that one. */
function takePictureBeside(scene: Scene, index: number, invitation: Passage, after: number): void {
  const verdict = scene.verdicts[index];
  if (invitation.pictures.length > 0) {
    return;
  }
  const next = nearestPicture(scene, index, 1);
  const previous = nearestPicture(scene, index, -1);
  const saysAbove = above.test(invitation.text) && !below.test(invitation.text);
  if (
    next !== undefined &&
    !saysAbove &&
    (after === 0 || below.test(invitation.text) || mayBeCode(scene, next))
  ) {
    scene.verdicts[next] ??= verdict;
    return;
  }
  if (previous !== undefined && (saysAbove || isCodeBefore(scene, previous, index, after))) {
    scene.verdicts[previous] ??= verdict;
  }
}

/** A picture of nothing but itself, with at most chaff between it and the invitation. */
function nearestPicture(scene: Scene, index: number, step: 1 | -1): number | undefined {
  for (let at = index + step, tries = 0; tries < 3; at += step, tries++) {
    const passage = scene.passage(at);
    if (passage === undefined) {
      return undefined;
    }
    if (scene.verdicts[at] === undefined) {
      const mayGo = isPictureOnly(passage) && passage.pictures.length === 1 && !isPromised(scene, at);
      return mayGo ? at : undefined;
    }
    if (passage.pictures.length > 0) {
      return undefined;
    }
  }
  return undefined;
}

function isCodeBefore(scene: Scene, previous: number, index: number, after: number): boolean {
  const picture = scene.passage(previous);
  const text = scene.passage(index);
  const before = scene.passage(previous - 1);
  const isOfArticle =
    before !== undefined && scene.verdicts[previous - 1] === undefined && promise.test(before.text);
  if (picture === undefined || after > 0 || isOfArticle) {
    return false;
  }
  const together =
    picture.element !== undefined &&
    picture.element === text?.element &&
    scene.outline.within(picture.element)[1] - scene.outline.within(picture.element)[0] <= 3;
  return together || mayBeCode(scene, previous);
}

function mayBeCode(scene: Scene, index: number): boolean {
  return (
    scene
      .passage(index)
      ?.pictures.every((picture) => isSquare(picture) || codePicture.test(describe(picture))) ?? false
  );
}

/** The line of the article before it, or the one below, says what the code is: then it is what the article shows. */
function isPromised(scene: Scene, index: number): boolean {
  let after = index + 1;
  while (after - index < mostCodes && isLeftPicture(scene, after)) {
    after++;
  }
  const caption = scene.passage(after)?.text ?? '';
  const isNamed = caption !== '' && promise.test(caption) && scene.verdicts[after] === undefined;
  if (isNamed && scene.subjects.areReachedBy(caption)) {
    return true;
  }
  let before = index - 1;
  while (index - before < mostCodes && isLeftPicture(scene, before)) {
    before--;
  }
  const text = scene.passage(before)?.text ?? '';
  return (
    text !== '' &&
    scene.verdicts[before] === undefined &&
    ((promise.test(text) && (below.test(text) || /[:：]$/.test(text))) || scene.subjects.areReachedBy(text))
  );
}

function isBesideInvitation({ verdicts }: Scene, index: number): boolean {
  return [verdicts[index - 1]?.kind, verdicts[index + 1]?.kind].some(
    (kind) => kind !== undefined && scanned.has(kind),
  );
}

/** Followed by a picture of the article, with which it is a gallery and not its end. */
function isAmongPictures(scene: Scene, index: number): boolean {
  const next = scene.passage(index + 1);
  return (
    next !== undefined &&
    isLeftPicture(scene, index + 1) &&
    !next.pictures.every((picture) => codePicture.test(describe(picture)))
  );
}

/** One for each kind of telephone. */
const mostCodes = 3;

function isLeftPicture(scene: Scene, index: number): boolean {
  const passage = scene.passage(index);
  return passage !== undefined && scene.verdicts[index] === undefined && isPictureOnly(passage);
}

function isPictureOnly({ pictures, text, embeds }: Passage): boolean {
  return pictures.length > 0 && text === '' && embeds.length === 0;
}

/** Kinds of lines behind which a publisher puts its code, its sign or a hand that points at a button. */
const sealed: ReadonlySet<ChaffKind> = new Set(['follow', 'app', 'subscribe', 'share', 'notice', 'author']);

/** The last thing of a page, behind what its publisher says of itself: as wide as high, moving, or with its name. */
function isSeal(scene: Scene, index: number): boolean {
  const kind = scene.verdicts[index - 1]?.kind;
  const [picture] = scene.passage(index)?.pictures ?? [];
  if (
    picture === undefined ||
    kind === undefined ||
    !sealed.has(kind) ||
    scene.passage(index - 1)?.text === ''
  ) {
    return false;
  }
  const isMoving = /_gif\/|wx_fmt=gif/i.test(addressOf(picture));
  return isSquare(picture) || isMoving || scene.isNameOfSite(attribute(picture, 'alt')?.value ?? '');
}

/** Behind the last line, with what belongs to the site on both sides of it. */
function isBetweenChaff({ verdicts }: Scene, index: number): boolean {
  return verdicts[index - 1] !== undefined && verdicts[index + 1] !== undefined;
}

/** What an editor writes below the last line, when something follows that is not the article. */
const endMark =
  /^[\s\p{P}\p{S}]*(?:the end|end|fin|eof|(?:全文|本文|正文|文章)?(?:完|终)(?:结)?|(?:全文|本文|正文|文章)(?:到此)?结束|おわり|終わり)[\s\p{P}\p{S}]*$/iu;

/** Takes lines of nothing but arrows and rules that point at chaff. */
export function judgeOrnaments(scene: Scene): void {
  const isOrnament = (index: number): boolean => {
    const passage = scene.passage(index);
    return (
      passage !== undefined &&
      scene.verdicts[index] === undefined &&
      passage.pictures.length + passage.embeds.length + passage.code === 0 &&
      (!/[\p{L}\p{N}]/u.test(passage.text) || endMark.test(passage.text))
    );
  };
  for (let index = scene.count - 1; index >= 0; index--) {
    if (isOrnament(index) && scene.verdicts[index + 1] !== undefined) {
      scene.verdicts[index] = scene.verdicts[index + 1];
    }
  }
  for (let index = 1; index < scene.count; index++) {
    if (isOrnament(index) && scene.verdicts[index - 1] !== undefined) {
      scene.verdicts[index] = scene.verdicts[index - 1];
    }
  }
}
