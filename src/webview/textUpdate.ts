import { differencesOf, sharedEnds, type TextDifference } from './differences';
import { textsFrom } from './typed';

/** A text that has to be made equal, and to what. */
interface Change {
  readonly node: Text;
  readonly text: string;
}

export interface Renderings {
  /** What the page shows, but for what was typed since. */
  readonly before: string;
  readonly after: string;
  /** The texts in which letters were typed since. */
  readonly typedIn: ReadonlySet<Text>;
}

/**
 * Brings the page from one rendering to the next where only texts and places differ, as after typing: nothing then has to be
 * sanitised and compared again. False, and nothing is changed, where more differs or the page is not as expected.
 */
export function updateTexts(article: HTMLElement, { before, after, typedIn }: Renderings): boolean {
  const differences = differencesOf(before, after);
  const anchors = [...article.querySelectorAll<HTMLElement>('[data-start]')];
  if (
    differences?.before.length !== anchors.length ||
    !anchors.every((anchor, index) => anchor.dataset.start === differences.before[index]?.start)
  ) {
    return false;
  }
  const changes = differences.texts.map((difference) => changeFor(article, anchors, { difference, typedIn }));
  if (!changes.every((change) => change !== undefined)) {
    return false;
  }
  // A letter that was typed where the article has none of the kind has to go again.
  const changed = new Set(changes.map(({ node }) => node));
  if (![...typedIn].every((node) => changed.has(node))) {
    return false;
  }
  changes.forEach(apply);
  anchors.forEach((anchor, index) => {
    const { line, start } = differences.after[index] ?? {};
    if (anchor.dataset.start !== start) {
      anchor.dataset.start = start;
    }
    if (anchor.dataset.line !== line) {
      anchor.dataset.line = line;
    }
  });
  return true;
}

/** The one text that is meant. It may have been changed already, letter by letter. */
function changeFor(
  article: HTMLElement,
  anchors: readonly HTMLElement[],
  { difference, typedIn }: { readonly difference: TextDifference } & Pick<Renderings, 'typedIn'>,
): Change | undefined {
  const { place, before, after } = difference;
  const anchor = anchors[place];
  if (!anchor) {
    return undefined;
  }
  const nodes = [...textsFrom(article, anchor, anchors[place + 1])].filter(
    (node) => node.data === before || (node.data === after && typedIn.has(node)),
  );
  const [node] = nodes;
  // The colours of code are made of its text.
  return node && nodes.length === 1 && !node.parentElement?.closest('pre')
    ? { node, text: after }
    : undefined;
}

/** Changes no more than what differs, so that a selection around it stays. */
function apply({ node, text }: Change): void {
  const { data } = node;
  if (data !== text) {
    const { same, sameAtEnd } = sharedEnds(data, text);
    node.replaceData(same, data.length - sameAtEnd - same, text.slice(same, text.length - sameAtEnd));
  }
}
