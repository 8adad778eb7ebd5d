import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { clean } from '../../src/core/engine';
import type { Level } from '../../src/core/types';
import { testDocument } from '../support/context';

const before = '<p>The river rises in the hills, and the first bridge stands ten miles below.</p>\n';
const after = '\n<p>From there it runs to the sea, past three more of them and a mill.</p>\n';

function cleaned(picture: string, level: Level): string {
  const { article, context } = testDocument(`---\ntitle: A river\n---\n\n${before}${picture}${after}`);
  const { text } = clean(article, { level }, context);
  assert.equal(clean(parseArticle(text), { level }, context).text, text, 'cleaning again changes nothing');
  return text.slice(text.indexOf(before) + before.length, text.indexOf(after)).trim();
}

/** What is left of pictures when every rule had its turn, since what one takes away may be what another goes by. */
describe('Cleaning leaves', () => {
  const cases: readonly (readonly [title: string, picture: string, expected: string])[] = [
    [
      'a picture of Next.js that fills its place',
      '<p><img src="https://a.example/_next/image?url=r.png" style="width:0;height:0;min-width:100%;max-width:100%;min-height:100%"></p>',
      '<p><img src="https://a.example/_next/image?url=r.png"></p>',
    ],
    [
      'the one in its noscript',
      '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" style="width:0;height:0;min-width:100%;min-height:100%"><noscript><img src="https://a.example/_next/image?url=r.png" style="width:0;height:0;min-width:100%;min-height:100%"></noscript></p>',
      '<p><img src="https://a.example/_next/image?url=r.png"></p>',
    ],
    [
      'a picture whose style gives it a size',
      '<p><img width="0" height="0" sizes="100vw" style="width:100%;height:auto" src="https://a.example/r.jpg"></p>',
      '<p><img src="https://a.example/r.jpg"></p>',
    ],
    [
      'a picture whose class gives it a size',
      '<p><img data-nimg="1" width="0" height="0" class="w-full h-auto" src="https://a.example/r.jpg"></p>',
      '<p><img class="w-full h-auto" src="https://a.example/r.jpg"></p>',
    ],
    ['no pixel', '<p>Text <img width="1" height="1" src="https://count.example/r"></p>', '<p>Text </p>'],
  ];
  for (const [title, picture, expected] of cases) {
    for (const level of ['standard', 'thorough'] as const) {
      it(`${title} (${level})`, () => {
        assert.equal(cleaned(picture, level), expected);
      });
    }
  }
});
