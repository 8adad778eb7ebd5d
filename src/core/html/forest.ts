import type { EndTag, HtmlElement, HtmlToken, StartTag } from '../types';
import { nowhere } from './finder';
import { blockNames, rawTextNames, voidNames } from './names';

/** Where a container or a block of Markdown begins or ends in a list of tokens. */
export interface ForestMark {
  readonly kind: 'enterContainer' | 'leaveContainer' | 'enterBlock' | 'leaveBlock';
  readonly token: number;
  readonly offset: number;
}

export interface ForestInput {
  readonly tokens: readonly HtmlToken[];
  readonly marks: readonly ForestMark[];
  /** Where Markdown or code begins after html: its own paragraph closes one that is open. Sorted. */
  readonly breaks: readonly number[];
  /** The end of the body. */
  readonly end: number;
}

/** An element while its tree is being built. */
interface Node extends HtmlElement {
  end: number;
  endTag: EndTag | undefined;
  readonly parent: Node | undefined;
  readonly children: Node[];
}

/** Elements that end the search for an element to close, as the scopes of the HTML standard do. */
const scopeNames = new Set('applet caption html marquee object table td template th svg math'.split(' '));

/** Start tags that close an open `p` (HTML, section 13.1.2.4). */
const closesParagraph = new Set(
  (
    'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp'
  ).split(' '),
);

interface Siblings {
  readonly closes: readonly string[];
  /** The class of elements that ends the search for them. */
  readonly within: 'list' | 'table' | 'select';
}

const definitions: Siblings = { closes: ['dd', 'dt'], within: 'list' };
const cells: Siblings = { closes: ['td', 'th'], within: 'table' };
const sections: Siblings = { closes: ['caption', 'colgroup', 'tbody', 'thead', 'tfoot'], within: 'table' };

/** What a start tag closes when it is open. */
const siblings: ReadonlyMap<string, Siblings> = new Map([
  ['li', { closes: ['li'], within: 'list' }],
  ['dd', definitions],
  ['dt', definitions],
  ['td', cells],
  ['th', cells],
  ['tr', { closes: ['tr'], within: 'table' }],
  ['tbody', sections],
  ['thead', sections],
  ['tfoot', sections],
  ['option', { closes: ['option'], within: 'select' }],
  ['optgroup', { closes: ['option', 'optgroup'], within: 'select' }],
]);

/** Block elements whose open tag an inline end tag does not reach across; a `p` in between is closed. */
const barrierNames = new Set([...blockNames, 'pre', 'button', 'template'].filter((name) => name !== 'p'));

/** Elements that hold `li`, `dd` and `dt`: what is between an open one of those and a new one must not. */
const listBarrierNames = new Set(
  [...blockNames].filter((name) => !['address', 'div', 'p', 'li', 'dd', 'dt'].includes(name)),
);

/** Parts of a table are closed across anything but a table. */
const tableParts = new Set('caption colgroup table tbody td tfoot th thead tr'.split(' '));

/**
 * Builds the elements of a list of tokens, roughly as a browser does: void elements have no content, `p`,
 * `li`, table parts and their like are closed by what cannot be in them, an end tag closes what is open
 * inside its element, a stray one does nothing. Differs from the HTML standard in that every element is
 * where its tags are: nothing is moved out of tables, and no formatting element is opened again. An element
 * ends with its container, an inline element with its block of Markdown. No recursion, linear time.
 */
export function buildForest({ tokens, marks, breaks, end }: ForestInput): readonly HtmlElement[] {
  const builder = new ForestBuilder();
  let nextMark = 0;
  let nextBreak = 0;
  const passTo = (token: number, offset: number): void => {
    for (;;) {
      const mark = marks[nextMark];
      const paragraphEnd = breaks[nextBreak] ?? nowhere;
      if (mark !== undefined && mark.token <= token && mark.offset <= paragraphEnd) {
        builder.mark(mark);
        nextMark++;
      } else if (paragraphEnd <= offset) {
        builder.breakParagraph(paragraphEnd);
        nextBreak++;
      } else {
        return;
      }
    }
  };
  tokens.forEach((token, index) => {
    passTo(index, token.start);
    builder.add(token, tokens[index + 1]);
  });
  passTo(tokens.length, end);
  return builder.finish(end);
}

