/** Words on buttons and counters of pages. */
const words = [
  // Chinese, longer ones first where one begins with another.
  '点赞|赞同|赞赏|赞|打赏|不喜欢|喜欢|收藏|评论|写评论|发表|分享到|分享至|分享|举报|转发|在看|想看|已关注|关注|回复|投诉|反馈|复制成功|复制链接|复制代码|复制|链接',
  '微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|豆瓣|知乎|人人网|百度贴吧|贴吧|钉钉|飞书|打印|字号|字体|大|中|小|扫一扫|扫码|海报|生成|长图',
  '返回|回到|顶部|首页|尾页|末页|上一篇|下一篇|上一页|下一页|上一章|下一章|目录|阅读数|阅读量|阅读|浏览量|浏览|播放量|播放|暂停|静音|全屏|音量|倍速|清晰度|高清|标清|弹幕|刷新|重播|加载中|正在加载',
  '次|人|个|条|篇|第|页|共|参与|万|更多|展开|收起|全文|剩余|登录|注册|发布于|发表于|编辑于|更新于|发布时间|更新时间|时间|日期|发布|更新|编辑|已解决|未解决|有用|没用|踩|顶|支持|反对|订阅|手机|暂无|暂停播放|还没有|没有',
  '天前|小时前|分钟前|秒前|刚刚|昨天|今天|年|月|日|分钟|小时|秒|星期[一二三四五六日天]|周[一二三四五六日]|上午|下午|运行|收录|专栏|标签|分类|热度|点击|数|量|下载|附件|上传',
  // English
  'shared|shares?|sharing|tweets?|pin it|pin|likes?|comments?|reply|replies|print|e-?mail|copied|copy|links?|facebook|twitter|linkedin|reddit|whatsapp|telegram|pinterest|tumblr|pocket|hacker news|weibo|wechat|instagram',
  'youtube|mastodon|threads|bluesky|flipboard|messenger|skype|buffer|evernote|more|loading|views?|reads?|saved?|bookmark|follow(?:ing|ers)?|subscribe|sign in|log in|report|on|to|this|via|with|and|in|opens?|new|window|tab|click|edit',
  'play|pause|unmute|mute|fullscreen|full screen|exit|volume|speed|seek|settings|captions|subtitles|quality|current|time|duration|remaining|progress|loaded|stream|type|live|chapters|descriptions|off|selected|picture|audio|track|video|player|is|modal|close|dialog|playback|rate|replay|next|previous|prev|back|top|home',
  'view|plain|raw|expand|collapse|posted|published|updated|minutes?|mins?|hours?|days?|weeks?|months?|years?|ago|just now|read|am|pm|votes?|points?|rating|average|out of|by|post|article|story|page|of|x|no|add|leave|your|a|an|the|for|first|last|go|be',
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
];

const chinese = new RegExp(`(?:${words.slice(0, 5).join('|')})`, 'g');
const english = new RegExp(`\\b(?:${words.slice(5).join('|')})\\b`, 'gi');

/** Longer texts are not those of buttons. */
const longest = 600;

/** True for a text of nothing but words on buttons, numbers, dates and signs: `赞 12 收藏 评论`, `Share on Twitter`. */
export function isInterfaceText(text: string): boolean {
  return (
    text.length <= longest &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/\p{L}/u.test(text.replace(chinese, '').replace(english, ''))
  );
}
