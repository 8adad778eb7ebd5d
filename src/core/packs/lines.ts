import type { ChaffKind } from './kinds';
import { linesOfFeeds } from './linesOfFeeds';
import { linesOfForums } from './linesOfForums';
import { linesOfGroups } from './linesOfGroups';
import { linesOfHeads } from './linesOfHeads';
import { linesOfInvitations } from './linesOfInvitations';
import { linesOfPages } from './linesOfPages';
import { linesOfPlatforms } from './linesOfPlatforms';
import { linesOfReplies } from './linesOfReplies';
import { linesOfSites } from './linesOfSites';
import { linesOfTails } from './linesOfTails';
import { whole } from './wholeLine';

/** A whole line or paragraph that is chaff by its wording alone. */
export interface Line {
  readonly kind: ChaffKind;
  /** Matches the whole text, white space folded. */
  readonly pattern: RegExp;
  /**
   * `tail`: only where nothing of the article but links and pictures follows, `head`: only before its first
   * line, `ends`: at either end, `code`: right beside a block of code, `picture`: right beside a picture,
   * `links`: at the end, right over links to other articles that go, `anywhere`: no reader would miss it wherever it stands.
   */
  readonly where: 'anywhere' | 'tail' | 'head' | 'ends' | 'code' | 'picture' | 'links';
  /** The least share of it that must be link. */
  readonly linked?: number;
  /** To something that an article may be there to announce; then it stays. */
  readonly invites?: boolean;
}