class ForestBuilder {
  readonly #roots: Node[] = [];
  readonly #stack: Node[] = [];
  /** Depths in the stack, per element name and per class of elements that end a search. */
  readonly #depths = new Map<string, number[]>();
  readonly #classes: Readonly<Record<'scope' | 'barrier' | 'list' | 'table' | 'select', number[]>> = {
    scope: [],
    barrier: [],
    list: [],
    table: [],
    select: [],
  };
  readonly #allClasses = Object.values(this.#classes);
  /** Depths of the stack where the containers around began. */
  readonly #floors: number[] = [];
  /** Depth of the stack where the block of Markdown began. */
  #blockFloor = 0;

  mark({ kind, offset }: ForestMark): void {
    switch (kind) {
      case 'enterContainer':
        this.breakParagraph(offset);
        this.#floors.push(this.#stack.length);
        break;
      case 'leaveContainer':
        this.#closeTo(this.#floors.pop() ?? 0, offset);
        break;
      case 'enterBlock':
        this.#blockFloor = this.#stack.length;
        break;
      case 'leaveBlock':
        this.#closeInline(offset);
        break;
    }
  }

  /** Something begins that cannot be inside a `p`. */
  breakParagraph(offset: number): void {
    this.#closeIfIn('p', 'scope', offset);
  }

  add(token: HtmlToken, following: HtmlToken | undefined): void {
    if (token.kind === 'startTag') {
      this.#open(token, following);
    } else if (token.kind === 'endTag') {
      this.#close(token);
    }
  }

  finish(end: number): readonly HtmlElement[] {
    this.#closeTo(0, end);
    return this.#roots;
  }

  #open(tag: StartTag, following: HtmlToken | undefined): void {
    const { name } = tag;
    if (closesParagraph.has(name)) {
      this.breakParagraph(tag.start);
    }
    const sibling = siblings.get(name);
    if (sibling !== undefined) {
      for (const closed of sibling.closes) {
        this.#closeIfIn(closed, sibling.within, tag.start);
      }
    }
    const parent = this.#stack.at(-1);
    const node: Node = {
      name,
      start: tag.start,
      end: tag.end,
      startTag: tag,
      endTag: undefined,
      parent,
      children: [],
    };
    (parent?.children ?? this.#roots).push(node);
    const isForeign = this.#top(this.#depths.get('svg')) >= 0 || name === 'svg' || name === 'math';
    const isUnclosedRaw = rawTextNames.has(name) && following?.kind !== 'rawText';
    if (!voidNames.has(name) && !(tag.selfClosing && isForeign) && !isUnclosedRaw) {
      this.#push(node);
    }
  }

  #close(tag: EndTag): void {
    const depth = this.#top(this.#depths.get(tag.name));
    if (depth < this.#floor() || depth <= this.#limitFor(tag.name, depth)) {
      return;
    }
    this.#closeTo(depth + 1, tag.start);
    const node = this.#stack[depth];
    if (node !== undefined) {
      node.endTag = tag;
      this.#closeTo(depth, tag.end);
    }
  }

  /** The depth that an end tag does not reach across. */
  #limitFor(name: string, depth: number): number {
    if (name === 'table' || scopeNames.has(name)) {
      return -1;
    }
    if (tableParts.has(name)) {
      return this.#below(this.#classes.table, depth);
    }
    const isBlock = barrierNames.has(name) || name === 'p' || name === 'select' || name === 'datalist';
    return this.#below(isBlock ? this.#classes.scope : this.#classes.barrier, depth);
  }

  /** The topmost depth of a class, unless it is the element itself. */
  #below(depths: readonly number[], depth: number): number {
    const top = this.#top(depths);
    return top === depth ? -1 : top;
  }

  #closeIfIn(name: string, within: 'scope' | 'list' | 'table' | 'select', offset: number): void {
    const depth = this.#top(this.#depths.get(name));
    if (depth >= this.#floor() && depth > this.#below(this.#classes[within], depth)) {
      this.#closeTo(depth, offset);
    }
  }

  /** Closes the inline elements, and `p`, that the block of Markdown has left open on top. */
  #closeInline(offset: number): void {
    const floor = Math.max(this.#blockFloor, this.#floor());
    let depth = this.#stack.length;
    for (let name = this.#stack[depth - 1]?.name; depth > floor; name = this.#stack[--depth - 1]?.name) {
      if (name !== 'p' && blockNames.has(name ?? '')) {
        break;
      }
    }
    this.#closeTo(depth, offset);
  }

  #closeTo(depth: number, offset: number): void {
    while (this.#stack.length > depth) {
      const node = this.#stack.pop();
      if (node !== undefined) {
        node.end = offset;
        this.#depths.get(node.name)?.pop();
        for (const depths of this.#allClasses) {
          if (depths.at(-1) === this.#stack.length) {
            depths.pop();
          }
        }
      }
    }
  }

  #push(node: Node): void {
    const depth = this.#stack.length;
    const { name } = node;
    this.#stack.push(node);
    const depths = this.#depths.get(name);
    if (depths === undefined) {
      this.#depths.set(name, [depth]);
    } else {
      depths.push(depth);
    }
    const { scope, barrier, list, table, select } = this.#classes;
    if (scopeNames.has(name)) {
      scope.push(depth);
    }
    if (barrierNames.has(name)) {
      barrier.push(depth);
    }
    if (listBarrierNames.has(name)) {
      list.push(depth);
    }
    if (name === 'table') {
      table.push(depth);
    }
    if (name === 'select' || name === 'datalist') {
      select.push(depth);
    }
  }

  #top(depths: readonly number[] | undefined): number {
    return depths?.at(-1) ?? -1;
  }

  #floor(): number {
    return this.#floors.at(-1) ?? 0;
  }
}
