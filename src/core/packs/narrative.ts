/** Words of a report: who did what, when. A block that tells a story is not an invitation. */
export const narrative: readonly RegExp[] = [
  /(?:我们?|他们?|她们?|它们?|大家)[^，。！？]{0,10}[^为除]了(?!解)/,
  // Somebody has somebody do it, or something depends on it.
  /(?:让|叫)(?:我(?!们)|[他她](?!们?看到)|人(?!看到))|强制|被迫|不得不/,
  /(?:否则|不然)(?![^。！？]{0,10}(?:责任|追究|后果|保留|视为|侵权))|才(?:能|可以|给|肯|让|会)|就[^，。！？]{1,10}了(?=[，。！]|$)/,
  // What is done is the subject of the sentence, or tells which people it is about.
  /(?:扫码|扫描|识别|关注|点赞|转发|收藏|订阅|下载|打赏|进群|入群|加群|二维码|公众号)的(?!朋友|小伙伴|伙伴|读者|同学|你|您|亲|粉丝|话|用户|支持|最新|内容)[\u4e00-\u9fff]/,
  /(?:关注|扫码|下载|订阅|点赞)[^，。！？]{0,8}(?:之后|以后)[^，。！？]{0,12}的/,
  // It happened, so many times, then and there.
  /[了着过][一二两三四五六七八九十百千几半第\d]|(?:之前|以前|之后|以后|的第[^，。！？]{1,4}[天年月周次个])[，,]/,
  // Something that was spoken of before.
  /那(?:条|批|家|台|位|座|张|封|些|只|间|天|年|次|场|栋|款|个|篇|种|份|本|句)/,
  /^[^，。！？“「]{1,14}(?:表示|指出|认为|透露|坦言|强调|解释|回应|承认|(?<!特别|温馨|友情|郑重|重要|风险|平台)提醒|说|称|写道|写得[^，。！？]{1,6})[，,：:]/,
  // What to do when something does not work, and where in the settings.
  /(?:如果|若|要是|倘若)(?:还是|仍然?|依然|没有|没|不|无法|出现|提示|遇到)|(?:设备|列表|设置|菜单|界面|选项|弹窗|地址栏|命令行|终端)(?:里|中|上|内)/,
  // Small advertisements are what their page is about.
  /(?:价格|售价|出价|月租|租金|薪资|月薪|地点|地址|简历|面试|入职|转让|出租|求购|自提|户型|工作时间|营业时间)\s*[:：\d]?/,
  // Instructions: where the code is that one scans, and what that is good for.
  /(?:包装|盒|机身|机器|底部|侧面|背面|门口|门上|入口|桌上|桌角|餐桌|墙上|墙面|收银台|前台|展柜|展品|车身|瓶身|说明书|柜台|窗口|站台|站牌|票面|屏幕|电视|树上|路牌|设备|腕带|座椅)[^。！？，]{0,8}(?:二维码|条码|小程序码)/,
  /(?:之后|以后|然后|才能|再)[^。！？，]{0,3}(?:上|进|走(?!吧)|去|输入|点击|选择|打开|设置|等待|确认|返回|按)|的时候|(?:即可|就能|就可以|便可|可以)(?:进入|查询|查到|支付|付款|连接|绑定|登录|配网|入场|入园|进站|点餐|借|骑|开锁|通行|使用|安装|升级|配对)/,
  /(?:请|让|叫|要求|提醒|引导|教)(?:大家|游客|顾客|用户|旅客|家长|同学们?|学生|居民|乘客|老人|观众|客人|村民|员工)(?!关注|长按|识别|扫码关注|点赞|转发|分享)/,
  // A section of every market report, not a notice of the site.
  /^[【[（(]?风险(?:提示|因素|揭示)(?:及|与|[:：】\])）])/,
  /(?:里|中|上)(?:有一[句段条行]|写着|写道|印着|贴着|标着)|(?:写着|写道|上书|印着)[“「：:]/,
  /告诉(?:我们?|记者|笔者|他们?|她们?)|(?:表示|指出|认为|透露|介绍称|坦言|强调|解释|回应称|写道)[，,：:“]|(?:他|她|记者|负责人|发言人|官方|警方|律师)(?:说|称|表示|介绍|告诉)/,
  /(?:据[^，。]{1,14}(?:消息|报道|介绍|悉|统计|数据)|记者从|日讯|电\s*（)/,
  /(?:用户|市民|网友|消费者|乘客|学生|顾客|居民|患者|考生|旅客|商家|店员|员工|骗子|嫌疑人|受害人|民警|警方)(?!协议|交流|群|福利|调研|登录)/,
  /(?:^|[，。；])(?:他|她|他们|她们|我|我们)(?:的|在|就|又|也|会|把|用|去|来|从|对|曾|已)/,
  /(?:\d{1,2}月\d{1,2}日|今年|去年|日前|近日|当时|后来|于是|因此|但是|然而|不过|其中|例如|比如)/,
  // Who the author is and is not, what comes of it, and what is next.
  /我是个[^，。！？]{1,12}的(?=[，,。])|我不是(?:专家|专业)/,
  /关注我(?:也|都)(?:不会|没|不能)/,
  /下一?[篇章回](?:再|来|会|就|我们){0,2}(?:写|讲|聊|说)(?![^。！？]{0,10}(?:关注|期待|敬请|不见不散|错过))/,
  // Something that is introduced, and where its code is.
  /\ban? (?:[\w-]+ ){0,3}(?:app|service|site|tool|game|website|program) (?:called|named)\b/i,
  /\bscan the (?:qr )?code (?:on|at|in|from) (?:the|your|each|every|an?) (?!image|picture|photo|box below)/i,
  /\b(?:she|he)\b|(?<!\b(?:follow|support) )\b(?:his|her|him)\b/i,
  /\b(?:said|says|according to|reported|announced|told|wrote|because|however|when(?! you (?:click|buy|purchase|make|shop|use))|after|before|while|although)\b/i,
];

/** What a program does next: instructions that say the words of an invitation mean a button of their own. */
export const happens =
  /(?:系统|程序|窗口|页面|界面|邮件|列表|对话框|弹窗|侧栏|屏幕)[^。！？，]{0,3}(?:会|就|将)[^。！？，]{0,8}(?:弹出|出现|显示|跳|打开|留|排|多出|变)|会(?:弹出|跳到|跳转)/;
