import { isScalar, isSeq, type Scalar } from 'yaml';
import { scalarOf } from '../consumers/scalar';
import type { Article, Edit, Field, Profile, Span } from '../types';
import { vocabularyOf, type VocabularyField } from '../vocabulary';
import { writeScalar } from './writeScalar';

/** A name that articles share, where one of them writes it. */
export interface NameUse extends Span {
  readonly field: VocabularyField;
  /** As it is meant, without quotes. */
  readonly name: string;
  /** In brackets, where commas and brackets mean something. */
  readonly isFlow: boolean;
}

/**
 * The categories, tags and authors of an article, each where it is written. Names that come by an alias are left
 * out, since they are written elsewhere, and so are texts of several lines and those that Jekyll splits at blanks.
 * Empty when the front matter has an error.
 */
export function nameUses(
  { frontMatter, text }: Pick<Article, 'frontMatter' | 'text'>,
  profile: Profile,
): readonly NameUse[] {
  return (frontMatter?.fields ?? []).flatMap((field) => {
    const vocabulary = vocabularyOf(field.key);
    const isSplit = profile === 'jekyll' && isScalar(field.node) && vocabulary !== 'author';
    return vocabulary === undefined || isSplit
      ? []
      : [...scalarsOf(field)].flatMap(({ node, isFlow }) => {
          const use = useOf(node, frontMatter?.content.start ?? 0);
          return use === undefined || /[\r\n]/.test(text.slice(use.start, use.end))
            ? []
            : [{ ...use, field: vocabulary, isFlow }];
        });
  });
}

/** The use that an offset is in or at the end of. */
export function nameUseAt(uses: readonly NameUse[], offset: number): NameUse | undefined {
  return uses.find(({ start, end }) => start <= offset && offset <= end);
}

/** Writes another name wherever a name stands, in the quotes that are there or in those that YAML needs. */
export function renameEdits(
  article: Article,
  { field, name }: Pick<NameUse, 'field' | 'name'>,
  { to, profile }: { readonly to: string; readonly profile: Profile },
): readonly Edit[] {
  return nameUses(article, profile)
    .filter((use) => use.field === field && use.name === name)
    .map(({ start, end, isFlow }) => ({
      start,
      end,
      text: writeScalar(to, { written: article.text.slice(start, end), isFlow }),
    }));
}

interface PlacedScalar {
  readonly node: Scalar;
  readonly isFlow: boolean;
}

function* scalarsOf({ node }: Field): Iterable<PlacedScalar> {
  if (isScalar(node)) {
    yield { node, isFlow: false };
  } else if (isSeq(node)) {
    yield* scalarsIn(node.items, { isFlow: node.flow === true, depth: 1 });
  }
}

/** Lists of lists are paths of categories; deeper ones are no names. */
function* scalarsIn(
  items: readonly unknown[],
  { isFlow, depth }: { readonly isFlow: boolean; readonly depth: number },
): Iterable<PlacedScalar> {
  for (const item of items) {
    if (isScalar(item)) {
      yield { node: item, isFlow };
    } else if (isSeq(item) && depth < 2) {
      yield* scalarsIn(item.items, { isFlow: isFlow || item.flow === true, depth: depth + 1 });
    }
  }
}

function useOf(node: Scalar, base: number): Omit<NameUse, 'field' | 'isFlow'> | undefined {
  const name = scalarOf(node)?.text.trim() ?? '';
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return node.range && !isBlock && name !== '' && name !== '~' && name !== 'null'
    ? { name, start: base + node.range[0], end: base + node.range[1] }
    : undefined;
}
