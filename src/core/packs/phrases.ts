import type { ChaffKind } from './kinds';
import { japaneseHint, japanesePhrases } from './phrasesJapanese';

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
    [/^[\s\p{P}\p{S}]*(?:推荐)?关注[“「『【《]/u, 3],
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
    [/(?:设为|加|标为?)(?:个)?(?:星标|置顶)/, 2],
    [/不错过(?:每|精彩|最新|任何|推送)/, 1],
    [/^(?:欢迎|敬请)(?:大家)?(?:关注|订阅|加入|扫码|添加)/, 3],
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
    [
      /\bjoin (?:us|our|the)\b.{0,30}\b(?:discord|slack|telegram|facebook group|community|channel|subreddit)/i,
      2,
    ],
    [/\b(?:check (?:us )?out|subscribe to|watch|visit)\b.{0,40}\b(?:on youtube|youtube channel)/i, 3],
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
      /\bsubscribe (?:now|today|here|below|for free|for more|to (?:our|my|the|get|receive|this|read|keep))\b/i,
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
    [/\bunsubscribe\b/i, 1],
    [
      /\byou(?:['’]re| are) (?:receiving|getting|subscribed to) (?:this|these|our)\b|\byou received this (?:e-?mail|newsletter|message)\b|\bthis e-?mail was sent to\b/i,
      4,
    ],
    [
      /\b(?:update|manage|change) (?:your )?(?:e-?mail |subscription |email )*(?:preferences|subscription|settings)\b/i,
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
    [/(?:订阅|加入|免费)[^。！？]{0,6}电子报/, 3],
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
  notice: [
    [
      /(?:未经|未获|没有)[^。！？]{0,16}(?:许可|授权|允许|同意)[^。！？]{0,24}(?:不得|禁止|严禁|谢绝|请勿|勿)/,
      3,
    ],
    [/(?:不得|禁止|严禁|谢绝|请勿|拒绝)[^。！？]{0,10}(?:转载(?![货客人物])|复制|摘编|镜像|盗用|抄袭)/, 3],
    [
      /(?:转载|引用|摘编|转发)[^。！？]{0,10}(?:请|须|需|必须|务必)[^。！？]{0,8}(?:注明|联系|标明|保留|告知|附上|授权)/,
      3,
    ],
    [
      /(?:转载|授权|合作|投稿|商务)[^。！？]{0,8}(?:请|可|事宜)[^。！？]{0,8}(?:联系|联络|邮件|发送|加微信|后台|留言)/,
      3,
    ],
    [
      /(?:寻求报道|投稿|爆料|商务合作|广告合作|内容合作|媒体合作|市场合作|报料|来稿|转载|约稿|线索)[^。！？]{0,12}(?:邮箱|邮件|投递|发送至|发至|热线|电话|微信)/,
      3,
    ],
    [/(?:授权|独家|首发)[^。！？]{0,6}(?:发布|刊发|刊载|转载|发表)/, 1],
    [/(?:禁止|谢绝|请勿|不得)(?:转载(?![货客人物])|摘编|二次转载|商用)/, 1],
    [/(?:采用|遵循|基于|使用)[^。！？]{0,36}(?:许可|协议|授权)/, 2],
    [/个人原创|原创内容|本作品系原创/, 1],
    [/侵(?:权)?(?:请)?(?:联系?)?(?:我们?|作者|小编)?删/, 3],
    [
      /^[\s\p{P}\p{S}]*(?:商务|广告|内容|媒体|品牌|市场)?(?:合作|投稿|转载|授权|供稿)(?:联系|邮箱|微信|事宜|咨询|请联系|方式)?\s*[:：]\s*\S{3,60}$/u,
      3,
    ],
    [/欢迎[^。！？]{0,8}转载/, 2],
    [/(?:异议|投诉|侵权|疑问|需要|问题)[^。！？]{0,8}(?:请|可)?(?:联系|联络|发送邮件)/, 3],
    [/(?:版权|著作权)(?:归|属于?|均属|所属|为)[^。！？]{1,30}(?:所有|共有)?/, 2],
    [/版权所有|版权归属/, 3],
    [/侵权[^。！？]{0,4}(?:必究|删除|即删|请联系|请告知)|(?:如有|若有|如果?|涉及|构成)[^。！？]{0,8}侵权/, 3],
    [/(?:联系|通知|告知)[^。！？]{0,8}(?:删除|处理|下架)/, 2],
    [/(?:仅|只|均)?代表(?:作者|原作者|嘉宾|发言者)?(?:本人|个人|自己)?的?(?:观点|意见)/, 3],
    [/不(?:代表|反映)[^。！？]{1,24}(?:立场|观点)/, 3],
    [/仅?提供信息(?:存储|发布)[^。！？]{0,8}(?:服务|平台)/, 4],
    [
      /(?:不|并不|均不|亦不)构成[^。！？]{0,12}(?:投资|操作|任何|买卖)[^。！？]{0,8}(?:建议|依据|意见|推荐)/,
      3,
    ],
    [/(?:据此操作|风险自担|风险自负|入市需谨慎|投资需谨慎|投资有风险|谨慎决策|盈亏自负)/, 2],
    [/(?:仅|只|仅作)?供?(?:参考|学习|交流|学习交流|分享)(?=[，。,]|$)/, 1],
    [/(?:与|和)[^。！？]{1,10}(?:立场)?无关/, 2],
    [/(?:传播|传递)更多信息(?:的|之)?目的|传递更多信息之/, 3],
    [/(?:来源标注|标注来源|来源|版权)[^。！？]{0,6}(?:错误|有误|问题)[^。！？]{0,24}(?:权益|联系|更正)/, 3],
    [/不(?:对|保证)[^。！？]{0,24}(?:准确性|可靠性|完整性|真实性)/, 3],
    [/自行承担(?:全部)?(?:责任|风险)|一切后果自负|风险自(?:担|负)/, 2],
    [/(?:观点|意见|陈述)[^。！？]{0,12}(?:保持中立|不作推荐)|不作推荐/, 2],
    [/(?:已获|获得|经)[^。！？]{0,6}授权/, 1],
    [
      /^[\s【[（(*※>-]*(?:免责|版权|特别|郑重|平台|广告|转载|原创|侵权|重要|风险)(?:声明|申明|条款|说明|告知)/,
      3,
    ],
    [/(?:免责|版权|特别|郑重|平台|广告|转载|原创|侵权|重要|风险)(?:声明|申明|条款|说明)/, 1],
    [/^[【[（(]?声明[】\])）]?\s*[:：]/, 2],
    [/(?:知识共享|创作共用|署名-?非商业|CC[ -]BY|BY-(?:NC|SA|ND)|Creative Commons)/i, 2],
    [/(?:原文出处链接|本声明|原文链接和本|出处链接)/, 2],
    [
      /(?:自媒体|网易号|搜狐号|大风号|企鹅号|百家号|头条号|一点号|澎湃号)[^。！？]{0,16}(?:上传|发布|平台)/,
      2,
    ],
    [/(?:图片|素材|内容|文字|资料)[^。！？]{0,8}(?:来源于?|来自|源自|取自|摘自)(?:于)?(?:网络|互联网)/, 2],
    [/本(?:文|内容|站|网站|平台)(?:所有|全部|所载|内容|信息|文章|图片)/, 1],
    [/\ball rights reserved\b/i, 3],
    [/(?:©|\(c\)|&copy;|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}|by\b)/i, 2],
    [/\b(?:may|must) not be (?:reproduced|republished|redistributed|published|copied|rewritten)/i, 3],
    [/\bwithout (?:the )?(?:express |prior |explicit )*(?:written )?(?:permission|consent|approval)/i, 2],
    [/\b(?:contains?|use|uses|using|has|are|via) (?:\w+ ){0,3}affiliate links?\b|\baffiliate links?\b/i, 2],
    [/\b(?:earn|receive|get|make) (?:a |an |us )?(?:small )?(?:affiliate |referral )?commissions?\b/i, 2],
    [/^FTC\s*:|\bas an amazon associate\b/i, 4],
    [
      /\b(?:views|opinions) (?:expressed|are)\b.{0,60}\b(?:do not|don't|not necessarily|my own|their own|solely)/i,
      3,
    ],
    [/\bnot (?:constitute |intended as |be construed as )?(?:financial|investment|legal|medical) advice/i, 2],
    [/^disclaimer\b|^disclosure\b/i, 2],
    [
      /\b(?:post|article|page|review|story|site|blog|newsletter|content|links?)\b.{0,16}\b(?:may |might |can )?(?:contains?|includes?|has|have|are)\b.{0,12}\baffiliate\b/i,
      2,
    ],
    [
      /\b(?:see|read) (?:our|my|the) (?:full )?(?:disclosure|affiliate|ethics|privacy)(?: (?:policy|statement|disclosure|notice))?/i,
      2,
    ],
    [/\blicensed under\b|\bcreative commons\b/i, 2],
  ],
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
    [/sharing is caring/i, 4],
    [/(?:求|跪求|欢迎)(?:点)?(?:赞|关注|转发|收藏|三连|分享|打赏|留言)/, 2],
    [
      /(?:觉得|如果|喜欢|认为|对你|对您)[^。！？]{0,24}(?:点赞|点个|收藏|转发|关注|分享给|分享到|在看|三连|打赏|赞赏)/,
      3,
    ],
    [/(?:分享|转发)(?:给|到|至)(?:更多|你的|朋友|身边|好友|微信|微博|朋友圈|QQ)/, 2],
    [/(?:原创|码字|创作|整理|写作|编辑|排版|制作|更新|翻译|拍摄)不易/, 2],
    [/(?:感谢|谢谢)[^。！？，]{0,4}(?:转发|分享|点赞|三连|支持|关注)/, 1],
    [/看完(?:本文|这篇)?[^。！？]{0,6}(?:有收获|有用|有启发|有帮助)/, 2],
    [/动动(?:小|你的)?手(?:指)?/, 1],
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

/** Words of shops and sponsors, which the lines of an article use as well: few of them weigh much. */
const ofShops: readonly (readonly [RegExp, Phrase['weight']])[] = [
  [/^[\s]*[【[（(「](?:推广|广告|赞助|AD|PR|推荐广告|合作推广)[】\])）」]/i, 4],
  [
    /(?:^|[，。！；\s])(?:点此|点击|戳|立即|马上|直接|即刻)[^。！？，]{0,10}(?:购买|下单|抢购|领券|领取优惠券|选购|入手)/,
    3,
  ],
  [/券后|到手价|领券|优惠码|折扣码|优惠券|粉丝价|专享价|团购价|拼团价|满减|包邮/, 2],
  [/(?:文中|文内|图中|本文|视频)同款/, 2],
  [
    /(?:首月|首年|限时|早鸟|开通|折扣|购票|特惠)[^。！？]{0,8}(?:\d+(?:\.\d+)?\s*(?:元|折)|优惠|VIP|会员)/i,
    2,
  ],
  [/\d+ ?折(?:购票|优惠|抢购|起)/, 2],
  [/(?:扫描|扫码|点击)[^。！？]{0,10}(?:购票|报名|购买|订购|抢购)/, 3],
  [/\b\d+ ?% off\b/i, 2],
  [/\b(?:with|use|using|enter) (?:the |promo |discount |coupon |our |my )*code:? ['"“]?[A-Z\d]{3,}/, 3],
  [/\b(?:brought to you|presented|sponsored|powered) by\b/i, 2],
  [/\b(?:shop|buy|order|grab) (?:now|yours|it now|the look|here)\b/i, 2],
  [/(?:本文|本期|本集|节目)由[^。！？]{1,16}赞助/, 3],
];

const entries = [...Object.entries(byKind), ['ad', ofShops] as const, ...japanesePhrases];

export const phrases: readonly Phrase[] = entries.flatMap(([kind, list]) =>
  list.map(([pattern, weight]) => ({ kind: kind as ChaffKind, pattern, weight })),
);

/** Whether any phrase can match: most passages of an article fail this one test. */
export const anyPhrase = new RegExp(
  String.raw`扫|二维码|关注|公号|公众|订阅|视频号|微信|QQ|群|回复|发送|领|异议|投诉|需要|问题|支持|鼓励|福利|更多|最新|星标|置顶|不错过|长按|识别|保存|卡片|名片|蓝|手机|加|设为|下载|打开|APP|客户端|尽在|都在|认准|赏|请(?:我|作|博|笔)|支付|充电|授权|许可|允许|同意|转载|复制|摘编|镜像|投稿|合作|商务|版权|著作权|侵权|删除|处理|观点|立场|提供信息|构成|据此|风险|入市|投资|谨慎|盈亏|参考|学习|声明|申明|条款|共享|共用|署名|BY|CC|出处|网易号|搜狐号|大风号|企鹅号|百家号|头条号|一点号|澎湃号|自媒体|网络|本文|本站|本网|本平|本内|赞|三连|收藏|转发|分享|不易|动手|在看|喜欢|follow|find|catch|reach|twitter|facebook|instagram|mastodon|youtube|telegram|linkedin|tiktok|discord|scan|download|install|app|coffee|beer|support|sponsor|patreon|ko-?fi|paypal|liberapay|becom|consider|please|donat|subscri|newsletter|sign|inbox|in-box|mail|join|receive|get|RSS|©|copyright|\(c\)|rights|reproduc|republish|permission|consent|approval|affiliate|commission|FTC|amazon|views|opinions|advice|disclaimer|disclosure|licens|creative|share|like|tweet|clap|may not|must not|点击|点上|点下|戳|头像|备注|抽|成为|粉丝|脸书|追踪|寻求|邮箱|来稿|线索|热线|采用|遵循|协议|原创|首发|独家|抖内|赞助|电子报|推广|广告|购买|下单|抢购|券|优惠|折扣|同款|同款|首月|首年|限时|折|满减|包邮|选购|入手|tag|mention|tried|made this|favou?r|reader|spam|preferences|manage|update|list|browser|submitting|caring|disclosure|% off|code|sponsored|presented|powered|brought|shop|buy|order|grab|购票|感谢|谢谢|看完|有收获|搜|收听|听友|侵|供稿|listen|rate|podcast|${japaneseHint}`,
  'i',
);

/** Words of a report: who did what, when. A block that tells a story is not an invitation. */
export const narrative: readonly RegExp[] = [
  // Small advertisements are what their page is about.
  /(?:价格|售价|出价|月租|租金|薪资|月薪|地点|地址|简历|面试|入职|转让|出租|求购|自提|户型|工作时间|营业时间)\s*[:：\d]?/,
  // Instructions: where the code is that one scans, and what that is good for.
  /(?:包装|盒|机身|机器|底部|侧面|背面|门口|门上|入口|桌上|桌角|餐桌|墙上|墙面|收银台|前台|展柜|展品|车身|瓶身|说明书|柜台|窗口|站台|站牌|票面|屏幕|电视|树上|路牌|设备|腕带|座椅)[^。！？，]{0,8}(?:二维码|条码|小程序码)/,
  /(?:之后|以后|然后|才能|再)[^。！？，]{0,3}(?:上|进|走|去|输入|点击|选择|打开|设置|等待|确认|返回|按)|的时候|(?:即可|就能|就可以|便可|可以)(?:进入|查询|查到|支付|付款|连接|绑定|登录|配网|入场|入园|进站|点餐|借|骑|开锁|通行|使用|安装|升级|配对)/,
  /(?:请|让|叫|要求|提醒|引导|教)(?:大家|游客|顾客|用户|旅客|家长|同学们?|学生|居民|乘客|老人|观众|客人|村民|员工)(?!关注|长按|识别|扫码关注|点赞|转发|分享)/,
  // A section of every market report, not a notice of the site.
  /^[【[（(]?风险(?:提示|因素|揭示)(?:及|与|[:：】\])）])/,
  /(?:里|中|上)(?:有一[句段条行]|写着|写道|印着|贴着|标着)|(?:写着|写道|上书|印着)[“「：:]/,
  /告诉(?:我们?|记者|笔者|他们?|她们?)|(?:表示|指出|认为|透露|介绍称|坦言|强调|解释|回应称|写道)[，,：:“]|(?:他|她|记者|负责人|发言人|官方|警方|律师)(?:说|称|表示|介绍|告诉)/,
  /(?:据[^，。]{1,14}(?:消息|报道|介绍|悉|统计|数据)|记者从|日讯|电\s*（)/,
  /(?:用户|市民|网友|消费者|乘客|学生|顾客|居民|患者|考生|旅客|商家|店员|员工|骗子|嫌疑人|受害人|民警|警方)(?!协议|交流|群|福利|调研|登录)/,
  /(?:^|[，。；])(?:他|她|他们|她们|我|我们)(?:的|在|就|又|也|会|把|用|去|来|从|对|曾|已)/,
  /(?:\d{1,2}月\d{1,2}日|今年|去年|日前|近日|当时|后来|于是|因此|但是|然而|不过|其中|例如|比如)/,
  /\b(?:said|says|according to|reported|announced|told|wrote|because|however|when|after|before|while|although)\b/i,
];
