import { arrange, tidyLines, type PlannedEdit } from './arrange';
import { editArticle } from './article';
import { offsetsAfter } from './edits';
import { movedTags } from './movedTags';
import { firstEndingAfter, spansContain } from './spans';
import { isBlank } from './text';
import { preSpans } from './verbatim';
import type { Article, Block, Edit, Span } from './types';

/** Edits of several fixes that together change the kind of nothing they leave. */
export interface StablePlan {
  readonly edits: readonly PlannedEdit[];
  /** The article as `edits` leave it. */
  readonly after: Article;
  /** Fixes (by index) that `edits` carry out. */
  readonly applied: ReadonlySet<number>;
  /** Fixes that would move the kind of what they leave, or merge or split the blocks around them. */
  readonly withheld: ReadonlySet<number>;
  /** The edits of one fix if it were applied alone, in the form that was found stable; undefined when withheld. */
  editsOf(index: number): readonly Edit[] | undefined;
}

/** Each form gives up more than the one before it. */
const forms = ['tidied', 'plain', 'fallback', 'withheld'] as const;

type Form = (typeof forms)[number];

/** How many characters may be classified again to give back what was withheld, and how often at the most. */
const attemptBudget = { characters: 4_000_000, times: 40 };

/** Enough for each edit to go through every form, when each round finds all that is wrong. */
const maxRounds = 8;

/**
 * Invariant 4: classifies the text again as the edits would leave it, and where a block changed its
 * kind, merged or split, or a tag came out of text, tries the plainer form of the edits beside it, then withholds them. When that
 * does not settle, every edit that is not provably inert is withheld.
 */
export function stabilise(article: Article, fixes: readonly (readonly Edit[] | undefined)[]): StablePlan {
  const state = fixes.map(() => 0);
  const inPre = preTest(article);

  const formOf = (index: number): Form => forms[state[index] ?? 0] ?? 'withheld';
  const given = (index: number): readonly Edit[] | undefined => {
    const edits = fixes[index];
    switch (formOf(index)) {
      case 'withheld':
        return undefined;
      case 'fallback':
        return edits?.map((edit) => edit.fallback ?? edit);
      case 'tidied':
      case 'plain':
        return edits;
    }
  };
  const plan = (): readonly PlannedEdit[] => {
    const { edits } = arrange(fixes.map((_, index) => given(index)));
    return tidyLines(article, edits, inPre).flatMap((edit) =>
      edit.plainer !== undefined && edit.owners.some((owner) => formOf(owner) !== 'tidied')
        ? edit.plainer
        : [edit],
    );
  };
  const risky = (edits: readonly PlannedEdit[]): readonly PlannedEdit[] =>
    edits.filter((edit) => !isInert(article, edit));

  let edits = plan();
  let after = editArticle(article, edits);
  for (let round = 0; ; round++) {
    const suspects = risky(edits);
    const wrong = suspects.length === 0 ? [] : changes(article, edits, after);
    if (wrong.length === 0) {
      break;
    }
    const near = round < maxRounds ? editsNear(suspects, wrong) : suspects;
    for (const owner of new Set((near.length > 0 ? near : suspects).flatMap((edit) => edit.owners))) {
      state[owner] = round < maxRounds ? nextState(fixes[owner], state[owner] ?? 0) : forms.length - 1;
    }
    edits = plan();
    after = editArticle(article, edits);
  }

  // What stood beside a culprit was withheld with it: try those again, together, then by halves.
  const { characters, times } = attemptBudget;
  let attempts = Math.min(times, Math.ceil(characters / article.text.length));
  const tryAgain = (owners: readonly number[]): void => {
    for (let form = 0; form < forms.length - 1 && attempts > 0; form++) {
      if (forms[form] === 'fallback' && !owners.some((owner) => hasFallback(fixes[owner]))) {
        continue;
      }
      owners.forEach((owner) => (state[owner] = form));
      const candidate = plan();
      const result = editArticle(article, candidate);
      attempts--;
      if (changes(article, candidate, result).length === 0) {
        edits = candidate;
        after = result;
        return;
      }
    }
    owners.forEach((owner) => (state[owner] = forms.length - 1));
    if (owners.length > 1) {
      const middle = owners.length >> 1;
      tryAgain(owners.slice(0, middle));
      tryAgain(owners.slice(middle));
    }
  };
  const withheld = (): readonly number[] =>
    fixes.flatMap((given, index) => (given !== undefined && formOf(index) === 'withheld' ? [index] : []));
  if (withheld().length > 1) {
    tryAgain(withheld());
  }

  return {
    edits,
    after,
    applied: new Set(edits.flatMap((edit) => edit.owners)),
    withheld: new Set(withheld()),
    editsOf(index) {
      const own = given(index);
      if (own === undefined || formOf(index) !== 'tidied') {
        return own?.map(bare);
      }
      const { edits: arranged } = arrange([own]);
      return tidyLines(article, arranged, inPre).map((edit) => {
        const plainer = edit.plainer?.length === 1 ? edit.plainer[0] : undefined;
        return plainer === undefined ? bare(edit) : { ...bare(edit), fallback: bare(plainer) };
      });
    },
  };
}

const bare = ({ start, end, text }: Edit): Edit => ({ start, end, text });

/** The next form that differs: without a fallback there is none to try. */
function nextState(edits: readonly Edit[] | undefined, state: number): number {
  const next = state + 1;
  return forms[next] === 'fallback' && !hasFallback(edits) ? next + 1 : next;
}

