import type { Line } from './lines';

const marks = '[\\s\\p{P}\\p{S}\\p{Mn}]*';

/** What a site, an account or the maker of a periodical asks for around its articles, or says of when the next one comes. */
export const linesOfTails: readonly Line[] = [
  // How the article was
  {
    kind: 'counter',
    where: 'tail',
    pattern:
      /^(?:[你您](?:对|觉得|认为)(?:这篇|本篇?|此)(?:文章?|新闻|内容|报道)|(?:看|读)(?:完|过)(?:这篇|本)(?:文章?|新闻)[，,]?[你您]?)的?(?:心情|感受|感觉|评价|怎么样|如何|有用吗|有帮助吗|写得如何)(?:是|如何|怎么样)?\s*[:：？?]?\s*(?:[^\s。，！？]{1,6}(?:\s+|$)){0,10}$/,
  },
  // What newsrooms are told
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^(?:got|have|know)\b(?: you got)? (?:an?|any|some|something)?\s?(?:news )?(?:tips?|story|stories|scoops?|leaks?|information|info|more about this|we should know)\b[^?.]{0,60}\?.{0,120}?(?:\be-?mail\b|@|\bcontact\b|\bsend\b|\breach\b|\btalk to us\b|\blet us know\b|\bget in touch\b|\bsignal\b).{0,200}$/i,
  },
  {
    kind: 'follow',
    where: 'tail',
    pattern:
      /^(?:do )?you (?:have|know) (?:an? |any |something )?(?:news )?(?:tips?|story|scoops?|information)\b[^?.]{0,60}\?.{0,120}?(?:\be-?mail\b|@|\bcontact us\b|\bget in touch\b|\blet us know\b).{0,200}$/i,
  },
  // Letters of a magazine
  {
    kind: 'subscribe',
    where: 'tail',
    pattern:
      /^sign up (?:here |now |today )?(?:to|and) (?:get|receive)\b.{0,60}\b(?:content|deals|stories|news|reviews|guides|headlines|picks)\b.{0,100}\b(?:week|day|month|inbox|editors?|team|e-?mail|newsletter)\b.{0,20}$/i,
  },
  // A periodical: when it comes, and where else
  {
    kind: 'subscribe',
    where: 'tail',
    pattern: new RegExp(
      `^${marks}(?:这个|本|我们的?)(?:周刊|月刊|双周刊|杂志|电子报|邮件|栏目|播客|专栏|节目)[^。！？，]{0,6}(?:每|逢)[^。！？，]{1,8}(?:发布|更新|出刊|推送|上线|发送)[，,。][^。！？]{0,12}(?:同步|公众号|网络日志|博客|邮件|RSS|订阅|网站|各大平台)[^。！？]{0,24}[。！]?$`,
      'u',
    ),
  },
  // Look at the original
  {
    kind: 'original',
    where: 'ends',
    pattern: new RegExp(
      `^${marks}(?:记得|别忘了?|请|大家|可以?|欢迎|快来?|也可以?){0,3}(?:点击|戳|点)(?:本?文章?)?(?:末尾|文末|结尾|最后|底部|左下角|下方|下面)?的?${marks}阅读原文${marks}(?:即可|就能|来|去|可)?(?:查看|阅读|看|了解|跳转|访问|观看)[^。！？，]{0,10}$`,
      'u',
    ),
  },
  // An account, by its id
  {
    kind: 'follow',
    where: 'tail',
    pattern: new RegExp(
      `^${marks}(?:欢迎|请|敬请)?关注[^。！？，]{2,20}[（(]\\s*(?:微信号?|ID)?\\s?[:：]?\\s?[a-z][\\w-]{2,24}\\s*[)）]\\s?[，,]?\\s?(?:获取|获得|了解|查看|掌握|发现|领取|看)?[^。！？]{0,16}${marks}$`,
      'iu',
    ),
  },
  // Events of who publishes
  {
    kind: 'ad',
    where: 'ends',
    invites: true,
    pattern:
      /^第\s?[一二三四五六七八九十百\d]{1,5}\s?[届期场]\s*[|｜丨·-][^。！？]{2,60}(?:直播|开讲|开播|报名|上车|讲师)[^。！？]{0,40}$/u,
  },
  {
    kind: 'ad',
    where: 'ends',
    invites: true,
    pattern: new RegExp(
      `^${marks}[^。！？]{0,60}(?:[点戳](?:我|此|这里)|点击链接)${marks}(?:上车|报名|抢票|购票|占座|预约直播)[^。！？]{0,40}[。！]?$(?<![他她它].*)`,
      'u',
    ),
  },
  {
    kind: 'follow',
    where: 'ends',
    pattern: new RegExp(
      `^${marks}(?:[^。！？]{2,30}[。，]\\s*)?(?:添?加|搜索)(?:微信|V信|VX)?\\s?[:：]?\\s?[a-z][\\w-]{4,24}\\s?(?:微信)?[，,]?\\s?(?:备注[^。，]{1,8}[，,])?(?:拉?[你您]?进|入|加入)[^。！？，]{0,10}群[^。！？]{0,24}[。！]?$(?<![他她它了].*)`,
      'iu',
    ),
  },
];
