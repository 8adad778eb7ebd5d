import type { Passage } from '../html/outline';
import { isInterfaceText } from './interfaceText';
import { moreHeading, relatedHeading, strictRelatedHeading } from './lines';
import { areReferences } from './references';
import type { Scene } from './scene';
import { textSize } from './score';

/** The lines of links, or of bare titles, that a passage going from the end to the start stands before. */
export class LinkRun {
  readonly #scene: Scene;
  #links: { first: number; readonly last: number } | undefined;
  #titles: { first: number; count: number } | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Takes note of a passage that is not known as chaff. */
  add(index: number): void {
    const passage = this.#scene.passage(index);
    if (passage === undefined) {
      return;
    }
    if (!isLinkLike(passage)) {
      this.#links = undefined;
    } else if (this.#links !== undefined && this.#follows(index, this.#links.first)) {
      this.#links.first = index;
    } else {
      this.#links = { first: index, last: index };
    }
    const titled = this.#titles ?? { first: this.#scene.count, count: 0 };
    const isTitle =
      this.#follows(index, titled.first) &&
      passage.code === 0 &&
      passage.embeds.length === 0 &&
      textSize(passage.text) <= 44 &&
      !/[。！；]$/.test(passage.text);
    this.#titles = isTitle
      ? { first: index, count: titled.count + (textSize(passage.text) >= 5 ? 1 : 0) }
      : { first: -1, count: 0 };
  }

  /** Whether the passage is the heading of the run after it; then the whole run is marked. */
  headedBy(index: number, after: number): boolean {
    const scene = this.#scene;
    const passage = scene.passage(index);
    if (
      passage === undefined ||
      textSize(passage.text) > 30 ||
      passage.pictures.length > 0 ||
      passage.linked > 0 ||
      !(relatedHeading.test(passage.text) || moreHeading.test(passage.text))
    ) {
      return false;
    }
    const isPlain = relatedHeading.test(passage.text);
    const links = this.#links;
    if (links !== undefined && this.#follows(index, links.first) && !this.#refers(links.first, links.last)) {
      this.#mark(links.first, links.last);
      this.#links = undefined;
      return true;
    }
    const titles = this.#titles;
    if (
      isPlain &&
      titles !== undefined &&
      titles.count >= 2 &&
      strictRelatedHeading.test(passage.text) &&
      this.#follows(index, titles.first) &&
      !this.#refers(titles.first, scene.count - 1)
    ) {
      this.#mark(titles.first, scene.count - 1);
      return true;
    }
    // Its list has gone already, by the names of its elements.
    const next = scene.verdicts[index + 1];
    return next?.kind === 'related' || (isPlain && after === 0 && index === scene.count - 1);
  }

  /** Whether nothing that is not chaff stands between a passage and a later one. */
  #follows(index: number, later: number): boolean {
    for (let between = index + 1; between < later; between++) {
      if (this.#scene.verdicts[between] === undefined) {
        return false;
      }
    }
    return later > index;
  }

  /** Whether the lines are references that an author chose, not the site's other articles. */
  #refers(first: number, last: number): boolean {
    const lines = Array.from({ length: last - first + 1 }, (_, at) => this.#scene.passage(first + at));
    const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    return areReferences(this.#scene, span, lines.map((line) => line?.text ?? '').join('\n'));
  }

  #mark(first: number, last: number): void {
    for (let index = first; index <= last; index++) {
      this.#scene.verdicts[index] ??= { kind: 'related', why: undefined };
    }
  }
}

function isLinkLike({ text, linked, pictures, linkedPictures, code, embeds }: Passage): boolean {
  if (code > 0 || embeds.length > 0) {
    return false;
  }
  const printed = text.replace(/\s/g, '').length;
  if (printed === 0) {
    return pictures.length > 0 && linkedPictures === pictures.length;
  }
  return linked >= printed * 0.6 || (pictures.length === 0 && text.length <= 40 && isInterfaceText(text));
}
