import type { ChaffKind } from './kinds';
import { japaneseHint, japanesePhrases } from './phrasesJapanese';
import { ofNotices } from './phrasesOfNotices';
import { ofShops } from './phrasesOfShops';

/** A wording that hints at chaff. */
export interface Phrase {
  readonly kind: ChaffKind;
  readonly pattern: RegExp;
  /** 1: also said in articles; 2: rarely; 3: hardly ever outside of chaff, when the block is short. */
  readonly weight: 1 | 2 | 3 | 4;
}

/**
 * Wordings of invitations and notices, in Chinese and in English, as sites, accounts and authors put them
 * around articles. One of them in a sentence proves nothing: `score` weighs them against the length of
 * the block, its place and what else it says. All are bounded, so matching is linear.
 */
const byKind: Readonly<Partial<Record<ChaffKind, readonly (readonly [RegExp, Phrase['weight']])[]>>> = {
  follow: [
    [
      /(?:长按|扫描|扫码|扫一扫|识别|微信扫|扫下|扫上|扫右|扫左|保存)[^。！？]{0,12}(?:二维码|小程序码|下图|上图|图中)/,
      3,
    ],
    [/(?:长按|扫码|扫一扫|扫描|识别)[^。！？]{0,8}(?:关注|添加|加入|进群|入群|下载|咨询|报名|领取)/, 3],
    [
      /(?:下方|上方|下面|上面|文末|左侧|右侧|左边|右边|下图|上图|以下|上图)的?(?:微信)?(?:二维码|小程序码|卡片|名片)/,
      3,
    ],
    [/(?:微信|手机|QQ)扫(?:一扫|码)/, 2],
    [/二维码/, 1],
    [/(?:微信)?扫(?:一扫|码)[，,]?(?:分享|手机|关注|下载|看|打开|阅读)/, 3],
    [/(?:用手机|在手机上|手机)(?:扫码)?(?:扫|打开|阅读|查看|浏览|看)/, 2],
    [
      /(?:点击|戳|点)(?:上方|下方|左上|右上|左下|右下|上面|下面|顶部|底部)[^。！？]{0,16}(?:关注|订阅|加入|收听)/,
      4,
    ],
    [/(?:点击|点|戳)[^。！？]{0,6}(?:蓝字|蓝色字|名片|卡片)/, 4],
    [
      /(?:欢迎|敬请|请|记得|赶紧|赶快|快来|别忘了?|可以|点击|一键|立即|马上|长按|扫码|搜索)[^。！？，]{0,6}关注/,
      2,
    ],
    [
      /关注(?:我们?|本号|本公众号|公众号|公号|微信|官微|官方|博主|作者|小编|订阅号|视频号|专栏|不迷路|星标)/,
      2,
    ],
    [
      /(?:点击?|戳|轻触|按)(?:一下)?(?:上方|下方|顶部|左上角?|右上角?|文末|下面|头像)[^。！？]{0,4}(?:[“「"【《『]|头像|标题|名字|小字)/,
      3,
    ],
    [/(?:点击?|戳)[^。！？，]{0,4}(?:头像|主页)[^。！？，]{0,8}(?:关注|查看|观看)/, 3],
    [/(?:粉丝|读者|书友|玩家|车友|铁杆|官方|交流|微信|QQ|Q|技术)群(?:号)?\s*[:：]?\s*\d[\d-]{4,}/i, 3],
    [/备注[^。！？]{0,20}(?:领取|领|入群|进群|加群|获取|通过|拉你)/, 3],
    [/微信名片/, 2],
    [/^[\s\p{P}\p{S}]*推荐关注[“「『【《]/u, 4],
    [
      /^[\s\p{P}\p{S}]*关注[“「『【《][^”」』】》]{1,16}[”」』】》](?:[，,！!。～~\s]|$|一起|获取|了解|公众号|视频号)/u,
      3,
    ],
    [/^[\s\p{P}\p{S}]*关注(?:我们?|本号)\s*[，,！!~～]/u, 3],
    [/(?:听友|书友|粉丝|读者|同好)群/, 1],
    [/(?:在|到)[^。！？]{1,30}(?:搜索|搜)[^。！？]{0,14}(?:订阅|收听|关注|观看)/, 3],
    [
      /(?:订阅|收听)[^。！？]{0,20}(?:小宇宙|喜马拉雅|蜻蜓FM|荔枝|苹果播客|网易云音乐|Apple Podcasts?|Spotify|KKBOX|SoundOn|Firstory)/i,
      2,
    ],
    [
      /\b(?:listen|subscribe|follow|rate|review|find|leave)\b.{0,40}\b(?:apple podcasts?|itunes|spotify|google podcasts?|overcast|pocket casts?|stitcher)\b/i,
      3,
    ],
    [
      /(?:文末|评论区|留言|每周|每期|每天|随机)[^。！？]{0,6}(?:抽奖|抽[一二三四五六七八九十\d]+(?:位|名|个)|赠书|送书)/,
      2,
    ],
    [
      /(?:申请|想要?|欢迎|邀请[你您])(?:成为|加入)[^。！？]{1,14}(?:作者|创作者|会员|达人|合伙人|志愿者|撰稿人)/,
      3,
    ],
    [
      /(?:粉丝(?:专页|团|页)|脸书|IG|Instagram|Threads|YouTube频道)[^。！？]{0,10}(?:按赞|追踪|关注|加入|订阅|请|[:：])/i,
      2,
    ],
    [/(?:按赞|追踪|订阅|加入)[^。！？]{0,14}(?:粉丝专页|粉丝团|粉专|脸书|频道|LINE|好友|IG|社团)/i, 3],
    [/(?:更多|最新|精彩)[^。！？，]{0,6}(?:视频|文章|内容|资讯)[^。！？]{0,12}(?:关注|订阅|追踪)/, 2],
    [
      /(?:关注|搜索|搜一搜|微信搜|订阅)[^。！？]{0,14}(?:公众号|公号|订阅号|视频号|抖音号|服务号|头条号|百家号)/,
      3,
    ],
    [/(?:微信)?(?:公众号|公号|订阅号|视频号)(?:\s*[:：]|\s*[“"「【《])/, 2],
    [/(?:本|我的?|我们的?|官方|个人|同名)(?:微信)?(?:公众号|公号|订阅号)/, 1],
    [/(?:公众号|微信号?)\s*(?:ID\s*[:：]|[:：][^。，]{1,16}[（(]\s*ID)/i, 3],
    [/^官方(?:微博|微信|抖音|小红书|B站)\s*[:：]/, 3],
    [/微信(?:号|ID|公众号|公众平台)?\s*[:：]\s*[A-Za-z][\w-]{3,}/i, 3],
    [/(?:官方)?(?:微信|微博|QQ群?|Q群|电报群|交流群|群号)\s*[:：]\s*@?[\w\u4e00-\u9fff]/i, 2],
    [/QQ群?\s*[:：(（]?\s*\d{6,}/i, 3],
    [/(?:加|添加)(?:我|小编|作者|群主|助手|小助手|客服)?(?:的)?(?:微信|VX|V信|企业微信|好友)/i, 2],
    [/(?:微信|QQ|交流|技术|读者|粉丝|讨论|学习|用户)(?:交流|讨论)?群/i, 1],
    [/(?:进群|入群|拉你|加群|加入[^。！？]{0,8}群)/, 2],
    [/(?:后台|公众号|本号|对话框)(?:内|里|中|后台)?(?:发送|回复)/, 3],
    [
      /(?:回复|发送)[^。！？]{0,4}[“"「【『'][^”"」】』'。！？]{1,20}[”"」】』'][^。！？]{0,14}(?:获取|领取|即可|下载|查看|得到)/,
      3,
    ],
    [
      /(?:免费|限时|独家)?(?:领取|领|获取|送)[^。！？]{0,10}(?:资料|福利|红包|优惠券?|礼包|大礼|干货|电子书|学习包)/,
      2,
    ],
    [/粉丝福利|更多福利/, 2],
    [/(?:了解|获取|知道|看到|查看|收看|阅读)更多/, 1],
    [
      /(?:更多|最新|精彩|获取更多|了解更多)[^。！？]{0,16}(?:内容|资讯|信息|新闻|攻略|精彩|文章|干货|视频|详情|动态|报道|消息|情报|故事|观点|知识)[^。！？]{0,10}(?:请?关注|敬请|请?点击|请?访问|请?登录|请?下载|请?搜索|扫)/,
      3,
    ],
    [
      /(?:第一时间|及时)[^。！？，]{0,6}(?:看到|收到|获取|了解|获得|知道)[^。！？，]{0,8}(?:文章|更新|推送|内容|消息|资讯)/,
      1,
    ],
    [/不(?:再|会|要)错过[^。！？]{0,4}(?:更新|推送|文章|内容)/, 1],
    [
      /(?:给|留|打)(?:我们?|个|下|上)?(?:个|下)?(?:五|5)(?:颗|顆|个)?星(?:好评|评价|评论|评分)?|(?:五|5)星好评/,
      2,
    ],
    [
      /(?:Apple Podcasts?|Spotify|小宇宙|喜马拉雅|苹果播客|KKBOX|豆瓣|App Store)[^。！？]{0,14}(?:好评|评分|评价|评论|留言|打分)/i,
      2,
    ],
    [/(?:设为|加|标为?)(?:个)?(?:星标|置顶)/, 2],
    [/不错过(?:每|精彩|最新|任何|推送)/, 1],
    [/^(?:欢迎|敬请)(?:大家)?(?:关注|订阅|加入|扫码|添加)/, 3],
    [
      /^follow [^.!?]{1,40} on (?:google news|twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|flipboard)\b/i,
      2,
    ],
    [/\bfollow (?:us|me|along|our|@\w+|\w+) (?:on|at|via|for)\b/i, 3],
    [
      /\b(?:find|catch|reach) (?:us|me) (?:on|at) (?:twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|tiktok|x\b)/i,
      3,
    ],
    [
      /\b(?:on|via) (?:twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|tiktok|google news|discord)\b/i,
      1,
    ],
    [/\blike (?:us|our page) on facebook/i, 3],
    [/\b(?:tag|mention) (?:us|me|@\w+)/i, 2],
    [/(?:^|[.!?]\s+)follow @\w+/i, 2],
    [/\btried (?:it|this|the) (?:recipe|dish|project|pattern)\?|\bmade this (?:recipe|dish|project)\?/i, 2],
    [/\bjoin (?:us|our|the)\b.{0,30}\b(?:community|channel|subreddit)/i, 2],
    [/\bjoin (?:us|our|the)\b.{0,30}\b(?:discord|slack|telegram|facebook group)/i, 3],
    [/\b(?:check (?:us )?out|subscribe to|watch|visit)\b.{0,40}\b(?:on youtube|youtube channel)/i, 3],
    [/扫描?[^。！？，]{0,8}QR ?code/i, 3],
    [/^[\s\p{P}\p{S}]*关注[^，。！？“「]{2,12}[，,](?:每|不|一起|了解|看|读|听|带|让)/u, 2],
    [/\bscan (?:the|this) (?:qr )?code/i, 2],
  ],
  app: [
    [
      /(?:^|[，。！；：、:,;]|请|立即|马上|点击|点此|扫码|欢迎|即刻|快来|免费|来|去)下载[^。！？，]{0,16}(?:APP|客户端)/i,
      3,
    ],
    [
      /(?:打开|前往|登录|进入|使用|上|来|到|在)[^。！？，]{0,10}(?:APP|客户端)(?:内|中|里|上)?[^。！？，]{0,4}，?(?:查看|阅读|浏览|体验|看|参与|互动|观看|继续|订阅)/i,
      3,
    ],
    [/(?:尽在|都在|就在|就上|请认准|请到)[^。！？]{0,14}(?:APP|客户端|小程序)/i, 4],
    [/(?:APP|客户端)(?:扫码)?(?:下载|打开|内打开|内查看)/i, 2],
    [/(?:iOS|安卓|Android|苹果)[^。！？]{0,8}(?:下载|扫码|版下载)/i, 1],
    [
      /(?:^|[.!?]\s+|please |now )(?:download|get|install|try|open)\b.{0,24}\b(?:our|the|free|in the|in)\b.{0,16}\bapp\b/i,
      2,
    ],
    [/^(?:download|get|install) our\b.{0,16}\bapps?\b/i, 1],
    [/\b(?:available|read (?:it|this|more)|continue) (?:on|in) (?:the|our) .{0,16}app\b/i, 2],
  ],
  tip: [
    [/(?:赞赏|打赏)(?:作者|支持|码|一下|博主|我|本文|鼓励)/, 3],
    [/(?:给|向|为)(?:作者|我|博主|小编)[^。！？]{0,6}(?:打赏|赞赏|充电|投币|加鸡腿)/, 3],
    [/打赏|赞赏|抖内|赞助我|小额(?:赞助|捐款)/, 1],
    [
      /(?:小额|定期|单次|线上|捐款|赞助)[^。！？]{0,6}(?:赞助|支持|捐款)[^。！？]{0,6}(?:我们|本站|本台|节目|作者|创作|独立)/,
      3,
    ],
    [/(?:请|可以|可|欢迎|随意|扫码)[^。！？]{0,6}(?:打赏|赞赏)/, 2],
    [/[您你]的支持[^。！？]{0,10}(?:鼓励|动力|是对)/, 3],
    [/(?:支持|鼓励)(?:我|作者|博主|原创)/, 1],
    [/请(?:我|作者|博主|笔者)(?:喝|吃)[^。！？]{0,6}/, 3],
    [/微信(?:支付|打赏|赞赏).{0,6}支付宝|支付宝.{0,6}微信(?:支付|打赏|赞赏)?/, 2],
    [/\bbuy (?:me|us) (?:a |an )?(?:coffee|beer|tea|book)/i, 4],
    [
      /\b(?:support|sponsor) (?:me|us|my (?:work|writing)|our (?:work|journalism)|this (?:site|blog|work|newsletter|podcast|publication))\b/i,
      2,
    ],
    [/\b(?:patreon|ko-?fi|paypal|liberapay|github sponsors?)\b/i, 1],
    [
      /\b(?:become|becoming) (?:a|an) (?:patron|supporter|member|sponsor|paid subscriber|(?:free or )?paid)/i,
      3,
    ],
    [/\b(?:consider|please) (?:making a )?(?:donat|support|becom|contribut)/i, 2],
    [/\bsupport us (?:from|with|for|by)\b|\bsmall favou?r to ask\b|\breader-?(?:funded|supported)\b/i, 2],
    [/\bmake a donation\b|\bdonate (?:now|here|today|via)\b/i, 2],
  ],
  subscribe: [
    [/\bsubscribe\b/i, 1],
    [
      /\bsubscribe (?:now|today|here|below|for free|for more|to (?:our|my|the (?:newsletter|blog|channel|podcast|magazine|mailing|e-?mail|site|show|journal)|get|receive|this|read|keep))\b/i,
      2,
    ],
    [/\b(?:our|my|this|the|free|weekly|daily) (?:\w+ ){0,2}newsletters?\b/i, 2],
    [/\bsign(?:ing)? up (?:for|to|here|now|today|below)\b/i, 1],
    [/\b(?:in|to|into) your (?:in-?box|e-?mail)\b/i, 2],
    [
      /\bjoin (?:over |more than )?[\d,.]+k?\+? (?:other )?(?:readers|subscribers|people|followers|developers|fans)/i,
      3,
    ],
    [/\b(?:enter|type|add) your e-?mail/i, 3],
    [/\bwant (?:to read )?more (?:\w+ )?like (?:this|these)\?/i, 2],
    [/\bunsubscribe\b/i, 1],
    [
      /\byou(?:['’]re| are) (?:receiving|getting|subscribed to) (?:this|these|our)\b|\byou received this (?:e-?mail|newsletter|message)\b|\bthis e-?mail was sent to\b/i,
      4,
    ],
    [
      /\b(?:update|manage|change) (?:your (?:e-?mail |subscription )?(?:preferences|subscription|settings)|(?:e-?mail |subscription )(?:preferences|settings))\b/i,
      3,
    ],
    [/\bunsubscribe (?:from this|at any time|anytime|here|any time)\b/i, 2],
    [/\bhow you receive these e-?mails\b/i, 4],
    [/\bview (?:this|it) (?:e-?mail )?(?:in|on) (?:your|a|the) (?:web )?browser\b/i, 3],
    [/\bno spam\b/i, 2],
    [
      /\b(?:free|my|our) (?:[\w-]+ ){0,3}(?:e-?book|guide|cheat ?sheet|printable)s? when you (?:join|sign|subscribe)/i,
      3,
    ],
    [/\bjoin (?:the|my|our) (?:(?:mailing|e-?mail) )?list\b/i, 2],
    [/\bby (?:submitting|subscribing|signing up|entering your)\b.{0,60}\b(?:agree|consent|accept)/i, 3],
    [/(?:^|[，。！\s]|欢迎|免费|请|立即|立刻|马上|点此)(?:订阅|加入)[^了过的。！？]{0,6}电子报/, 3],
    [/\bthanks for (?:reading|subscribing)\b.{0,80}\bsubscribe\b/i, 3],
    [/\breceive (?:new posts|notifications|updates)/i, 2],
    [
      /\bget (?:the )?(?:latest|new|our|all|weekly|daily|best)\b.{0,40}\b(?:newsletter|inbox|delivered|by email|via email|updates)/i,
      2,
    ],
    [/\bRSS\b.{0,12}(?:订阅|feed)|(?:订阅|feed).{0,12}\bRSS\b/i, 2],
    [/(?:欢迎|点击|免费|立即|邮件|邮箱)[^。！？]{0,6}订阅/, 2],
    [/订阅(?:我们|本站|本刊|电子报|邮件|周刊|更新|newsletter)/i, 2],
  ],
  notice: ofNotices,
  share: [
    [
      /(?:点个|点一个|随手点|顺手点|记得点|帮忙点|给个)[^。！？]{0,4}(?:赞|在看|关注|收藏|小心心|喜欢|star)/i,
      3,
    ],
    [/^点(?:个)?(?:分享|收藏|点?赞|在看)$/, 4],
    [/[「“"]在看[」”"]/, 3],
    [/评论区(?:留言|聊聊|见)[^。！？]{0,12}(?:点赞|送|抽|福利)/, 3],
    [/(?:帮我|帮忙)[^。！？]{0,4}(?:小忙|个忙)/, 2],
    [/(?:一键|素质|求|给个)三连(?![^。！？]{0,3}[的是])/, 3],
    [/点赞[^。！？]{0,6}(?:收藏|关注|在看|转发|评论|分享|投币)|(?:收藏|转发|分享|在看)[^。！？]{0,4}点赞/, 3],
    [/(?:长按|双击)点赞|点赞(?:加|\+)关注|关注不迷路/, 3],
    [
      /(?:点赞|收藏|转发|在看|三连|关注|投币)[^，。！？]{0,4}(?:啊|哦|吧|呀|呗|哟|喔|嘛|啦|走起)(?=[，。！？~～\s]|$)/,
      2,
    ],
    [/sharing is caring/i, 4],
    [/(?:求|跪求|欢迎)(?:点)?(?:赞|关注|转发|收藏|三连|分享|打赏|留言)/, 2],
    [
      /(?:觉得|如果|喜欢(?![^。，]{0,8}的?(?:可以|可|就|多|少|人))|认为|对你|对您)[^。！？]{0,24}(?:点赞|点个|收藏|转发|关注|分享给|分享到|在看|三连|打赏|赞赏)/,
      3,
    ],
    [/(?:分享|转发)(?:给|到|至)(?:更多|你的|朋友|身边|好友|微信|微博|朋友圈|QQ)/, 2],
    [/(?:原创|码字|创作|整理|写作|编辑|排版|制作|更新|翻译|拍摄)不易/, 2],
    [/(?:感谢|谢谢)[^。！？，]{0,4}(?:转发|分享|点赞|三连|支持|关注)/, 1],
    [/(?:觉得|喜欢|好看)[^。！？]{0,8}(?:点这里|点右下|点一点|点一下|戳这里)/, 3],
    [/看完(?:本文|这篇)?[^。！？]{0,6}(?:有收获|有用|有启发|有帮助)/, 2],
    [/动动(?:小|你的)?手(?:指)?/, 1],
    [
      /(?:打开|使用|用)微信[^。！？]{0,4}扫一扫[^。！？]{0,20}(?:分享|转发|朋友圈)|(?:点击|点)(?:屏幕|页面)?右上角[^。！？]{0,8}(?:分享|转发)/,
      4,
    ],
    [/分享让更多人看到|分享到\s*[:：]?$/, 4],
    [/(?:喜欢此内容的人还喜欢|预览时标签不可点|轻触阅读原文|微信扫一扫.{0,4}关注该公众号)/, 4],
    [/\bshare (?:this|it|on|via|with (?:your )?friends)\b/i, 2],
    [/^(?:share|like|tweet) this\b/i, 2],
    [/\b(?:like|comment),? (?:and |& )?(?:subscribe|share)\b/i, 2],
    [
      /\bif you (?:enjoyed|liked|found)\b.{0,60}\b(?:share|subscribe|follow|clap|like|consider|tweet|sign up)/i,
      3,
    ],
  ],
};

const entries = [...Object.entries(byKind), ['ad', ofShops] as const, ...japanesePhrases];

export const phrases: readonly Phrase[] = entries.flatMap(([kind, list]) =>
  list.map(([pattern, weight]) => ({ kind: kind as ChaffKind, pattern, weight })),
);

/** Whether any phrase can match: most passages of an article fail this one test. */
export const anyPhrase = new RegExp(
  String.raw`扫|二维码|错过|星|右上角|available|otherwise|关注|公号|公众|订阅|视频号|微信|QQ|群|回复|发送|领|异议|投诉|需要|问题|支持|鼓励|福利|更多|最新|星标|置顶|不错过|长按|识别|保存|卡片|名片|蓝|手机|加|设为|下载|打开|APP|客户端|尽在|都在|认准|赏|请(?:我|作|博|笔)|支付|充电|授权|许可|允许|同意|转载|复制|摘编|镜像|投稿|合作|商务|版权|著作权|侵权|删除|处理|观点|立场|提供信息|构成|据此|风险|入市|投资|谨慎|盈亏|参考|学习|声明|申明|条款|共享|共用|署名|BY|CC|出处|网易号|搜狐号|大风号|企鹅号|百家号|头条号|一点号|澎湃号|自媒体|网络|本文|本站|本网|本平|本内|赞|三连|收藏|转发|分享|不易|动手|在看|喜欢|follow|find|catch|reach|twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|tiktok|discord|scan|download|install|app|coffee|beer|support|sponsor|patreon|ko-?fi|paypal|liberapay|becom|consider|please|donat|subscri|newsletter|sign|inbox|in-box|mail|join|receive|get|RSS|©|copyright|\(c\)|rights|reproduc|republish|permission|consent|approval|affiliate|commission|FTC|amazon|views|opinions|advice|disclaimer|disclosure|licens|creative|share|like|tweet|clap|may not|must not|点击|点上|点下|戳|头像|备注|抽|成为|粉丝|脸书|追踪|寻求|邮箱|来稿|线索|热线|采用|遵循|协议|原创|首发|独家|抖内|赞助|电子报|推广|广告|购买|下单|抢购|券|优惠|折扣|同款|同款|首月|首年|限时|折|满减|包邮|选购|入手|tag|mention|tried|made this|favou?r|reader|spam|preferences|manage|update|list|browser|submitting|caring|disclosure|% off|code|sponsored|presented|powered|brought|shop|buy|order|grab|购票|story|tip|点这里|点右|点一|感谢|谢谢|看完|有收获|搜|收听|听友|侵|供稿|listen|rate|podcast|第一时间|及时|want|${japaneseHint}`,
  'i',
);
