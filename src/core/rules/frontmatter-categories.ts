import * as l10n from '@vscode/l10n';
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { faultOfName } from '../categories/nameFaults';
import { isPlaceholder, scalarOf } from '../consumers/scalar';
import { afterLine, endOfLine } from '../frontMatter/lines';
import { quoteText, rewriteScalar } from '../frontMatter/quote';
import { writeScalar } from '../language/writeScalar';
import { isBlank } from '../text';
import type { Article, Edit, Field, Fix, Profile, Rule, RuleContext, Severity, Span } from '../types';

interface Data {
  readonly fixes: readonly Fix[];
}

/** Something wrong at a place; offsets are absolute. */
interface Fault extends Span {
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: Span;
  readonly allow?: string;
  readonly fixes: readonly Fix[];
}

/** One category name, or the empty place of one. */
interface Item extends Span {
  readonly text: string;
  readonly node: unknown;
}

export const frontmatterCategories: Rule<Data> = {
  meta: {
    id: 'frontmatter-categories',
    description: 'Categories that mean something else to the site generator than they look like.',
    rationale:
      'In Hexo a list of categories is a path, each in the one before it; categories side by side are a list of lists, and a text with a comma is one category. An item that is empty, twice there or a map makes a category nobody wants, and so does another way of writing one that other articles use.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    asksWorkspace: 'vocabulary',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\ncategories:\n  - Code\n  - News\n  - Code\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\ncategories:\n  - Code\n  - News\n---\n\nText.\n',
    },
  },

  *detect(article, context) {
    for (const field of article.frontMatter?.fields ?? []) {
      if (field.key !== 'categories' && field.key !== 'category') {
        continue;
      }
      for (const { related, ...fault } of faultsOf(article, field, context)) {
        yield {
          start: fault.start,
          end: fault.end,
          message: fault.message,
          ...(fault.severity && { severity: fault.severity }),
          ...(fault.allow !== undefined && { allow: fault.allow }),
          ...(related && { related: [{ ...related, message: l10n.t('The first one.') }] }),
          data: { fixes: fault.fixes },
        };
      }
    }
  },

  fix({ data }) {
    return data.fixes;
  },
};

function* faultsOf(article: Article, field: Field, context: RuleContext): Iterable<Fault> {
  const { node, valueSpan } = field;
  const base = article.frontMatter?.content.start ?? 0;
  if (isPlaceholder(article.text.slice(valueSpan.start, valueSpan.end))) {
    return;
  }
  if (isMap(node)) {
    yield {
      ...valueSpan,
      message: l10n.t(
        '“{0}” is a map, not a list of names. Write one category a line after “- ”.',
        field.key,
      ),
      fixes: [],
    };
  } else if (isSeq(node)) {
    yield* faultsOfList(article, node.items as Node[], { base, context, depth: 1 });
  } else if (isScalar(node) && node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') {
    yield* faultsOfText(article, itemOf(node, base), context);
  }
}

interface Where {
  readonly base: number;
  readonly context: RuleContext;
  readonly depth: number;
}

function* faultsOfList(article: Article, nodes: readonly Node[], where: Where): Iterable<Fault> {
  const seen = new Map<string, Span>();
  for (const node of nodes) {
    if (isSeq(node)) {
      yield* where.depth < 2
        ? faultsOfList(article, node.items as Node[], { ...where, depth: where.depth + 1 })
        : [tooDeep(article, itemOf(node, where.base))];
      continue;
    }
    const item = itemOf(node, where.base);
    if (isAlias(node) || (isScalar(node) && node.type?.startsWith('BLOCK'))) {
      continue;
    }
    if (isMap(node)) {
      yield mapItem(article, item);
      continue;
    }
    const fault =
      blankItem(article, item) ??
      repeatedItem(article, item, seen.get(item.text), where.context.options.profile);
    if (fault !== undefined) {
      yield fault;
    } else {
      seen.set(item.text, item);
      yield* faultsOfName(item, article, where.context);
    }
  }
}

function itemOf(node: Node, base: number): Item {
  const [start, end] = node.range ?? [0, 0];
  return { start: base + start, end: base + end, text: scalarOf(node)?.text ?? '', node };
}

function tooDeep({ text }: Article, { start, end }: Item): Fault {
  return {
    start,
    end: start + text.slice(start, end).trimEnd().length,
    message: l10n.t('A list in a list in a list: its items become one category with commas in its name.'),
    fixes: [],
  };
}

/** `- Code: Backend` is a map to YAML. */
function mapItem({ text }: Article, { start, end }: Item): Fault {
  const written = text.slice(start, end).trimEnd();
  const oneLine = !/[\r\n]/.test(written) && !written.startsWith('{');
  return {
    start,
    end: start + written.length,
    message: l10n.t(
      'YAML reads “{0}” as a map, and the category is called “[object Object]”. Quote it.',
      written,
    ),
    fixes: oneLine
      ? [
          {
            title: l10n.t('Quote it'),
            kind: 'suggestion',
            edits: [{ start, end: start + written.length, text: quoteText(written) }],
          },
        ]
      : [],
  };
}

function blankItem(article: Article, item: Item): Fault | undefined {
  const nothing = scalarOf(item.node)?.plain === true && /^(?:~|null|Null|NULL)?$/.test(item.text);
  if (!nothing && item.text.trim() !== '') {
    return undefined;
  }
  const edit = removeItem(article, item);
  const empty = nothing || item.text === '';
  return {
    start: item.start,
    end: item.end,
    message: empty ? l10n.t('This category is empty.') : l10n.t('This category has a name of blanks.'),
    fixes: edit === undefined ? [] : [{ title: l10n.t('Remove it'), kind: 'suggestion', edits: [edit] }],
  };
}

