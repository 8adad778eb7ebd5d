import type { Line } from './lines';

const marks = '[\\s\\p{P}\\p{S}\\p{Mn}]*';

/** What an account calls that which it sends. */
const posts = '(?:文章|干货|好文|推文|资讯|教程|原创|精华|美文)';
const often =
  '(?:每(?:个工作日|[天日晚早周])|(?:周|星期)[一二三四五六日天](?:至|到|、)(?:周|星期)?[一二三四五六日天])';
const onTime = '(?:第一时间|准时|及时|按时|定时)';
const sends = '(?:送达|推送|送上|奉上|更新|发送|到达)';

/** Steps of instructions, and what happens next. */
const step =
  '(?<!(?:按钮|图标|窗口|菜单|系统|页面|界面|弹出|就会|会在|会被|会出现|然后|列表|文件|邮件|链接|网址|地址|[他她它]|的时候).*)';

const line = (where: Line['where'], pattern: string): Line => ({
  kind: 'follow',
  where,
  pattern: new RegExp(`^${pattern}$${step}`, 'iu'),
});

/** What accounts of WeChat write over each of their articles: where to press, what to choose, when the next one comes. */
export const linesOfHeads: readonly Line[] = [
  // Press the name above and give it a star
  line(
    'head',
    `${marks}(?:为[^。！？，]{2,10}[，,]\\s*)?(?:请|快|大家)?(?:点击?|戳|按|轻触)${marks}(?:上方|上面|标题下方?|左上方?|右上方?|下方|顶部)[^。！？]{0,30}(?:关注|星标|置顶|订阅)[^。！？]{0,16}${marks}`,
  ),
  line(
    'head',
    `${marks}(?:[^。！？]{0,20}[，,]\\s*)?[^。！？，]{0,4}(?:点击?|戳|按)${marks}(?:上方|上面|下方|左上方?|标题下方?)?的?${marks}蓝色?(?:微信名|字体?|名字)[^。！？]{0,24}${marks}`,
  ),
  line('head', `${marks}(?:并|记得)?选择${marks}(?:设为|加)?${marks}(?:星标|置顶)[^。！？]{0,24}${marks}`),
  line(
    'head',
    `${marks}(?:公众号)?(?:关注|星标|置顶)(?:公众号)?[“「『【《][^”」』】》]{1,16}[”」』】》][，,]\\s*(?:设为|加|每[天日]|和|与|一起|带你)[^。！？]{1,24}${marks}`,
  ),
  line('head', `${marks}(?:推荐关注|点击关注|关注公众号)${marks}`),
  line(
    'head',
    `${marks}第一时间(?:读到|看到|收到|获取|了解|阅读|掌握|知道)[^。！？，了]{1,12}(?:${posts}|消息|动态|内容|推送|更新)[!！~～\\s\\p{S}]*`,
  ),
  // When what comes
  line(
    'ends',
    `${marks}${often}[^。！？，的]{0,16}[，,]?\\s*${onTime}?(?:为[你您])?(?:推送|更新)(?:(?:优质|技术|原创|精选|最新|Java|前端)?[^。！？，]{0,4}${posts})?(?:[，,]\\s*(?:每[天日]|不见不散|与[你您]|一起|欢迎|敬请)[^。！？]{0,14})?[!！~～\\s]*`,
  ),
  line(
    'ends',
    `${marks}(?:${often}[^。！？，的]{0,16}[，,]?\\s*)?[^。！？，]{0,8}${posts}[，,]?\\s*(?:${often}[^。！？，]{0,10})?${onTime}${sends}[!！~～\\s\\p{S}]*`,
  ),
  line(
    'ends',
    `${marks}${often}[^。！？，的]{0,16}[，,]?\\s*${onTime}(?:为[你您])?(?:推送|更新)[^。！？，]{0,8}${posts}[!！~～\\s\\p{S}]*`,
  ),
  line(
    'ends',
    `${marks}${often}[^。！？，的]{0,12}[，,]\\s*(?:准时)?(?:我们)?(?:与|和)?[你您]?(?:不见不散|准时相约)[!！~～\\s]*`,
  ),
  line(
    'ends',
    `${marks}${often}[^。！？，]{0,6}(?:给|为|带)(?:[你您]|大家)[^。！？，]{0,8}(?:${posts}|读懂|知识)[^。！？，]{0,6}[!！~～\\s]*`,
  ),
  line(
    'ends',
    `${marks}每[天日][一两]篇[^。！？，了]{0,6}(?:文章|好文|干货|推文)(?:[，,][^。！？，了]{2,12})?[!！~～\\s]*`,
  ),
];
