import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt, { type StateCore } from 'markdown-it';
import { hideChaff } from '../../src/core/builtinPreview';
import { clean } from '../../src/core/engine';
import { parseArticle } from '../../src/core/article';
import { generatedArticle } from '../support/articleGenerator';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';

const frontMatter = '---\ntitle: A walk\n---\n';

/** Lines, as VS Code's preview gives them to every block, and front matter as a block of its own. */
function likeVSCode(markdown: MarkdownIt): MarkdownIt {
  markdown.block.ruler.before('fence', 'front_matter', (state, line) => {
    const end = /^---\n[^]*?\n---(?:\n|$)/.exec(state.src)?.[0].trimEnd().split('\n').length;
    if (line !== 0 || end === undefined) {
      return false;
    }
    const token = state.push('front_matter', '', 0);
    token.map = [0, end];
    state.line = end;
    return true;
  });
  markdown.renderer.rules.front_matter = () => '<table class="frontmatter"></table>\n';
  markdown.core.ruler.push('lines', ({ tokens }: StateCore) => {
    for (const token of tokens) {
      if (token.map && token.type !== 'inline') {
        token.attrSet('data-line', String(token.map[0]));
      }
    }
  });
  const { rules } = markdown.renderer;
  const html = rules.html_block;
  rules.html_block = (tokens, index, options, env, self) =>
    `<div${self.renderAttrs(tokens[index] ?? assert.fail())}></div>\n${html?.(tokens, index, options, env, self) ?? ''}`;
  return markdown;
}

const create = (): MarkdownIt => likeVSCode(new MarkdownIt({ html: true, linkify: true }));

/** The markdown-it of a preview in which a text is the article to clean. */
function extended(text: string, settings: Readonly<Record<string, unknown>> = {}): MarkdownIt {
  const request = testDocument(text, settings);
  return hideChaff(new MarkdownIt({ html: true, linkify: true }), (env) =>
    isOn(env) ? request : undefined,
  ).use(likeVSCode);
}

const on = { currentDocument: 'the article' };
const isOn = (env: unknown): boolean => typeof env === 'object' && env !== null && 'currentDocument' in env;

function show(text: string, settings?: Readonly<Record<string, unknown>>): string {
  const markdown = extended(text, settings);
  // As VS Code does it: the tokens of the text as it is, and another `env` for the rendering.
  return markdown.renderer.render(markdown.parse(text, {}), markdown.options, { ...on });
}

/** The line (0-based) that the block of a text has: the last one before it. */
function lineOf(html: string, text: string): number {
  const before = html.slice(0, html.indexOf(text));
  assert.notEqual(before.length, html.length, text);
  return Number([...before.matchAll(/data-line="(\d+)"/g)].at(-1)?.[1]);
}

