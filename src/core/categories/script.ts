/**
 * The characters of Chinese that differ most often, traditional then simplified. Each is used in one of the scripts
 * only, so that a name which holds both kinds mixes them. Source: the General Standard Chinese Characters table (2013).
 */
const pairs =
  '國国內内學学會会來来時时個个們们這这說说對对經经財财開开關关門门問问間间聞闻長长東东車车電电話话語语讀读書书寫写見见視视覺觉觀观現现實实點点當当黨党體体頭头顯显題题類类風风飛飞飯饭飲饮館馆馬马驗验驚惊魚鱼鳥鸟雞鸡麥麦黃黄龍龙龜龟齊齐齒齿齡龄業业絲丝兩两嚴严喪丧臨临為为麗丽舉举義义烏乌樂乐喬乔習习鄉乡買买亂乱爭争虧亏亞亚產产畝亩親亲億亿僅仅從从倉仓儀仪價价眾众優优傘伞偉伟傳传傷伤倫伦偽伪側侧僑侨債债傾倾償偿兒儿蘭兰養养獸兽岡冈軍军農农馮冯決决況况凍冻淨净涼凉減减鳳凤憑凭凱凯擊击劉刘則则剛刚創创刪删別别劇剧勸劝辦办務务動动勵励勁劲勞劳勢势勳勋區区醫医華华協协單单賣卖盧卢衛卫廠厂廳厅歷历曆历壓压厭厌縣县參参雙双發发髮发變变敘叙號号嘆叹嗎吗啟启吳吴員员聽听嗚呜詠咏響响喚唤團团園园圍围圖图圓圆聖圣場场壞坏塊块堅坚壇坛墳坟墜坠壘垒墊垫牆墙壯壮聲声殼壳壺壶處处備备復复複复夠够奪夺奮奋獎奖奧奥婦妇媽妈嬰婴孫孙寧宁寶宝審审憲宪宮宫寬宽賓宾尋寻導导壽寿將将爾尔塵尘嘗尝盡尽層层屬属歲岁島岛嶺岭峽峡幣币帥帅師师帳帐帶带幫帮廣广莊庄慶庆庫库應应廟庙龐庞廢废異异棄弃張张彌弥彎弯彈弹強强歸归錄录徹彻憶忆懷怀態态憐怜總总戀恋恆恒懇恳惡恶惱恼悅悦懸悬懼惧慘惨懲惩慣惯憤愤懶懒戲戏戰战戶户執执擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护報报擔担擬拟擁拥擇择揮挥損损換换據据摯挚攜携攝摄擺摆搖摇攤摊撐撑敵敌數数齋斋斬斩斷断無无舊旧曠旷曬晒曉晓暈晕暫暂殺杀雜杂權权條条楊杨構构槍枪標标棧栈棟栋欄栏樹树樣样橋桥檔档檢检樓楼櫃柜歐欧歡欢殘残殲歼毀毁畢毕氣气漢汉湯汤溝沟滬沪淚泪澤泽潔洁灑洒淺浅漿浆澆浇濁浊測测濟济渾浑濃浓濤涛漲涨潤润澀涩淵渊漁渔滲渗溫温灣湾濕湿滿满濾滤濫滥灘滩滅灭燈灯靈灵災灾爐炉煉炼爛烂燒烧燭烛煙烟煩烦熱热愛爱爺爷牽牵犧牺狀状猶犹狹狭獨独獄狱獵猎獻献環环瑪玛瓊琼畫画暢畅療疗瘋疯癢痒瘡疮盤盘監监蓋盖盜盗睜睁矚瞩矯矫礦矿碼码磚砖確确礎础禮礼禍祸禪禅離离種种積积稱称穩稳穢秽窮穷竊窃竅窍競竞筆笔節节築筑簡简籃篮糧粮緊紧糾纠紅红紀纪約约級级純纯紗纱納纳紛纷紙纸紋纹紡纺線线練练組组細细織织終终紹绍結结絕绝統统絡络給给繪绘繼继續续維维綿绵綜综綠绿緒绪網网緩缓編编緣缘縮缩繳缴罷罢羅罗罰罚聯联聰聪職职肅肃腸肠膚肤腎肾腫肿脹胀脅胁勝胜膽胆腦脑膠胶臉脸臘腊艦舰艙舱藝艺蘆芦蘇苏莖茎薦荐榮荣藥药蓮莲獲获穫获營营蕭萧薩萨藍蓝虛虚蟲虫雖虽蝦虾蠻蛮補补襯衬裝装褲裤襲袭規规覽览計计訂订認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识詐诈訴诉診诊詞词譯译試试詩诗誠诚詢询該该詳详請请諸诸諾诺課课誰谁調调談谈謀谋諧谐謎谜謝谢謠谣謹谨譜谱貝贝負负貢贡責责賢贤敗败貨货質质販贩貪贪貧贫購购貿贸費费賀贺資资賊贼賦赋賭赌賞赏賜赐賠赔賴赖賺赚賽赛贊赞贈赠贏赢趙赵趕赶趨趋躍跃踐践蹤踪軌轨軟软轉转輪轮輕轻載载較较輔辅輛辆輝辉輩辈輸输轟轰邊边遼辽達达遷迁過过邁迈運运還还進进遠远違违連连遲迟適适選选遜逊遞递邏逻遺遗鄧邓鄰邻鄭郑醬酱釋释針针釣钓鈣钙鈕钮鋼钢錢钱鑽钻鐵铁鉛铅銀银銅铜銘铭鋪铺鏈链銷销鎖锁鍋锅錯错鍵键鍛锻鎮镇鏡镜閃闪閉闭闖闯閒闲鬧闹閣阁閱阅闊阔隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难霧雾靜静韓韩頁页頂顶項项順顺須须頑顽顧顾頓顿頒颁預预領领頗颇頻频顆颗額额顏颜顛颠飄飘飼饲飾饰餅饼餓饿騰腾騙骗騷骚驅驱駐驻駕驾罵骂駛驶驕骄騎骑髒脏鮮鲜鯨鲸鴨鸭鴻鸿鵝鹅鷹鹰鹽盐讚赞專专';

