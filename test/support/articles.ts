import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface RealArticle {
  readonly name: string;
  readonly text: string;
}

/** The real articles that `WINNOW_ARTICLES` points to; undefined when it is not set. */
export function realArticles(): readonly RealArticle[] | undefined {
  const folder = process.env.WINNOW_ARTICLES;
  if (folder === undefined || folder === '') {
    return undefined;
  }
  if (!existsSync(folder)) {
    throw new Error(`WINNOW_ARTICLES is ${folder}, and there is no such folder.`);
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** A mocha suite over the real articles; without them it is one skipped test that says so. */
export function describeArticles(title: string, suite: (articles: readonly RealArticle[]) => void): void {
  const articles = realArticles();
  if (articles === undefined) {
    it.skip(`${title} (set WINNOW_ARTICLES to a folder of articles)`);
  } else {
    describe(title, () => {
      suite(articles);
    });
  }
}
