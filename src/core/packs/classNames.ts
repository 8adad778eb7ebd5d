import type { StartTag } from '../types';
import type { ChaffKind } from './kinds';

/**
 * Words in `class` and `id` that name a part of a page, per kind of chaff. A name such as `articleShareBtn`
 * is read as the words `article share btn`; an entry of two words means both, one right after the other.
 * The words come from the markup of news sites, forums, blog themes and plugins (Jetpack, AddToAny, YARPP,
 * Mailchimp, video.js and their like). A name alone proves nothing: see `nameChecks.ts`.
 */
const vocabulary: Readonly<Record<ChaffKind, string>> = {
  share:
    'share|shares|sharing|sharer|sharebar|sharebox|sharebtn|sharebtns|sharebutton|sharebuttons|sharelist|sharedaddy|sharethis|' +
    'addthis|addtoany|a2a|bdshare|bdsharebuttonbox|jiathis|ssba|heateor|shareaholic|sumome|novashare|socials|' +
    'social share|social icons|social links|social buttons|social bar|social box|social media|social list|social likes|sns|fenxiang|' +
    'dpsp|social button|social buttons|forward to|share block|socialaccountlinks|social account|social accounts',
  follow:
    'qrcode|qrcodes|qr|qrimg|qrbox|qrcodebox|erweima|ewm|ewmbox|gzh|weixin|wechat|wxcode|wxqr|followus|follow us|follow me|' +
    'follow btn|follow button|follow box|follow card|follow wrap|attention|guanzhu|gongzhonghao|append qr|appendqr',
  app:
    'appdownload|app download|download app|downloadapp|app link|app guide|app promo|app banner|app tip|app tips|app qr|app bar|' +
    'open app|openapp|call app|callapp|invoke app|smartbanner|smart banner|download guide|download client|client download|download bar|' +
    'launch app|to app|go app|goapp',
  tip:
    'reward|rewards|rewarding|rewardbox|donate|donation|donations|dashang|zanshang|appreciate|appreciation|tipjar|admire|' +
    'sponsor me|buymeacoffee|bmc|kofi|ko fi|patreon|liberapay|support author|support us|support me|pay code|' +
    'contributions epic|epic|reader revenue|donation banner|support banner|membership promo|membership banner|support ask',
  subscribe:
    'subscribe|subscribes|subscription|subscriptions|newsletter|newsletters|mailchimp|mc4wp|mailinglist|mailing list|signup|sign up|' +
    'optin|opt in|convertkit|email capture|email form|mailpoet|tinyletter|revue|rss box|feedburner|' +
    'formkit|email save|save this|subscribe hint|subscribe box|email signup|nl signup|optinmonster|sumo|drip form|hs form|preheader',
  related:
    'related|relateds|relatedposts|relatedarticles|relatednews|relatedlinks|relative article|relative articles|relative news|relative read|relative list|relative links|relative post|relative posts|recommend|recommends|recommended|recommendation|' +
    'recommendations|recommendlist|tuijian|xiangguan|yarpp|outbrain|taboola|zergnet|nrelate|linkwithin|wp rp|crp|rp4wp|suggested|' +
    'suggestions|hot articles|hot list|hot news|hot posts|popular posts|popular articles|more stories|more articles|more from|more news|' +
    'also like|may like|guess like|guesslike|read next|readnext|next read|up next|moreread|latest posts|latest news|recent posts|' +
    'series switcher|series nav|series navigation|article series|post series|series posts|recirc|recirculation|further reading|next article|nextarticle|more reading|other articles|contextual sidebar|related link|related content|xrail reel',
  notice:
    'copyright|copyrights|copyrighted|disclaimer|disclaimers|disclaim|statement|declare|declaration|shengming|banquan|mianze|reprint|' +
    'reprinted|license|licence|cc license|creativecommons|legal notice|shouquan|copy right|originality|' +
    'disclosure|disclosures|origin tip|reprint tip|ethics|syndication|my signature|mysignature|post signature|blog signature|article source|source info|post declare|rights|licence description|license description',
  original:
    'readmore|read more|view more|viewmore|more link|morelink|continue reading|read original|view original|source link',
  ad:
    'ad|ads|adv|advs|advert|adverts|advertise|advertisement|advertisements|advertising|adsense|adsbygoogle|adbox|adslot|adwrap|adunit|' +
    'adcontainer|adarea|sponsored|sponsor|promo|promos|promotion|promoted|guanggao|dfp|affiliate|affiliates|' +
    'billboard|billboards|product box|product card|productcard|buy box|buybox|buy link|buylink|buy button|buy btn|price box|shop card|goods card|goods|deal box|dealbox|product widget|commerce|shop box|card btn|card button|buy now|purchase',
  counter:
    'like|likes|likebox|likebtn|digg|vote|votes|voting|upvote|praise|praises|zan|dianzan|favorite|favorites|favourite|bookmark|collect|' +
    'counter|counts|viewcount|view count|read count|readcount|post views|pageviews|ratings|rating|wpulike|operate|operation|operations|' +
    'toolbar|toolbars|tool bar|toolbox|tools|action bar|actions|actionbar|post actions|interaction|interact|feedback|helpful|report|' +
    'jubao|fontsize|font size|print|comment btn|comments link|comment count|comment num|post meta|entry meta|article meta|article info|' +
    'meta|postinfo|post info|publish time|pubtime|post time|edit time|article time|article date|' +
    'reading time|read time|readtime|readingtime|time to read|live badge|live status|status badge|live refresh|entry footer|post footer|article footer|topic button|topic buttons|topic stats|topic map|topic meta|votecell|vote count|vote box|voting container|green channel|greenchannel|post desc|postdesc|published dates|published date|publish date|publish info|date published|metadata|byline|bylines|dateline|entry date|bottom text|recipe snippet|recipe jump|jump recipe|recipe print|print recipe|expand container|expand btn|expand button|unfold btn|toggle button|button wrapper|button group|btn group|page tools|page actions|vote cell|post menu',
  tags:
    'tags|tag|taglist|tag list|tagcloud|keywords|keyword|article tags|post tags|entry tags|tags links|tag links|cat links|categories|' +
    'topics|labels|biaoqian|' +
    'submeta|tag container|tag item|tagbox|hashtags',
  navigation:
    'pagination|pager|pagenav|page nav|post nav|post navigation|postnav|nav links|navlinks|prevnext|prev next|pre next|breadcrumb|' +
    'breadcrumbs|crumb|crumbs|mbx|pagelinks|page links|page css|pagebox|page box|fanye|back top|backtop|totop|to top|gotop|' +
    'key events|keyevents|skip link|jump link|jump links|chapter nav|page numbers|page number|page navigation|pagenavigation|next prev|nextprev|post pager|older newer|newer older|article nav|article navigation|bread crumb|bread crumbs|sitepath|site path|current position|paper nav|item pagination',
  player:
    'vjs|videojs|video js|plyr|jwplayer|prism player|dplayer|mejs|xgplayer|artplayer|player|controls|control bar|controlbar|flowplayer',
  code:
    'copy|copybtn|copycode|copybutton|clipboard|codetool|code tool|code tools|codetoolbar|code header|lntd|rouge gutter|numbering|gutter|linenos|lineno|' +
    'linenumber|linenumbers|line numbers|line number|line nums|blob num|lnt|nums|run code|crayon toolbar|hljs button|code copy|code btn|' +
    'highlight panel|actions panel|code panel|code actions|code buttons|zeroclipboard',
  forum: 'pstatus|jammer|attach nopermission|attach tips|aimg tip|locked|modact|psth',
  author:
    'author card|authorcard|author box|authorbox|author info|authorinfo|author bio|authorbio|about author|author profile|author block|author intro|' +
    'author desc|author description|author wrap|author panel|author section|author details|bio box|biobox|writer info|user card|usercard|user info|userinfo|' +
    'user profile|profile card|account card|post author|the author|m author|vcard|article author|aticle author|entry author|recommend author|saboxplugin|author list|author photo|author avatar|author meta|about writer|about the writer|writer card|writer bio|writer profile|byline author|byline block|contributor bio|contributor card|contributor info|columnist|author area|author container|author header|author footer|user brief|user intro|member card|up info|uploader info|post byline',
  comments:
    'comments|commentlist|comment list|comment wrapper|comment wrap|comments wrapper|comment area|comments area|comment box|comment form|' +
    'commentform|comment section|comments section|respond|disqus|giscus|utterances|utteranc|waline|valine|twikoo|gitalk|gitment|livere|pinglun|comment container|comments container',
  login:
    'login|signin|sign in|unlogin|needlogin|need login|paywall|regwall|cookie|cookies|gdpr|consent|cookie notice|login tip|loginbox',
};

