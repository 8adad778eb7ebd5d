import type { Passage } from '../html/outline';
import { textSize } from './score';

/** Titles of notices, invitations and calls. */
const title =
  /报名|招募|招生|招聘|征集|征稿|通知|公告|预告|讲座|工作坊|沙龙|开放日|开放时间|预约|音乐会|义诊|体检|接种|志愿者|活动|展讯|黑客松|夏令营|冬令营|招新|开放麦|读书会|分享会|见面会|放映|市集|门票|購票|購買須知|募集|申し込み|申込|参加者|説明会|\b(?:registration|workshop|open day|open house|call for|meet-?up|hackathon|summer school|screening|tickets?|volunteers?|enrol|sign-?up)\b/i;

/** Headings and labels of what one has to know before one goes there. */
const label =
  /^[\s\p{P}\p{S}\d]*(?:活动|报名|演出|讲座|展览|开放|培训|集合|比赛|面试|申请)?(?:时间|日期|地点|地址|会场|场地|费用|票价|门票|名额|人数|对象|主讲|嘉宾|流程|截止(?:时间|日期)?|报名(?:方式|链接|入口|须知)?|(?:怎么|如何)(?:报名|参加|预约|申请)|日時|場所|会費|参加費|定員|申込方法|when|where|dates?|time|venue|location|costs?|fees?|admission|tickets?|capacity|deadline|how to (?:register|book|apply|join|enrol)|registration)\s*(?:[:：|｜]|$)/iu;
const longestLabel = 60;

/** What a reader is told to do in order to take part. */
const takesPart =
  /报名|预约|挂号|登记|填写|问卷|购票|订票|取票|缴费|申领|申请表|致电|拨打|咨询电话|联系电话|投稿|申し込|申込|予約|\b(?:RSVP|regist(?:er|ration)|book|enrol|apply|tickets?|sign up|call us|call \d)/i;

/** What an account asks for its own sake. */
const forItself =
  /关注|公众号|公号|视频号|粉丝|福利|领取|资料|优惠|红包|入群|进群|加群|APP|客户端|newsletter|inbox|follow/i;

/** Whether an article invites its readers somewhere: its title says so, or it gives the time and the place. */
export function announces(titleOfArticle: string, passages: readonly Passage[]): boolean {
  if (title.test(titleOfArticle)) {
    return true;
  }
  const labels = passages.filter(({ text, code }) => {
    return code === 0 && text.length <= longestLabel && textSize(text) <= longestLabel && label.test(text);
  });
  return labels.length >= 2;
}

/** Whether a line tells how to sign up, so that in an announcement a reader needs it. */
export function tellsHowToTakePart(text: string): boolean {
  return takesPart.test(text) && !forItself.test(text);
}
