import type { Line } from './lines';
import { whole } from './wholeLine';

const date = String.raw`(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? \d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4})`;
const time = String.raw`(?:[\sT,]*(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)?`;
/** Accounts and their platforms, as the last lines of an article name them. */
const platform =
  '微信公众号|微信公众平台|公众号|订阅号|服务号|小程序|视频号|微信|新浪微博|微博|抖音|快手|小红书|哔哩哔哩|知乎|头条号|今日头条|百家号|豆瓣|粉丝团|粉丝专页|脸书|小宇宙|喜马拉雅|蜻蜓FM|荔枝|苹果播客|网易云音乐|インスタ|ツイッター|(?<![a-z])(?:B站|QQ音乐|Facebook|Twitter|X|Instagram|IG|YouTube|TikTok|Telegram|Discord|LINE|Threads|Mastodon|Bluesky|LinkedIn|WhatsApp|Flipboard|Reddit|Pinterest|Weibo|WeChat|Apple Podcasts?|Google Podcasts?|Spotify|KKBOX|SoundOn|Firstory|Overcast|Pocket Casts|Castbox|Stitcher|Amazon Music|Newsletter|RSS|note)(?![a-z])';
const between = String.raw`\s*(?:[|｜/／、,，·•丨&＆+和]|,? and |\s-\s)\s*`;

