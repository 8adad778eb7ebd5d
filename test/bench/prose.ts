import type { Random } from './random';

/** Makes sentences that mean little and look like an article's, in Chinese and in English. */
const chinese = {
  subjects: [
    '市图书馆',
    '这家工厂',
    '研究小组',
    '沿河的村子',
    '新的版本',
    '编辑部',
    '我们的读者',
    '一位老园丁',
    '北线列车',
  ],
  adverbs: ['昨天', '在三个月里', '悄悄地', '一步一步', '最终', '按照计划', '比预想更早'],
  verbs: ['修好了', '公布了', '重新整理', '种下了', '比较了', '收到', '翻译了', '记录下'],
  objects: ['旧的目录', '两千封来信', '河岸的水位', '一套测量工具', '冬季的菜谱', '去年的账本', '第三张地图'],
  endings: [
    '，大家都很高兴',
    '，价格没有变化',
    '，细节将在下周说明',
    '，结果出人意料',
    '，“不急”是他们的口头禅',
    '',
  ],
};

const english = {
  subjects: [
    'The town library',
    'A small team',
    'This release',
    'The night train',
    'Our gardener',
    'Every reader',
    'The old mill',
  ],
  verbs: ['has repaired', 'compares', 'quietly replaced', 'will publish', 'measured', 'keeps', 'translated'],
  objects: [
    'the spare catalogue',
    'two thousand letters',
    'a set of river gauges',
    'the winter timetable',
    'its third map',
    'a few lines of code',
  ],
  endings: [
    'before the snow came',
    'and nobody noticed',
    'at no extra cost',
    'for 1 <= n <= 100',
    'as planned & on time',
    'again',
  ],
};

export type Language = 'zh' | 'en';

export function sentence(random: Random, language: Language): string {
  if (language === 'zh') {
    const { subjects, adverbs, verbs, objects, endings } = chinese;
    return `${random.pick(subjects)}${random.pick(adverbs)}${random.pick(verbs)}${random.pick(objects)}${random.pick(endings)}。`;
  }
  const { subjects, verbs, objects, endings } = english;
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(endings)}. `;
}

export function sentences(random: Random, language: Language, low: number, high: number): string {
  let text = '';
  for (let left = random.between(low, high); left > 0; left--) {
    text += sentence(random, language);
  }
  return text.trimEnd();
}

/** Without a final stop. */
export function headline(random: Random, language: Language): string {
  return sentence(random, language).trim().slice(0, -1);
}
