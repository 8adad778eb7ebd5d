import assert from 'node:assert/strict';
import { Typing } from '../../src/host/previewTyping';
import type { TypedText } from '../../src/webview/protocol';

const head = '---\ntitle: A\n---\n';

const startTyping = (text: string, isHtml = false): Typing =>
  new Typing({ text, version: 7, bodyStart: head.length, isHtml: () => isHtml });

/** Types at the `|` in a body, in place of so many characters behind it. */
function typeIn(body: string, inserted: string, { removing = 0 } = {}): TypedText | undefined {
  const text = head + body.replace('|', '');
  const typing = startTyping(text, body.startsWith('<'));
  const rangeOffset = head.length + body.indexOf('|');
  return typing.type([{ rangeOffset, rangeLength: removing, text: inserted }], 8);
}

describe('Typing in an article', () => {
  const cases: readonly {
    readonly name: string;
    readonly body: string;
    readonly inserted: string;
    readonly removing?: number;
    readonly wanted: readonly [left: string, removed: string, right: string] | undefined;
  }[] = [
    { name: 'a letter in a paragraph', body: '<p>One |two</p>', inserted: 'x', wanted: ['One ', '', 'two'] },
    { name: 'Chinese', body: '<p>今天|下雨。</p>', inserted: '又', wanted: ['今天', '', '下雨。'] },
    {
      name: 'a letter less',
      body: '<p>One |two</p>',
      inserted: '',
      removing: 1,
      wanted: ['One ', 't', 'wo'],
    },
    {
      name: 'a word for another',
      body: '<p>a |b c</p>',
      inserted: 'x',
      removing: 1,
      wanted: ['a ', 'b', ' c'],
    },
    { name: 'beside a reference', body: '<p>a &amp; b|c</p>', inserted: 'x', wanted: [' b', '', 'c'] },
    { name: 'beside a mark of Markdown', body: 'a **b|c** d', inserted: 'x', wanted: ['b', '', 'c'] },
    { name: 'a mark of Markdown in HTML', body: '<p>a (|b*</p>', inserted: '#', wanted: ['a (', '', 'b*'] },
    { name: 'in the first of two lines', body: 'one|\ntwo', inserted: 'x', wanted: ['one', '', ''] },
    { name: 'a tag', body: '<p>One |two</p>', inserted: '<', wanted: undefined },
    { name: 'the end of a reference', body: '<p>&am|p</p>', inserted: ';', wanted: undefined },
    { name: 'a line break', body: '<p>One |two</p>', inserted: '\n', wanted: undefined },
    { name: 'a mark of Markdown', body: 'One |two', inserted: '*', wanted: undefined },
    { name: 'a tag less', body: 'a|<b>', inserted: '', removing: 3, wanted: undefined },
    { name: 'a long text', body: 'a|', inserted: 'x'.repeat(201), wanted: undefined },
  ];
  for (const { name, body, inserted, removing, wanted } of cases) {
    it(`${wanted === undefined ? 'leaves to the next update' : 'is of letters alone'}: ${name}`, () => {
      const typed = typeIn(body, inserted, { removing: removing ?? 0 });
      const [left, removed, right] = wanted ?? [];
      assert.deepEqual(
        typed,
        wanted && { offset: head.length + body.indexOf('|'), left, removed, inserted, right },
      );
    });
  }

  it('is nothing for the page in the front matter', () => {
    const typing = startTyping(`${head}Text`);
    assert.equal(typing.type([{ rangeOffset: 11, rangeLength: 0, text: 'x' }], 8), undefined);
  });

  it('goes on from what was typed before, and tells where that was in the update', () => {
    const typing = startTyping(`${head}<p>One two</p><p>Three</p>`);
    const at = head.length + '<p>One'.length;
    typing.type([{ rangeOffset: at, rangeLength: 0, text: 'ly' }], 8);
    assert.deepEqual(typing.type([{ rangeOffset: at + 2, rangeLength: 1, text: '-' }], 9), {
      offset: at,
      left: 'Onely',
      removed: ' ',
      inserted: '-',
      right: 'two',
    });
    assert.equal(
      typing.type([{ rangeOffset: at + 2 + '-two</p><p>Th'.length, rangeLength: 0, text: 'x' }], 10)?.offset,
      at + ' two</p><p>Th'.length,
    );
  });

  it('is over once something else has changed', () => {
    for (const [changes, version] of [
      [[{ rangeOffset: 20, rangeLength: 0, text: '<' }], 8],
      [[{ rangeOffset: 20, rangeLength: 0, text: 'x' }], 9],
      [
        [
          { rangeOffset: 22, rangeLength: 0, text: 'x' },
          { rangeOffset: 20, rangeLength: 0, text: 'x' },
        ],
        8,
      ],
    ] as const) {
      const typing = startTyping(`${head}Some text`);
      assert.equal(typing.type(changes, version), undefined);
      assert.equal(typing.type([{ rangeOffset: 20, rangeLength: 0, text: 'x' }], version + 1), undefined);
    }
  });
});
