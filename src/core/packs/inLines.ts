import type { Span } from '../types';
import { creditLine } from './lines';
import { isSubstantial, type Scene } from './scene';

/** The notice that a site appends to the line which names a source. */
const appended =
  /[\s，,。；;|｜·]*(?:(?:如(?:需|若|要|果)?(?:需要)?)?转载[，,]?(?:请|须|需|务必)(?:先)?(?:联系|注明|标明|保留|附上)[^<>。！？]{1,40}|(?:未经|未获)[^<>。！？，]{0,12}(?:授权|许可|允许|同意)[，,]?(?:不得|禁止|严禁|谢绝|请勿)[^<>。！？，]{0,4}(?:转载|使用|复制|摘编)[^<>。！？]{0,12})[。！]?\s*$/;

/** Looked for in no more than the end of a line. */
const longestNotice = 90;

/** How many lines of the article may come after it. */
const mostAfter = 1;

/** Notices about reprinting that end a line which names the source of the article: the source stays. */
export function* noticesInLines(scene: Scene): Iterable<Span> {
  let after = 0;
  for (let index = scene.count - 1; index >= 0 && after <= mostAfter; index--) {
    const passage = scene.passage(index);
    if (passage === undefined || scene.verdicts[index] !== undefined || passage.code > 0) {
      continue;
    }
    if (creditLine.test(passage.text)) {
      const from = Math.max(passage.start, passage.end - longestNotice);
      const found = appended.exec(scene.article.text.slice(from, passage.end));
      const isWhole = found !== null && from + found.index > passage.start;
      // A mark of Markdown in it may have begun before it.
      if (isWhole && !(passage.isMarkdown && /[*_`[\]()]/.test(found[0]))) {
        yield { start: from + found.index, end: passage.end };
      }
    } else {
      after += isSubstantial(passage) ? 1 : 0;
    }
  }
}
