import type { Line } from './lines';
import { whole } from './wholeLine';

/** What an account promises to those who reply, and asks of those who have read to the end. */
export const linesOfReplies: readonly Line[] = [
  {
    kind: 'follow',
    where: 'ends',
    pattern:
      /^[\s\p{P}\p{S}]*(?:(?:公众号)?(?:后台|对话框)(?:内|里)?)?回复\s*["“”「『【《'[]?[\p{L}\d +]{1,12}["”“」』】》'\]]?\s*[，,]?\s*(?:即可|就可以?|可|免费)?(?:领取|领|获取|获得|加入|下载)(?!.*(?:余额|话费|流量|验证码|快递))[^。！？]{0,20}[\s!！。~～]*$/iu,
  },
  {
    kind: 'follow',
    where: 'ends',
    pattern: whole(
      '第一时间(?:关注|获取|了解|看到|掌握|收到|阅读)[^。！？，]{0,8}(?:干货|资讯|好文|推文|推送|更新|情报)',
      'iu',
    ),
  },
  {
    kind: 'follow',
    where: 'ends',
    pattern: /^点击关注\s*[\u{1f446}-\u{1f449}→▶]\s*[^。！？]{2,40}$/u,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^(?=.{0,120}$)[^。！？]{0,40}(?:资料|手册|电子书|干货|题库|教程|源码)[^]*(?:获取|领取)方式\s*[:：][^。]{0,16}关注(?:本号|本公众号|我们?|公众号|公号|下方|上方)[^。]{0,20}(?:回复|发送)[^。]{1,14}(?:领取|获取|即可)/u,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^[\u{1f446}-\u{1f449}▶►☞]\s*[^。！？]{2,60}(?:欢迎加入|加入|扫码)[^。！？]{0,16}(?:知识星球|星球|训练营|社群|交流群)/u,
  },
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^(?:非常)?欢迎(?:大家|各位)?在(?:留言|评论)(?:区|处)?(?:留言|评论|留下|写下|分享|聊聊|交流|讨论|说说)[^。！？]{0,30}[。！，]\s*(?:如果[^。！？]{0,40}[，,]\s*)?(?:也)?欢迎[^。！？]{0,6}(?:转发|分享)[^。！？]{0,20}[。！~～]*$/u,
  },
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^(?:如果)?(?:觉得|感觉)[^。！？，]{0,20}(?:帮助|不错|有用|收获|启发)(?:的话)?[，,][^。！？，]{0,16}点个?\s?[“"「『]?在看[^]{0,90}$/u,
  },
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^原创不易[，,、！!]?\s*(?=[^。！？]{0,20}(?:转发|点赞|分享|在看|三连|支持|赞赏|打赏))[^。！？]{2,28}[\s。！!~～]*$/u,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern: whole('(?:点赞)?[+＋、&]?关注[+＋、&]?(?:收藏|转发|点赞)?[，, ]?不迷路'),
  },
  {
    kind: 'notice',
    where: 'tail',
    pattern: whole(
      '(?:(?:风险|特别|温馨|友情)?提示\\s*[:：]\\s*)?(?:股市|投资|基金|理财|期市|市场|币圈|币市)有风险[，, ]\\s*(?:入市|投资|理财|交易)[需须]谨慎(?:[。，；][^。！？]{2,40})?',
    ),
  },
  {
    kind: 'notice',
    where: 'anywhere',
    pattern: /^我的博客即将同步至[^。，]{2,20}[，,]\s*邀请大家一同入驻/,
  },
  // What a site says over or under the article of a user
  {
    kind: 'notice',
    where: 'ends',
    pattern:
      /^本文(?:系|为|由|是)(?:本站|本网|平台)?(?:用户|读者|作者|网友|会员|玩家)(?:自行)?(?:投稿|上传|发布|原创)[^。，]{0,8}[，,。]\s*(?:内容)?(?:并)?不代表[^。，]{2,14}(?:观点|立场)[。！]?$/,
  },
  // What the reader of WeChat and Zhihu puts around a page
  {
    kind: 'app',
    where: 'anywhere',
    pattern: whole(
      '在小说阅读器(?:中|里)?(?:读本章|沉浸阅读)|在公众号小说中沉浸阅读|打开\\S{2,8}\\s?App\\s*在「我的页」右上角打开「扫一扫」',
    ),
  },
];
