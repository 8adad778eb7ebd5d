import * as l10n from '@vscode/l10n';
import { addressOf, decodePercent, parseWebAddress, queryParameters } from '../html/addresses';
import { attribute } from '../html/attributes';
import { walkElements } from '../html/walk';
import { joinsMarkdown } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import type { Article, EndTag, HtmlElement, Rule, StartTag } from '../types';

interface Data {
  readonly startTag: StartTag;
  readonly endTag: EndTag;
}

/** Classes by which content systems mark the links that they set on every occurrence of a word. */
const keywordClass =
  /(?:^|\s)(?:wp_keywordlink\S*|keyword-?link|key-?word|inner-?link|auto-?link(?:er)?|replace_word|relatedlink|st_tag|internal_tag|infotextkey|hot-?word|lemma-?link|RichContent-EntityWord|taglink)(?=\s|$)/i;

/** Parameters of search pages that hold what is searched for. */
const searchParameter =
  /^(?:q|wd|word|words|keyword|keywords|query|kw|key|search|search_query|searchword|s)$/;
const searchPath = /search|\/(?:s|so|sou|q)(?:\.\w+)?\/?$/i;

/** Nobody writes longer keywords. */
const longestKeyword = 40;

export const noAutoLink: Rule<Data> = {
  meta: {
    id: 'no-auto-link',
    description:
      'A link that a program set on a word: to a search for that very word, or marked as a keyword link.',
    rationale:
      'It leads away to a list of the site the article came from and often stands in the middle of a word. Taking out the link leaves every letter where it is. Only a person knows whether a link helps the reader, so it is never taken out by itself.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'suggestion',
    example: {
      bad: '<p>完<a href="https://www.example.com/search?q=%E7%BE%8E%E7%9A%84">美的</a>技术</p>\n',
      good: '<p>See <a href="https://www.example.com/search-engines?q=1">search engines</a>.</p>\n',
    },
  },

  *detect(article) {
    for (const element of walkElements(article.body.elements)) {
      const { startTag, endTag } = element;
      if (element.name === 'a' && endTag !== undefined && isAutoLink(article, element, endTag)) {
        yield {
          start: startTag.start,
          end: endTag.end,
          message: l10n.t('Keyword link: a program set it on this word.'),
          data: { startTag, endTag },
        };
      }
    }
  },

  fix({ data: { startTag, endTag } }, article) {
    if (joinsMarkdown(article, startTag) || joinsMarkdown(article, endTag)) {
      return [];
    }
    const edits = [startTag, endTag].map(({ start, end }) => ({ start, end, text: '' }));
    return [{ title: l10n.t('Remove the link, keep the word'), kind: 'suggestion', edits }];
  },
};

function isAutoLink({ text }: Article, { startTag, children }: HtmlElement, endTag: EndTag): boolean {
  const content = { start: startTag.end, end: endTag.start };
  if (
    content.end - content.start > longestKeyword ||
    children.length > 0 ||
    attribute(startTag, 'id') !== undefined
  ) {
    return false;
  }
  const word = decodeReferences(text.slice(content.start, content.end)).trim();
  const address = addressOf(attribute(startTag, 'href'));
  if (word === '' || address === '' || address.startsWith('#')) {
    return false;
  }
  return keywordClass.test(attribute(startTag, 'class')?.value ?? '') || searchesFor(address, word);
}

/** Whether an address is that of a search page that is asked for exactly this word. */
function searchesFor(address: string, word: string): boolean {
  const target = parseWebAddress(address);
  if (target === undefined || !(searchPath.test(target.path) || /^(?:so|search|s)\./.test(target.host))) {
    return false;
  }
  return queryParameters(target.query).some(
    ({ name, value }) =>
      searchParameter.test(name) &&
      decodePercent(value.replaceAll('+', ' '))?.trim().toLowerCase() === word.toLowerCase(),
  );
}
