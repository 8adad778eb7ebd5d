import { isArticle } from '../../src/core/document';
import { parseArticle } from '../../src/core/article';
import { resolveOptions } from '../../src/core/options';
import type { Article, KnownNames, RuleContext } from '../../src/core/types';

export interface TestDocument {
  readonly article: Article;
  readonly context: RuleContext;
}

/**
 * A document as the surfaces hand it to the engine; `now` is fixed so that results repeat. `others` maps the categories of
 * other articles to how many use them, `files` are the paths at which there is a file.
 */
export function testDocument(text: string, settings: Readonly<Record<string, unknown>> = {}): TestDocument {
  const { path, siteTimezone, now, article: forced, others, files, ...given } = settings;
  const { options, problems } = resolveOptions([{ source: 'test', value: given }]);
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  }
  const article = parseArticle(text);
  const documentPath = typeof path === 'string' ? path : undefined;
  return {
    article,
    context: {
      options,
      isArticle: typeof forced === 'boolean' ? forced : isArticle(article, documentPath, options),
      document: {
        ...(documentPath !== undefined && { path: documentPath }),
        ...(typeof siteTimezone === 'string' && { siteTimezone }),
        now: Date.parse(typeof now === 'string' ? now : '2024-01-01T00:00:00Z'),
        ...(Array.isArray(files) && { fileExists: (file: string) => files.includes(file) }),
      },
      ...(typeof others === 'object' && others !== null && { others: knownNames(others) }),
    },
  };
}

function knownNames(counts: object): KnownNames {
  const categories = Object.entries(counts as Readonly<Record<string, number>>);
  return { categories: categories.map(([name, count]) => ({ name, count })) };
}
