import { promoHeading, relatedHeading } from './lines';
import type { Scene } from './scene';
import { textSize } from './score';

/** Takes the headings of sections of which nothing is left. */
export function judgeHeadings(scene: Scene): void {
  let allGone = true;
  let anyGone = false;
  for (let index = scene.count - 1; index >= 0; index--) {
    const passage = scene.passage(index);
    if (passage === undefined) {
      continue;
    }
    const isHeading = passage.isHeading || (textSize(passage.text) <= 14 && promoHeading.test(passage.text));
    if (scene.verdicts[index] !== undefined) {
      anyGone = true;
    } else if (
      isHeading &&
      allGone &&
      anyGone &&
      (promoHeading.test(passage.text) ||
        (passage.isHeading &&
          (relatedHeading.test(passage.text) ||
            (ofPublisher.test(passage.text) && scene.namesSite(passage.text)))))
    ) {
      scene.verdicts[index] = scene.verdicts[index + 1];
    } else {
      allGone = isHeading;
      anyGone = false;
    }
  }
}

/** Begins the heading of what a publisher says of itself. */
const ofPublisher = /^(?:support|join|subscribe|follow|about|become|关于|关注|支持|加入|订阅)/i;
