import type { Article, Span } from '../types';

/** Lines that can be hidden: all after the first up to the last; 1-based. */
export interface Fold {
  readonly startLine: number;
  /** Greater than `startLine`. */
  readonly endLine: number;
  readonly kind: 'frontMatter' | 'comment' | 'style' | 'data';
}

/** From here on a data URI is in the way of whoever reads the source; in UTF-16 units. */
const longDataUri = 500;

/** More lines with data URIs than in any article. */
const mostDataUris = 5_000;

export interface FoldingOptions {
  /** Nothing is looked for in a larger body; 0 for no limit. In UTF-16 units. */
  readonly maxBodySize: number;
}

/**
 * What is in the way of reading the source: front matter, comments, style blocks and data URIs, those of
 * several lines. VS Code folds lines below another one, so a data URI on a line by itself folds below the
 * line before it, together with those that follow.
 */
export function foldsOf(article: Article, { maxBodySize }: FoldingOptions): readonly Fold[] {
  const { frontMatter, text } = article;
  const bodyStart = frontMatter?.end ?? 0;
  const isLarge = maxBodySize > 0 && text.length - bodyStart > maxBodySize;
  return [
    ...frontMatterFold(article),
    ...(isLarge ? [] : bodyFolds(article)),
    ...dataFolds(article, isLarge ? bodyStart : text.length),
  ].sort((first, second) => first.startLine - second.startLine || second.endLine - first.endLine);
}

function fold({ lines }: Article, { start, end }: Span, kind: Fold['kind']): readonly Fold[] {
  const startLine = lines.lineAt(start);
  const endLine = lines.lineAt(Math.max(start, end - 1));
  return endLine > startLine ? [{ startLine, endLine, kind }] : [];
}

function frontMatterFold(article: Article): readonly Fold[] {
  const { frontMatter } = article;
  return frontMatter === undefined
    ? []
    : fold(
        article,
        { start: frontMatter.start, end: frontMatter.closeFence?.end ?? frontMatter.content.end },
        'frontMatter',
      );
}

function bodyFolds(article: Article): readonly Fold[] {
  const { tokens } = article.body;
  return tokens.flatMap((token, index) => {
    if (token.kind === 'comment') {
      return fold(article, token, 'comment');
    }
    if (token.kind !== 'startTag' || token.name !== 'style') {
      return [];
    }
    const content = tokens[index + 1];
    const close = content?.kind === 'rawText' ? tokens[index + 2] : content;
    return close?.kind === 'endTag' && close.name === 'style'
      ? fold(article, { start: token.start, end: close.end }, 'style')
      : [];
  });
}

/** Runs of lines that hold a long data URI, in the front matter and the body alike: found as text, linear. */
function dataFolds(article: Article, end: number): readonly Fold[] {
  const { text, lines } = article;
  const folds: Fold[] = [];
  let run: { readonly start: number; end: number } | undefined;
  const finish = (): void => {
    if (run !== undefined) {
      // The line before the first one stays, and the rest folds below it.
      const startLine = Math.max(1, run.start - 1);
      folds.push(...(run.end > startLine ? [{ startLine, endLine: run.end, kind: 'data' as const }] : []));
    }
  };
  let count = 0;
  for (let at = text.indexOf('data:'); at >= 0 && at < end && count < mostDataUris; count++) {
    const stop = endOfDataUri(text, at, end);
    if (stop - at >= longDataUri) {
      const first = lines.lineAt(at);
      const last = lines.lineAt(stop - 1);
      if (run === undefined || first > run.end + 1) {
        finish();
        run = { start: first, end: last };
      } else {
        run.end = Math.max(run.end, last);
      }
    }
    at = text.indexOf('data:', Math.max(stop, at + 5));
  }
  finish();
  return folds;
}

/**
 * After the last character of base64 or percent-encoded data; a line break in it is part of it when more data
 * follows, as in mails.
 */
function endOfDataUri(text: string, start: number, limit: number): number {
  let end = start;
  for (let index = start; index < limit; index++) {
    if (isData(text.charCodeAt(index))) {
      end = index + 1;
    } else if (!'\r\n \t'.includes(text.charAt(index)) || !isBase64Line(text, index, limit)) {
      break;
    }
  }
  return end;
}

/** After a line break and blanks comes a line of nothing but base64, or the end of one before a quote. */
function isBase64Line(text: string, start: number, limit: number): boolean {
  let index = start;
  while (index < limit && '\r\n \t'.includes(text.charAt(index))) {
    index++;
  }
  const breaks = text.slice(start, index).match(/\r\n?|\n/g)?.length ?? 0;
  if (breaks !== 1) {
    return false;
  }
  const stop = Math.min(limit, index + 40);
  let at = index;
  while (at < stop && /[A-Za-z\d+/=]/.test(text.charAt(at))) {
    at++;
  }
  return at === stop || (at > index && '"\')>'.includes(text.charAt(at)));
}

/** The characters of RFC 2397 data: those of addresses but for quotes, brackets and parentheses. */
function isData(code: number): boolean {
  return (
    code > 32 &&
    code < 127 &&
    code !== 34 &&
    code !== 39 &&
    code !== 40 &&
    code !== 41 &&
    code !== 60 &&
    code !== 62
  );
}
