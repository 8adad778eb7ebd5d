import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { hoverAt, type HoverInfo } from '../../src/core/language/hover';
import { escapeMarkdown, hoverMarkdown, remoteAddress } from '../../src/core/language/hoverMarkdown';
import { testDocument } from '../support/context';
import { atCursor } from '../support/cursor';

type Settings = Readonly<Record<string, unknown>>;

function hover(marked: string, settings: Settings = {}): HoverInfo | undefined {
  const { text, offset } = atCursor(marked);
  const { article, context } = testDocument(text, settings);
  return hoverAt(article, offset, context);
}

/** Readers and what they read, `*` before the line of the settings' own profile. */
function readings(yaml: string, settings: Settings = {}): readonly string[] {
  return (hover(`---\n${yaml}\n---\n`, settings)?.parts ?? []).flatMap((part) =>
    part.kind === 'readings'
      ? part.readings.map(({ readers, text, isOwn }) => `${isOwn ? '*' : ''}${readers.join('+')}: ${text}`)
      : [],
  );
}

const labelled = (info: HoverInfo | undefined, name: string): string | undefined =>
  info?.parts.flatMap((part) => (part.kind === 'labelled' && part.label === name ? [part.text] : []))[0];

describe('The hover', () => {
  const shown: readonly (readonly [marked: string, part: string])[] = [
    ['---\nti|tle: A\n---\n', 'title'],
    ['---\n|title: A\n---\n', 'title'],
    ['---\ntitle: |A\n---\n', 'A'],
    ['\n---\ntitle: |A\n---\n', 'A'],
    ['\uFEFF---\ntitle: |A\n---\n', 'A'],
    ['\uFEFF\n \n---\r\ntitle: |A b\r\n---\r\n', 'A b'],
    ["---\ntitle: '|A'\n---\n", "'A'"],
    ['---\ncategories:\n  - a\n  - |b\n---\n', '- a\n  - b'],
    ['title: |A\ndate: 2020-01-01\n---\n', 'A'],
    ['---\nda|te: x\ntitle: a: b\n---\n', 'date'],
    ['---\nda|te: x\ntitle: "a\n---\n', 'date'],
    ['---\nda|te: x\n', 'date'],
  ];
  for (const [marked, part] of shown) {
    it(`is about ${JSON.stringify(part)} at ${JSON.stringify(marked)}`, () => {
      const info = hover(marked);
      assert.ok(info);
      assert.equal(atCursor(marked).text.slice(info.start, info.end), part);
    });
  }

  const silent: readonly string[] = [
    '---\ntitle:| A\n---\n',
    '---\ntitle: A|\n---\n',
    '---\ntitle: A # c|omment\n---\n',
    '---\n# title: |A\n---\n',
    '---\nunknown: |A\n---\n',
    '---\nextra:\n  title: |A\n---\n',
    '-|--\ntitle: A\n---\n',
    '---\ntitle: A\n-|--\n',
    '---\ntitle: A\n---\ndate: |B\n',
    '---\ndate: |x\ntitle: a: b\n---\n',
    '---js\ntitle: |A\n---\n',
    'da|te: x\n',
    '|',
  ];
  for (const marked of silent) {
    it(`says nothing at ${JSON.stringify(marked)}`, () => {
      assert.equal(hover(marked), undefined);
    });
  }

  it('explains the key and what its value may look like for the profile', () => {
    const info = hover('---\nda|te: 2024-05-06\n---\n', { profile: 'hugo' });
    assert.deepEqual(
      [info?.parts[0], info?.parts.at(-1)],
      [
        { kind: 'title', key: 'date', type: 'date', meaning: 'When the article was published.' },
        { kind: 'labelled', label: 'Accepted', text: '2024-05-06T07:08:09+08:00 or 2024-05-06.' },
      ],
    );
  });

  it('says while the YAML has an error that nobody reads the value', () => {
    const info = hover('---\nda|te: 2024-05-06\ntitle: a: b\n---\n');
    assert.deepEqual(info?.parts.at(-1), {
      kind: 'text',
      text: 'The front matter has an error, so no program reads the value.',
    });
    assert.ok(!info.parts.some(({ kind }) => kind === 'readings'));
  });
});

