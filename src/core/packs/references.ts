import { attribute } from '../html/attributes';
import { firstStartingFrom } from '../spans';
import type { Span } from '../types';
import type { Scene } from './scene';

/** Where articles send their readers for evidence, whoever publishes them. */
const reference =
  /^(?:wikipedia|wikimedia|wikisource|arxiv|doi|acm|ieee|jstor|archive|w3|ietf|rfc-editor|mozilla|pubmed|plos)\.org$|^(?:nih\.gov|github\.(?:com|io)|douban\.com|springer\.com|nature\.com|sciencedirect\.com|cnki\.net|stackoverflow\.com)$/;

/** What a book or a paper has and the title of an article has not: who wrote it, and where it came out. */
const ofBook =
  /[》」](?:[^。]{0,24}(?:著|编|译|主编|出版|书局|书店)|[，,（(])|(?:出版社|书局|ISBN|第\s?\d+\s?版)|\b(?:et al\.|pp?\.\s?\d|vol\.\s?\d|doi:|ISBN|(?:University )?Press\b)/;

/** Boxes of services that show advertisements as links to articles of many sites. */
const ofService = /outbrain|taboola|zergnet|nrelate|revcontent|mgid/i;

/** The sites to which links in a range lead, without repetition. */
export function sitesIn(scene: Scene, { start, end }: Span): ReadonlySet<string> {
  const { body, text } = scene.article;
  const sites = new Set<string>();
  const note = (address: string | undefined): void => {
    const site = siteOf(address ?? '');
    if (site !== undefined) {
      sites.add(site);
    }
  };
  for (let index = firstStartingFrom(body.tokens, start); index < body.tokens.length; index++) {
    const token = body.tokens[index];
    if (token === undefined || token.start >= end) {
      break;
    }
    if (token.kind === 'startTag' && token.name === 'a') {
      note(attribute(token, 'href')?.value);
    }
  }
  if (body.kindAt(start) === 'markdown') {
    for (const [, address] of text.slice(start, end).matchAll(/\]\(<?([^\s)>]+)/g)) {
      note(address);
    }
  }
  return sites;
}

/** Whether a list or a line of links is what its author refers to: to several sites, to libraries, to books. */
export function areReferences(scene: Scene, span: Span, text: string): boolean {
  const sites = [...sitesIn(scene, span)];
  return (
    ofBook.test(text) ||
    sites.length > 1 ||
    (sites.length === 1 && sites.every((site) => reference.test(site)))
  );
}

/** The same of an element, which may be a service's box of advertisements. */
export function holdsReferences(scene: Scene, element: Span, names: string, text: string): boolean {
  return !ofService.test(names) && areReferences(scene, element, text);
}

/** The last labels of the host, so that `tech.example.com` and `news.example.com` are one site. */
function siteOf(address: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase();
  return host
    ?.split('.')
    .slice(/\.(?:com?|net|org|gov|edu|ac)\.\w\w$/.test(host) ? -3 : -2)
    .join('.');
}