export const lines: readonly Line[] = [
  // Feeds and readers
  {
    kind: 'notice',
    where: 'anywhere',
    pattern:
      /^(?:(?=.{0,260}\b(?:thank|member|support|subscri|newsletter|donat|reader))[^.!?]{1,160}[.!?] (?:[^.!?]{1,160}[.!?] )?)?the (?:post|article|story|entry) .{1,400} (?:first appeared|appeared first) on .{1,160}$/i,
  },
  {
    kind: 'notice',
    where: 'anywhere',
    pattern:
      /^.{1,400} was originally published in .{1,160} on medium, where people are continuing the conversation/i,
  },
  {
    kind: 'notice',
    where: 'tail',
    linked: 0.45,
    pattern:
      /^(?!.*\bwas (?:originally|first) ).{1,300} (?:originally|first) (?:published|posted|appeared) (?:on|at) .{1,80}(?:\. (?:you should |please )?(?:get|subscribe to|sign up for|join) (?:the|our) newsletter\.?)?$/i,
  },
  {
    kind: 'original',
    where: 'tail',
    linked: 0.6,
    pattern: whole(
      'continue reading.{0,160}|read (?:more|on|the (?:full|rest|original|whole|complete).{0,60}|full (?:story|article|post)|in full)|keep reading|click here to (?:read|continue|view).{0,60}|view (?:the )?(?:full|original|entire) (?:article|post|story)|view (?:on|in) .{1,30}|\\[?link\\]?|more|comments?|\\d+ comments?|permalink|via|discuss (?:this|on|in).{0,60}',
    ),
  },
  {
    kind: 'original',
    where: 'tail',
    linked: 0.3,
    pattern:
      /^read (?:more|the rest|the full version) of this (?:story|article|post|entry)(?: (?:at|on) .{1,60})?$/i,
  },
  {
    kind: 'original',
    where: 'ends',
    linked: 0.8,
    pattern: whole(
      '(?:read (?:this |it |the )?(?:article |story |post )?|also available |available )in (?:english|chinese|japanese|german|french|spanish|korean|another language)|(?:点击|查看|阅读)?(?:英文|中文|日文|英语|日语)(?:版|原版)(?:本|链接|全文)?|続きを(?:読む|みる|見る)|(?:この記事を)?(?:英語|日本語)で読む',
    ),
  },
  {
    kind: 'original',
    where: 'tail',
    linked: 0.6,
    pattern: whole(
      '(?:点击|点此|点这里)?(?:阅读|查看|浏览)(?:全文|原文|更多|详情|剩余全文)|原文(?:链接|地址)?|阅读全文.{0,10}|返回搜狐.{0,8}',
    ),
  },
  {
    kind: 'original',
    where: 'tail',
    pattern: whole('(?:点击|戳)?(?:左下角|文末|下方|底部|页面)?[“"「]?阅读原文[”"」]?.{0,12}'),
  },
  {
    kind: 'original',
    where: 'anywhere',
    pattern: whole(
      '展开(?:阅读)?全文|点击展开(?:全文|更多)?|点击(?:查看|加载)更多|查看大图|点击(?:看|查看)?(?:大图|原图)|收起全文|返回搜狐，?查看更多|（?点击图片(?:可)?(?:查看|放大).{0,6}）?',
    ),
  },
  // Advertisements
  {
    kind: 'ad',
    where: 'anywhere',
    pattern: whole(
      '(?:广告|推广|广告位|advertisements?|advert|ads?|sponsored(?: (?:content|post|links?))?|promoted|paid content|article continues (?:after|below) (?:this )?(?:ad|advertisement|sponsor message)|story continues below(?: (?:this )?advertisement)?|scroll to continue(?: with content)?|continue reading below(?: ad(?:vertisement)?)?)',
    ),
  },
  {
    kind: 'ad',
    where: 'anywhere',
    pattern: /^广告声明[:：][^。]{0,24}(?:跳转|链接|二维码|口令).{0,160}$/,
  },
  // Sharing
  {
    kind: 'share',
    where: 'anywhere',
    pattern: whole(
      'share (?:this|on|via|with|to)(?: (?:this|post|article|story|page|facebook|twitter|linkedin|reddit|whatsapp|email|x))*|loading\\.*|like loading.*|like this:? like loading.*|分享让更多人看到|分享(?:到|至)(?:[^。！？，、的了]{0,40}(?:微信|微博|QQ|朋友圈|空间|豆瓣|人人)[^。！？，的了]{0,40})?|(?:一键)?分享|微信扫一扫(?:，|,)?\\s*分享(?:到|至|给)?[^。！？，的了]{0,12}|扫码分享[^。！？，的了]{0,10}|扫一扫[，,]?分享[^。！？，的了]{0,20}',
    ),
  },
  {
    kind: 'share',
    where: 'tail',
    pattern: whole(
      'share|tweet|(?!(?:[\\d|·/,，\\s]*|print|save|email|comment)[\\s:：.…!]*$)(?:share|tweet|pin|email|print|like|save|comment|facebook|twitter|linkedin|reddit|whatsapp|pinterest|\\d|[|·/,，\\s])+',
    ),
  },
  {
    kind: 'subscribe',
    where: 'anywhere',
    linked: 0.8,
    pattern: whole(
      'subscribe(?: now| today| here| for free)?|join (?:now|today|the club)|upgrade to paid|start (?:your )?free trial|give a gift subscription|get (?:\\d+% off|a group subscription).{0,40}|sign up(?: now| here| for free)?|leave a comment|refer a friend|join the chat|订阅|立即订阅|免费订阅',
    ),
  },
  {
    kind: 'subscribe',
    where: 'anywhere',
    pattern: /^thanks for reading .{1,80}(?:! |\. )(?:this post is public|subscribe).{0,160}$/i,
  },
  // Newsletters
  {
    kind: 'subscribe',
    where: 'ends',
    pattern:
      /^(?:view (?:this|it) (?:e-?mail |newsletter )?(?:in|on) (?:your|a|the) (?:web )?browser.{0,40}|(?:e-?mail )?not displaying (?:correctly|properly)\??.{0,80}|was this (?:e-?mail )?forwarded to you\?.{0,80}|you(?:['’]re| are) receiving (?:this|these) .{1,200}|you received this (?:e-?mail|newsletter|message).{1,160}|this (?:e-?mail|newsletter|message) was sent (?:to|by) .{1,160}|want to change how you receive these e-?mails\?.{0,120}|forward (?:this )?to a friend.{0,60}|(?:to )?unsubscribe(?:[,:|·-]? ?(?:here|from|at|click|instantly|now|please|reply|any ?time|using|follow|visit|by|or|and|update|manage|view|privacy|preferences).{0,80})?|(?:update|manage|change) (?:your (?:e-?mail )?(?:preferences|subscription)|(?:e-?mail )?preferences).{0,80}|(?:在浏览器中(?:查看|打开)|无法正常显示).{0,40}|如不想再收到.{0,60}|(?:如需|如要|若要|点击|点此)?退订(?:请[^，。！？]{1,24}|(?:本|此|该)?(?:邮件|列表|通知)|\s*[:：|/].{0,40})?|您收到(?:此|这封)?(?:邮件|电子报).{0,80}|このメール(?:は|が)[^。]{1,60}(?:配信|お送り|表示)[^。]{0,30}。?|配信停止.{0,40})$/i,
  },
  // Players and pages without scripts
  {
    kind: 'player',
    where: 'anywhere',
    pattern:
      /^(?:sorry,? )?your browser (?:does not|doesn[’']t|can ?not) (?:currently )?(?:support|recognize|play|display)\b.{0,160}$/i,
  },
  {
    kind: 'player',
    where: 'anywhere',
    pattern:
      /^(?:抱歉[，,])?(?:您?你?的|当前|该)?[浏瀏]览器(?:版本)?(?:过低|太旧)?[，,]?(?:暂|目前)?(?:不|无法)(?:支持|支援|能播放|播放)(?:[^。！？，的了]{0,24}(?:标签|播放器?|视频|音频|影片|元素|iframe|frame|video|audio|canvas|Flash|HTML ?5|脚本|JavaScript))?\s*(?:[。！，,.]?\s*(?:[请請]|建[议議]|推[荐薦]|[点點][击擊此]|您?可以?).{0,80}|[。！.]?)$/i,
  },
  {
    kind: 'player',
    where: 'anywhere',
    pattern:
      /^(?:video player is loading|this is a modal window|(?:please |you need to )enable javascript|enable javascript (?:to|and cookies|in your browser)\b|javascript is (?:disabled|(?:required )?(?:to|for this|in your))\b|(?:视频加载失败|视频加载中|正在缓冲)(?=[，。！,…\s.]|$)|加载失败，?请刷新|点击重试).{0,160}$/i,
  },
  // Code
  { kind: 'code', where: 'anywhere', pattern: whole('复制代码') },
  {
    kind: 'code',
    where: 'code',
    pattern: whole(
      '复制|copy(?: code)?|copied!?|copy to clipboard|view (?:raw|plain)|view plain\\s*copy\\s*(?:to clipboard)?\\s*(?:print)?\\s*\\??|运行代码|代码语言[:：]?\\s*[a-z+#]{1,16}(?:\\s*复制)?|\\[[a-z+#]{1,12}\\]\\s*view plain.{0,30}',
    ),
  },
  {
    kind: 'notice',
    where: 'tail',
    pattern:
      /^(?:(?:发布|编辑|更新)于\s*[\d\s:：年月日.-]{6,24}[·•|，,\s]*)?[©\s]*著作权归(?:作者|本人|原作者)所有(?:[，,\s·•]*(?:举报文章|禁止转载|举报|未经.{2,16}不得转载))?$/,
  },
  // Tags and navigation
  {
    kind: 'tags',
    where: 'tail',
    pattern:
      /^(?:(?:# ?[^#\s]{1,20}#?\s*){2,12}|(?:filed under|posted in|tagged)\b.{1,120}(?:leave a (?:comment|reply)|\d+ comments?|permalink))$/i,
  },
  {
    kind: 'tags',
    where: 'tail',
    pattern:
      /^(?:标签|关键词|关键字|分类|话题|文章标签|本文标签|TAGS?)\s*(?:[:：]|>{1,3})[^。！？；.!?;]{1,80}$/i,
  },
  {
    kind: 'navigation',
    where: 'ends',
    linked: 0.6,
    pattern:
      /^(?:(?:jump|skip|go) to (?:the )?(?:recipe|content|main content|video|comments)|(?:print|pin|rate|save|share)(?: this| the)? recipe|[\s|·•]+)+$/i,
  },
  {
    kind: 'tags',
    where: 'ends',
    linked: 0.4,
    pattern:
      /^(?:filed (?:under|in)|tagged(?: (?:with|as))?|tags?|categor(?:y|ies)|posted in|topics?)\s*[:：]?.{1,200}$/i,
  },
  {
    kind: 'tags',
    where: 'ends',
    linked: 0.4,
    pattern: /^(?:标签|关键词|关键字|分类|所属专题|话题|文章标签|本文标签|TAG)\s*(?:[:：]|>{1,3}).{1,160}$/i,
  },
  {
    kind: 'navigation',
    where: 'tail',
    linked: 0.4,
    pattern:
      /^[\s«‹<←]*(?:上一篇|下一篇|上一页|下一页|上一章|下一章|前一篇|后一篇|previous(?: (?:post|article|page|chapter))?|next(?: (?:post|article|page|chapter))?|older posts?|newer posts?)\s*[:：»›>→]?.{0,120}$/i,
  },
  {
    kind: 'navigation',
    where: 'tail',
    pattern: whole(
      '上一篇|下一篇|上一页|下一页|返回(?:顶部|首页|列表|目录|上一页)|回到顶部|back to (?:top|home)|本文导航|文章内容导航|友情提示[:：].{0,30}翻页',
    ),
  },
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^(?:本文是否(?:解决了您的问题|对(?:您|你)有帮助)|这篇文章(?:对你|对您)?有(?:帮助|用)吗|was this (?:article|page|post|answer) helpful).{0,40}$/i,
  },
  {
    kind: 'login',
    where: 'anywhere',
    pattern:
      /^(?:(?:this|our) (?:web)?site uses cookies|we use cookies|by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:web)?site).{0,300}$/i,
  },
  ...linesOfForums,
  ...linesOfPages,
  ...linesOfReplies,
  ...linesOfFeeds,
  ...linesOfHeads,
  ...linesOfInvitations,
  ...linesOfSites,
  ...linesOfTails,
  ...linesOfGroups,
  ...linesOfPlatforms,
];

/** The heading of a list of other articles; what follows decides. */
export const relatedHeading = whole(
  "(?:(?:相关|往期|更多|热门|近期|最新|其他|精彩|推荐)(?:的)?(?:精彩|优质|热门)?(?:阅读|文章|新闻|报道|资讯|推荐|话题|专题|帖子|主题|博文|内容|精彩|精选|回顾|热文|好文|干货)(?:的)?(?:推荐|阅读|文章|列表|内容)?|(?:猜你|猜您|大家|为你|为您|小编|编辑|你可能|您可能|你也许|你或许)(?:也|还|会|都|可能|为您|为你)*(?:喜欢|感兴趣|推荐|精选|在看|在读|想看)(?:的)?(?:阅读|文章|内容|好文|热文)?|(?:今日|本周|本月)(?:好文|热文|推荐|精选|荐文)(?:推荐)?|喜欢此内容的人还喜欢|(?:延伸|扩展|拓展|关联)阅读|看更多|更多新闻|历史文章|热点推荐|explore further|阅读[^。！？，]{2,14}更多(?:技术)?文章(?:合集)?|下一篇|上一篇|往期(?:文章)?(?:合集|精选|目录)?|関連(?:記事|リンク|ページ|エントリー|ニュース|コンテンツ)|(?:合わせて|あわせて)(?:読みたい|どうぞ|読む).{0,8}|こちらも(?:おすすめ|どうぞ|読まれて).{0,8}|おすすめ(?:の)?(?:記事|コンテンツ)?|(?:人気|新着|最近|最新)(?:の)?(?:記事|エントリー|ランキング|投稿)|この記事を(?:読んだ|見た)(?:人|方)(?:は|に).{0,20}|explore (?:the|this|these) topics?|more on this (?:topic|story)|related(?: (?:posts?|articles?|stories|story|reading|content|news|topics?|videos?|coverage|terms))?|more great .{1,20} stories|you (?:may|might|will|could)(?: also)? (?:like|enjoy|be interested in|have missed)|(?:read|see) (?:next|more)|read also|more (?:from|on(?! (?:that|this|it|which)\\b)|about|in|stories|articles|news|like this|posts|coverage|reading)\\b[^.,;!?]{0,40}|recommended(?: (?:reading|articles?|posts?|stories|for you|videos?))?|(?:most )?popular(?: (?:posts|articles|stories|now))?|trending(?: (?:now|stories|topics))?|(?:latest|recent|top) (?:posts|articles|stories|news)|don[’']t miss|up next|what to read next|keep reading|also (?:read|on)|read more (?:on|about|from).{0,40}|editors?[’']? picks|from around the web|around the web)(?:[（(]?点击(?:标题|图片|链接|文字|蓝字)(?:即可|可|直接)?(?:跳转|阅读|查看|直达|进入)[)）]?|[（(]点击.{0,8}[)）]|\\s点击.{0,8})?",
);

/** The same with the name of what there is more of; only before links, all to one site. */
export const moreHeading =
  /^[\s【[▶►●◆■☞👉>—-]*更多(?!资源|资料|参考|信息|文档|示例|例子|细节|选择|数据|工具|来源)[^，。！？：:\s]{1,8}[\s:：】\]…]*$/u;

/** Those of them under which bare titles, without links, are a list of articles. */
export const strictRelatedHeading =
  /阅读|文章|往期|更多精彩|精彩推荐|热[门点]推荐|猜你|猜您|喜欢|好文|热文|関連記事|読みたい|読まれて|人気記事|related (?:posts|articles|stories|reading)|you (?:may|might) also|recommended (?:reading|articles|posts|for you)|read next/iu;

/** The same and the links in one line. */
export const relatedLine =
  /^[\s【[▶►●◆■☞👉>]*(?:相关阅读|相关文章|相关报道|相关新闻|相关链接|推荐阅读|延伸阅读|拓展阅读|扩展阅读|看更多|更多新闻|関連記事|あわせて読みたい|合わせて読みたい|こちらもおすすめ|阅读更多|更多阅读|更多报道|往期推荐|往期回顾|related(?: (?:articles?|stories|story|posts?|reading|coverage))?|read (?:also|more|next)|also read|don[’']t miss|see also|more)\s*(?:[】\]]|[】\]]?\s*[:：|>»])/iu;

/** Headings of sections in which a site or an author speaks of themselves: gone when all below them is. */
export const promoHeading = whole(
  '(?:近期|热门|线下|本周|本期|更多|精彩|相关)?(?:活动|课程|福利|好物|好书|产品|直播|岗位|招聘|社群|服务|会议|大会|培训|广告)(?:推荐|预告|信息|通知|福利|报名|时间)?|粉丝福利|读者福利|文末福利|今日福利|今日互动|互动话题|抽奖|写在后面|关注我们?|联系我们?|加入我们?|关于我们|关于本站|欢迎关注|订阅|支持作者|赞赏|打赏|版权声明|免责声明|声明|公众号|我的公众号|扫码关注|交流群|加群|交流|最后|写在最后|结语|keep exploring|share|follow(?: us| me)?|subscribe|newsletter|support(?: us| me)?|stay (?:in touch|connected|updated)|contact(?: us)?|disclaimer|disclosure',
);

/** What buttons and counters at the end of a page are about; the rest of such a line is numbers and the like. */
export const counterWords =
  /点赞|赞同|赞\s*[\d(（]|顶一下|踩一下|收藏|评论|举报|分享|转发|在看|不喜欢|打赏|关注|阅读[数量]|浏览|投诉|反馈|字[号体]|支持|反对|发布于|编辑于|更新于|发表于|\b(?:shares?|likes?|comments?|tweets?|print|report|bookmark|follow|posted|updated|published)\b/i;

/** The same before the first line: how long it takes to read, whether it goes on. */
export const headCounterWords =
  /阅读(?:数|量|时长|时间)?\s*[:：]?\s*\d|浏览|人气|字数|字号|字体|预计|(?:自动)?刷新|直播(?:已结束|中)|举报|收藏|评论|分享|\bmin(?:ute)?s?\b.{0,8}\bread\b|\bread(?:ing)? time\b|\b(?:shares?|comments?|print|jump to|skip to|bookmark)\b/i;

/** Roles that a credit names before a colon or a bar. */
const roles =
  '责任编辑|责编|(?:本文|文字|图片|版面|视频|运营|值班|执行|新媒体)?编辑|校对|审核|审校|复审|终审|监制|主编|总编辑|(?:文章|原文)?作者|文|图|文\\s*[/&]\\s*图|图\\s*[/&]\\s*文|图文|撰文|撰稿|采写|采访|(?:见习|实习|本报|特约)?记者|实习生|通讯员|(?:文章|本文|信息|资料|稿件|原文|新闻|内容|图片)?来源|原标题|原文标题|原文(?:链接|地址)?|编译|翻译|译者|译|主持|剪辑|剪接|配乐|混音|后期|排版|制图|设计|出品|策划|统筹|封面图?|题图|头图|首图|图源|摄影|配图|版式|edited by|written by|reporting by|editing by|translated by|photos?|photos? (?:by|credits?)|images?(?: (?:credits?|source|via))?|featured image|source|via|credits?|author|editor';

/** A line that says who wrote, edited or published: neither chaff nor quite the article. */
export const creditLine = new RegExp(
  `^[\\s【\\[（(▲△|•·—-]*(?:(?:${roles})\\s*[:：丨|｜/]|(?:本文|文章|原文|稿件|内容|图片)(?:来自|来源|源自|转自|转载自|首发于|首发自|编译自|翻译自|译自|原载于?|选自|摘自|系|由[^。]{1,30}(?:编译|翻译|整理|投稿|授权)))`,
  'iu',
);
