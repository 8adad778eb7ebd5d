import type { Line } from './lines';
import { beginning, whole } from './wholeLine';

/** Words that the readers and buttons of platforms leave in what is copied from them, and what publishers sell. */
export const linesOfPlatforms: readonly Line[] = [
  {
    kind: 'counter',
    where: 'ends',
    pattern: whole(
      '(?:[^。！？，]{1,20}等\\s?)?\\d[\\d,.]*\\s?万?\\s?人(?:赞同|喜欢|收藏)了该(?:文章|回答|专栏)|关注(?:他|她|TA|作者|专栏|问题)|\\d+\\s?(?:位|个)?关注者|粉丝\\s?-\\s?\\d+\\s*关注\\s?-\\s?\\d+|总访问量\\s*[:：]\\s*\\d+\\s?次?|(?:当前)?正文(?:文字|字体)大小|调整当前正文文字大小|(?:文章|内容)纠错|收入我的专辑|加入我的收藏|已无更多数据|没有更多(?:数据|内容)了|展开更多|返回列表页?|\\d+\\s?个帖子\\s*-\\s*\\d+\\s?位参与者|写留言|去阅读|(?:我要)?(?:反馈|纠错)|扫一扫|(?:【打印】|【关闭】|【收藏】|【大 ?中 ?小】|\\[打印\\]|\\[关闭\\]|\\s)+',
    ),
  },
  {
    kind: 'counter',
    where: 'tail',
    pattern: /^(?:发布|编辑|更新)于\s?[\d-]{8,10}(?:\s[\d:]{4,8})?\s?[・·•]\s?[^\s，。！？]{2,8}$/u,
  },
  {
    kind: 'original',
    where: 'tail',
    pattern: whole('(?:查看|阅读|加载|浏览)更多'),
  },
  { kind: 'tags', where: 'head', pattern: /^收录于\s?[·:：・]\s?[^。！？，]{2,24}$/u },
  {
    kind: 'follow',
    where: 'ends',
    pattern: whole('scan to follow|微信扫一扫可打开此内容[，,]?|使用完整服务'),
  },
  {
    kind: 'tip',
    where: 'tail',
    pattern: whole(
      '还没有人(?:送礼物|赞赏|打赏)[，,]\\s*(?:鼓励一下作者吧|快来.{0,12})|感谢老板请我[^。！？]{0,8}[！!]?\\s*(?:thank you for .{2,30})?|(?:如果)?[^。！？]{0,20}(?:帮助|喜欢)[，,]\\s*可(?:以)?(?:付费|打赏|赞赏)支持作者',
    ),
  },
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^(?:点点\s?[“"「]?在看[^]{0,24}|(?:如果)?(?:觉得|感觉)[^。！？]{0,24}(?:帮助|有用|不错)[，,][^。！？\p{L}]{0,8}留下[您你]?(?:宝贵)?的\s?\p{S}+|(?:如果)?[您你]?(?:觉得|喜欢)[^。！？]{0,12}[，,]\s*(?:请|欢迎)[^。！？]{0,20}(?:推荐和分享|分享和推荐|鼓掌)[^]{0,10}|(?:一键)?三连支持(?:一下|走起)?[!！吧]*|只看不点[，,][^。！？]{0,12}[!！]*)$/u,
  },
  {
    kind: 'navigation',
    where: 'head',
    pattern: whole('skip to (?:the )?(?:main )?content|(?:当前|[您你]的?|所在)位置\\s*[:：][^。！？]{2,60}'),
  },
  {
    kind: 'app',
    where: 'tail',
    pattern:
      /^欢迎使用[^。！？，]{2,20}(?:小程序|APP|客户端)(?:或[^。！？，]{2,16}(?:小程序|APP|客户端))?$/iu,
  },
  // Services of the page
  {
    kind: 'follow',
    where: 'ends',
    pattern:
      /^(?:全国|24小时)?(?:免费)?(?:服务|咨询|客服|订购|销售|投诉)?(?:咨询|服务)?热线\s*[:：]\s*(?:[\d\s-]{7,16})?$/u,
  },
  beginning('notice', 'ends', [
    '©\\s?\\d{4}.{2,80}ICP备\\s?[\\dxX-]{4,16}',
    '.{0,40}\\bICP备\\s?\\d{6,12}号(?:-\\d)?$',
    '本文由\\s?.{2,24}\\s转码',
    '版权说明\\s*[:：]\\s*本文档由用户(?:提供|上传)',
    '已阅读\\s?\\d+\\s?页',
    '下载本文档$',
    '所有工具(?:的)?安全性(?:请)?自(?:测|行)',
    '转载请(?:注明|说明|标明)以下(?:内容|信息)[:：]?$',
    '转载\\s*[:：]\\s*感谢[您你]对.{2,60}转载请(?:说明|注明|标明)',
    '凡是?(?:转载|翻译|投稿)的文章.{0,40}版权归',
    '本文(?:为|系|是)(?:作者)?原创[^。]{0,6}未经(?:作者)?(?:授权|许可|允许)[^。]{0,4}(?:不得|禁止|请勿|严禁)转载.{0,120}$',
    '(?:特别|郑重|免责)?声明[！!：:，,\\s]*(?=.{0,80}(?:学习|研究|交流|参考|测试))(?=.{0,120}(?:切勿|请勿|不得|严禁|禁止)(?:将.{0,12})?(?:用于|从事|进行)).{10,160}$',
    '本文(?:由|系|为)[^。，]{2,16}原创[，,]\\s*(?:如需)?转载[^。]{0,20}(?:请|须)[^。]{2,24}(?:必究|追究|授权|说明)[^。]{0,20}。?$',
    'this (?:post|article|story),? .{2,160} is from .{2,40}\\. do not (?:reproduce|republish|copy)',
    'do not (?:reproduce|republish|copy)(?: (?:this|it))? (?:elsewhere )?without (?:prior |our |written )*permission\\.?$',
    '本站[^。]{0,20}内容的?(?:版权|著作权)(?:持有者|所有者|归|属)',
    '[^。]{4,60}欢迎在?(?:标明|注明)出处[^。]{0,50}(?:转发|转载)。?$',
    '欢迎(?:个人)?(?:转发|分享)[^。！？]{0,8}[，,]\\s*(?:谢绝|拒绝|禁止)[^。]{0,40}转载[^。]{0,20}。?$',
    '请(?:勿|不要)利用(?:本)?文章?(?:内|中|里)?的?.{0,10}技术(?:从事|进行)(?:非法|违法|未授权).{0,80}$',
  ]),
  // A newsletter's standing notes
  beginning('ad', 'ends', [
    '周刊讨论区的?.{0,4}帖子《谁在招人',
    '[^。]{0,12}提供大量程序员(?:就业|招聘)信息',
    '[^。！？，]{0,10}(?:交流|学习)平台订阅\\s*[:：]?$',
    '[^。！？，]{2,12}论坛\\s*[:：]\\s*支持\\s?rss$',
    '(?:订阅(?:新闻|周刊|日报|邮件|早报)?|招聘专区|求职专区)\\s*[:：]\\s*https?://\\S{4,80}$',
    '找(?:全职|工作|兼职)?找?实习都不是问题',
  ]),
  { kind: 'counter', where: 'anywhere', pattern: whole('保存这张图片|save this picture') },
  // What comes instead of the rest
  beginning('login', 'ends', [
    'register (?:for free|now|today)? ?to (?:finish|continue|read|keep reading)',
    '(?:create an account|register|sign up|log ?in|sign in)(?: (?:or|and) (?:log ?in|sign in|register|create an account))? to (?:join the (?:discussion|conversation)|leave a comment|comment|continue(?: reading)?|keep reading|read (?:more|this|the))',
    'subscribe to (?:continue|keep) reading',
    'sign up now for the following benefits',
    'this (?:lesson|article|post|content|story|video) is (?:part of a premium|for (?:paid|paying|premium)|only (?:available )?(?:for|to)) ',
    'would you like print copies, app and digital',
    '(?:already a (?:subscriber|member)|not a (?:subscriber|member)(?: yet)?)\\?',
    'subscribe for as little as',
    'upgrade to pro to unlock',
  ]),
  beginning('notice', 'ends', [
    'please use the sharing tools found via',
    'copying articles to share with others is a breach',
    '(?:©|copyright) the .{2,40} limited \\d{4}\\. you may share using',
  ]),
  beginning('subscribe', 'tail', [
    'get (?:notified|an e-?mail|e-?mails) (?:when(?:ever)?|every time) (?:I|we|.{2,30}) (?:publish|post|write)',
    'e-?mails? delivered (?:daily|weekly)',
    'sign up for free\\.?$',
    'click here to subscribe\\.?$',
    '(?:tap|click) here to join our .{2,24} (?:channel|group|newsletter)\\.?$',
    '(?:.{10,120}\\. )?sign up for our (?:weekly |daily |free )?(?:newsletter|e-?mail)s?(?:, (?:delivered|sent|out) .{4,40})?\\.?$',
  ]),
  beginning('comments', 'tail', [
    'your e-?mail address will not be published',
    'required fields are marked',
    'comments are (?:closed|off|disabled)(?: (?:for|on) this (?:post|article|entry))?\\.?$',
    'leave a (?:reply|comment)\\.?$',
    '\\d+ (?:comments?|responses?|replies|thoughts?)(?: so far| (?:on|to) [“"].{2,120})?$',
    '(?:have|got) (?:any )?(?:thoughts|questions|feedback|comments)(?: or (?:thoughts|questions|feedback|comments))?\\?\\s*(?:feel free to |please )?(?:leave|drop|post|write|add) .{0,20}comments?\\b.{0,60}$',
  ]),
  beginning('share', 'tail', [
    'thanks for reading[!.]\\s*(?:leave|drop|give) (?:me )?a (?:like|comment|clap).{0,80}$',
    'if (?:this|the|you) .{2,40}(?:helpful|useful|liked|enjoyed).{0,20},? (?:do |please |consider )?(?:like|clap|share|liking|sharing|leave a comment).{0,80}$',
    'clap \\d+ times\\.?$',
    'e-?mail this(?: (?:article|post|story|page))?\\.?$',
    'print (?:this )?(?:page|article|post|story)\\.?$',
    '(?:share|tweet|pin|post|e-?mail)(?: (?:this|it))? (?:on|to|via) (?:facebook|twitter|linkedin|reddit|pinterest|whatsapp|x|e-?mail)(?: (?:(?:share|tweet|pin|post|e-?mail)(?: (?:this|it))? (?:(?:on|to|via) )?(?:facebook|twitter|linkedin|reddit|pinterest|whatsapp|x|e-?mail|it)))+$',
  ]),
  beginning('app', 'tail', ['get the app\\.?$']),
  beginning('tip', 'tail', [
    'enjoyed (?:this|the) (?:post|article)\\?\\s*(?:please )?(?:buy|support|consider|donate).{0,60}$',
  ]),
  beginning('navigation', 'tail', [
    '[«‹←]\\s*(?:previous|prev|older)(?: (?:post|article|entry))?\\s*[|/·•]\\s*(?:next|newer)(?: (?:post|article|entry))?\\s*[»›→]$',
    '上一篇\\s*[:：]\\s*\\S.{0,60}下一篇\\s*[:：]\\s*\\S.{0,60}$',
  ]),
  beginning('tags', 'tail', [
    'posted in .{2,60}(?:[|·•,]|\\btagged\\b).{0,100}$',
    'filed under\\s*[:：].{2,100}$',
    '(?:相关|话题|新闻|内容)标签\\s*[:：].{2,80}$',
  ]),
  beginning('original', 'tail', [
    'this post appeared first on .{2,60}\\. read the (?:entire|full|whole|original) (?:article|post|story) here\\.?$',
  ]),
];
