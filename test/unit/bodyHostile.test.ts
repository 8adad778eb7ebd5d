import assert from 'node:assert/strict';
import { classifyBody } from '../../src/core/body';
import { parseBlocks, parseInline, sharedMarkdown } from '../../src/core/markdown';
import { indexLines } from '../../src/core/text';
import type { Body } from '../../src/core/types';

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
    '<td class="code"><pre><p>',
    '<td class="code"><pre></pre>',
    '<pre><span class="line"><p>',
    '<pre><code><table class="rouge-table">',
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
  ...[
    '{% code %}\n\n',
    '{{< highlight ',
    '{{< code >}}',
    '{{% code %}}\n',
    '[code]',
    '[code a ',
    '[html]\n\n',
  ],
  ...['{% codeblock %}\n\n', '{% highlight a ', '{%', '```\n\n', '````x\n```\n', '~~~\n', '    x\n# h\n'],
  ...[
    '    x\n\n',
    '   <p>\n\n',
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
  ['before the only `>`, in quotes', '<div>', ' b=">"'],
  ['in a list item', '- <div>\n\n  ', ''],
];

/**
 * How many characters of text the run looks at, counted at the methods through which that happens. No clock:
 * the number is the same on every machine.
 */
function charactersRead(run: () => void): number {
  let count = 0;
  /* eslint-disable @typescript-eslint/unbound-method -- each is called with its own `this` and put back */
  const { charCodeAt, indexOf } = String.prototype;
  const { exec } = RegExp.prototype;
  const state = sharedMarkdown().block.State.prototype;
  const { isEmpty } = state;
  /* eslint-enable @typescript-eslint/unbound-method */
  String.prototype.charCodeAt = function (this: string, index) {
    count++;
    return charCodeAt.call(this, index);
  };
  String.prototype.indexOf = function (this: string, needle, from = 0) {
    const found = indexOf.call(this, needle, from);
    count += (found < 0 ? this.length : found) - from + 1;
    return found;
  };
  RegExp.prototype.exec = function (this: RegExp, text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    count +=
      match === null ? (this.sticky ? 1 : text.length - from + 1) : match.index + match[0].length - from + 1;
    return match;
  };
  state.isEmpty = function (line) {
    count++;
    return isEmpty.call(this, line);
  };
  try {
    run();
  } finally {
    String.prototype.charCodeAt = charCodeAt;
    String.prototype.indexOf = indexOf;
    RegExp.prototype.exec = exec;
    state.isEmpty = isEmpty;
  }
  return count;
}

function classify(text: string): Body {
  return classifyBody(text, 0, indexLines(text));
}

describe('Twice as much of one thing repeated is at most about twice the work', function () {
  this.timeout(20_000);

  for (const [title, before, after] of frames) {
    describe(title, () => {
      for (const unit of units) {
        it(JSON.stringify(unit), () => {
          const work = (times: number): number => {
            const text = before + unit.repeat(times) + after;
            return charactersRead(() => classify(text)) / text.length;
          };
          const small = work(800);
          const large = work(1600);
          // Each character is read by the block parser, a few times by the tokenizer, and once for each level
          // of nesting, of which there are at most a hundred.
          assert.ok(large < 400 && large < small * 1.5, `${small} and ${large} reads for each character`);
        });
      }
    });
  }

  it('the counter does count', () => {
    const quadratic = (text: string): void => {
      for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start + 1)) {
        text.indexOf('>', start);
      }
    };
    const work = (times: number): number =>
      charactersRead(() => {
        quadratic('<a '.repeat(times));
      });
    assert.ok(work(1600) > work(800) * 3.5);
  });

  it('the inline parser keeps pace', () => {
    for (const unit of [
      '<!--',
      '<a b="',
      '`',
      '` `` ',
      '<code>',
      '<script>',
      '{% codeblock %}',
      '[code]',
      '<?',
    ]) {
      const work = (times: number): number => {
        const { tokens, env } = parseBlocks(`a ${unit.repeat(times)}`, 0, indexLines('a'));
        return charactersRead(() => {
          parseInline(tokens, env);
        });
      };
      assert.ok(work(1600) < work(800) * 3, unit);
    }
  });
});

describe('The classifier is done with', function () {
  this.timeout(20_000);

  const texts: readonly (readonly [unit: string, times: number])[] = [
    ['<div>', 100_000],
    ['<div>\n\n', 100_000],
    ['<!--', 80_000],
    ['<style ', 80_000],
    ['\n', 200_000],
    ['`', 100_000],
    ['<a ', 100_000],
    ['> ', 100_000],
    ['- ', 100_000],
    ['<a b="', 100_000],
  ];
  for (const [unit, times] of texts) {
    it(`${times} times ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(times);
      const body = classify(text);
      assert.ok(body.elements.length <= text.length && body.blocks.length <= text.length);
    });
  }

  it('100,000 elements nest without recursion', () => {
    const depth = 100_000;
    const text = '<div>'.repeat(depth) + '</div>'.repeat(depth);
    const [root] = classify(text).elements;
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
      const { regions, blocks } = classify(text);
      assert.equal(regions.length, 1);
      assert.ok((blocks[0]?.containers.length ?? 0) <= 102);
    }
  });
});
