import { decodeBase64 } from '../base64';
import { decodePercent, isHostOf, parseWebAddress, queryParameters, type WebAddress } from './addresses';

interface Redirector {
  readonly domain: string;
  /** How the path begins; '' for any. */
  readonly path: string;
  /** The parameters that may hold the target; none when the whole query is the target. */
  readonly parameters: readonly string[];
}

/**
 * Pages that only lead on to another site, as written by the sites' own editors and crawled with their
 * articles: domain, path, parameter. Each was seen in articles or is documented by the site.
 */
const known: readonly Redirector[] = (
  [
    ['link.juejin.cn', '/', 'target'],
    ['link.juejin.im', '/', 'target'],
    ['link.zhihu.com', '/', 'target'],
    ['link.csdn.net', '/', 'target'],
    ['link.jianshu.com', '/', 't'],
    ['links.jianshu.com', '/go', 'to'],
    ['jianshu.com', '/go-wild', 'url'],
    ['gitee.com', '/link', 'target'],
    ['sspai.com', '/link', 'target'],
    ['xie.infoq.cn', '/link', 'target'],
    ['infoq.cn', '/link', 'target'],
    ['oschina.net', '/action/gotolink', 'url'],
    ['oschina.net', '/action/visit/ad', 'url'],
    ['blog.51cto.com', '/transfer', ''],
    ['douban.com', '/link2', 'url'],
    ['weibo.cn', '/sinaurl', 'u toasturl'],
    ['cloud.tencent.com', '/developer/tools/blog-entry', 'target'],
    ['yq.aliyun.com', '/go/articlerenderredirect', 'url'],
    ['docs.qq.com', '/scenario/link.html', 'url'],
    ['mail.qq.com', '/cgi-bin/mailjump', 'gourl url'],
    ['c.pc.qq.com', '/middle', 'pfurl url'],
    ['jump.bdimg.com', '/safecheck', 'url'],
    ['jump2.bdimg.com', '/safecheck', 'url'],
    ['kdocs.cn', '/office/link', 'target'],
    ['yuque.com', '/r/goto', 'url'],
    ['afdian.net', '/link', 'target'],
    ['afdian.com', '/link', 'target'],
    ['coolapk.com', '/link', 'url'],
    ['nodeseek.com', '/jump', 'to'],
    ['ld246.com', '/forward', 'goto'],
    ['hacpai.com', '/forward', 'goto'],
    ['link.uisdc.com', '/', 'redirect'],
    ['hellogithub.com', '/periodical/statistics/click', 'target'],
    ['pixiv.net', '/jump.php', 'url'],
    ['pixiv.net', '/jump.php', ''],
    ['deviantart.com', '/users/outgoing', ''],
    ['href.li', '/', ''],
    ['anonym.to', '/', ''],
    ['l.facebook.com', '/l.php', 'u'],
    ['lm.facebook.com', '/l.php', 'u'],
    ['facebook.com', '/flx/warn', 'u'],
    ['l.instagram.com', '/', 'u'],
    ['l.messenger.com', '/l.php', 'u'],
    ['t.umblr.com', '/redirect', 'z'],
    ['out.reddit.com', '/', 'url'],
    ['youtube.com', '/redirect', 'q'],
    ['steamcommunity.com', '/linkfilter', 'url u'],
    ['vk.com', '/away.php', 'to'],
    ['linkedin.com', '/redir/redirect', 'url'],
    ['linkedin.com', '/safety/go', 'url'],
    ['slack-redir.net', '/link', 'url'],
    ['exit.sc', '/', 'url'],
    ['medium.com', '/r/', 'url'],
    ['safelinks.protection.outlook.com', '/', 'url'],
    ['t.me', '/iv', 'url'],
    ['duckduckgo.com', '/l/', 'uddg'],
  ] as const
).map(([domain, path, parameters]) => ({
  domain,
  path,
  parameters: parameters === '' ? [] : parameters.split(' '),
}));

/** `www.google.com/url?q=...`, in every country. */
const google = /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/;

/** Last parts of the paths of pages that lead on, whatever the site. */
const leadingPath =
  /\/(?:redirect|redir|goto|go|gotolink|go-wild|away|outgoing|out|jump|exit|external|leave|linkfilter|transfer|link2?)(?:\.(?:php|aspx?|html?))?\/?$/i;
