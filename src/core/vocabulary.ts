import { isAlias, isScalar, isSeq } from 'yaml';
import { scalarOf } from './consumers/scalar';
import type { Article, Field, Profile } from './types';

/** The fields whose values articles share. `category` counts as `categories`. */
export type VocabularyField = 'categories' | 'tags' | 'author';

/** What one article says in those fields: each name once, as written, in source order. */
export type ArticleTerms = Readonly<Record<VocabularyField, readonly string[]>>;

/** A name and how many articles use it. */
export interface Term {
  readonly name: string;
  /** At least 1. */
  readonly count: number;
}

/** Which articles are counted. */
export interface TermQuery {
  /** The id of an article that does not count: the one that is being written. */
  readonly except?: string | undefined;
}

/** The names that the articles of a workspace use in their front matter. */
export interface Vocabulary {
  /** How many articles have been added, those without any name included. */
  readonly size: number;
  /** Every name of a field, the most used first, equally used ones in code unit order. */
  terms(field: VocabularyField, query?: TermQuery): readonly Term[];
  /** How many articles use a name, written exactly so; 0 for an unknown one. */
  count(field: VocabularyField, name: string, query?: TermQuery): number;
  /** The ids of the articles that use a name, written exactly so, in the order in which they were added. */
  articlesWith(field: VocabularyField, name: string): readonly string[];
}

/**
 * A vocabulary in memory. An article is known by an id of the caller's choice, such as its URI; adding it
 * again replaces what it said. Adding and removing take time in the number of the article's own names.
 */
export class MemoryVocabulary implements Vocabulary {
  readonly #articles = new Map<string, ArticleTerms>();
  readonly #uses: Readonly<Record<VocabularyField, Map<string, Set<string>>>> = {
    categories: new Map(),
    tags: new Map(),
    author: new Map(),
  };
  readonly #sorted = new Map<VocabularyField, readonly Term[]>();

  get size(): number {
    return this.#articles.size;
  }

  has(id: string): boolean {
    return this.#articles.has(id);
  }

  /** The ids of all articles, in the order in which they were added. */
  ids(): readonly string[] {
    return [...this.#articles.keys()];
  }

  add(id: string, terms: ArticleTerms): void {
    this.remove(id);
    this.#articles.set(id, terms);
    for (const field of vocabularyFields) {
      for (const name of terms[field]) {
        const users = this.#uses[field].get(name) ?? new Set();
        users.add(id);
        this.#uses[field].set(name, users);
        this.#sorted.delete(field);
      }
    }
  }

  remove(id: string): void {
    const terms = this.#articles.get(id);
    this.#articles.delete(id);
    for (const field of terms === undefined ? [] : vocabularyFields) {
      for (const name of terms?.[field] ?? []) {
        const users = this.#uses[field].get(name);
        users?.delete(id);
        if (users?.size === 0) {
          this.#uses[field].delete(name);
        }
        this.#sorted.delete(field);
      }
    }
  }

  terms(field: VocabularyField, { except }: TermQuery = {}): readonly Term[] {
    const sorted = this.#sorted.get(field) ?? sortTerms(this.#uses[field]);
    this.#sorted.set(field, sorted);
    const own = new Set(except === undefined ? [] : this.#articles.get(except)?.[field]);
    return own.size === 0
      ? sorted
      : sorted
          .map(({ name, count }) => ({ name, count: own.has(name) ? count - 1 : count }))
          .filter(({ count }) => count > 0)
          .sort(byUse);
  }

  count(field: VocabularyField, name: string, { except }: TermQuery = {}): number {
    const users = this.#uses[field].get(name);
    return users === undefined ? 0 : users.size - (except !== undefined && users.has(except) ? 1 : 0);
  }

  articlesWith(field: VocabularyField, name: string): readonly string[] {
    return [...(this.#uses[field].get(name) ?? [])];
  }
}

const vocabularyFields: readonly VocabularyField[] = ['categories', 'tags', 'author'];

/** The vocabulary to which a field belongs, if any. */
export function vocabularyOf(key: string): VocabularyField | undefined {
  const field = key === 'category' ? 'categories' : key;
  return vocabularyFields.find((known) => known === field);
}

function sortTerms(uses: ReadonlyMap<string, ReadonlySet<string>>): readonly Term[] {
  return [...uses].map(([name, users]) => ({ name, count: users.size })).sort(byUse);
}

function byUse(first: Term, second: Term): number {
  return second.count - first.count || (first.name < second.name ? -1 : 1);
}

/** Longer ones are no names, and would fill the memory of an index over thousands of files. */
const longestName = 200;

/**
 * The names in the front matter of an article: of lists, of lists of lists and of a text by itself. Jekyll
 * takes a text in `categories` or `tags` for several names with blanks between them; for the others it is
 * one. Empty when there is no front matter or its YAML has an error. Reads nothing of the body.
 */
export function termsOf({ frontMatter }: Pick<Article, 'frontMatter'>, profile: Profile): ArticleTerms {
  const names: Record<VocabularyField, Set<string>> = {
    categories: new Set(),
    tags: new Set(),
    author: new Set(),
  };
  for (const field of frontMatter?.fields ?? []) {
    const vocabulary = vocabularyOf(field.key);
    if (vocabulary === undefined) {
      continue;
    }
    for (const name of namesOf(field, profile)) {
      if (name !== '' && name.length <= longestName) {
        names[vocabulary].add(name);
      }
    }
  }
  return { categories: [...names.categories], tags: [...names.tags], author: [...names.author] };
}

function* namesOf({ key, node, value }: Field, profile: Profile): Iterable<string> {
  if (isScalar(node)) {
    const text = scalarOf(node)?.text.trim() ?? '';
    const isSplit = profile === 'jekyll' && (key === 'categories' || key === 'tags');
    yield* isSplit ? text.split(/\s+/) : isNothing(text) ? [] : [text];
  } else if (isSeq(node)) {
    yield* namesIn(node.items, 1);
  } else if (isAlias(node)) {
    yield* [value].flat(2).filter((item) => typeof item === 'string');
  }
}

function* namesIn(items: readonly unknown[], depth: number): Iterable<string> {
  for (const item of items) {
    if (isSeq(item) && depth < 2) {
      yield* namesIn(item.items, depth + 1);
    } else {
      const text = scalarOf(item)?.text.trim() ?? '';
      yield* isNothing(text) ? [] : [text];
    }
  }
}

function isNothing(text: string): boolean {
  return text === '~' || text === 'null';
}