/** Words after `share`, `like` and others that mean something else: shares of a company, a market's share. */
const otherMeaning: ReadonlySet<string> = new Set([
  ...[
    'share price',
    'share prices',
    'share capital',
    'share holder',
    'market share',
    'share table',
    'share chart',
  ],
  ...[
    'share data',
    'ad hoc',
    'tag line',
    'meta data',
    'like this',
    'print only',
    'toc tools',
    'sign language',
  ],
]);

const kindsOfWords: ReadonlyMap<string, ChaffKind> = new Map(
  Object.entries(vocabulary).flatMap(([kind, words]) =>
    words.split('|').map((word) => [word, kind as ChaffKind] as const),
  ),
);

/** Attributes whose words name a part of a page. */
const namingAttributes = ['class', 'id', 'data-component-name', 'data-role', 'data-type'] as const;

/** Their ids are made of the words of a heading, as those of the sections of manuals are. */
const namedAfterHeading: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'dt',
  'span',
  'sup',
]);

/** The kinds of chaff that the names of an element hint at, without repetition. */
export function kindsOfNames(tag: StartTag): readonly ChaffKind[] {
  const kinds = new Set<ChaffKind>();
  const classes = tag.attributes.find(({ name }) => name === 'class')?.value ?? '';
  const idIsHeading =
    namedAfterHeading.has(tag.name) || /(?:^|\s)(?:section|level\d|sect\d)(?:\s|$)/.test(classes);
  for (const { name, value } of tag.attributes) {
    if (name === 'id' && idIsHeading) {
      continue;
    }
    if ((namingAttributes as readonly string[]).includes(name) && value.length <= longestNames) {
      for (const part of value.split(/\s+/)) {
        addKinds(wordsOf(part), kinds);
      }
    }
  }
  return [...kinds];
}

/** Longer values are data, not names. */
const longestNames = 400;

/** Part of a number that a program gave: `par_idN10AD7`. */
const hexadecimal = /\d[\dA-F]*[A-F][\dA-F]*(?![A-Za-z])/g;

/** `articleShareBtn2`, `article-share_btn` → `article share btn`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(hexadecimal, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .map((word) => (kindsOfWords.has(word) ? word : word.replace(/\d+$/, '')))
    .filter((word) => word !== '');
}

function addKinds(words: readonly string[], kinds: Set<ChaffKind>): void {
  words.forEach((word, index) => {
    const before = `${words[index - 1] ?? ''} ${word}`;
    const pair = `${word} ${words[index + 1] ?? ''}`;
    if (otherMeaning.has(pair) || otherMeaning.has(before)) {
      return;
    }
    const kind = kindsOfWords.get(word);
    const ofPair = kindsOfWords.get(pair);
    if (kind !== undefined) {
      kinds.add(kind);
    }
    if (ofPair !== undefined) {
      kinds.add(ofPair);
    }
  });
}