const leadingHost = /^(?:link|links|out|redirect|redir|jump|away|exit|go|goto)\./;
const targetName =
  /^(?:target|url|u|to|q|link|href|dest|destination|redirect|redirect_?ur[il]|goto|gourl|out|ext)$/;

/** Where a link leads in the end. */
export interface Target {
  readonly address: string;
  /** Of every step it is known that it does nothing else than lead on. */
  readonly isKnown: boolean;
}

/** More redirects than this one behind another are a trap. */
const maxSteps = 5;

/** The target of an address that only leads on to another; undefined for any other address. */
export function redirectTarget(address: string): Target | undefined {
  let result: Target | undefined;
  for (let step = 0; step < maxSteps; step++) {
    const next = oneStep(result?.address ?? address);
    if (next === undefined) {
      break;
    }
    result = { address: next.address, isKnown: next.isKnown && (result?.isKnown ?? true) };
  }
  return result;
}

function oneStep(address: string): Target | undefined {
  const parts = parseWebAddress(address);
  if (parts === undefined || parts.query === '') {
    return undefined;
  }
  const path = (parts.path || '/').toLowerCase();
  for (const { domain, path: prefix, parameters } of known) {
    if (isHostOf(parts.host, domain) && path.startsWith(prefix)) {
      const target =
        parameters.length === 0
          ? toTarget(parts.query)
          : targetIn(parts, (name) => parameters.includes(name));
      if (target !== undefined) {
        return { address: target, isKnown: true };
      }
    }
  }
  if (google.test(parts.host) && path === '/url') {
    const target = targetIn(parts, (name) => name === 'q' || name === 'url');
    return target === undefined ? undefined : { address: target, isKnown: true };
  }
  const target = coded(parts, path);
  if (target !== undefined) {
    return { address: target, isKnown: true };
  }
  if (leadingPath.test(path) || (leadingHost.test(parts.host) && path === '/')) {
    const target = targetIn(parts, (name) => targetName.test(name));
    return target === undefined ? undefined : { address: target, isKnown: false };
  }
  return undefined;
}

/** Pages that write the target in a code of their own. */
function coded(parts: WebAddress, path: string): string | undefined {
  if (parts.host === 'disq.us' && path === '/url') {
    // Disqus signs it: `url=https%3A%2F%2Fa.example%2F%3AkX0yZ…`, 27 letters behind a colon.
    const signed = targetIn(parts, (name) => name === 'url');
    return signed?.replace(/:[\w-]{27}$/, '');
  }
  if (isHostOf(parts.host, 'bing.com') && path === '/ck/a') {
    const value = queryParameters(parts.query).find(({ name }) => name === 'u')?.value ?? '';
    return value.startsWith('a1') ? plainTarget(decodeBase64(value.slice(2))) : undefined;
  }
  return undefined;
}

function targetIn({ query }: WebAddress, isTarget: (name: string) => boolean): string | undefined {
  const parameters = queryParameters(query);
  for (const [index, { name, value }] of parameters.entries()) {
    // Not encoded and with a query of its own: nobody knows whose parameters the ones after it are.
    const isMixed = index < parameters.length - 1 && /^https?:.*\?/i.test(value);
    const target = isTarget(name) && !isMixed ? toTarget(value) : undefined;
    if (target !== undefined) {
      return target;
    }
  }
  return undefined;
}

/** A whole http(s) address, percent-encoded or not, in a form that can stand in an attribute. */
function toTarget(value: string): string | undefined {
  // A parameter is encoded once, even where the `://` in it was left as it is.
  return plainTarget(decodePercent(value));
}

function plainTarget(plain: string | undefined): string | undefined {
  if (plain === undefined || !/^https?:\/\//i.test(plain) || parseWebAddress(plain) === undefined) {
    return undefined;
  }
  // eslint-disable-next-line no-control-regex -- a control character in an address is a trick
  return /[\0-\x1f\x7f]/.test(plain)
    ? undefined
    : plain.replace(/[\s"'<>\\^`{|}]/g, (character) => encodeURIComponent(character).replace("'", '%27'));
}
