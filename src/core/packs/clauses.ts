/** Where a wording was found. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** A comma ends a clause, but not the thousands of a number. */
const clauseEnd = /[。！？；，…\n]|[.!?;,](?=\s)|(?<=[\u4e00-\u9fff]),/g;

/**
 * What speaks to the reader, of the account, or of the text itself, and what leads over to that: such a clause
 * goes with an invitation or a notice.
 */
const addressed = new RegExp(
  [
    '你|您|大家|各位|朋友|伙伴|同学们|同好|咱|我们?(?:的|是|会|将|也|还|为|建|开|都|在(?!线))|^我(?:们)?',
    '本(?:文|站|网|号|刊|期|内容|作品|平台|公司|微信|公众|博客|账号|篇|活动|节目)|该文|此(?:文|消息|内容)|以上|以下|如下',
    '更多|最新|精彩|第一时间|欢迎|请|敬请|如果|如有|若|想|一起|下期|再见|感谢|谢谢|就是|记得|别忘|不错过|快来|赶紧|一定要|不妨',
    '免费|福利|资料|备注|即可|微信|公众号|公号|微博|邮箱|邮件|客服|粉丝|读者|群|每[天周日期晚早]|干货|独家|首发|原创|喜欢|觉得',
    '睇|紧[贴貼]|抢先看|热话|^还可以?|^不定[时期](?:推送|更新|分享)',
    '^(?:或者?|以及|并且?|和|还有|同时|了解|体验|探索|发现|解锁|获取|查看|阅读|加入|领取|参与|交流|讨论)|鼓励|动力|支持',
    '作者|编辑|小编|版权|著作权|授权|许可|转载|出处|责任|后果|权益|法律|法规|观点|立场|参考|存储|来源|题图|协议|声明|免责|必究|尊重|知识产权|投资|交易|风险|会员|节目',
    '[吗嗎呢没]\\s?[？?]?$',
    'お|ご|ます|です|ください|下さい|こちら|↓|→|👇|[!！~～]$|吧$|哦$|哟$|啦$|呀$|https?:|www\\.|@',
    '\\b(?:you|your|yours|us|our|ours|we|me|my|mine|I|here|please|free|more|thanks|this|these|now|today|e-?mail|inbox|all|copyright|rights|permission|written|account|join|sign|log in|subscribe|follow|share)\\b',
  ].join('|'),
  'iu',
);

/** A label claims all that comes after it. */
const label = /^[\s\p{P}\p{S}]*(?:推广|广告|赞助|AD|PR|sponsored|advertisement)[\s】\])）」:：·|]/iu;

/** Clauses of fewer characters are connections: `最后`, `so`. */
const shortestClause = 4;

/**
 * The clauses of a text that have nothing to do with an invitation: they hold none of the wordings and speak to
 * nobody. An invitation is all invitation; a report goes on to what happened.
 */
export function clausesBeside(text: string, hits: readonly Hit[]): readonly string[] {
  const others: string[] = [];
  if (label.test(text)) {
    return others;
  }
  let start = 0;
  for (const { index } of [...text.matchAll(clauseEnd), { index: text.length }]) {
    const end = index + 1;
    const clause = text.slice(start, end).trim();
    const isHit = hits.some((hit) => isIn(hit.start, start, end) || isIn(hit.end - 1, start, end));
    if (!isHit && clause.length >= shortestClause && !addressed.test(clause)) {
      others.push(clause);
    }
    start = end;
  }
  return others;
}

function isIn(place: number, start: number, end: number): boolean {
  return place >= start && place < end;
}

/** Somebody has others do it, or it is the object of a verb: what comes next is told, not asked for. */
const governing =
  /(?:(?:让|叫|逼|催|劝|教|强制|要求|拒绝|忘记|懒得|学会)(?!我们|大家|更多|你|您)[^，。！？、：；“”「」\s]{0,5}|[把将对被])$/;
const longestGoverning = 10;

/** Whether the words before a place make what stands there a report of it. */
export function isTold(text: string, place: number): boolean {
  return governing.test(text.slice(Math.max(0, place - longestGoverning), place));
}
