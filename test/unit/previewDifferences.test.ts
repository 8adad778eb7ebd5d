import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article';
import { render } from '../../src/core/render';
import { differencesOf, sharedEnds } from '../../src/webview/differences';
import { testDocument } from '../support/context';

const placed = (line: number, start: number): string => ` data-line="${line}" data-start="${start}"`;
const page = (first: string, second: string, from = 20): string =>
  `<div${placed(1, 0)}><p${placed(2, 5)} title="t">${first}</p><p${placed(3, from)}>${second} <b>bold</b> end</p></div>`;

describe('Two renderings of an article', () => {
  it('differ in nothing when they are the same', () => {
    assert.deepEqual(differencesOf(page('One', 'two'), page('One', 'two'))?.texts, []);
  });

  it('differ in a text, and in the places behind it', () => {
    const differences = differencesOf(page('One', 'two'), page('On the e', 'two', 25));
    assert.deepEqual(differences?.texts, [{ place: 1, before: 'One', after: 'On the e' }]);
    assert.deepEqual(
      differences.after.map(({ start }) => start),
      ['0', '5', '25'],
    );
    assert.deepEqual(
      differences.before.map(({ start }) => start),
      ['0', '5', '20'],
    );
  });

  it('differ in several texts, each told with the last place before it', () => {
    const differences = differencesOf(page('One', 'two'), page('Won', 'too').replace(' end', ' ends'));
    assert.equal(differences, undefined, 'two texts between the same places are more than typing');
    assert.deepEqual(differencesOf(page('One', 'two'), page('Won', 'too'))?.texts, [
      { place: 1, before: 'One', after: 'Won' },
      { place: 2, before: 'two ', after: 'too ' },
    ]);
  });

  const others: readonly (readonly [name: string, after: string])[] = [
    ['a tag more', page('O<b>n</b>e', 'two')],
    ['another attribute', page('One', 'two').replace('title="t"', 'title="u"')],
    ['another tag', page('One', 'two').replaceAll('b>', 'i>')],
    ['a reference', page('One &amp; a', 'two')],
    ['a block less', page('One', 'two').replace(`<p${placed(3, 20)}>`, '<p>')],
    ['a text before the first place', `x${page('One', 'two')}`],
    ['an end tag less', page('One', 'two').replace('</b>', '')],
  ];
  for (const [name, after] of others) {
    it(`differ in more than texts: ${name}`, () => {
      assert.equal(differencesOf(page('One', 'two'), after), undefined);
    });
  }

  it('lead from one to the other by the texts and the places alone, whatever was typed', () => {
    const words = [
      'word',
      ' ',
      '汉字',
      '<',
      '&amp;',
      '>',
      '<b>',
      '</b>',
      '*',
      '\n',
      'a"b',
      '</p>\n<p>',
      '🙂',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, (before, typed, after) => {
        const [old, now] = [before + after, before + typed + after].map((body) => {
          const { article, context } = testDocument(
            `---\ntitle: A\n---\n<div><p>${body}</p>\n<p>Last.</p></div>\n`,
          );
          return render(parseArticle(article.text), { level: 'minimal' }, context).html;
        });
        const differences = differencesOf(old ?? '', now ?? '');
        const again = differences && rebuilt(old ?? '', differences);
        if (again !== undefined) {
          assert.equal(again, now);
        }
      }),
    );
  });
});

/** The HTML with what is told to differ made equal; undefined where it is not clear which text is meant. */
function rebuilt(
  html: string,
  { after, texts }: NonNullable<ReturnType<typeof differencesOf>>,
): string | undefined {
  let count = 0;
  let result = html.replace(/ data-line="\d+" data-start="\d+"/g, () => {
    const { line = '', start = '' } = after[count++] ?? {};
    return ` data-line="${line}" data-start="${start}"`;
  });
  for (const { place, before, after: text } of texts) {
    const { start = '' } = after[place] ?? {};
    const from = result.indexOf(` data-start="${start}"`);
    const at = result.indexOf(`>${before}<`, from);
    assert.ok(at >= 0, `${before} behind ${start}`);
    const next = result.indexOf(' data-line=', from + 1);
    const other = result.indexOf(`>${before}<`, at + 1);
    if (other >= 0 && (next < 0 || other < next)) {
      return undefined;
    }
    result = `${result.slice(0, at + 1)}${text}${result.slice(at + 1 + before.length)}`;
  }
  return result;
}

describe('Two texts', () => {
  it('share what they begin and end with, and no character twice', () => {
    assert.deepEqual(sharedEnds('abc', 'abc'), { same: 3, sameAtEnd: 0 });
    assert.deepEqual(sharedEnds('aa', 'aaa'), { same: 2, sameAtEnd: 0 });
    assert.deepEqual(sharedEnds('axc', 'ayyc'), { same: 1, sameAtEnd: 1 });
    assert.deepEqual(sharedEnds('', 'a'), { same: 0, sameAtEnd: 0 });
  });
});
