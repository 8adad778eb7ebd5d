/** What the publisher of an article says of jobs at its place. Weights as in `phrases.ts`. */
export const ofJobs: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/(?:投递|发送|发|投)[^。！？，]{0,4}(?:简历|个人简介)[^。！？]{0,8}(?:至|到)/, 3],
  [/[把将]?简历[^。！？]{0,10}(?:投递|发送|发|投|邮件)[^。！？，]{0,4}(?:至|到|给我|给我们)/, 3],
  [/期待[你您][^。！？，]{0,4}加入/, 2],
  [/欢迎[^。！？]{0,16}(?:投递|投简历|加入我们|加入团队|自荐|内推|推荐)/, 2],
  [
    /(?:我们|团队|本部门|[组部])(?:正在|长期|持续|也在|急|诚|目前)[^。！？，]{0,4}(?:招聘|招人|招募|聘|寻找)/,
    3,
  ],
  [/^[\s\p{P}\p{S}]*(?:长期|正在|持续|急|诚)(?:招聘|招募|招|聘)/u, 2],
  [
    /(?:招聘|诚聘|内推)[^。！？]{0,14}(?:工程师|设计师|产品经理|运营|实习生|编辑|开发|算法|测试|岗位|职位)/,
    1,
  ],
  [/\bwe(?:['’]re| are) (?:currently |always |also |now |still )?(?:hiring|recruiting)\b/i, 3],
  [
    /\b(?:apply|join us|see|check out|view|browse|visit|come work)\b.{0,40}\b(?:open (?:roles|positions|jobs)|openings|careers(?: page)?|jobs? (?:board|page|openings))\b/i,
    2,
  ],
  [/\bjoin (?:us|our (?:\w+ )?team)\b|\bcome (?:and )?work with us\b/i, 1],
];
