import * as l10n from '@vscode/l10n';
import { addressOf } from '../html/addresses';
import { attribute, removeAttribute } from '../html/attributes';
import { generatedIdOf, junkAttributes, lazyClasses } from '../html/junkAttributes';
import { linkTargets } from '../html/links';
import { redundantSources } from '../html/redundantSources';
import { outsideForeignContent } from '../html/svg';
import type { Article, Edit, HtmlAttribute, Rule, Span, StartTag } from '../types';

interface Junk extends Span {
  readonly name: string;
  /** For a `class` of which something stays: what. */
  readonly kept?: { readonly attribute: HtmlAttribute; readonly value: string };
}

/** Junk with nothing but white space in between. */
interface Run extends Span {
  readonly edit: Edit;
}

/** Longer lists of names are cut in the message. */
const maxNames = 5;

export const noJunkAttribute: Rule<readonly Edit[]> = {
  meta: {
    id: 'no-junk-attribute',
    description: 'Attributes that only the scripts and styles of the site the article came from could use.',
    rationale:
      'No reader sees `data-v-1eaafa2a`, `data-ratio`, `zoomfile` or another attribute that HTML does not know, an id such as `img_0`, a `srcset` (or `source`) beside a real `src`, or a size of no pixel on a picture that gets its size from the site’s style; they make the source unreadable and some hide pictures. Words, addresses that stand nowhere else, ids that something links to, ids of headings, and what highlighters, formulas and footnotes need are kept. Classes stay, but for those of lazy loading.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p data-v-1eaafa2a data-pid="x1">Text.</p>\n',
      good: '<p id="note" class="box" title="A note" lang="en">Text.</p>\n',
    },
  },

  *detect(article) {
    for (const { start, end } of redundantSources(article)) {
      yield {
        start,
        end,
        message: l10n.t('Only the site the article came from could use this: {0}.', 'source'),
        data: [{ start, end, text: '' }],
      };
    }
    let targets: ReadonlySet<string> | undefined;
    let addresses: ReadonlySet<string> | undefined;
    const isElsewhere = (address: string): boolean =>
      (addresses ??= new Set(shownAddresses(article))).has(address);
    for (const tag of outsideForeignContent(article.body.tokens)) {
      if (tag.kind !== 'startTag' || tag.attributes.length === 0) {
        continue;
      }
      const id = generatedIdOf(tag);
      targets = id === undefined ? targets : (targets ?? linkTargets(article));
      const isTarget = id !== undefined && targets?.has(id.value.trim()) === true;
      const junk = junkOf(tag, isTarget ? undefined : id, isElsewhere);
      const runs = runsOf(article, tag, junk);
      const [first, ...others] = runs;
      if (first !== undefined) {
        yield {
          start: first.start,
          end: first.end,
          message: l10n.t('Only the site the article came from could use this: {0}.', names(junk)),
          related: others.map(({ start, end }) => ({ start, end, message: l10n.t('So is this.') })),
          data: runs.map(({ edit }) => edit),
        };
      }
    }
  },

  fix({ data: edits }) {
    return [{ title: l10n.t('Remove these attributes'), kind: 'safe', edits }];
  },
};

function junkOf(
  tag: StartTag,
  id: HtmlAttribute | undefined,
  isElsewhere: (address: string) => boolean,
): readonly Junk[] {
  const junk: Junk[] = [...junkAttributes(tag, isElsewhere), ...(id === undefined ? [] : [id])];
  const classes = lazyClasses(tag);
  if (classes !== undefined) {
    const { attribute, kept } = classes;
    const { name, start, end } = attribute;
    junk.push(
      kept.length === 0 ? attribute : { name, start, end, kept: { attribute, value: kept.join(' ') } },
    );
  }
  return junk.sort((a, b) => a.start - b.start);
}

/** What pictures, players and links lead to. */
function* shownAddresses({ body }: Article): Iterable<string> {
  for (const token of body.tokens) {
    const address =
      token.kind === 'startTag' ? (attribute(token, 'src') ?? attribute(token, 'href')) : undefined;
    if (address !== undefined) {
      yield addressOf(address);
    }
  }
}

/** What stands side by side goes in one piece, so that no blanks are left in between. */
function runsOf({ text }: Article, tag: StartTag, junk: readonly Junk[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { start, end, kept } of junk) {
    const last = runs.at(-1);
    if (kept !== undefined) {
      const { valueStart, valueEnd } = kept.attribute;
      runs.push({ start, end, edit: { start: valueStart, end: valueEnd, text: kept.value } });
    } else if (last?.edit.text.trim() === '' && text.slice(last.end, start).trim() === '') {
      runs[runs.length - 1] = {
        start: last.start,
        end,
        edit: removeAttribute(text, tag, { start: last.start, end }),
      };
    } else {
      runs.push({ start, end, edit: removeAttribute(text, tag, { start, end }) });
    }
  }
  return runs;
}

function names(junk: readonly Junk[]): string {
  const all = [...new Set(junk.map(({ name }) => name))];
  return all.length > maxNames ? `${all.slice(0, maxNames - 1).join(', ')} …` : all.join(', ');
}
