import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { classifyBody } from '../../src/core/body';
import { indexLines } from '../../src/core/text';

/** One line for each block: type, containers with the lines where they begin, text. */
function blocksOf(text: string): readonly string[] {
  const lines = indexLines(text);
  return classifyBody(text, 0, lines).blocks.map(({ type, containers, start, end }) => {
    const around = containers
      .map((container) => `${container.type}@${lines.lineAt(container.start)} `)
      .join('');
    return `${around}${type}: ${text.slice(start, end).replace(/\n/g, '\\n')}`;
  });
}

describe('The blocks of a body', () => {
  const cases: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
    [
      'are the leaves of the block structure',
      '# a\n\nb\nc\n\n---\n\n    d\n\n```\ne\n```\n<p>f</p>\n\n| g |\n|---|\n| h |',
      [
        'heading 1: # a',
        'paragraph: b\\nc',
        'hr: ---',
        'code: d',
        'fence: ```\\ne\\n```',
        'html: <p>f</p>',
        'table: | g |\\n|---|\\n| h |',
      ],
    ],
    [
      'know the containers around them',
      '> - a\n>\n>   b\n> - c\n\n1. d\n   > e',
      [
        'quote@1 list@1 item@1 paragraph: a',
        'quote@1 list@1 item@1 paragraph: b',
        'quote@1 list@1 item@4 paragraph: c',
        'list@6 item@6 tight paragraph: d',
        'list@6 item@6 quote@7 paragraph: e',
      ],
    ],
    [
      'tell a tight list from a loose one',
      '- a\n- b',
      ['list@1 item@1 tight paragraph: a', 'list@1 item@2 tight paragraph: b'],
    ],
    [
      'count an empty item',
      '- a\n-\n- <b>',
      ['list@1 item@1 tight paragraph: a', 'list@1 item@2 empty: -', 'list@1 item@3 html: <b>'],
    ],
    [
      'take a code tag of Hexo for one',
      '{% codeblock %}\n\na\n{% endcodeblock %}',
      ['template: {% codeblock %}\\n\\na\\n{% endcodeblock %}'],
    ],
    [
      'take a region of html for one, and its parts around a fence for two',
      '<div>\n\n<p>a</p>\n~~~\nb\n~~~\n<p>c</p>\n</div>',
      ['html: <div>\\n\\n<p>a</p>', 'fence: ~~~\\nb\\n~~~', 'html: <p>c</p>\\n</div>'],
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.deepEqual(blocksOf(text), expected);
    });
  }

  it('name the exact place of a nested marker', () => {
    const text = 'x\n\n- 10. > a\n';
    const [, block] = parseArticle(text).body.blocks;
    assert.deepEqual(
      block?.containers.map(({ type, start }) => `${type} ${text.slice(start, start + 3)}`),
      ['list - 1', 'item - 1', 'list 10.', 'item 10.', 'quote > a'],
    );
  });

  describe('show what an edit would do to the text around it:', () => {
    const edits: readonly (readonly [
      title: string,
      before: string,
      removed: string,
      left: readonly string[],
      found: readonly string[],
    ])[] = [
      [
        'G1 code becomes a paragraph of the item before it',
        '- a\n\n<!-- -->\n\n    code',
        '<!-- -->',
        ['list@1 item@1 tight paragraph: a', 'code: code'],
        ['list@1 item@1 paragraph: a', 'list@1 item@1 paragraph: code'],
      ],
      [
        'G2 two lists become one',
        '- a\n<!-- -->\n- b',
        '<!-- -->\n',
        ['list@1 item@1 tight paragraph: a', 'list@3 item@3 tight paragraph: b'],
        ['list@1 item@1 tight paragraph: a', 'list@1 item@2 tight paragraph: b'],
      ],
      [
        'G3 two paragraphs become one',
        'text\n<!-- c -->\nmore',
        '<!-- c -->\n',
        ['paragraph: text', 'paragraph: more'],
        ['paragraph: text\\nmore'],
      ],
      ['G4 html becomes Markdown', '<!-- c --> **b**', '<!-- c -->', [], ['paragraph: **b**']],
      [
        'G5 a paragraph stays one',
        'a <!-- c --> b',
        '<!-- c -->',
        ['paragraph: a <!-- c --> b'],
        ['paragraph: a  b'],
      ],
      [
        'G6 html stays html',
        '<div>\n<p>a</p>\n<!-- c -->\n<p>b</p>\n</div>',
        '<!-- c -->\n',
        ['html: <div>\\n<p>a</p>\\n<!-- c -->\\n<p>b</p>\\n</div>'],
        ['html: <div>\\n<p>a</p>\\n<p>b</p>\\n</div>'],
      ],
    ];
    for (const [title, before, removed, left, found] of edits) {
      it(title, () => {
        const kept = blocksOf(before).filter((block) => !block.startsWith('html: <!--'));
        assert.deepEqual(kept, left);
        assert.deepEqual(blocksOf(before.replace(removed, '')), found);
      });
    }
  });
});

describe('The prefixes of a body', () => {
  it('are what quotes and list items put before the lines of their blocks', () => {
    const text = 'a\n\n> <div>\n>\n>     b\n> </div>\n\n- c\n  d\n10. > e\n    > f';
    const { prefixes } = parseArticle(text).body;
    assert.deepEqual(
      prefixes.map(({ start, end }) => text.slice(start, end)),
      ['> ', '>', '> ', '> ', '- ', '  ', '10. > ', '    > '],
    );
  });
});
