import { simplify } from '../categories/script';
import type { FrontMatter } from '../types';

const separators =
  /\s*[|｜·•—–_/]\s*|\s+-\s+|(?<=\p{Script=Han})\s+(?=[a-z])|(?<=[a-z])\s+(?=\p{Script=Han})/iu;

/** Labels of feeds, and platforms on which everybody publishes. */
const noNames =
  /^(?:.{0,3}(?:最新|热门|推荐|首页|全部|精选).{0,4}|论坛|社区|博客|新闻|资讯|微信|公众号|微信公众号|feed|rss|blog|news|home|latest.*|all .*|posts?)$/i;

const suffix = /(?:新闻网|网站|网|论坛|社区|日报|晚报|新闻|资讯|客户端|在线|博客|频道)$/;

/** What such a name begins with may be any word. */
const anyWord =
  /^(?:中国|中华|全国|人民|环球|国际|世界|财经|科技|游戏|手游|电竞|动漫|电影|音乐|体育|足球|汽车|数码|健康|教育|旅游|美食|时尚|军事|历史|文化|艺术|生活|城市|互联网|人工智能|今日|每日|北京|上海|香港|台湾|广东|深圳|程序员?)$/;

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The name that the front matter gives the site, as crawlers write it into `author`, and the short form of it, wherever
 * they stand in a text: `桥边网` and `桥边`.
 */
export function namesOfSite(frontMatter: FrontMatter | undefined): RegExp | undefined {
  const names = ['author', 'source', 'site'].flatMap((key) => {
    const value = frontMatter?.field(key)?.value;
    return typeof value === 'string' && value.length <= longest
      ? [...partsOf(simplify(value)), ...partsOf(value)]
      : [];
  });
  return names.length === 0 ? undefined : new RegExp([...new Set(names)].map(wordOf).join('|'), 'giu');
}

const longest = 60;

function partsOf(value: string): readonly string[] {
  return value
    .trim()
    .split(separators)
    .filter((part) => !noNames.test(part))
    .flatMap((part) => [part, part.replace(suffix, '')])
    .filter((part, index, parts) => isName(part) && parts.indexOf(part) === index && !anyWord.test(part));
}

function isName(part: string): boolean {
  return (
    /\p{Script=Han}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{3}/u.test(part) ||
    /^\p{Script=Han}*[a-z][\w .'’-]{3,}$|^\d+(?:\p{Script=Han}|[a-z]{2,})$/iu.test(part)
  );
}

function wordOf(part: string): string {
  const from = /^[a-z\d]/i.test(part) ? '(?<![a-z\\d])' : '';
  const to = /[a-z\d]$/i.test(part) ? '(?![a-z\\d])' : '';
  return from + escape(part) + to;
}
