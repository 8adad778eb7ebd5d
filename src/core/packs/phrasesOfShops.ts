/** Words of shops and sponsors, which the lines of an article use as well: few of them weigh much. */
export const ofShops: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/^[\s]*[【[（(「](?:推广|广告|赞助|AD|PR|推荐广告|合作推广)[】\])）」]/i, 4],
  [
    /(?:^|[，。！；\s])(?:点此|点击|戳|立即|马上|直接|即刻)[^。！？，]{0,10}(?:购买|下单|抢购|领券|领取优惠券|选购|入手)/,
    3,
  ],
  [
    /点击(?:图片|海报|下图|上图|链接|小程序)[^。！？]{0,4}(?:了解|查看|报名|购买|领取|进入)[^。！？]{0,8}(?:课程|活动|报名|购买|优惠)/,
    3,
  ],
  [
    /点击(?:这里|此处|下方链接|链接)[，,]?(?:立即)?(?:领取?|抢|享)[^。！？]{0,10}(?:优惠|福利|礼包|红包|资料|新人|专享|课程|试听)/,
    3,
  ],
  [/^[▼▲↓↑👇👆\s]*点击(?:图片|海报|下图|上图)[^。！？]{0,16}[▼▲↓↑👇👆\s]*$/u, 1],
  [/券后|到手价|领券|优惠码|折扣码|优惠券|粉丝价|专享价|团购价|拼团价|满减|包邮/, 2],
  [/(?:文中|文内|图中|本文|视频)同款/, 2],
  [
    /(?:首月|首年|限时|早鸟|开通|折扣|购票|特惠)[^。！？]{0,8}(?:\d+(?:\.\d+)?\s*(?:元|折)|优惠|VIP|会员)/i,
    2,
  ],
  [/\d+ ?折(?:购票|优惠|抢购|起)/, 2],
  [/(?:扫描|扫码|点击)[^。！？]{0,10}(?:购票|报名|购买|订购|抢购)/, 3],
  [/\b\d+ ?% off\b/i, 2],
  [/\b(?:with|use|using|enter) (?:the |promo |discount |coupon |our |my )*code:? ['"“]?[A-Z\d]{3,}/, 3],
  [/\b(?:brought to you|presented|sponsored) by\b/i, 2],
  [
    /^this (?:post|article|video|episode|issue|newsletter) (?:is|was) (?:brought to you|presented|sponsored) by\b/i,
    2,
  ],
  [/\b(?:shop|buy|order|grab) (?:now|yours|it now|the look|here)\b/i, 2],
  [/(?:本文|本期|本集|本节目)由[^。！？]{1,16}赞助/, 3],
];
