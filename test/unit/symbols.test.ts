import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article';
import { foldsOf } from '../../src/core/language/folding';
import { fieldLinks } from '../../src/core/language/links';
import { symbolsOf, type DocumentSymbol } from '../../src/core/language/symbols';
import { filesOf, type SitePlace } from '../../src/core/siteFiles';
import { testDocument } from '../support/context';

/** The outline as indented lines. */
function outline(text: string, markdownHeadings = true): readonly string[] {
  const show = (symbols: readonly DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail === '' ? '' : ` (${detail})`}`,
      ...show(children, `${indent}  `),
    ]);
  return show(symbolsOf(parseArticle(text), { markdownHeadings, maxBodySize: 0 }), '');
}

describe('The symbols of an article', () => {
  it('are the front matter with its fields, then the headings', () => {
    assert.deepEqual(
      outline('\n---\ntitle: A walk\ncategories:\n  - a\n  - b\n---\n# One\n\ntext\n\n## Two\n\n# Three\n'),
      ['Front matter', '  title (A walk)', '  categories (a, b)', 'One (h1)', '  Two (h2)', 'Three (h1)'],
    );
  });

  it('have headings of HTML in one tree with those of Markdown', () => {
    assert.deepEqual(outline('# A\n\n<div><h2 id="x">B &amp; <b>c</b></h2>\n<h4>D</h4></div>\n\n### E\n'), [
      'A (h1)',
      '  B & c (h2)',
      '    D (h4)',
      '    E (h3)',
    ]);
  });

  it('leave the headings out where VS Code shows them all itself', () => {
    assert.deepEqual(outline('---\ntitle: A\n---\n# A\n\n## B\n', false), ['Front matter', '  title (A)']);
    assert.deepEqual(outline('# A\n\n<h2>B</h2>\n', false), ['A (h1)', '  B (h2)']);
  });

  const headings: readonly (readonly [body: string, outline: readonly string[]])[] = [
    ['A *b* `c` [d](e)\n===\n', ['A b c d (h1)']],
    ['## A ##\n', ['A (h2)']],
    ['> # Quoted\n', ['Quoted (h1)']],
    ['#No heading\n', []],
    ['```\n# code\n<h1>code</h1>\n```\n', []],
    ['<pre><code><h1>code</h1></code></pre>\n', []],
    ['<!-- <h1>x</h1> -->\n', []],
    ['<h1></h1>\n', ['Heading without text (h1)']],
    ['<h1>A\n<br>b</h1>\n', ['A b (h1)']],
    ['<h2><a href="x"></a>A</h2><h2>B', ['A (h2)', 'B (h2)']],
    ['<h3>Deep</h3><h1>High</h1>', ['Deep (h3)', 'High (h1)']],
  ];
  for (const [body, expected] of headings) {
    it(`are ${expected.join(', ') || 'none'} in ${JSON.stringify(body)}`, () => {
      assert.deepEqual(outline(body), expected);
    });
  }

  it('have the fields line by line while the YAML has an error', () => {
    assert.deepEqual(outline('---\ntitle: a: b\ntags:\n  - c\n---\n'), [
      'Front matter',
      '  title (a: b)',
      '  tags',
    ]);
  });

  it('lie in each other and hold their names, whatever the text: VS Code refuses others', () => {
    const piece = fc.constantFrom(
      '---\n',
      'title: a\n',
      '# A\n',
      '<h2>',
      '</h2>',
      '<div>',
      '</div>',
      '\n',
      'x',
      '> ',
      '- ',
      '```\n',
      'A\n===\n',
      '\r\n',
      '<!-- ',
      ' -->',
    );
    const check = (symbols: readonly DocumentSymbol[], start: number, end: number): void => {
      for (const symbol of symbols) {
        assert.ok(start <= symbol.start && symbol.end <= end, JSON.stringify(symbol));
        assert.ok(
          symbol.start <= symbol.selection.start && symbol.selection.end <= symbol.end,
          JSON.stringify(symbol),
        );
        assert.notEqual(symbol.name, '');
        check(symbol.children, symbol.start, symbol.end);
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        check(symbolsOf(parseArticle(text), { markdownHeadings: true, maxBodySize: 0 }), 0, text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

function folds(text: string): readonly string[] {
  return foldsOf(parseArticle(text), { maxBodySize: 0 }).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`,
  );
}

const data = `data:image/png;base64,${'A'.repeat(600)}`;

describe('Folding', () => {
  const cases: readonly (readonly [title: string, text: string, folds: readonly string[]])[] = [
    ['the front matter from fence to fence', '---\ntitle: A\n---\nx\n', ['1-3 frontMatter']],
    [
      'front matter after blank lines and a byte order mark',
      '\uFEFF\n---\ntitle: A\n---\nx\n',
      ['2-4 frontMatter'],
    ],
    ['front matter with CRLF', '---\r\ntitle: A\r\n---\r\nx\r\n', ['1-3 frontMatter']],
    ['front matter without a closing fence', '---\ntitle: A\ndate: b\n\nText.\n', ['1-3 frontMatter']],
    ['a comment of several lines, not one of one', '<!-- a\nb -->\n<!-- c -->\n', ['1-2 comment']],
    [
      'a style block of several lines, not one of one',
      '<style>\n.a {}\n</style>\n<style>.b {}</style>\n',
      ['1-3 style'],
    ],
    ['an empty style block of two lines', '<style>\n</style>\n', ['1-2 style']],
    ['no code', '```\n<!-- a\nb -->\n<style>\n</style>\n```\n', []],
    ['nothing that has no end', '<!-- a\n\n<style>\n.x\n', []],
    [
      'a data URI on a line of its own below the line before',
      `text\n\n![a](${data})\n\ntext\n`,
      ['2-3 data'],
    ],
    ['lines of data URIs together', `text\n\n[1]: <${data}>\n[2]: <${data}>\n`, ['2-4 data']],
    [
      'data URIs apart from each other apart',
      `a\n\n![a](${data})\n\nb\n\n![b](${data})\n`,
      ['2-3 data', '6-7 data'],
    ],
    [
      'a data URI over several lines',
      `<p>\n<img src="${data}\n${'B'.repeat(70)}\nCC==">\n</p>\n`,
      ['1-4 data'],
    ],
    [
      'a data URI on the first line with those below it',
      `![a](${data})\n![b](${data})\ntext\n`,
      ['1-2 data'],
    ],
    ['no single data URI on the first line', `![a](${data})\ntext\n`, []],
    [
      'a data URI in the front matter',
      `---\ntitle: A\nheadimg: ${data}\n---\n`,
      ['1-4 frontMatter', '2-3 data'],
    ],
    ['no short data URI', 'text\n\n![a](data:image/png;base64,AAAA)\n', []],
    ['no prose after the word', `text\n\ndata: ${'word '.repeat(200)}\n`, []],
  ];
  for (const [title, text, expected] of cases) {
    it(`has ${title}`, () => {
      assert.deepEqual(folds(text), expected);
    });
  }

  it('leaves a large body alone, but not its front matter', () => {
    const text = '---\ntitle: A\n---\n<!-- a\nb -->\n';
    assert.deepEqual(
      foldsOf(parseArticle(text), { maxBodySize: 5 }).map(({ kind }) => kind),
      ['frontMatter'],
    );
  });
});

describe('The links of the front matter', () => {
  const links = (yaml: string, settings = {}): readonly string[] => {
    const text = `\n---\n${yaml}\n---\nx\n`;
    const { article, context } = testDocument(text, settings);
    return fieldLinks(article, context).map(
      ({ start, end, target }) =>
        `${text.slice(start, end)} -> ${target.kind === 'path' ? target.path : target.address}`,
    );
  };
  const cases: readonly (readonly [yaml: string, links: readonly string[]])[] = [
    ['headimg: https://example.com/a.png', ['https://example.com/a.png -> https://example.com/a.png']],
    [
      "headimg: 'https://example.com/a b.png' # c",
      ['https://example.com/a b.png -> https://example.com/a b.png'],
    ],
    ['cover: //example.com/a.png', ['//example.com/a.png -> https://example.com/a.png']],
    ['thumbnail: "/images/a.png"', ['/images/a.png -> /images/a.png']],
    ['thumbnail: images/图.png', ['images/图.png -> images/图.png']],
    ['banner_img: /a.png', ['/a.png -> /a.png']],
    ['source: https://example.com/', ['https://example.com/ -> https://example.com/']],
    ['cover: false', []],
    ['headimg: command:x.y', []],
    ['headimg: file:///etc/passwd', []],
    ['headimg: javascript:alert(1)/x.png', []],
    ['title: a/b.png', []],
    ['headimg: >\n  https://example.com/\n  b', []],
    ['headimg: ""', []],
    ['headimg:', []],
    ['headimg: [/a.png]', []],
  ];
  for (const [yaml, expected] of cases) {
    it(`are ${expected.join(', ') || 'none'} in ${yaml}`, () => {
      assert.deepEqual(links(yaml), expected);
    });
  }
});

describe('A picture field that only the settings name', () => {
  it('is a link like the others', () => {
    const { article, context } = testDocument('---\nhero: /a.png\n---\n', { images: { fields: ['hero'] } });
    assert.deepEqual(
      fieldLinks(article, context).map(({ target }) => target),
      [{ kind: 'path', path: '/a.png' }],
    );
  });
});

describe('The files that a path may mean', () => {
  const hexo: SitePlace = { profile: 'hexo', path: '/w/blog/source/_posts/a.md', root: '/w' };
  const cases: readonly (readonly [value: string, place: SitePlace, files: readonly string[]])[] = [
    ['/images/a.png', hexo, ['/w/blog/source/images/a.png', '/w/source/images/a.png']],
    [
      'b.png',
      hexo,
      [
        '/w/blog/source/_posts/b.png',
        '/w/blog/source/_posts/a/b.png',
        '/w/blog/source/b.png',
        '/w/source/b.png',
      ],
    ],
    [
      '../images/a%20b.png?x=1#y',
      hexo,
      [
        '/w/blog/source/images/a b.png',
        '/w/blog/source/_posts/images/a b.png',
        '/w/blog/images/a b.png',
        '/w/images/a b.png',
      ],
    ],
    ['/a.png', { profile: 'jekyll', path: '/w/_posts/a.md', root: '/w' }, ['/w/a.png']],
    [
      '/a.png',
      { profile: 'hugo', path: '/w/content/posts/a.md', root: '/w' },
      ['/w/static/a.png', '/w/assets/a.png', '/w/content/a.png'],
    ],
    [
      '/a.png',
      { profile: 'generic', path: '/w/a.md', root: '/w' },
      ['/w/public/a.png', '/w/static/a.png', '/w/src/a.png', '/w/a.png'],
    ],
    ['../../../../../etc/passwd', hexo, []],
    ['https://example.com/a.png', hexo, []],
    ['//example.com/a.png', hexo, []],
    ['file:///a.png', hexo, []],
    ['', hexo, []],
    ['100%.png', { profile: 'jekyll', path: '/w/a.md', root: '/w' }, ['/w/100%.png']],
  ];
  for (const [value, place, expected] of cases) {
    it(`are ${String(expected.length)} for ${JSON.stringify(value)} and ${place.profile}`, () => {
      assert.deepEqual(filesOf(value, place), expected);
    });
  }
});
