import type { ChaffKind } from './kinds';
import { japaneseHint, japanesePhrases } from './phrasesJapanese';
import { ofAccounts } from './phrasesOfAccounts';
import { ofJobs } from './phrasesOfJobs';
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
  follow: ofAccounts,
  app: [
    [
      /(?:^|[，。！；：、:,;]|请|立即|马上|点击|点此|扫码|欢迎|即刻|快来|免费|来|去)下载(?![^。！？，]{0,10}(?:Windows|Mac|iOS|iPad|Linux|Ubuntu|Android|安卓|桌面|电脑|PC))[^。！？，]{0,16}(?:APP|客户端)/i,
      3,
    ],
    [
      /(?:打开|前往|登录|进入|使用|上|来|到|在)[^。！？，]{0,10}(?:APP|客户端)(?:内|中|里|上)?[^。！？，]{0,4}，?(?:查看|阅读|浏览|体验|看|参与|互动|观看|继续|订阅)/i,
      3,
    ],
    [/(?:尽在|都在|就在|就上|请认准|请到)[^。！？]{0,14}(?:APP|客户端|小程序)/i, 4],
    [/搜索?(?:微信)?小程序[“「【][^”」】]{2,16}[”」】][，,](?:看|查看|阅读|了解)更多/, 3],
    [
      /^(?:get|read|find|see|watch|follow|stay|catch|for)\b.{0,30}\b(?:news|stories|coverage|headlines|up to date|articles)\b.{0,20}\b(?:on|in|via|with|through) (?:our|the) (?:[\w-]+ ){0,3}app\b/i,
      3,
    ],
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
    [/[您你]的(?:支持|鼓励|点赞|推荐|关注)[^。！？]{0,10}(?:鼓励|动力|是对)/, 3],
    [/(?:支持|鼓励)(?:我|作者|博主|原创)/, 1],
    [/请(?:我们?|作者|博主|笔者)(?:喝|吃)[^。！？]{0,6}/, 3],
    [/微信(?:支付|打赏|赞赏).{0,6}支付宝|支付宝.{0,6}微信(?:支付|打赏|赞赏)?/, 2],
    [/\bbuy (?:me|us) (?:a |an )?(?:coffee|beer|tea|book)/i, 4],
    [
      /\b(?:support|sponsor) (?:me|us|my (?:work|writing)|our (?:work|journalism)|this (?:site|blog|work|newsletter|podcast|publication))\b/i,
      2,
    ],
    [/\b(?:patreon|ko-?fi|paypal|liberapay|github sponsors?)\b/i, 1],
    [
      /\b(?:become|becoming) (?:a|an) (?:[A-Z][\w’']* ){0,2}(?:patron|supporter|member|sponsor|paid subscriber|(?:free or )?paid)/i,
      3,
    ],
    [/\b(?:consider|please) (?:making a )?(?:donat|support|becom|contribut)/i, 2],
    [/\bsupport us\b.{0,40}\b(?:members?|membership|patreon|subscri\w+|donat\w+)\b/i, 2],
    [/\bsupport us (?:from|with|for|by)\b|\bsmall favou?r to ask\b/i, 2],
    [/\b(?:reader|subscriber|listener|member|viewer|donor)-?(?:funded|supported)\b/i, 2],
    [
      /\bwe (?:rely|depend) on (?:our |the )?(?:readers|subscribers|listeners|members|supporters|donations)\b/i,
      2,
    ],
    [/\bplease (?:help (?:us )?(?:out|keep)|subscribe|become)\b|\bby buying a subscription\b/i, 2],
    [/\bfor as little as\b.{0,12}\b(?:per|a) (?:month|week|year)\b/i, 2],
    [
      /\bsupport (?:independent|our|quality) (?:\w+ )?(?:publishing|journalism|reporting|writing|media|work)\b/i,
      2,
    ],
    [/\bmake a donation\b|\bdonate (?:now|here|today|via)\b/i, 2],
  ],
  subscribe: [
    [/\bsubscribe\b/i, 1],
    [
      /\bsubscribe (?:now|today|here|below|for free|for more|to (?:our|my|the (?:newsletter|blog|channel|podcast|magazine|mailing|e-?mail|site|show|journal)|get|receive|this|read|keep))\b/i,
      2,
    ],
    [/\b(?:our|my|this|the|free|weekly|daily) (?:\w+ ){0,2}newsletters?\b/i, 2],
    [/^sign up (?:to|for)|[.!?] sign up to (?:receive|get)\b/i, 1],
    [/(?:加入|订阅|免费)[^。！？]{0,24}(?:直送|送到|寄到|送达)[你您]的?(?:电子)?(?:信箱|邮箱)/, 3],
    [/加入[^。！？，]{0,14}会员[，,]?[^。！？]{0,24}(?:电子报|独享|专属|优惠)/, 3],
    [/\bsign(?:ing)? up (?:for|to|here|now|today|below)\b/i, 1],
    [/\b(?:in|to|into) your (?:in-?box(?:es)?|e-?mail)\b/i, 2],
    [/\bsign up for our (?:\w+ ){0,2}(?:e-?mails?|newsletters?|list)\b/i, 3],
    [/\bstay (?:updated|up[- ]to[- ]date|informed|in the loop|in the know) (?:with|on|about)\b/i, 2],
    [/\blaunching (?:an?|our) (?:\w+ ){0,2}newsletter\b|\bget our newsletters?\b/i, 3],
    [
      /\bjoin (?:over |more than )?[\d,.]+k?\+? (?:other )?(?:readers|subscribers|people|followers|developers|fans)/i,
      3,
    ],
    [/\b(?:enter|type|add) your e-?mail/i, 3],
    [/\bwant (?:to read )?more (?:\w+ )?like (?:this|these)\?/i, 2],
    [
      /\bnever miss (?:a|an|another) (?:post|story|article|episode|issue|update|recipe)(?=[:.!]|$| again\b)/i,
      3,
    ],
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
    [/(?:^|[，。！？?!\s]|欢迎|免费|请|立即|立刻|马上|点此)(?:订阅|加入)[^了过的。！？]{0,6}电子报/, 3],
    [/\bthanks for (?:reading|subscribing)\b.{0,80}\bsubscribe\b/i, 3],
    [/\breceive (?:new posts|notifications|updates)/i, 2],
    [
      /\bget (?:the )?(?:latest|new|our|all|weekly|daily|best)\b.{0,40}\b(?:newsletter|inbox|delivered|by email|via email|updates)/i,
      2,
    ],
    [/\bRSS\b.{0,12}订阅|订阅.{0,12}\bRSS\b|\b(?:our|my|subscribe|follow|grab)\b.{0,20}\bRSS\b/i, 2],
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
    [/[看读]到这[里儿]了?[，,]?[^。！？，]{0,8}(?:点|赞|关注|收藏|转发)/, 3],
    [/(?:记得|请|别忘了?)[^。！？，]{0,4}(?:按赞|点赞)/, 3],
    [
      /\bdon['’]t forget to\b.{0,20}\b(?:like(?= this|[,.! ]+(?:and |& )?(?:comment|share|subscribe|follow))|subscribe|share (?:this|it with|with)|follow (?:us|me)|clap)\b/i,
      3,
    ],
    [/sharing is caring/i, 4],
    [
      /\bclap\b.{0,30}\b(?:follow|story|writer)\b|\bview more content in (?:the|our) .{1,60} publication\b/i,
      3,
    ],
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

const entries = [
  ...Object.entries(byKind),
  ['ad', ofShops] as const,
  ['ad', ofJobs] as const,
  ...japanesePhrases,
];

export const phrases: readonly Phrase[] = entries.flatMap(([kind, list]) =>
  list.map(([pattern, weight]) => ({ kind: kind as ChaffKind, pattern, weight })),
);

/** Whether any phrase can match: most passages of an article fail this one test. */
export const anyPhrase = new RegExp(
  String.raw`扫|二维码|错过|星|右上角|available|otherwise|关注|公号|公众|订阅|视频号|微信|QQ|群|回复|发送|领|异议|投诉|需要|问题|支持|鼓励|福利|更多|最新|星标|置顶|不错过|长按|识别|保存|卡片|名片|蓝|手机|加|设为|下载|打开|APP|客户端|尽在|都在|认准|赏|请(?:我|作|博|笔)|支付|充电|授权|许可|允许|同意|转载|复制|摘编|镜像|投稿|合作|商务|版权|著作权|侵权|删除|处理|观点|立场|提供信息|构成|据此|风险|入市|投资|谨慎|盈亏|参考|学习|声明|申明|条款|共享|共用|署名|BY|CC|出处|网易号|搜狐号|大风号|企鹅号|百家号|头条号|一点号|澎湃号|自媒体|网络|本文|本站|本网|本平|本内|赞|三连|收藏|转发|分享|不易|动手|在看|喜欢|follow|find|catch|reach|twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|tiktok|discord|scan|download|install|app|coffee|beer|support|sponsor|patreon|ko-?fi|paypal|liberapay|becom|consider|please|donat|subscri|newsletter|sign|inbox|in-box|mail|join|receive|get|RSS|©|copyright|\(c\)|rights|reproduc|republish|permission|consent|approval|affiliate|commission|FTC|amazon|views|opinions|advice|disclaimer|disclosure|licens|creative|share|like|tweet|clap|may not|must not|点击|点上|点下|戳|头像|备注|抽|成为|粉丝|脸书|追踪|寻求|邮箱|来稿|线索|热线|采用|遵循|协议|原创|首发|独家|抖内|赞助|电子报|推广|广告|购买|下单|抢购|券|优惠|折扣|同款|同款|首月|首年|限时|折|满减|包邮|选购|入手|tag|mention|tried|made this|favou?r|view more|reader|spam|preferences|manage|update|list|browser|submitting|caring|disclosure|% off|code|sponsored|presented|powered|brought|shop|buy|order|grab|购票|story|tip|点这里|点右|点一|感谢|谢谢|看完|有收获|搜|收听|听友|侵|供稿|listen|rate|podcast|miss|第一时间|及时|want|招聘|招人|诚聘|简历|内推|加入|hiring|recruit|career|opening|job|${japaneseHint}`,
  'i',
);
