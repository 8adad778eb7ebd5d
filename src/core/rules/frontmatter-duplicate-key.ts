import * as l10n from '@vscode/l10n';
import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { removeField } from '../frontMatter/entries';
import type { Article, Field, Fix, FrontMatter, Problem, Rule, RuleContext, Span } from '../types';

interface Data {
  /** Undefined inside of a value: there the lines are not the field's own. */
  readonly fields?: { readonly first: Field; readonly second: Field };
}

export const frontmatterDuplicateKey: Rule<Data> = {
  meta: {
    id: 'frontmatter-duplicate-key',
    description: 'A key that occurs twice.',
    rationale:
      'Hexo, Hugo and gray-matter refuse the whole block; Jekyll silently takes the last value. Which value is right only a person can tell.',
    group: 'frontmatter',
    severity: 'error',
    fixKind: 'suggestion',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\ntitle: B\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\n---\n\nText.\n',
    },
  },

  *detect({ frontMatter }, context) {
    if (!frontMatter?.valid) {
      return;
    }
    const seen = new Map<string, Field>();
    for (const field of frontMatter.fields) {
      const first = seen.get(field.key);
      if (first === undefined || field.key === '<<') {
        seen.set(field.key, field);
        yield* nested(frontMatter, field, context);
        continue;
      }
      yield {
        ...field.keySpan,
        message: messageOf(field.key, context),
        related: [related(first.keySpan)],
        ...severityOf(context),
        data: { fields: { first, second: field } },
      };
    }
  },

  fix({ data: { fields } }, article) {
    if (fields === undefined) {
      return [];
    }
    const { first, second } = fields;
    return [
      ...removal(article, second, l10n.t('Remove this “{0}”', second.key)),
      ...removal(article, first, l10n.t('Remove the first “{0}”', first.key)),
    ];
  },
};

function removal(article: Article, field: Field, title: string): readonly Fix[] {
  const edit = removeField(article, field);
  return edit === undefined ? [] : [{ title, kind: 'suggestion', edits: [edit] }];
}

function* nested(frontMatter: FrontMatter, field: Field, context: RuleContext): Iterable<Problem<Data>> {
  for (const { key, first, second } of duplicatesIn(field.node)) {
    yield {
      ...shift(second, frontMatter.content.start),
      message: messageOf(key, context),
      related: [related(shift(first, frontMatter.content.start))],
      ...severityOf(context),
      data: {},
    };
  }
}

interface Duplicate {
  readonly key: string;
  readonly first: Span;
  readonly second: Span;
}

function* duplicatesIn(node: unknown): Iterable<Duplicate> {
  if (isSeq(node)) {
    for (const item of node.items) {
      yield* duplicatesIn(item);
    }
  } else if (isMap(node)) {
    const seen = new Map<string, Span>();
    for (const pair of node.items) {
      const key = keyOf(pair);
      const first = key && seen.get(key.name);
      if (key && first) {
        yield { key: key.name, first, second: key.span };
      } else if (key) {
        seen.set(key.name, key.span);
      }
      yield* duplicatesIn(pair.value);
    }
  }
}

function keyOf(pair: unknown): { readonly name: string; readonly span: Span } | undefined {
  if (!isPair(pair)) {
    return undefined;
  }
  const { key } = pair as Pair<Node>;
  return isScalar(key) && key.range
    ? { name: String(key.value), span: { start: key.range[0], end: key.range[1] } }
    : undefined;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function related(span: Span): Span & { readonly message: string } {
  return { ...span, message: l10n.t('The first one.') };
}

function messageOf(key: string, { options }: RuleContext): string {
  return options.profile === 'jekyll'
    ? l10n.t('“{0}” is here twice: Jekyll takes the last one, other readers refuse the front matter.', key)
    : l10n.t('“{0}” is here twice: the whole front matter is refused. Remove one of the two.', key);
}

function severityOf({ options }: RuleContext): { readonly severity?: 'warning' } {
  return options.profile === 'jekyll' ? { severity: 'warning' } : {};
}