describe('The hover of a date', () => {
  const inShanghai = { 'date.timezone': 'Asia/Shanghai' };
  const meant = (value: string, settings: Settings = inShanghai): string | undefined =>
    labelled(hover(`---\nd|ate: ${value}\n---\n`, settings), 'This date');

  it('shows the moment in the zone of the settings', () => {
    assert.equal(meant('Sun, 15 May 2022 05:10:40 GMT'), '15 May 2022 13:10:40 in Asia/Shanghai');
    assert.equal(meant('2022-05-15 13:10:40 +08:00'), '15 May 2022 13:10:40 in Asia/Shanghai');
    assert.equal(meant('2022-05-15 13:10:40'), '15 May 2022 13:10:40 in Asia/Shanghai');
    assert.equal(meant('2022-05-15'), '15 May 2022');
    assert.equal(meant('2022年5月15日'), '15 May 2022');
  });

  it('prefers the zone of the site and says when none is known', () => {
    assert.equal(
      meant('2022-05-15T05:10:40Z', { ...inShanghai, siteTimezone: 'America/New_York' }),
      '15 May 2022 01:10:40 in America/New_York',
    );
    assert.equal(meant('2022-05-15 13:10:40', {}), '15 May 2022 13:10:40, the time zone is not known');
    assert.equal(meant('2022-05-15T05:10:40Z', {}), '15 May 2022 05:10:40 UTC');
  });

  it('shows both days that an ambiguous one can be, and none where there is none', () => {
    assert.equal(meant('05/06/2022'), '6 May 2022 or 5 June 2022');
    assert.equal(meant('soon'), undefined);
    assert.equal(meant('2022-02-30'), undefined);
  });

  const cases: readonly (readonly [value: string, readings: readonly string[]])[] = [
    [
      '2022-05-15 13:10:40',
      [
        '*Hexo: 15 May 2022 13:10:40 in Asia/Shanghai',
        'Jekyll+gray-matter: 15 May 2022 13:10:40 UTC',
        'Hugo: 15 May 2022 13:10:40 UTC, or in “timeZone” of its configuration',
      ],
    ],
    ['2022-05-15', ['*Hexo+Jekyll+Hugo+gray-matter: 15 May 2022']],
    [
      '2022-05-15 13:10:40 +08:00',
      [
        '*Hexo: 15 May 2022 05:10:40 in Asia/Shanghai',
        'Jekyll+Hugo: 15 May 2022 13:10:40 +08:00',
        'gray-matter: 15 May 2022 05:10:40 UTC',
      ],
    ],
    [
      'Sun, 15 May 2022 05:10:40 GMT',
      [
        '*Hexo+Jekyll: 15 May 2022 05:10:40 UTC',
        'Hugo: 15 May 2022 05:10:40 UTC, or in “timeZone” of its configuration',
        'gray-matter: the text “Sun, 15 May 2022 05:10:40 GMT”, not a date',
      ],
    ],
    ['2018-15-30', ['*Hexo+gray-matter: 30 March 2019', 'Jekyll+Hugo: no date: the build stops']],
    [
      '2022年9月26日',
      [
        '*Hexo: no date: it takes the time at which the file was created',
        'Jekyll+Hugo: no date: the build stops',
        'gray-matter: the text “2022年9月26日”, not a date',
      ],
    ],
    [
      "'soon'",
      [
        '*Hexo: no date: it takes the time at which the file was created',
        'Jekyll+Hugo: no date: the build stops',
        'gray-matter: the text “soon”, not a date',
      ],
    ],
  ];
  for (const [value, expected] of cases) {
    it(`says what each program reads in ${value}`, () => {
      assert.deepEqual(readings(`d|ate: ${value}`, inShanghai), expected);
    });
  }
});