describe('hideChaff', () => {
  const chaff: Readonly<Record<string, string>> = {
    'a comment': '<!-- slot 7 -->',
    'a comment inside a paragraph': 'Text <!-- slot 7 --> goes on.',
    'a style block that CommonMark takes for code':
      '<div>\n<p>One.</p>\n\n            <style>\n.slot { x: 7 }\n</style>\n</div>',
    'a script': '<script>slot(7)</script>',
    'an event handler': '<p onclick="slot(7)">Text.</p>',
    'a hidden element': '<p>Text.</p>\n<div style="display:none">slot 7</div>',
    'chaff in a list': '- item\n\n  <!-- slot 7 -->\n\n  more',
    'chaff in a quote': '> quoted\n> <!-- slot 7 -->',
  };

  for (const [name, source] of Object.entries(chaff)) {
    const text = `${frontMatter}\n${source}\n\n<p>The end.</p>\n`;

    it(`hides ${name}`, () => {
      assert.match(create().render(text), /slot/);
      const html = show(text);
      assert.doesNotMatch(html, /slot/);
      assert.match(html, /The end\./);
    });
  }

  it('hides what the level of the preview hides and nothing else', () => {
    const text = `${frontMatter}\n<!-- a -->\n<p onclick="b()">Text.</p>\n`;
    assert.doesNotMatch(show(text, { 'preview.level': 'thorough' }), /onclick/);
    const minimal = show(text, { 'preview.level': 'minimal' });
    assert.match(minimal, /onclick/);
    assert.doesNotMatch(minimal, /<!--/);
  });

  it('does so whatever the findings are switched to, since hiding changes no file', () => {
    assert.doesNotMatch(show(`${frontMatter}\n<!-- a -->\n`, { enable: false }), /<!--/);
  });

  it('shows code as it is', () => {
    for (const code of ['```html\n<!-- shown -->\n```', '    <!-- shown -->', '`<!-- shown -->`']) {
      assert.match(show(`${frontMatter}\nText.\n\n${code}\n`), /&lt;!-- shown --&gt;/, code);
    }
  });

  it('reads html as the rules do: code in it does not begin an element that swallows the rest', () => {
    const html = show(
      `${frontMatter}\n<p>Write <code><script type="module"></code> here.</p>\n\n<p>The end.</p>\n`,
    );
    assert.doesNotMatch(html, /<script/);
    assert.match(html, /<code>&lt;script type="module">/);
  });

  it('shows indented html inside an open element as html', () => {
    const html = show(`${frontMatter}\n<div>\n\n        <p>Text.</p>\n\n</div>\n`);
    assert.doesNotMatch(html, /<pre/);
  });

  it('lets the front matter be found after the blank line that a crawler leaves', () => {
    const text = `\n${frontMatter}\nText.\n`;
    assert.doesNotMatch(create().render(text), /class="frontmatter"/);
    assert.match(show(text), /class="frontmatter"/);
  });

  it('keeps the lines of the document, so that scrolling finds the place', () => {
    const text = [
      ...['', '---', 'title: A walk', '---', '', '<!-- one', 'two', 'three -->', '', 'First.', ''],
      ...['<style>', '.a{}', '', '.b{}', '</style>', '', '## Second', '', '<p>Third.</p>', ''],
    ].join('\n');
    const html = show(text);
    const lines = text.split('\n');
    for (const shown of ['First.', 'Second', 'Third.']) {
      assert.equal(
        lineOf(html, shown),
        lines.findIndex((line) => line.includes(shown)),
        shown,
      );
    }
  });

  it('gives every block of html a place to scroll to, as VS Code has it', () => {
    const html = show(
      `${frontMatter}\n<!-- a -->\n<div class="b">\n<p>One.</p>\n<p id="c">Two.</p>\n</div>\n`,
    );
    assert.match(html, /<p class="code-line" data-line="6">One/);
    assert.match(html, /<p class="code-line" data-line="7" id="c">Two/);
  });

  it('marks the article for the style sheet', () => {
    assert.match(show(`${frontMatter}\nText.\n`), /^<div class="winnow-article">/);
  });

  it('lets the plugins of others take part', () => {
    const text = `${frontMatter}\n<!-- a -->\n\nAt https://www.example.com/ now.\n`;
    assert.match(show(text), /<a href="https:\/\/www\.example\.com\/">/);
  });

  it('hands the references that a text defines to the text', () => {
    const html = show(`${frontMatter}\n<!-- a -->\n\n[A page][1]\n\n[1]: https://www.example.com/\n`);
    assert.match(html, /<a href="https:\/\/www\.example\.com\/">A page<\/a>/);
  });

  it('leaves no trace in the instance, even when a plugin throws', () => {
    const text = `${frontMatter}\n<!-- a -->\n\n    code\n`;
    const markdown = extended(text);
    const before = markdown.render(text);
    let isBroken = true;
    markdown.core.ruler.push('broken', () => {
      if (isBroken) {
        throw new Error('broken');
      }
    });
    assert.throws(() => markdown.renderer.render([], markdown.options, { ...on }), /broken/);
    isBroken = false;
    assert.equal(markdown.render(text), before);
  });

  it('changes nothing while it is off, not even the tokens', () => {
    const plain = create();
    fc.assert(
      fc.property(generatedArticle, (text) => {
        const markdown = extended(text);
        assert.equal(markdown.render(text), plain.render(text));
        assert.deepEqual(markdown.parse(text, {}), plain.parse(text, {}));
      }),
      { numRuns: 100 },
    );
  });

  it('changes no token of an article that it cleans: outline and folding are about the file as it is', () => {
    const text = `${frontMatter}\n<!-- a -->\n\n## Heading\n`;
    const markdown = extended(text);
    const tokens = markdown.parse(text, {});
    const before = JSON.stringify(tokens);
    markdown.renderer.render(tokens, markdown.options, { ...on });
    assert.equal(JSON.stringify(tokens), before);
  });

  it('shows of any article what cleaning it would leave', () => {
    fc.assert(
      fc.property(generatedArticle, (text) => {
        showsTheCleaned(text);
      }),
      { numRuns: 200 },
    );
  });
});

/** The article and what `clean` leaves of it look the same, but for the lines; each line is one of the document. */
function showsTheCleaned(text: string): void {
  const { article, context } = testDocument(text);
  const level = context.options.preview.level;
  const left = clean(article, { level }, context).text;
  const html = show(text);
  const withoutLines = (shown: string): string => shown.replace(/ data-line="\d+"/g, '');
  assert.equal(withoutLines(html), withoutLines(show(left)));
  let previous = 0;
  for (const [, digits] of html.matchAll(/^<div data-line="(\d+)"><\/div>/gm)) {
    const line = Number(digits);
    assert.ok(line >= previous && line < parseArticle(text).lines.count, `line ${line} after ${previous}`);
    previous = line;
  }
}

describeArticles('hideChaff, in real articles', (articles) => {
  for (const { name, text } of articles) {
    it(`shows what cleaning leaves: ${name}`, () => {
      showsTheCleaned(text);
    });
  }
});
