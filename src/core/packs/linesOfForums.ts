import type { Line } from './lines';
import { whole } from './wholeLine';

/** What the software of forums notes on posts and on what is attached to them. */
export const linesOfForums: readonly Line[] = [
  {
    kind: 'forum',
    where: 'anywhere',
    linked: 0.3,
    pattern:
      /^\S{1,30}\s+(?:#?\d{1,4}\s+)?(?:\d+\s*(?:秒|分钟|小时|天|周|个?月|年)(?:\s*\d+\s*(?:分钟|小时|天))?前|\d+ (?:second|minute|hour|day|week|month|year)s? ago|\d+\s*(?:分|時間|日|ヶ月|年)前)(?:\s*via\s+\w+)?\s*#?\d{0,4}$/i,
  },
  { kind: 'forum', where: 'anywhere', pattern: /^本(?:帖|贴|文|主题)(?:子)?最后由 .{1,60} 于 .{4,40} 编辑$/ },
  {
    kind: 'forum',
    where: 'anywhere',
    pattern:
      /^[[【(（]?\s*[此本该](?:帖|贴|文|主题)(?:子)?(?:已)?被.{1,30}?[在于]\s?[\d年月日\s:./-]{6,22}(?:修改|编辑|更新)(?:过)?\s*[\]】)）]?$/,
  },
  // Which device it was sent from
  {
    kind: 'forum',
    where: 'anywhere',
    linked: 0.5,
    pattern: /^(?:发自|来自|发送自|發自|来源于)\s?.{2,24}?(?:客户端|APP|手机版|移动版)$/i,
  },
  {
    kind: 'forum',
    where: 'tail',
    pattern:
      /^[-—–\s]*(?:发自(?:我的|手机)?|sent from my|via my|posted from my)\s?.{0,20}?(?:iPhone|iPad|iOS|Android|安卓|手机|客户端|小米|华为|三星|Xiaomi|Huawei|HUAWEI|Galaxy|BlackBerry|phone|app)[^。！？，,.]{0,20}$/i,
  },
  {
    kind: 'forum',
    where: 'anywhere',
    pattern: whole(
      '(?:登录|注册|登录\\s*[/／或]\\s*注册|请登录)后?(?:才)?(?:可以?|能|即可)?(?:看|查看|浏览|下载)(?:大图|图片|附件|全部|更多|高清|完整)?(?:内容|图片|附件)?',
    ),
  },
  {
    kind: 'forum',
    where: 'anywhere',
    pattern:
      /^(?:下载(?:附件)?\s*)?[(（]\s*[\d.]+\s*[KMG]?B(?:\s*[,，]\s*下载次数\s*[:：]\s*\d+)?\s*[)）](?:\s*下载附件)?(?:\s*[\d-]{8,10} [\d:]{4,8} 上传)?(?:\s*下载次数\s*[:：]\s*\d+)?$/i,
  },
  {
    kind: 'forum',
    where: 'anywhere',
    pattern:
      /^(?:下载附件|保存到相册|[\d-]{8,10} [\d:]{4,8} 上传|下载次数\s*[:：]\s*\d+|下载附件\s*保存到相册|[\d-]{8,10} [\d:]{4,8}\s*上传\s*下载附件\s*[(（].{1,20}[)）])$/,
  },
  {
    kind: 'forum',
    where: 'anywhere',
    pattern:
      /^(?:马上注册，结交更多好友|您需要\s*登录\s*才可以下载或查看|游客，如果您要查看本帖隐藏内容请|本帖隐藏的内容需要|注册会员才能查看|查看全部评分|该贴已经同步到)/,
  },
];
