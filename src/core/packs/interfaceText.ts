/** Words on buttons and counters of pages. */
const words = [
  // Chinese, longer ones first where one begins with another.
  '点赞|赞同|赞赏|赞|打赏|不喜欢|喜欢|收藏|评论|写评论|发表|分享到|分享至|分享|举报|转发|在看|想看|已关注|关注|回复|投诉|反馈|复制成功|复制链接|复制代码片段|复制代码|复制|链接',
  '微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|豆瓣|知乎|人人网|百度贴吧|贴吧|钉钉|飞书|打印|字号|字体|大|中|小|扫一扫|扫码|海报|生成|长图',
  '返回|回到|顶部|首页|尾页|末页|上一篇|下一篇|上一页|下一页|上一章|下一章|目录|阅读数|阅读量|阅读|浏览量|浏览|播放量|播放|暂停|静音|全屏|音量|倍速|清晰度|高清|标清|弹幕|刷新|重播|加载中|正在加载',
  '次|人|个|条|篇|第|页|共|参与|万|更多|展开|收起|全文|剩余|登录|注册|发布于|发表于|编辑于|更新于|发布时间|更新时间|时间|日期|发布|更新|编辑|已解决|未解决|有用|没用|踩|顶|支持|反对|订阅|手机|暂无|暂停播放|还没有|没有',
  '天前|小时前|分钟前|秒前|刚刚|昨天|今天|年|月|日|分钟|小时|秒|星期[一二三四五六日天]|周[一二三四五六日]|上午|下午|运行|收录|专栏|标签|分类|热度|点击|数|量|下载|附件|上传',
  '一下|参与者|帖子|忽略主题|主题|加入|感谢|申请转载|转载|忽略|屏蔽|置顶|楼主|只看该作者|只看|楼|打印本页|关闭窗口|关闭本页|关闭|本页|窗口|自动刷新|正在直播|直播|已结束|进行中|回放|字数|约|预计|时长|人收藏|赏|已赞|写留言|留言|精选|全部|排序|默认|最新|最热|登录后|请先|请|后|在',
  '回應|回覆|按讚|讚|留言|轉發|轉貼|收藏|檢舉|列印|訂閱|追蹤|閱讀|瀏覽|人氣|登入|註冊|發表|發佈|發布|更新|編輯|讀取中|載入中|更多|展開|收合|儲存|友善列印|回首頁|回上頁|上一則|下一則',
  // Japanese
  'いいね|シェア|ツイート|ポスト|ブックマーク|はてな|保存|コメントを書く|コメントする|コメント|フォロー中|フォロー|スキ|拍手|通報|印刷|このエントリーを|この記事を|に追加|をする|を見る|もっと見る|続きを読む|閉じる|前の記事|次の記事|前へ|次へ|トップへ|戻る|目次|読了|時間|分前|時間前|日前|件|リンクをコピー|コピー',
  // English
  'shared|shares?|sharing|tweets?|pin it|pin|likes?|comments?|reply|replies|print|e-?mail|copied|copy|links?|facebook|twitter|linkedin|reddit|whatsapp|telegram|pinterest|tumblr|pocket|hacker news|weibo|wechat|instagram',
  'youtube|mastodon|threads|bluesky|flipboard|messenger|skype|buffer|evernote|more|loading|views?|reads?|saved?|bookmark|follow(?:ing|ers)?|subscribe|sign in|log in|report|on|to|this|via|with|and|in|opens?|new|window|tab|click|edit',
  'play|pause|unmute|mute|fullscreen|full screen|exit|volume|speed|seek|settings|captions|subtitles|quality|current|time|duration|remaining|progress|loaded|stream|type|live|chapters|descriptions|off|selected|picture|audio|track|video|player|is|modal|close|dialog|playback|rate|replay|next|previous|prev|back|top|home',
  'view|plain|raw|expand|collapse|posted|published|updated|minutes?|mins?|hours?|days?|weeks?|months?|years?|ago|just now|read|am|pm|votes?|points?|rating|average|out of|by|post|article|story|page|of|x|no|add|leave|your|a|an|the|for|first|last|go|be|from|out|stars?|reviews?|readers?|words?|continue|reading|top|all|sort|newest|oldest|recipe|jump|rate|skip|content|ignore|fullscreen|enter|mode|refresh|ended|caption|permalink|delete|upvote|downvote|unfollow|flag|hide|award|crosspost|forward|friend|send|clap|claps|claim|join|show|less|options|menu|toggle|activity|participants?|posters?|users?|topics?|replied|answered|asked|modified|viewed|date|older|newer',
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
];

/** How many of the lists are of words that no blank stands between. */
const chineseLists = 8;

/** `2.4k`, `30s`: a number and its unit. */
const roundedNumber = /\d\s?(?:[kKwWmMsSh]|min|sec)(?!\p{L})/gu;

const chinese = new RegExp(`(?:${words.slice(0, chineseLists).join('|')})`, 'g');
const english = new RegExp(`\\b(?:${words.slice(chineseLists).join('|')})\\b`, 'gi');

/** Longer texts are not those of buttons. */
const longest = 600;

/** How many letters of a text are not those of words on buttons: the name of a person in a bar, for example. */
export function otherLetters(text: string): number {
  const rest = text.replace(roundedNumber, '').replace(chinese, '').replace(english, '');
  return rest.match(/\p{L}/gu)?.length ?? 0;
}

/** True for a text of nothing but words on buttons, numbers, dates and signs: `赞 12 收藏 评论`, `Share on Twitter`. */
export function isInterfaceText(text: string): boolean {
  return text.length <= longest && /[\p{L}\p{N}]/u.test(text) && otherLetters(text) === 0;
}
