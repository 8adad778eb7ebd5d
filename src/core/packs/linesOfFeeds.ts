import type { Line } from './lines';
import { whole } from './wholeLine';

/** Lines that feeds and apps leave at either end: where something was posted, how often it was read, how to reach whom. */
export const linesOfFeeds: readonly Line[] = [
  // Where the author was, as networks have to say
  {
    kind: 'counter',
    where: 'ends',
    pattern:
      /^(?:(?:发布|编辑|更新|发表)于?\s*[\d\s:：年月日./-]{0,24}[\s·・•|｜,，]*(?:来自\S{1,12}\s*)?)?IP\s?属地\s*[:：]?\s*[\u4e00-\u9fff]{2,6}$/i,
  },
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^发布于\s*[:：]?\s*(?:北京|上海|天津|重庆|香港|澳门|台湾|海外|[\u4e00-\u9fff]{2,3}(?:省|市|自治区))$/,
  },
  // How often
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^(?:阅读|浏览|播放|点击|点赞|在看|转发|收藏|分享)(?:量|数|次数)?\s*[:：]?\s*\d[\d.,]*\s*[万kw]?\s*\+?$/i,
  },
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^(?:有\s*)?\d[\d.,]*\s*[万kw]?\s*\+?\s*(?:人|次|个)?\s*(?:觉得)?(?:点?赞同?|喜欢|收藏|推荐|阅读|浏览|读过|有用)了?(?:过)?(?:此文|该文|本文|这篇文章)?$/i,
  },
  // A label, and nothing after it
  {
    kind: 'author',
    where: 'tail',
    pattern:
      /^[\s\p{Ps}]*(?:责任编辑|责编|编辑|校对|审核|监制|作者|来源|标签|关键词)\s*[:：]\s*[\p{Pe}\s]*$/u,
  },
  // Hacker News, by its feed
  {
    kind: 'forum',
    where: 'tail',
    pattern:
      /^(?:(?:article|comments) url\s*:\s*https?:\/\/\S{1,300}|points\s*:\s*\d+|# comments\s*:\s*\d+)$/i,
  },
  // The rest is elsewhere
  {
    kind: 'original',
    where: 'tail',
    linked: 0.5,
    pattern: /^read (?:the )?(?:remaining )?\d+ (?:remaining |more )?paragraphs?(?:\s*[|·]\s*comments?)?$/i,
  },
  {
    kind: 'original',
    where: 'tail',
    pattern:
      /^this (?:article|story|post), .{1,300}?,? (?:originally |first )?appeared (?:first |originally )?(?:on|at) .{1,60}$/i,
  },
  {
    kind: 'login',
    where: 'anywhere',
    pattern:
      /^(?:this|the rest of this) (?:post|article|content|story|issue|episode) is (?:only )?(?:for|available to) (?:paying |paid |our )*(?:subscribers|members)(?: only)?[.!]?$/i,
  },
  {
    kind: 'app',
    where: 'anywhere',
    pattern:
      /^(?:打开|进入|下载)[\p{L}\d]{2,8}\s*[，,]?\s*(?:查看|观看|阅读|浏览)(?:更多)?(?:精彩|更多|高清|完整)(?:图片|视频|内容|评论|资讯|大图)\s*>?$/u,
  },
  {
    kind: 'original',
    where: 'anywhere',
    pattern: whole(
      '(?:点击)?(?:收起|展开)(?:全文|原文)|长按(?:图片)?(?:可)?保存(?:图片|到手机|到相册)?(?:到手机|到相册)?',
    ),
  },
  // Ends
  {
    kind: 'navigation',
    where: 'tail',
    pattern:
      /^[\s\p{P}\p{S}]{3,}(?:本文|全文|正文)?(?:到此)?(?:结束|完)[\s，,]*(?:感谢|谢谢)(?:您的?|你的?|大家的?)?(?:阅读|观看)[\s\p{P}\p{S}]*$/u,
  },
  {
    kind: 'comments',
    where: 'tail',
    pattern: whole('评论区|讨论区|comments section|leave a (?:comment|reply)'),
  },
  // Also a word in a table
  { kind: 'counter', where: 'tail', pattern: whole('comments') },
  // Whom to reach
  {
    kind: 'follow',
    where: 'tail',
    invites: true,
    pattern:
      /^(?:联系|商务|合作|投稿|反馈|转载|寻求报道|爆料|报料)(?:我们|方式|邮箱)?(?:[或及、与和/](?:寻求报道|投稿|商务合作|合作|转载|爆料))?\s*[:：]\s*[\w.+-]{1,40}@[\w.-]{3,40}$/,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^(?:[^@\w。！？，]{0,4}(?:投稿|频道|群组|群聊|交流群|爆料|订阅|关注|加入|广告|合作|反馈|机器人|商务|channel|group|chat|bot)[^@。！？，]{0,6}@\w{3,32}\s?){2,6}$/i,
  },
];