/** Here one of the two is at home in both scripts: they are the same to a comparison, and say nothing of the script. */
const shared =
  '後后裡里裏里麵面雲云臺台檯台颱台隻只係系繫系製制鬆松穀谷鬥斗於于餘余佔占誌志週周採采遊游準准鐘钟鍾钟錶表鬍胡薑姜傑杰衆众啓启峯峰羣群祕秘豐丰衝冲劃划葉叶誇夸幹干乾干並并掛挂術术極极機机範范徵征匯汇彙汇蘋苹願愿鷄鸡閑闲癡痴註注';

/** Simplified characters that Japanese writes too. */
const alsoJapanese = new Set(
  '国学会来体点当党双声号医区礼随乱断数万写旧虫尽独宝称静浅残弥湾恋温湿麦壮装将状楼炉属担胆灯争参励献内蛮',
);

const simplifiedOf = new Map([...units(pairs), ...units(shared)]);
const onlyTraditional = new Map(units(pairs));
const onlySimplified = new Map(
  [...units(pairs)].reverse().map(([traditional, simplified]) => [simplified, traditional]),
);

function units(list: string): readonly (readonly [string, string])[] {
  return Array.from({ length: list.length / 2 }, (_, index) => [
    list.charAt(2 * index),
    list.charAt(2 * index + 1),
  ]);
}

/** The text in simplified characters, as far as the table goes. */
export function simplify(text: string): string {
  return Array.from(text)
    .map((character) => simplifiedOf.get(character) ?? character)
    .join('');
}

/** Characters of the rarer script in a text that mixes them, and the text in the other one. */
export interface ScriptMix {
  readonly odd: 'traditional' | 'simplified';
  readonly characters: string;
  readonly better: string;
}

/** Undefined for a text in one script, and for one that may be Japanese, which has characters of both. */
export function scriptMix(text: string): ScriptMix | undefined {
  const characters = Array.from(text);
  const traditional = characters.filter((character) => onlyTraditional.has(character));
  const simplified = characters.filter((character) => onlySimplified.has(character));
  if (traditional.length === 0 || simplified.length === 0 || mayBeJapanese(text, traditional, simplified)) {
    return undefined;
  }
  // With as many of both, simplified: what else is in the name is the same in either.
  const isSimplified = simplified.length >= traditional.length;
  const table = isSimplified ? onlyTraditional : onlySimplified;
  return {
    odd: isSimplified ? 'traditional' : 'simplified',
    characters: [...new Set(isSimplified ? traditional : simplified)].join(''),
    better: characters.map((character) => table.get(character) ?? character).join(''),
  };
}

function mayBeJapanese(text: string, traditional: readonly string[], simplified: readonly string[]): boolean {
  return (
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ||
    (simplified.every((character) => alsoJapanese.has(character)) &&
      !traditional.some((character) => alsoJapanese.has(onlyTraditional.get(character) ?? '')))
  );
}