function hasFallback(edits: readonly Edit[] | undefined): boolean {
  return edits?.some((edit) => edit.fallback !== undefined) ?? false;
}

/** Ranges of the original text around the blocks and the tags that are not the same after the edits. */
function changes(article: Article, edits: readonly PlannedEdit[], after: Article): readonly Span[] {
  const blocks = changedBlocks(article, edits, after);
  return blocks.length > 0 ? blocks : movedTags(article, edits, after);
}

/** Ranges of the original text around the blocks that are not the same after the edits. */
function changedBlocks(article: Article, edits: readonly PlannedEdit[], after: Article): readonly Span[] {
  const map = offsetsAfter(edits);
  const wrong: Span[] = [];

  const expected = [...leaves(article)].flatMap((leaf) => {
    const moved = trimmed(after.text, map(leaf.start), map(leaf.end), !('type' in leaf));
    return moved === undefined ? [] : [{ leaf, moved, sign: signature(leaf, map) }];
  });
  const found = [...leaves(after)].flatMap((leaf) => {
    const moved = trimmed(after.text, leaf.start, leaf.end, !('type' in leaf));
    return moved === undefined ? [] : [{ moved, sign: signature(leaf, (offset) => offset) }];
  });

  // Both lists are sorted by place: walk them side by side and note what one has and the other has not.
  let at = 0;
  for (const { leaf, moved, sign } of expected) {
    let differs = false;
    let other = found[at];
    while (other !== undefined && other.moved.start < moved.start) {
      differs = true;
      other = found[++at];
    }
    if (other?.moved.start === moved.start && other.moved.end === moved.end && other.sign === sign) {
      at++;
    } else {
      differs = true;
    }
    if (differs) {
      wrong.push(leaf);
    }
  }
  if (at < found.length) {
    wrong.push({ start: article.body.end, end: article.body.end });
  }
  return wrong;
}

/** The blocks and the code inside them, by place; an outer one before what it holds. */
function leaves({ body: { blocks, code } }: Article): readonly (Block | Span)[] {
  // Most articles have no code, and their blocks are in order.
  return code.length === 0 ? blocks : [...blocks, ...code].sort((a, b) => a.start - b.start || b.end - a.end);
}

function signature(leaf: Block | Span, map: (offset: number) => number): string {
  if (!('type' in leaf)) {
    return 'code span';
  }
  return leaf.containers.length === 0
    ? leaf.type
    : `${leaf.type}${leaf.containers.map(({ type, start }) => `/${type}@${map(start)}`).join('')}`;
}

/**
 * The range without the white space at its ends. Of code also without the tags of a `code` that is all of it: with a
 * button beside it the code reaches to the ends of the `pre`, without one to those of the `code`.
 */
function trimmed(text: string, start: number, end: number, isCode: boolean): Span | undefined {
  const span = withoutSpace(text, start, end);
  if (!isCode || span === undefined) {
    return span;
  }
  const opening = /^<code(?:\s[^<>]{0,2000})?>/i.exec(
    text.slice(span.start, Math.min(span.end, span.start + 2010)),
  );
  const closing = /<\/code\s*>$/i.exec(text.slice(Math.max(span.start, span.end - 20), span.end));
  return withoutSpace(text, span.start + (opening?.[0].length ?? 0), span.end - (closing?.[0].length ?? 0));
}

function withoutSpace(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) {
    from++;
  }
  while (to > from && isSpace(text.charCodeAt(to - 1))) {
    to--;
  }
  return from < to ? { start: from, end: to } : undefined;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The edits that touch a changed block or stand between it and its neighbours. */
function editsNear(edits: readonly PlannedEdit[], wrong: readonly Span[]): readonly PlannedEdit[] {
  const chosen = new Set<PlannedEdit>();
  let at = 0;
  for (const { start, end } of wrong) {
    while (at < edits.length && (edits[at]?.end ?? 0) < start) {
      at++;
    }
    // The last edit before the block may be what it merged with.
    const before = edits[at - 1];
    if (before !== undefined) {
      chosen.add(before);
    }
    let index = at;
    while (index < edits.length && (edits[index]?.start ?? 0) <= end) {
      const edit = edits[index];
      if (edit !== undefined) {
        chosen.add(edit);
      }
      index++;
    }
    at = Math.max(at, index - 1);
  }
  return [...chosen];
}

/**
 * True for an edit that cannot change how anything is classified: inside one line of an html region,
 * with something other than blanks left before it on that line.
 */
function isInert(article: Article, edit: PlannedEdit): boolean {
  const { text, lines, body } = article;
  if (edit.start < body.start) {
    return true;
  }
  const line = lines.lineAt(edit.start);
  return (
    edit.text === '' &&
    edit.end <= lines.endOf(line) &&
    !isBlank(text, lines.startOf(line), edit.start) &&
    isInsideTag(article, edit)
  );
}

/** An attribute can go from a start tag without moving the tag itself. */
function isInsideTag({ body }: Article, edit: Span): boolean {
  const token = body.tokens[firstEndingAfter(body.tokens, edit.start)];
  return token?.kind === 'startTag' && token.start < edit.start && edit.end < token.end;
}

/** Tells whether an offset is in the content of a `pre`, where white space shows. */
function preTest(article: Article): (offset: number) => boolean {
  let spans: readonly Span[] | undefined;
  return (offset) => {
    spans ??= preSpans(article.body);
    return spansContain(spans, offset);
  };
}
