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
    [
      'a picture that waits at one pixel',
      '<p><img src="/blank.gif" data-src="https://a.example/r.jpg" width="1" height="1"></p>',
      '<p><img src="https://a.example/r.jpg"></p>',
    ],
    [
      'no counter that waits',
      '<p>Text <img src="/blank.gif" data-src="https://count.example/r?n=1" width="1" height="1"></p>',
      '<p>Text </p>',
    ],
    [
      'the one of Mirage, which hides it until a script has run',
      '<p><img data-cfsrc="https://a.example/r.jpg" style="display:none;visibility:hidden"><noscript><img src="https://a.example/r.jpg"></noscript></p>',
      '<p><img src="https://a.example/r.jpg"></p>',
    ],
    [
      'a lazy picture that is hidden until then, shown',
      '<p><img class="lazy" data-original="https://a.example/r.jpg" style="display:none"></p>',
      '<p><img src="https://a.example/r.jpg"></p>',
    ],
    [
      'the larger of a picture and its twin',
      '<p><img src="https://a.example/max/60/1*r.png?q=20"><noscript><img src="https://a.example/max/1400/1*r.png"></noscript></p>',
      '<p><img src="https://a.example/max/1400/1*r.png"></p>',
    ],
    [
      'one picture of Gatsby, shown',
      '<div><img aria-hidden="true" data-placeholder-image="" style="opacity:1" src="data:image/jpeg;base64,/9j/2wBDABALDA4M" alt=""><picture><source data-srcset="/static/r.webp 1200w" sizes="100vw"><img data-main-image="" style="opacity:0" data-src="/static/r.jpg" alt="River"></picture><noscript><picture><source srcset="/static/r.webp 1200w"><img data-main-image="" style="opacity:0" src="/static/r.jpg" alt="River"></picture></noscript></div>',
      '<div><picture><img src="/static/r.jpg" alt="River"></picture></div>',
    ],
    [
      'the picture of a list instead of its preview',
      '<p><img src="https://a.example/60/r.jpg" srcset="https://a.example/60/r.jpg 60w, https://a.example/1600/r.jpg 1600w" sizes="100vw"></p>',
      '<p><img src="https://a.example/1600/r.jpg"></p>',
    ],
    [
      'an ordinary picture, without its list',
      '<p><img src="https://a.example/320/r.jpg" srcset="https://a.example/320/r.jpg 320w, https://a.example/1600/r.jpg 1600w"></p>',
      '<p><img src="https://a.example/320/r.jpg"></p>',
    ],
    [
      'the picture of a source instead of its preview',
      '<p><picture><source srcset="/p-1200.jpg 1200w"><img src="/p-60.jpg"></picture></p>',
      '<p><picture><img src="/p-1200.jpg"></picture></p>',
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
