import { clausesBeside } from './clauses';
import type { ChaffKind } from './kinds';
import { narrative } from './narrative';
import { textSize } from './score';

/** Stands for the name of the site in what is matched. */
const name = '\uE000';
const named = `[《「『“【\\[（("]?\\s?${name}`;
const media =
  '媒体|新媒体|公众号|字幕组|翻译组|译者团|编译组|翻译团队|志愿者团队|社区|社群|播客|电子报|周刊|月刊|杂志|刊物|博客|网站|栏目|专栏|频道';
const publishers = `${media}|平台|工作室|实验室|研究院|智库|团队|服务商|自媒体|账号`;

/** Small words of an invitation before its verb. */
const please =
  '(?:请|快|快来|立即|立刻|马上|现在|欢迎|赶快|赶紧|就|也|还|可以?|不妨|记得|点击|扫码|按此|免费|即刻|来|去|或者?){0,4}';

/** What a text asks for, or says of its publisher, when the name of the site is in it. */
const invitations: readonly (readonly [ChaffKind, RegExp])[] = [
  [
    'app',
    new RegExp(
      `(?:^|[。！？，,；：:\\s?!])${please}(?:打开|下载|安装|登录|进入|前往|使用|上|到|通过)[^。！？，\\uE000]{0,6}${named}[^。！？，]{0,8}(?:APP|客户端|小程序)(?!的|时|后|之|以后|出现|提示|失败)`,
      'iu',
    ),
  ],
  [
    'app',
    new RegExp(
      `(?:商店|市场|App ?Store|Google Play|应用宝)[^。！？，\\uE000]{0,10}(?:搜索?|搜寻|查找|下载|安装)[^。！？，\\uE000]{0,6}${named}`,
      'iu',
    ),
  ],
  [
    'app',
    new RegExp(
      `(?:更多|海量|最新|精彩|独家|深度|权威|一手)[^。！？\\uE000]{2,30}(?:尽在|都在|就在|就上|请上|请认准|锁定|请见)[^。！？\\uE000]{0,4}${named}(?:[^。！？，]{0,10}(?:APP|客户端|公众号|网|频道|微博|小程序)|[”」】』》\\s]?(?=[。！!，,~～]|$))`,
      'iu',
    ),
  ],
  [
    'app',
    new RegExp(
      `(?:^|[。！？，,\\s?!])${please}上${named}[^。！？，]{0,4}[，,]?(?:看|读|查|聊|搜)(?:更多|懂|透|遍)`,
      'iu',
    ),
  ],
  [
    'follow',
    new RegExp(
      `^[\\s\\p{P}\\p{S}]*(?:更多[^。！？\\uE000]{2,20}[，,]\\s*)?(?:欢迎|敬请|请|记得|点击|快来|立即|长按|扫码|或者?|也可以?|搜索){0,3}(?:关注|订阅|追踪|收听)${named}[^。！？，,]{0,6}(?:公众号|微信|微博|博客|专栏|频道|播客|主页|视频号|小红书|B站|知乎|账号|Facebook|Instagram|Telegram)(?!的)`,
      'iu',
    ),
  ],
  [
    'app',
    /^(?:download|get|install|open|try) (?:the |our )?\uE000(?:'s|’s)? (?:free |mobile |news )*app\b.{0,80}$/iu,
  ],
  [
    'app',
    /^(?:for )?(?:more|all the latest|the latest) .{2,60},? (?:visit|download|open|check out|head to|see|follow|go to) (?:the |us on )?\uE000(?: app| website|\.com)?[.!]?$/iu,
  ],
  [
    'app',
    /\b(?:download|get|try|install|us)(?:ing|ting|e)?,? \uE000(?: (?:premium|pro|plus|free|now|today|for free))*(?: today| now)[.!]?$/iu,
  ],
  [
    'follow',
    new RegExp(
      `^[\\s\\p{P}\\p{S}]*${please}(?:在|到|上)[^。！？\\uE000]{2,30}(?:订阅|收听|收看|搜索|关注|追踪)[^。！？，\\uE000]{0,6}${named}`,
      'iu',
    ),
  ],
  [
    'ad',
    new RegExp(
      `^[\\s\\p{P}\\p{S}]*(?:加入)?${named}[^。！？，]{0,10}(?:招聘|招募|诚聘|诚招|急聘|招人|招新|招)[^。！？]{2,40}(?:简历|投递|应聘|报名|@|邮箱|微信|详情|加入)`,
      'iu',
    ),
  ],
  ['app', /\uE000[^。]{0,8}アプリ(?:を|の)?(?:ダウンロード|インストール)/u],
  ['app', /(?:もっと読みたい|続きは|最新(?:情報|記事|ニュース)は)[^。]{0,12}\uE000[^。]{0,6}アプリ/u],
];

/** What a publisher says of its rights and its readers: the name and one of these words are enough. */
const standing: readonly (readonly [ChaffKind, RegExp])[] = [
  [
    'notice',
    /(?:版权|著作权|知识产权)[^。！？]{0,24}\uE000|\uE000[^。！？]{0,24}(?:版权所有|原创[，,。]|保留[^。]{0,6}权利)|(?:转载|转发|引用)[^。！？]{0,24}(?:注明|标明|授权|许可|来自|来源|出处)[^。！？]{0,16}\uE000|\uE000[^。！？]{0,30}(?:转载|转发|引用)[^。！？]{0,20}(?:请|须|需|注明|标明|授权|必究|联系)|(?:注明|标明)(?:出处|来源)[^。！？]{0,6}\uE000/u,
  ],
  [
    'subscribe',
    /(?:^|[.!?] )(?:please )?(?:support|join|become a (?:member|supporter|subscriber) of|subscribe to)\b.{0,40}\uE000|(?:^|[.!?] ).{0,40}\uE000.{0,60}\b(?:membership|members get|exclusive content|subscribers get)\b|(?:^|[.!?] ).{0,40}\uE000(?:'s|’s)? (?:\w+ )?newsletter\b/iu,
  ],
  ['share', /^thank(?:s| you) for (?:being an? |reading )[^.]{0,40}\uE000[^.]{0,24}[.!]/iu],
  [
    'follow',
    /^感谢[^。！？]{0,12}(?:(?:关注|阅读|支持|收看|收听)[^。！？]{0,6}\uE000|\uE000的?(?:关注|支持|阅读|收看|收听))/u,
  ],
];

/** What a publisher is, as the end of a clause. */
const kindOf = (nouns: string): string =>
  `(?:(?:是|为)?(?:由|一[个家份本群档支]|国内|中国|全国|[^。！？，]{2,10}旗下|[^。！？，]{2,30}?(?:运营|出品|主办|创办|打造|推出|维护)的)|专注|致力|关注)[^。！？，]{2,60}?(?:${nouns})(?=[，。！；,;!]|$)`;
const since = '(?:(?:创办|创立|创建|成立|上线)于[^。！？，]{2,16}，\\s?)?';

const descriptions: readonly RegExp[] = [
  new RegExp(
    `^[【\\[（(]?(?:关于\\s?)?[「“【]?${name}[^。！？，:：]{0,14}?[」”】]?(?:[（(][^（）()]{1,24}[)）])?\\s?[】\\]）)]?(?:\\s?[:：，,—–-]{1,2}\\s?)?(?:${name}[^。！？，]{0,8}?)?${since}${kindOf(publishers)}`,
    'u',
  ),
  /^(?:about )?\uE000(?::)? is (?:an?|the|your) .{0,80}\b(?:magazine|publication|newsletter|blog|website|site|podcast|news (?:site|outlet|organi[sz]ation)|newsroom|community)\b/iu,
  /^\uE000は、?[^。]{2,60}(?:メディア|サイト|マガジン|ブログ|コミュニティ)です/u,
];

/** The same without the name of the site: who publishes, and in the next lines how to reach it. */
const description = new RegExp(
  `^[【\\[（(]?(?:关于\\s?)?[「“【]?(?<name>[^。！？，:：「」“”【】\\s]{3,16}?)[」”】]?(?:[（(][^（）()]{1,24}[)）])?\\s?(?:[:：，,]\\s?)?${since}${kindOf(media)}`,
  'u',
);

/** Who speaks of it is not its publisher. */
const speaker =
  /[他她它]|记者|据[^，。]{1,14}[，,]|(?:表示|认为|指出|透露|介绍|[说称])[，,：:“]|“[^”]{9,}”|当时|后来|曾经|已经|不再|至今/;

/** Steps of instructions. */
const instruction = /点[击按选](?!下载|查看|了解|此)|选择|设置|输入|按钮|菜单|[右左][下上]角|勾选|弹出|版本/;

/** Words of small advertisements, which the publisher's own say as well. */
const applying = /简历|面试|入职/g;

/** In Chinese characters. */
const longestInvitation = 90;
const longestDescription = 160;

/** How much of an invitation may be said of something else. */
const asides = 0.35;

/** What somebody who has found an app does with it, and what is in it. */
const withApp = /下载|APP|客户端|搜索|新闻|资讯|报道|行情|快讯|研报|直播/i;

/** A part of the name that is said again, of so many characters. */
const leastOfName = 3;

/** What a line behind the last one of an article asks for in the name of the site. */
export function kindOfSite(text: string, names: RegExp | undefined): ChaffKind | undefined {
  if (names === undefined || textSize(text) > longestDescription) {
    return undefined;
  }
  const said = text.replace(names, name);
  if (said === text) {
    return undefined;
  }
  if (!speaker.test(text) && descriptions.some((pattern) => pattern.test(said))) {
    return 'author';
  }
  const found = speaker.test(text) ? undefined : standing.find(([, pattern]) => pattern.test(said));
  if (found !== undefined) {
    return found[0];
  }
  if (
    textSize(text) > longestInvitation ||
    instruction.test(text) ||
    tellsStory(text.replace(applying, ''))
  ) {
    return undefined;
  }
  for (const [kind, pattern] of invitations) {
    const found = pattern.exec(said);
    if (found !== null && isAllInvitation(said, found)) {
      return kind;
    }
  }
  return undefined;
}

function isAllInvitation(said: string, { index, 0: { length } }: RegExpExecArray): boolean {
  const beside = clausesBeside(said, [{ start: index, end: index + length }]);
  const size = beside.reduce((sum, clause) => sum + (withApp.test(clause) ? 0 : textSize(clause)), 0);
  return size <= textSize(said) * asides;
}

/** Whether a line says who publishes, and the lines after it, which are not the article's, how to reach just these. */
export function describesPublisher(text: string, after: readonly string[]): boolean {
  if (textSize(text) > longestDescription || speaker.test(text)) {
    return false;
  }
  const publisher = description.exec(text)?.groups?.name ?? '';
  return (
    publisher !== '' &&
    after.some(
      (line) =>
        line.includes(publisher.slice(-leastOfName)) || line.includes(publisher.slice(0, leastOfName + 1)),
    )
  );
}

function tellsStory(text: string): boolean {
  return narrative.some((pattern) => pattern.test(text));
}