/** Lines that the frame of a page writes around an article: where it is, when it came, whose it is, what is next. */
export const linesOfPages: readonly Line[] = [
  // The way to the page
  {
    kind: 'navigation',
    where: 'head',
    linked: 0.2,
    pattern:
      /^(?:(?:you are here|当前位置|您的位置|您?现在的?位置|所在位置|现在地)\s*[:：]?\s*[^。！？]{2,120}|(?:home|homepage|首页|主页|网站首页|ホーム|トップ(?:ページ)?|top|start)\s*[»›>/→＞](?:[^»›>→＞。！？]{1,60}[»›>/→＞])?(?:[^»›>→＞。！？]{1,60}[»›>/→＞]){0,3}[^»›>→＞。！？]{1,80})$/i,
  },
  // When and by whom, above the first line: the front matter has both
  {
    kind: 'counter',
    where: 'head',
    pattern: new RegExp(
      `^(?:${date}${time}[\\s|｜丨·•,，—–-]*(?:来源|稿源|出处|作者|编辑|发布者?|source|by|posted by)\\s*[:：]?\\s*[^。！？.!?]{1,24}|(?:来源|稿源|作者|source|by|posted by)\\s*[:：]?\\s*[^。！？.!?]{1,24}?[\\s|｜丨·•,，—–-]+(?:(?:发布|更新)?(?:时间|日期|于)\\s*[:：]?\\s*)?${date}${time})$`,
      'i',
    ),
  },
  {
    kind: 'counter',
    where: 'ends',
    invites: true,
    pattern: new RegExp(
      `^(?:published|posted|(?:last )?updated|first published|date|发布(?:时间|日期|于)?|发表(?:时间|日期|于)|更新(?:时间|日期|于)|最后(?:编辑|更新|修改)(?:时间|于)?|时间|公開日|更新日|投稿日)\\s*(?:on\\s*)?[:：@]?\\s*${date}${time}$`,
      'i',
    ),
  },
  {
    kind: 'counter',
    where: 'head',
    linked: 0.15,
    pattern: new RegExp(`^[^。！？.!?]{1,60}\\s${date}${time}$`, 'i'),
  },
  {
    kind: 'counter',
    where: 'ends',
    pattern:
      /^(?:本文|全文|正文)?\s*(?:共计?|约|大约|总计|字数)?\s*[:：]?\s*[\d.,]+\s*[kw万千]?\s*(?:字|词|words?)\s*[，,。|｜·/\s]*(?:预计|大概|大约|全文)?\s*(?:阅读|读完)?\s*(?:时间|时长|完)?\s*(?:大约|大概|预计)?\s*(?:需要?|约|为)?\s*[:：]?\s*[\d.]+\s*(?:分钟|min(?:ute)?s?)(?:\s*read)?$/i,
  },
  // As it was written for machines
  {
    kind: 'counter',
    where: 'head',
    pattern: /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?\s*){1,3}$/i,
  },
  // Contests for which authors wrote it
  {
    kind: 'notice',
    where: 'ends',
    pattern:
      /^[\s\p{P}\p{S}]*(?:本文|这是我|我)(?:正在|已经?|也)?(?:参[与加]了?)(?!的|过)[^。！？]{0,30}(?:征文|更文|创作(?:者|训练|活动|挑战|礼)|投稿|好文召集|写作(?:活动|挑战|大赛|计划))[^。]{0,60}[。！]?$/u,
  },
  // Where it stood first
  {
    kind: 'original',
    where: 'ends',
    pattern: /^[（(【[]\s*原(?:文|始)?标题\s*[:：]\s*[^（()）]{2,90}[）)】\]]$/,
  },
  {
    kind: 'original',
    where: 'tail',
    pattern:
      /^[>\s*•-]*(?:本文|文章|原文|博文|博客|网页|页面)?(?:永久|固定|原文|出处|来源)?(?:标题|题目|地址|链接|网址|连结|出处|permalink|permanent link|source url|original url|url)\s*[:：]\s*(?:https?:\/\/|www\.)\S{4,300}$/i,
  },
  { kind: 'original', where: 'tail', pattern: /^(?:本文|文章|博文)标题\s*[:：]\s*.{2,90}$/ },
  {
    kind: 'original',
    where: 'tail',
    linked: 0.6,
    pattern:
      /^(?:.{1,30}[|｜·•/]\s*)?(?:原文链接|查看原文|阅读原文|原文|查看评论|评论|发表评论|permalink|original|source|comments?|discuss)(?:\s*[|｜·•/]\s*.{1,30}){1,5}$/i,
  },
  {
    kind: 'original',
    where: 'tail',
    linked: 0.8,
    pattern: whole(
      '(?:read|view|see|visit|open) (?:the )?(?:full|entire|whole|complete|original) (?:topic|thread|discussion|conversation|issue|message)|join the (?:discussion|conversation)|(?:阅读|查看|浏览|参与)(?:完整|全部|更多|知乎|豆瓣|微博|原帖|全部\\d+条)?(?:主题|话题|帖子|讨论|回答|评论)',
    ),
  },
  // Forums and link lists
  {
    kind: 'forum',
    where: 'tail',
    pattern:
      /^submitted by\s+\/?u\/[\w-]{1,40}(?:\s*to\s+\/?r\/\w{1,40})?(?:\s*\[(?:link|comments)\]){0,2}$/i,
  },
  {
    kind: 'forum',
    where: 'tail',
    linked: 0.8,
    pattern: /^(?:\[(?:link|\d{0,6} ?comments?|原文|评论)\]\s*){1,3}$/i,
  },
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^\d+ (?:posts?|repl(?:y|ies)|comments?|answers?|messages?)\s*[-–—·•|,/]\s*(?:\d+ (?:full )?(?:participants?|users?|views?|likes?|people|posters?)\s*[-–—·•|,/]?\s*){1,3}$/i,
  },
  // Below a picture
  {
    kind: 'original',
    where: 'anywhere',
    pattern: whole(
      'view (?:full ?size|full[- ]size image|larger(?: image)?|original image)|(?:click|tap)(?: (?:on )?(?:the )?(?:image|photo|picture))? (?:to|for) (?:enlarge|zoom|view larger|full ?size|larger (?:image|version|view))|enlarge(?: (?:this )?(?:image|photo|picture))?|(?:点击|点按|轻触|双击)(?:图片)?(?:可)?(?:放大|查看大图|查看原图|看大图)(?:图片)?|クリック(?:で|すると)拡大(?:します|表示)?|画像をクリック.{0,12}',
    ),
  },
  {
    kind: 'forum',
    where: 'picture',
    pattern: /^.{0,80}?\d{2,5}\s?[×xX✕]\s?\d{2,5}(?:\s*px)?[\s,·|]+[\d.]+\s?[KM]i?B$/,
  },
  // Accounts
  {
    kind: 'follow',
    where: 'tail',
    pattern: whole(
      '(?:扫码|欢迎|点击|长按)?关注(?:我们?|本号|公众号|官方账号)?|follow us|フォローする|联系我们|找到我们|更多渠道',
    ),
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern: new RegExp(
      `^(?:官方)?[^。！？：:|｜，a-z+⌘⇧⌃⌥^]{0,12}?(?:${platform})(?:同名|账号|ID)?(?:${between}[^。！？：:|｜，a-z]{0,10}?(?:${platform})(?:同名|账号|号)?){0,8}$`,
      'iu',
    ),
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern: new RegExp(
      `^[\\s\\p{S}]*(?:订阅|收听|追踪|关注|按赞|加入|subscribe(?: on| via)?|listen(?: on)?|follow(?: us)?(?: on)?|find us on)[^：:。！？]{0,20}?\\s*[:：]?\\s*(?:${platform})(?:${between}(?:${platform})){0,10}\\.?$`,
      'iu',
    ),
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^(?!.*(?:[他她它]|我把|了[，。]|然后))(?:[^。！？]{0,30}[，,]\s*)?(?:记得|请|欢迎|快|别忘了?|麻烦|建议)?(?:您|你|大家)?(?:点击.{0,8})?(?:把|将)?[^。！？，]{0,14}(?:设为|加|标为?|设置?成?)(?:个)?[“「"]?(?:星标|置顶)[”」"]?[^。！？]{0,24}[。！]?$/,
  },
  {
    kind: 'app',
    where: 'tail',
    pattern:
      /^(?:扫码|点击|立即|免费|请|欢迎)?下载[\p{L}\d]{1,8}(?:新闻|资讯|日报|晚报|早报|网|客户端|手机版|APP)$/iu,
  },
  {
    kind: 'notice',
    where: 'tail',
    pattern:
      /^[\s—–-]*(?:hosting provided by|hosted (?:on|by|with)|powered by|proudly powered by|theme by|generated by|served by)\s.{1,60}$/i,
  },
  // Comments and accounts of readers
  {
    kind: 'comments',
    where: 'tail',
    pattern: whole(
      '(?:全部|最新|热门|精彩|网友|用户|文章)(?:评论|留言|回复)(?:区|列表)?\\s*[（(]?\\s*\\d*\\s*条?\\s*[)）]?|(?:评论|留言|回复)(?:区|列表)?\\s*[（(]?\\s*\\d+\\s*条?\\s*[)）]?|只看(?:作者|楼主|该作者)|(?:暂无|还没有|没有)(?:更多)?(?:评论|留言)(?:哦|呢|了)?(?:[，,。！]?\\s*(?:快|来|赶|点击|欢迎|成为|马上|立即|登录)[^。！？]{0,16})?|快来(?:评价|抢沙发|评论)[^。！？]{0,8}|抢沙发|登录后(?:才能|可以?)?(?:评论|发表|参与).{0,8}|按(?:时间|热度)(?:倒序|正序|排序)?',
    ),
  },
  // The way to the next article
  {
    kind: 'navigation',
    where: 'tail',
    linked: 0.6,
    pattern:
      /^[\s«‹<←]*(?:older|newer|prev(?:ious)?|next)\b(?: (?:story|entry|chapter|topic|thread|issue|episode|up))?\s*(?:[:：»›→].{0,100}?)?(?:(?:older|newer|prev(?:ious)?|next)\b.{0,100})?$/i,
  },
  {
    kind: 'navigation',
    where: 'tail',
    pattern:
      /^(?:[←«‹]\s*(?:previous|older|prev|上一篇|前の記事|上一则)(?: (?:story|post|article|entry))?|(?:next|newer|下一篇|次の記事|下一则)(?: (?:story|post|article|entry))?\s*[→»›])$/i,
  },
];

/** Counters of an account, two of them at least: `关注 3 粉丝 88 获赞 310`, `12 posts · 40 followers`. */
export const accountStatistics =
  /(?:粉丝|获得?(?:了)?赞|共写了|总资产|文章|原创|作品|关注者?|获赞|被收藏|浏览|积分|发表[^。！？]{0,12}?|フォロワー|投稿)\s*(?:数|量)?\s*[:：]?\s*[\d.,]+\s*[wk万]?|[\d.,]+\s*[wk万]?\s*(?:个|位|名|篇|字)?\s*(?:粉丝|赞|关注|文章|原创|作品|followers?|following|posts?|articles?|stories|フォロワー|reputation|(?:gold|silver|bronze) badges?)/giu;
