import assert from 'node:assert/strict';
import { classifyBody } from '../../src/core/body';
import { parseBlocks, parseInline, sharedMarkdown } from '../../src/core/markdown';
import { indexLines } from '../../src/core/text';

/** Units whose repetition makes a careless scanner look ahead to the end of the text for each of them. */
const units = [
  ...[
    '<div>',
    '<div>\n\n',
    '</div>',
    '<div></section>',
    '<ul><li>',
    '<table><td>',
    '<p>',
    '<p>a<b>',
    '<svg>',
  ],
  ...[
    '<!--',
    '<!--\n\n',
    'a <!--',
    '<!-- -',
    '<style ',
    '<script>',
    '<script>\n\n',
    '<script></script',
    '<title>',
  ],
  ...[
    '<pre>',
    '<pre>\n\n',
    '<pre><code>',
    '<pre><code>\n\n',
    '<pre></code>',
    '<pre><!--<p>-->',
    '<code>',
    '<code>\n\n',
  ],
  ...[
    '<a ',
    '<a b="',
    '<a b=">" ',
    '<a b=\'"',
    '<a<',
    '<a b=<',
    '<a b="c\n\n',
    '</',
    '<',
    '<?',
    '<![CDATA[',
    '<!a',
  ],
  ...['`', '` `` ', '``` ', '[', '[a](', '![a](<', '\\', '*a **b ', '<a:', '<a@', '|', '{% codeblock %}'],
  ...['{% codeblock %}\n\n', '{% highlight a ', '{%', '```\n\n', '````x\n```\n', '~~~\n', '    x\n# h\n'],
  ...[
    '    x\n\n',
    '> ',
    '> <div>\n>\n',
    '> `\n',
    '- ',
    '- <div>\n\n',
    '- <!--\n',
    '1. a\n\n   <p>\n',
    '\n',
    ' \n',
    '| a |\n|---|\n',
  ],
] as const;

/** What stands before and after the repeated unit. */
const frames: readonly (readonly [title: string, before: string, after: string])[] = [
  ['alone', '', ''],
  ['in an open element', '<div>\n\n', '\n\n</div>'],
  ['in a chunk of html', '<div>', 'x b=">"\n</div>'],
];

const size = 100_000;

/**
 * These would take minutes if anything were quadratic: 100 KB of a unit of four characters asks 25,000
 * questions, each with an answer 100 KB away. The time limit is for the suite's slowest machine.
 */
describe('100 KB of one thing repeated is classified in linear time', function () {
  this.timeout(20_000);

  for (const [title, before, after] of frames) {
    describe(title, () => {
      for (const unit of units) {
        it(JSON.stringify(unit), () => {
          const text = before + unit.repeat(Math.ceil(size / unit.length)) + after;
          const body = classifyBody(text, 0, indexLines(text));
          assert.ok(body.elements.length <= text.length);
          assert.ok(body.blocks.length <= text.length);
          assert.equal(body.end, text.length);
        });
      }
    });
  }

  it('100,000 elements nest without recursion', () => {
    const depth = 100_000;
    const text = '<div>'.repeat(depth) + '</div>'.repeat(depth);
    const [root] = classifyBody(text, 0, indexLines(text)).elements;
    let count = 0;
    for (let element = root; element !== undefined; element = element.children[0]) {
      count++;
    }
    assert.equal(count, depth);
    assert.equal(root?.end, text.length);
  });

  it('deeply nested quotes and lists end somewhere', () => {
    for (const unit of ['> ', '- ', '1. > ']) {
      const text = unit.repeat(100_000) + '<b>';
      const { regions, blocks } = classifyBody(text, 0, indexLines(text));
      assert.equal(regions.length, 1);
      assert.ok((blocks[0]?.containers.length ?? 0) <= 102);
    }
  });

  it('the inline parser keeps pace', () => {
    for (const unit of ['<!--', '<a b="', '`', '` `` ', '<code>', '<script>', '{% codeblock %}', '<?']) {
      const text = `a ${unit.repeat(20_000 / unit.length)}`;
      const { tokens, env } = parseBlocks(text, 0, indexLines(text));
      parseInline(tokens, env);
      assert.ok(sharedMarkdown().renderer.render([...tokens], sharedMarkdown().options, env).length > 0);
    }
  });
});
