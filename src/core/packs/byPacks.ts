import type { HtmlElement } from '../types';
import { compileText, type PackEntry } from './pack';
import type { Scene, Verdict } from './scene';
import { compileSelector, namesInSelector } from './selectors';

/** An entry made ready for one article. */
interface Compiled {
  readonly matches: ((element: HtmlElement) => boolean) | undefined;
  readonly text: RegExp | undefined;
  /** Where the last lines that count begin. */
  readonly from: number;
  readonly verdict: Verdict;
}

/** Longer texts are paragraphs of an article: an expression is not tried on them. */
const longestText = 2000;

/** Takes what the packs name: elements by selector, lines by their text. */
export function judgePacks(scene: Scene, packs: readonly PackEntry[]): void {
  const entries = packs.flatMap((entry) => compileEntry(scene, entry));
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
    if (
      element.start < takenUpTo ||
      (element.endTag === undefined && element.name !== 'p' && element.name !== 'li')
    ) {
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

function compileEntry(scene: Scene, { match, text, within, why }: PackEntry): readonly Compiled[] {
  const { body } = scene.article;
  const source = scene.article.text;
  if (match !== undefined && !namesInSelector(match).every((name) => source.includes(name))) {
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
