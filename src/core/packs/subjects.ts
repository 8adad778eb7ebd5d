import { simplify } from '../categories/script';
import { tellsHowToTakePart } from './announcement';
import type { ChaffKind } from './kinds';
import type { Scene } from './scene';
import { scoreText, textSize } from './score';

/** A name in quotes, in the marks of titles or in brackets. */
const quoted =
  /[「『《〈“‘"【]([^「」『』《》〈〉“”‘’"【】\s](?:[^「」『』《》〈〉“”‘’"【】]{0,22}[^「」『』《》〈〉“”‘’"【】\s])?)[」』》〉”’"】]/g;

/** A place or a body of people, with the two characters before it that tell which. */
const organisation =
  /\p{Script=Han}{2}(?:博物馆|美术馆|图书馆|艺术馆|科技馆|文化馆|体育馆|展览馆|纪念馆|档案馆|植物园|动物园|公园|景区|医院|大学|学院|中学|小学|幼儿园|剧院|剧场|音乐厅|书店|书局|出版社|基金会|协会|学会|社区|街道|居委会|政府|法院|地铁|公交|机场|乐团|剧团|乐队|艺术节|电影节|音乐节|马拉松)/gu;

/** A name in Latin letters in the middle of a sentence; the article has to speak of it more often. */
const latinName = /(?<=[a-z,] )[A-Z][\w+-]{2,23}(?!\w)/g;

/** What one is told to send, to press or to write is not where it leads. */
const sent = /(?:回复|发送|备注|输入|口令|暗号|私信|留言|菜单|按钮|设为|关键[词字])[^，。！？]{0,4}$/;
const longestSent = 10;

/** Platforms, kinds of programs, and words of the page: everybody publishes there, every invitation says them. */
const everywhere =
  /^(?:微信|公众号|微信公众号|小程序|视频号|朋友圈|支付宝|抖音|快手|小红书|微博|新浪微博|知乎|豆瓣|B站|哔哩哔哩|淘宝|天猫|京东|拼多多|QQ|百度|谷歌|苹果|华为|小米|安卓|Android|iOS|iPhone|iPad|App|APP|App ?Store|GitHub|Gitee|Google(?: Play)?|Facebook|Twitter|X|Instagram|YouTube|Telegram|Discord|Slack|Reddit|Mastodon|LinkedIn|TikTok|WeChat|Medium|TestFlight|星标|在看|点赞|关注|收藏|分享|转发|置顶|设为星标|阅读原文|扫一扫|搜一搜|发现|评论|留言|二维码|蓝字|资料|福利|加群|入群|进群|干货|前端|后端|程序员|编程|算法|面试|人工智能|大数据|数据分析|机器学习|深度学习|Python|Java|JavaScript|TypeScript|Node(?:\.?js)?|Vue(?:\.?js)?|React|Go|Golang|Rust|Kotlin|Swift|PHP|C\+\+|C|Linux|Docker|Kubernetes|K8s|MySQL|Redis|Spring(?: Boot)?|AI|The|This|That|And|For|You|Your|Our|How|What|Why|New|Follow|Join|Download|Get|Scan|Subscribe|Sign|Read|Find|Watch|Listen|Visit|News)$/i;

/** Who speaks so speaks of itself. */
const ofItself =
  /我的(?:微信|公众号|VX|知识星球|群)|我们的(?:公众号|微信|视频号|群|社群|交流群|账号|专栏|会员|课程|小店|网站|官网)|关注我|加我|本(?:公众)?号|小编|读者群|粉丝群|[书听]友群|\b(?:our|us|my|me)\b|newsletter|(?:更多|获取)(?:好|有趣|优质|精彩|实用)|更多[^。！？]{0,24}(?:资讯|攻略|内容|新闻|报道)[^。！？]{0,8}(?:请|敬请|欢迎|尽在|可)[^。！？]{0,4}(?:关注|锁定|访问|登录|浏览|尽在)|专区|专题页?/i;

/** What publishers have of their own too: then the title has to name it. */
const ofOurs = /我们?的/;

/** Accounts: a publisher asks for nothing more often. */
const ofAccounts = /公众号|公号|订阅号|视频号|服务号|微博|头条号|百家号|抖音号|粉丝|关注|加微信|微信号/;

/** What one does with a thing, or to get to it. */
const leading =
  /扫|识别|长按|搜索?|下载|打开|点击|戳|关注|追踪|按赞|收听|试听|收看|观看|订阅|捐|加入|入群|进群|群\s?[号:：]|\d{6}|购买|订购|选购|下单|预约|报名|填写|参与|参加|申请|体验|试用|试玩|试读|使用|访问|登录|安装|拨打|\b(?:scan|download|get|join|follow|install|try|buy|order|pre-?order|book|sign up|visit|available)\b|ダウンロード|インストール|QRコード|検索|申し込|予約|購入/i;

/** Things that one has, not people to listen to. */
const product =
  /下载|应用商店|应用市场|App ?Store|Google Play|小程序|\bApp\b|安装|试用|体验|内测|公测|TestFlight|购买|安卓版|iOS ?版/i;

/** The thing that was spoken of all along. */
const pronoun =
  /它|这[款个](?:应用|小程序|软件|游戏|App|工具|产品|插件|网站|服务)|该(?:应用|小程序|软件|游戏|App|工具|产品|服务)/i;

/** A form to fill in, not one about the readers of a site. */
const form = /填写?[^。！？，]{0,16}(?:问卷|调查表?|意见表|登记表|申请表|报名表|表单|反馈表)/;
const formOfSite = /读者|粉丝|用户调研|福利|礼品|红包|领取|抽奖|关注|公众号|优化|改进我们/;

/** Kinds of lines that lead somewhere. */
const leadingKinds: ReadonlySet<ChaffKind> = new Set(['follow', 'app', 'ad']);

/** So many other lines speak of what an article is about, when no title of it does. */
const leastMentions = 2;
const leastOfOrganisation = 3;

/** A line of the article, in Chinese characters. */
const leastOfLine = 10;

/** Names that are looked for in an article, and that are looked for in a line: each costs a search. */
const mostNames = 60;

const longestTitle = 300;

/** How an article speaks of something. */
interface Uses {
  /** How many of its lines do that are no invitations themselves. */
  readonly mentions: number;
  /** It stands over the lines about it. */
  readonly isHeading: boolean;
}

/** How a line leads to what it names. */
interface Way {
  /** By an account. */
  readonly isAccount: boolean;
  /** A place or a body of people is in it. */
  readonly isOfBody: boolean;
  /** It is a book, a film, a game, a program: an article may list several, and speak of each once. */
  readonly isWork: boolean;
  /** It is said to be that of who speaks. */
  readonly isOurs: boolean;
  /** 1 when the line counts among those that speak of what it names. */
  readonly itself: 0 | 1;
}

/** What an article is about, by the names that stand in it. */
export class Subjects {
  readonly #scene: Scene;
  readonly #found = new Map<string, Uses>();
  #names: readonly string[] | undefined;
  #hasSubject: boolean | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Whether a line leads to what the article is about, and not to who publishes it. */
  areReachedBy(text: string, kind?: ChaffKind): boolean {
    if ((kind !== undefined && !leadingKinds.has(kind)) || !leading.test(text) || ofItself.test(text)) {
      return false;
    }
    if (this.#scene.namesSite(text)) {
      return false;
    }
    if (this.#scene.announces && tellsHowToTakePart(text)) {
      return true;
    }
    if (form.test(text) && !formOfSite.test(text)) {
      return true;
    }
    const isAccount = ofAccounts.test(text);
    const { names, works } = this.#namesIn(text);
    const isOfBody = text.search(organisation) >= 0;
    const isOurs = ofOurs.test(text);
    const itself = speaksOf(text) ? 1 : 0;
    return (
      names.some((name) =>
        this.#isSubject(name, { isAccount, isOfBody, isWork: works.has(name), isOurs, itself }),
      ) ||
      (!isAccount && pronoun.test(text) && this.#hasAny())
    );
  }

  /** Names of which the article speaks with a mark, where they stand in a line; and all that have a mark there. */
  #namesIn(text: string): { readonly names: readonly string[]; readonly works: ReadonlySet<string> } {
    const told = [...text.matchAll(quoted)].filter(({ index }) =>
      sent.test(text.slice(Math.max(0, index - longestSent), index)),
    );
    const said = told.reduce((rest, { 0: whole }) => rest.replace(whole, ' '), text);
    return {
      names: [
        ...namesWithMarks(said),
        ...[...said.matchAll(organisation)].flatMap(([name]) => [name, name.slice(1)]),
        ...[...said.matchAll(latinName)].map(([name]) => name),
        ...this.#namesOfArticle().filter((name) => said.includes(name)),
      ],
      works: new Set(
        product.test(said) ? namesWithMarks(said) : namesWithMarks(said, /《([^《》]{2,24})》/g),
      ),
    };
  }

  /** What stands in marks in the title and in the article, and the words of the title that are written as names. */
  #namesOfArticle(): readonly string[] {
    if (this.#names === undefined) {
      const names = new Set([...namesWithMarks(this.#title), ...latinNames(this.#title)]);
      for (let index = 0; index < this.#scene.count && names.size < mostNames; index++) {
        const { text = '', code = 0 } = this.#scene.passage(index) ?? {};
        for (const name of code === 0 ? namesWithMarks(text) : []) {
          names.add(name);
        }
      }
      this.#names = [...names].slice(0, mostNames);
    }
    return this.#names;
  }

  #isSubject(name: string, { isAccount, isOfBody, isWork, isOurs, itself }: Way): boolean {
    if (name.length < 2 || everywhere.test(name)) {
      return false;
    }
    const { mentions: all, isHeading } = this.#uses(name);
    const mentions = all - itself;
    if (this.#title.includes(name) || (!isAccount && !isOurs && isHeading)) {
      return mentions >= (isAccount || /^[\w .+-]+$/.test(name) ? 2 : 1);
    }
    if (isAccount) {
      return mentions >= leastOfOrganisation && isOfBody;
    }
    return mentions >= (isWork ? 1 : /^[\w .+-]+$/.test(name) ? leastOfOrganisation : leastMentions);
  }

  get #title(): string {
    return this.#scene.title.slice(0, longestTitle);
  }

  #hasAny(): boolean {
    return (this.#hasSubject ??= this.#namesOfArticle().some((name) =>
      this.#isSubject(name, { isAccount: false, isOfBody: false, isWork: false, isOurs: false, itself: 0 }),
    ));
  }

  #uses(name: string): Uses {
    let uses = this.#found.get(name);
    if (uses === undefined) {
      uses = this.#found.size < mostNames * 2 ? this.#count(name) : { mentions: 0, isHeading: false };
      this.#found.set(name, uses);
    }
    return uses;
  }

  #count(name: string): Uses {
    let mentions = 0;
    let isHeading = false;
    for (let index = 0; index < this.#scene.count; index++) {
      const passage = this.#scene.passage(index);
      if (passage?.code !== 0 || !passage.text.includes(name)) {
        continue;
      }
      isHeading ||= passage.isHeading;
      mentions += speaksOf(passage.text) ? 1 : 0;
    }
    return { mentions, isHeading };
  }
}

function namesWithMarks(text: string, marked = quoted): readonly string[] {
  return [...text.matchAll(marked)].map(([, name = '']) => simplify(name));
}

/** `Paperboat`, `DeskQR`: words of a title in Latin letters that begin with a capital one. */
function latinNames(title: string): readonly string[] {
  return [...title.matchAll(/(?<![\w.])[A-Z][\w+-]{2,23}(?!\w)/g)].map(([name]) => name);
}

/** A line of an article that is no invitation itself. */
function speaksOf(text: string): boolean {
  return textSize(text) >= leastOfLine && (scoreText(text)?.score ?? 0) < 3;
}
