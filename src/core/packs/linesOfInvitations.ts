import type { Line } from './lines';
import { whole } from './wholeLine';

/** Hands and triangles that point at what to press, and arrows: one of these alone may begin a step of instructions. */
const hands = '▲△▼▽⬆⬇⏬⏩\\u261c-\\u261f\\u{1f446}-\\u{1f449}\\u{1f50d}';
const arrows = '▶►◀◄↑↓→←➡⬅»«><＞＜';
const pointing = `(?:[${hands}]|[${arrows}]{2})`;
const marks = '[\\s\\p{P}\\p{S}\\p{Mn}]*';
const press = '(?:点击?|按|撳|戳|轻触|即)(?:此|我|这里|呢度|下方|下面|上方|以下|下)?';
const shown = '(?:图片|相片|照片|大图|图|影片|视频|短片|片|连结|链接|卡片|海报|标题)?';
const look = '(?:即)?(?:睇|观看|查看|看|欣赏|浏览|重温|了解|阅读|收看)';

/**
 * Lines at the end in which a publisher asks its readers for something, by their build and not by their words alone:
 * look at more pictures, open a topic, take a course, give a star.
 */
export const linesOfInvitations: readonly Line[] = [
  // Look at more: between marks that point at it, or in the words of Hong Kong
  {
    kind: 'original',
    where: 'anywhere',
    pattern: new RegExp(
      `^[（(【\\[\\s]*${pointing}${marks}${press}${shown}[，,]?(?:可|即可)?${look}(?:更多|全部|其他|高清|完整|大图|详情|片|相|图|多啲)[^。！？，,]{0,24}[）)】\\]]*$`,
      'u',
    ),
  },
  {
    kind: 'original',
    where: 'anywhere',
    pattern: new RegExp(
      `^${marks}${press}${shown}[，,]?(?:可|即可)?${look}(?:更多|全部|其他|高清|完整|大图|详情|片|相|图|多啲)[^。！？，,]{0,24}?[${hands}${arrows}]${marks}$`,
      'u',
    ),
  },
  {
    kind: 'original',
    where: 'anywhere',
    pattern: new RegExp(
      `^${marks}(?:${press}${shown}[，,]?(?:即)?)?睇(?:更多|晒|全部|大图|片|相)[^。！？，]{0,20}${marks}$`,
      'u',
    ),
  },
  {
    kind: 'original',
    where: 'anywhere',
    pattern:
      /^[（(【[]\s*点击?(?:下|上)?(?:图片|照片|图)[，,]?(?:可|即可)?(?:查?看|观看|浏览)更多[^。！？，]{0,12}[）)】\]]$/u,
  },
  {
    kind: 'app',
    where: 'tail',
    pattern:
      /^(?:按此|点此|立即|即刻|马上|免费)\s?下载\s?[^。！？，]{2,14}(?:APP|客户端|应用程式)\s*[!！>＞»]*(?:\s*[:：]\s*(?:https?:\S{4,80})?)?$/iu,
  },
  {
    kind: 'app',
    where: 'tail',
    pattern:
      /^[\s\p{P}\p{S}]*(?:想|要)(?=[^。！？?]{0,12}(?:更多|第一时间|最新|即时))[^。！？?，,]{2,20}[？?，,]\s*(?:请|就|快来?|赶快|立即|马上|即刻|免费|扫码|点击){1,3}下载[^。！？，]{2,14}(?:APP|客户端)[\s!！。~～]*$/iu,
  },
  {
    kind: 'app',
    where: 'tail',
    pattern:
      /^更多[^。！？，,]{0,12}(?:新闻|资讯|报道|报导|文章|行情|快讯|研报|行业报告|精彩)[^。！？，,]{0,4}[，,]?\s*(?:尽在|请(?:登录|登入|访问|浏览|上|进入|前往|下载)|欢迎(?:登录|访问|浏览|下载))[^。！？，,]{2,14}(?:网|APP|客户端|网站|频道)(?:查询|查看|阅读|浏览)?[!！。]*$/iu,
  },
  {
    kind: 'original',
    where: 'tail',
    pattern: whole('(?:请)?(?:按此|点我)(?:阅读|睇|看|观看)(?:全文|更多|片|影片|完整报导)'),
  },
  { kind: 'original', where: 'anywhere', pattern: whole('(?:按|点)图(?:可|即可)?(?:放大|看大图|看更多)') },
  // Accounts of networks
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^[\s\p{P}\p{S}]*(?:想[^。！？，]{0,12}[？?，,]\s*)?(?:立?即|快|马上|记得|请|欢迎|按此|点击)?\s?(?:追踪|关注|like|follow|赞好|按赞|订阅|加入)[^。！？，]{0,32}(?:Facebook|FB|IG|Instagram|Threads|专页|粉丝团|粉丝页|粉专|社团|Discord|LINE|Twitter|推特|Bluesky|Telegram|WhatsApp|YouTube|频道)[^。！？，]{0,8}[，,!！]\s*(?:睇|看|紧[贴貼]|掌握|收看|接收|即时|每[日天]|第一时间|更多|最新)[^。！？]{0,20}[。!！~～]*$/iu,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^[\s\p{P}\p{S}]*(?:想[^。！？]{0,14}[？?，,]\s*)?(?:立?即|快啲?|记得)?\s?(?:follow|like|追踪|关注)\s?我哋[^。]{0,24}$/iu,
  },
  // A star for the project, where the line is not what leads to it
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^(?!.*(?:https?:|地址|源码|仓库|开源|文档))(?:[^。！？，]{2,14}[，,]\s*)?(?:还请|请|求|欢迎|记得|麻烦|顺手|不妨|可以|来)[^。！？，的]{0,14}\bstars?\b[^。！？，的]{0,16}[\s\p{P}\p{S}]*$/iu,
  },
  {
    kind: 'share',
    where: 'tail',
    pattern:
      /^(?!.*https?:)(?:if you .{2,50}?,? )?(?:please |do |don[’']t forget to |feel free to |kindly )*(?:consider )?(?:(?:giv|leav|dropp?)(?:e|ing)?\b.{0,24} a (?:github )?star|starring|star)\b(?: (?:the|this|our|my|it|on|to|us|repo(?:sitory)?|project|github|support|show|your|if|you|like|find|useful)){0,12}[\s\p{P}\p{S}]*$/iu,
  },
  // Courses of the site, under a label
  {
    kind: 'ad',
    where: 'anywhere',
    invites: true,
    linked: 0.8,
    pattern:
      /^[[【](?:培训|课程|招生|训练营|公开课)[\]】][^。]{4,60}(?:招生|开课|开班|即送|早鸟|立减|优惠|特惠|月薪)[^。]{0,40}$/u,
  },
  {
    kind: 'ad',
    where: 'tail',
    invites: true,
    pattern:
      /^[[【](?:培训|课程|招生|训练营|公开课)[\]】][^。]{4,60}(?:火热|限时|早鸟|立减|优惠|特惠|即送|抢购|月薪)[^。]{0,40}$/u,
  },
  // What a research institute sells, below the figures that it gave
  {
    kind: 'ad',
    where: 'tail',
    pattern:
      /^(?:以上|更多|本文)[^。《]{0,40}《[^》]{4,60}》[^。]{0,12}[，,。；]\s*(?:(?:同时|此外|另外)[，,]?)?[^。，]{0,20}(?:还|亦|也|并)?(?:提供|承接|承担)[^。]{4,100}(?:解决方案|服务|商业计划书|可行性研究报告|可研报告)(?:等)?[^。，]{0,6}[。]?$/,
  },
  // A topic of the site
  {
    kind: 'related',
    where: 'tail',
    pattern: /^(?:(?:所属|相关|更多|点击进入|进入)?专题(?:报道|页面)?)\s*[:：]\s*[^。！？；，]{2,40}$/,
    linked: 0.4,
  },
  {
    kind: 'related',
    where: 'links',
    pattern: /^(?:(?:所属|相关)?专题(?:报道)?)\s*[:：]\s*[^。！？；，]{2,40}$/,
  },
  {
    kind: 'related',
    where: 'tail',
    linked: 0.8,
    pattern:
      /^(?:点击|点此)?(?:查看|阅读|浏览|进入|了解)(?:更多|全部)?(?:的)?(?:相关)?(?:专题|报道|新闻|资讯|文章|内容)(?:报道)?\s*[>＞»→]*$/,
  },
  // A counter that a script was to fill
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^(?:本文|文章|页面)?(?:总|累计)?(?:阅读|浏览|访问|点击|评论|点赞|收藏|人气|热度)(?:量|数|次数|人数)?\s*[:：]?\s*(?:[-—–]+|加载中[.…]*|loading[.…]*|NaN|undefined|null)\s*(?:次|人|人次)?$/i,
  },
];