describe('The hover of names, switches, texts and pictures', () => {
  const cases: readonly (readonly [yaml: string, readings: readonly string[], settings?: Settings])[] = [
    ['ca|tegories: [Code, News]', ['*Hexo: “Code” › “News”', 'Jekyll+Hugo+gray-matter: “Code”, “News”']],
    [
      'ca|tegories: [[Code, News], [Art]]',
      ['*Hexo: “Code” › “News”, “Art”', 'Jekyll+Hugo+gray-matter: “Code”, “News”, “Art”'],
    ],
    [
      'ca|tegories: Code News',
      ['*Jekyll: “Code”, “News”', 'Hexo+Hugo: “Code News”', 'gray-matter: the text “Code News”, not a list'],
      { profile: 'jekyll' },
    ],
    ['t|ags: [a, b]', ['*Hexo+Jekyll+Hugo+gray-matter: “a”, “b”']],
    ['ca|tegories:', ['*Hexo+Jekyll+Hugo+gray-matter: nothing']],
    ['ca|tegories: {a: b}', []],
    ['com|ments: false', ['*Hexo+Jekyll+Hugo+gray-matter: false']],
    [
      'com|ments: no',
      [
        '*Hexo+gray-matter: true, since “no” is no truth value',
        'Jekyll: false',
        'Hugo: false, since “no” is no truth value',
      ],
    ],
    ['ti|tle: 404', ['*Hexo+Jekyll+Hugo+gray-matter: the number 404']],
    ["ti|tle: '404'", ['*Hexo+Jekyll+Hugo+gray-matter: the text “404”']],
    [
      'hea|dimg: /images/a.png',
      [
        '*Hexo: the file source/images/a.png',
        'Jekyll: the file images/a.png',
        'Hugo: the file static/images/a.png',
        'gray-matter: the file public/images/a.png',
      ],
    ],
    ['hea|dimg: https://example.com/a.png', ['*Hexo+Jekyll+Hugo+gray-matter: a picture of example.com']],
  ];
  for (const [yaml, expected, settings] of cases) {
    it(`says what each program reads in ${yaml.replace('|', '')}`, () => {
      assert.deepEqual(readings(yaml, settings), expected);
    });
  }
});

describe('The Markdown of a hover', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const hostile: readonly string[] = [
    '[x](command:workbench.action.quit)',
    '<a href="command:x">y</a><img src=x onerror=alert(1)>',
    '![x](https://evil.example/pixel.gif)',
    '`code` **bold** _i_ ~~s~~ $(trash)',
    'https://evil.example/ www.evil.example me@evil.example',
    '&lt;script&gt; &#91;x](y)',
    'line\n\n# heading\n- item\n> quote\n| a | b |\n|---|---|',
    '</p><script>alert(1)</script>',
    '\u202eabc\u0000',
    '[x]: https://evil.example\n[x]',
    '\\[x](y) \\<b>',
  ];
  for (const value of hostile) {
    it(`shows ${JSON.stringify(value)} as it is`, () => {
      const html = markdown.render(escapeMarkdown(value));
      assert.doesNotMatch(html.replace(/^<p>|<\/p>\n$/g, ''), /<|\p{Cc}|\u202e/u, html);
      assert.equal(html.match(/<p>/g)?.length, 1);
    });
  }

  const render = (address: string, showRemote: boolean, localFile?: string): string =>
    hoverMarkdown([{ kind: 'picture', address }], { showRemote, localFile });

  it('has a picture of another host only when that is allowed', () => {
    assert.doesNotMatch(render('https://example.com/a.png', false), /!\[/);
    assert.match(render('https://example.com/a.png', false), /\]\(https:\/\/example\.com\/a\.png\)$/);
    assert.match(
      render('https://example.com/a.png', true),
      /!\[\]\(https:\/\/example\.com\/a\.png\|width=240\)$/,
    );
  });

  it('has the file of the workspace instead, where there is one', () => {
    assert.equal(render('/a.png', false, 'file:///w/a%20b.png'), '![](file:///w/a%20b.png|width=240)');
  });

  it('makes no link of another scheme', () => {
    for (const address of [
      'javascript:alert(1)',
      'command:x',
      'vscode://x',
      'file:///etc/passwd',
      '/a.png',
      'a.png',
      'data:text/html,x',
      'data:image/svg+xml;base64,AAAA',
    ]) {
      assert.equal(render(address, true), '', address);
    }
    assert.equal(render('data:image/png;base64,AAAA', false), '![](data:image/png;base64,AAAA|width=240)');
  });

  it('cannot be left by an address', () => {
    for (const address of [
      'https://example.com/a) [x](command:y',
      'https://example.com/a "title" ![](https://evil.example/p.gif)',
      'https://example.com/<b>\n\n[x](command:y)',
      'https://example.com/\\) [x](command:y) \ud800',
      'https://example.com/图 片.png',
    ]) {
      const html = markdown.render(render(address, true));
      assert.deepEqual(
        [...html.matchAll(/(?:href|src)="([a-z]+:\/\/[^/"]*)/g)].map(([, host]) => host),
        ['https://example.com', 'https://example.com'],
        html,
      );
      assert.doesNotMatch(html, /href="command/);
    }
    assert.equal(remoteAddress('https://example.com/图.png'), 'https://example.com/%E5%9B%BE.png');
  });
});
