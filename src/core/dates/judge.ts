import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { judgeGeneric } from './judgeGeneric';
import { judgeHexo } from './judgeHexo';
import { judgeHugo } from './judgeHugo';
import { judgeJekyll } from './judgeJekyll';
import type { DateFault, DateSetting, Judged } from './meaning';
import { recogniseDate } from './recognise';

/**
 * What is wrong with a date in the eyes of the profile's site generator; undefined for a date that is read as
 * meant, and for no value at all.
 */
export function judgeDate(scalar: Scalar, setting: DateSetting): DateFault | undefined {
  if (scalar.text.trim() === '' || resolveScalar(scalar, setting.profile).type === 'null') {
    return undefined;
  }
  const judged: Judged = { scalar, meant: recogniseDate(scalar.text), setting };
  switch (setting.profile) {
    case 'hexo':
      return judgeHexo(judged);
    case 'jekyll':
      return judgeJekyll(judged);
    case 'hugo':
      return judgeHugo(judged);
    case 'generic':
      return judgeGeneric(judged);
  }
}
