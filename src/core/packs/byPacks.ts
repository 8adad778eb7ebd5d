import type { HtmlElement } from '../types';
import { compileText, type PackEntry } from './pack';
import type { Scene, Verdict } from './scene';
import { compileSelector, namesInSelector } from './selectors';
import { decodeReferences } from '../render/characters';

/** An entry made ready for one article. */
interface Compiled {
  readonly matches: ((element: HtmlElement) => boolean) | undefined;
  readonly text: RegExp | undefined;
  /** Where the last lines that count begin. */
  readonly from: number;
  readonly verdict: Verdict;
}

/** Elements that end without an end tag. */
const endless: ReadonlySet<string> = new Set(['p', 'li', 'img', 'hr', 'br']);

/** Longer texts are paragraphs of an article: an expression is not tried on them. */
const longestText = 2000;

/** Takes what the packs name: elements by selector, lines by their text. */
export function judgePacks(scene: Scene, packs: readonly PackEntry[]): void {
  const names = namesOf(scene);
  const entries = packs.flatMap((entry) => compileEntry(scene, entry, names));
  const byElement = entries.filter(({ matches }) => matches !== undefined);
  const byLine = entries.filter(({ matches }) => matches === undefined);
  if (byElement.length > 0) {
    judgeElements(scene, byElement);
  }
  if (byLine.length > 0) {
    scene.outline.passages.forEach(({ text, start }, index) => {
      if (text !== '' && text.length <= longestText) {
        scene.verdicts[index] ??= byLine.find(
          (entry) => start >= entry.from && entry.text?.test(text),
        )?.verdict;
      }
    });
  }
}

function judgeElements(scene: Scene, entries: readonly Compiled[]): void {
  const { outline } = scene;
  let takenUpTo = -1;
  for (const element of outline.elements) {
    if (element.start < takenUpTo || (element.endTag === undefined && !endless.has(element.name))) {
      continue;
    }
    const found = entries.find(
      ({ matches, text, from }) =>
        element.start >= from &&
        matches?.(element) === true &&
        (text === undefined || text.test(outline.textOf(element, longestText))),
    );
    // The whole of an article is never what a pack means.
    if (found !== undefined && !isEverything(element)) {
      scene.take(element, found.verdict);
      takenUpTo = element.end;
    }
  }

  function isEverything(element: HtmlElement): boolean {
    const { length, pictures } = outline.measure(element);
    return length + pictures > 0 && length === scene.total.length && pictures === scene.total.pictures;
  }
}

/** The classes and ids of a body: most selectors of the packs name one that no element has. */
function namesOf({ outline }: Scene): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { startTag } of outline.elements) {
    for (const { name, value } of startTag.attributes) {
      if ((name === 'class' || name === 'id') && value !== '') {
        for (const word of decodeReferences(value).split(/\s+/)) {
          names.add(word);
        }
      }
    }
  }
  return names;
}

function compileEntry(
  scene: Scene,
  { match, text, within, why }: PackEntry,
  names: ReadonlySet<string>,
): readonly Compiled[] {
  const { body } = scene.article;
  if (match !== undefined && !namesInSelector(match).every((name) => names.has(name))) {
    return [];
  }
  const passages = scene.outline.passages;
  return [
    {
      matches: match === undefined ? undefined : compileSelector(match, body.elements),
      text: text === undefined ? undefined : compileText(text),
      from:
        within === undefined
          ? body.start
          : (passages[Math.max(0, passages.length - within)]?.start ?? body.start),
      verdict: { kind: undefined, why },
    },
  ];
}