function repeatedItem(
  article: Article,
  item: Item,
  first: Span | undefined,
  profile: Profile,
): Fault | undefined {
  if (first === undefined) {
    return undefined;
  }
  const edit = removeItem(article, item);
  return {
    start: item.start,
    end: item.end,
    message:
      profile === 'hexo'
        ? l10n.t(
            '“{0}” is here twice: Hexo makes a second category of that name further down the path.',
            item.text,
          )
        : l10n.t('“{0}” is here twice.', item.text),
    related: first,
    fixes: edit === undefined ? [] : [{ title: l10n.t('Remove it'), kind: 'suggestion', edits: [edit] }],
  };
}

function* faultsOfName(item: Item, { text }: Article, context: RuleContext): Iterable<Fault> {
  const { profile } = context.options;
  const trimmed = item.text.trim();
  const written = text.slice(item.start, item.end);
  if (trimmed !== item.text) {
    yield {
      start: item.start,
      end: item.end,
      message: l10n.t(
        'There are blanks around the name: “{0}” and “{1}” are two categories.',
        item.text,
        trimmed,
      ),
      fixes: [
        {
          title: l10n.t('Remove the blanks'),
          kind: 'suggestion',
          edits: [{ start: item.start, end: item.end, text: rewriteScalar(written, trimmed) }],
        },
      ],
    };
  }
  if (profile !== 'hexo' && profile !== 'generic' && isPath(trimmed)) {
    yield {
      start: item.start,
      end: item.end,
      message: l10n.t('The “/” makes folders in the address of the page.'),
      severity: 'information',
      fixes: [],
    };
  }
  const fault = faultOfName(trimmed, context);
  if (fault !== undefined) {
    yield {
      start: item.start,
      end: item.end,
      message: fault.message,
      ...(fault.severity && { severity: fault.severity }),
      ...(fault.canBeAllowed && { allow: trimmed }),
      fixes: fault.better === undefined ? [] : renaming(item, text, fault.better),
    };
  }
}

function renaming({ start, end, node }: Item, text: string, name: string): readonly Fix[] {
  // What an alias repeats elsewhere would change with it.
  if (isScalar(node) && node.anchor !== undefined) {
    return [];
  }
  const before = text.slice(0, start).trimEnd();
  const value = writeScalar(name, { written: text.slice(start, end), isFlow: /[[,]$/.test(before) });
  return [
    {
      title: l10n.t('Write “{0}”', name),
      kind: 'suggestion',
      edits: [{ start, end, text: value }],
    },
  ];
}

/** A single text: one category, except that Jekyll splits it at blanks. */
function* faultsOfText(article: Article, item: Item, context: RuleContext): Iterable<Fault> {
  const { profile } = context.options;
  if (item.text.trim() === '') {
    return;
  }
  const names = item.text.split(/[,，]/).map((name) => name.trim());
  const several = names.length > 1 && names.every((name) => name !== '');
  if (several && !/^[[{|>]/.test(article.text.slice(item.start, item.end))) {
    yield severalNames(item, names, profile);
    return;
  }
  const path = item.text.split('/').map((name) => name.trim());
  if (profile === 'hexo' && isPath(item.text)) {
    yield {
      start: item.start,
      end: item.end,
      message: l10n.t('“/” makes no path in Hexo: this is one category. A list is a path.'),
      severity: 'hint',
      fixes: [listFix(item, l10n.t('Make it a path'), `[${path.map(flowItem).join(', ')}]`)],
    };
  }
  if (profile !== 'jekyll' || !/\s/.test(item.text.trim())) {
    yield* faultsOfName(item, article, context);
  }
}

function severalNames(item: Item, names: readonly string[], profile: Profile): Fault {
  const list = names.map(flowItem);
  const path = listFix(
    item,
    l10n.t('Make it a path: each category in the one before'),
    `[${list.join(', ')}]`,
  );
  const siblings = listFix(
    item,
    l10n.t('Make it categories side by side'),
    `[${list.map((name) => `[${name}]`).join(', ')}]`,
  );
  return {
    start: item.start,
    end: item.end,
    message: l10n.t('This is one category with a comma in its name. Several categories are a list.'),
    fixes:
      profile === 'hexo'
        ? [siblings, path]
        : [listFix(item, l10n.t('Make it a list'), `[${list.join(', ')}]`)],
  };
}

/** `TCP/IP`, `I/O` and `UI/UX` are names. */
function isPath(text: string): boolean {
  const parts = text.split('/').map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part.length > 1 && !/^[A-Za-z+#]{1,4}$/.test(part));
}

function flowItem(name: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ .+()（）-]*$/u.test(name) && !/^[\d.+-]+$/.test(name)
    ? name
    : quoteText(name);
}

function listFix({ start, end }: Item, title: string, text: string): Fix {
  return { title, kind: 'suggestion', edits: [{ start, end, text }] };
}

/** The line of an item that has one to itself (`- name`), or the item with its comma in `[a, b]`. */
function removeItem({ text, lines, frontMatter }: Article, item: Item): Edit | undefined {
  const start = lines.startOf(lines.lineAt(item.start));
  const end = endOfLine(text, item.end);
  const dash = /^[ \t]*-[ \t]*$/.test(text.slice(start, item.start));
  if (dash && isBlank(text, item.end, end) && start >= (frontMatter?.content.start ?? 0)) {
    return { start, end: afterLine(text, end), text: '' };
  }
  const before = /,[ \t]*$/.exec(text.slice(start, item.start));
  return before === null || dash
    ? undefined
    : { start: item.start - before[0].length, end: item.end, text: '' };
}
