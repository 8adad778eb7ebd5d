import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../src/core/engine';
import { testDocument } from '../support/context';

const folder = join(__dirname, '../../../test/wordings');

/** The lines of an article about nothing that rules know. */
const lines = [
  '这座桥在五月通车，前后施工两年，工人分三班轮换，最冷的那个冬天也没有停工。',
  '设计师在河的两岸各立了一座塔，塔身用的是本地的石头，颜色随着天气变化。',
  '桥面宽十一米，中间是电车，两边是自行车和行人，汽车要绕到下游去过河。',
  '第一个走过去的人是住在北岸的一位老师，她走了四十年的渡船，只用了七分钟。',
  '夜里灯光从栏杆的缝隙里漏出来，落在水面上，像一排没有写完的字。',
  '桥墩里装了四百个传感器，值班的人坐在一间没有窗户的屋子里看着它们的读数。',
];

/** More of them, so that there is a middle that is far from both ends. */
const more = [
  '退潮的时候，老人们到桥下来捡贝壳，孩子们在石墩上画了一条很长的鱼。',
  '管理处每年春天给栏杆刷一次漆，漆的颜色要在会上投票决定，去年选的是灰绿色。',
];

/** Where a paragraph stands among those lines. */
const places: Readonly<Record<string, number>> = {
  'as the last line': lines.length,
  'as the first line': 0,
  'before the last line': lines.length - 1,
};

/** As sites write paragraphs. */
const forms: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  paragraphs: (texts) => `<div>\n${texts.map((text) => `<p>${text}</p>`).join('\n')}\n</div>\n`,
  'lines between breaks': (texts) => `<div>${texts.join('<br>\n<br>\n')}</div>\n`,
};

interface Wording {
  readonly theme: string;
  readonly text: string;
}

/** A file of paragraphs: `## ` begins a theme, `# ` a remark. */
function read(name: string): readonly Wording[] {
  let theme = '';
  const found: Wording[] = [];
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
    if (line.startsWith('## ')) {
      theme = line.slice(3);
    } else if (line !== '' && !line.startsWith('# ')) {
      found.push({ theme, text: line });
    }
  }
  return found;
}

/** The name of the site, in the languages of the wordings, as crawlers write it. */
const site = '桥边人 | Bridge Weekly | 橋だより';
const ofSite = 'in the name of the site';

/** What is left of an article with the paragraph in that place. */
function cleaned(
  text: string,
  place: number,
  form: (texts: readonly string[]) => string,
  author = '',
): string {
  const body = form([...lines.slice(0, place), text, ...lines.slice(place)]);
  const { article, context } = testDocument(`---\ntitle: 河上\nauthor: ${author}\n---\n${body}`);
  return clean(article, { only: ['no-promo-block'] }, context).text;
}

/** What is left of a block where it stands (`tail <p>…</p>`), or lost with it. */
function framed(frame: string): readonly string[] {
  const [, where = '', block = ''] = /^(head|middle|tail) (.*)$/.exec(frame) ?? [];
  const paragraphs = [...lines, ...more].map((line) => `<p>${line}</p>`);
  const at = { head: 0, middle: paragraphs.length / 2 }[where] ?? paragraphs.length;
  const body = [...paragraphs.slice(0, at), block, ...paragraphs.slice(at)].join('\n');
  const { article, context } = testDocument(`---\ntitle: 河上\n---\n<div>\n${body}\n</div>\n`);
  const left = clean(article, { level: 'thorough' }, context).text.split('---\n')[2] ?? '';
  const rest = [...lines, ...more].reduce((text, line) => text.replace(line, ''), left);
  const isGone = !/[\p{L}\p{N}]|<img/u.test(rest.replace(/<\/?(?!img)[^<>]*>|&#?\w+;/g, ''));
  const isKept = [...lines, ...more].every((line) => left.includes(line));
  return isGone && isKept ? [] : [`${frame} → ${isKept ? rest.replace(/\s+/g, ' ') : 'a line is lost'}`];
}

/** An article about something, what leads to that, and what leads to its publisher. */
interface Subject {
  readonly title: string;
  readonly author: string;
  readonly about: readonly string[];
  readonly stays: readonly string[];
  readonly goes: readonly string[];
}

function subjects(): readonly Subject[] {
  const wordings = read('subjects.txt');
  return themesOf(wordings).map((theme) => {
    const [title = '', author = ''] = theme.split(' | ');
    const of = (word: string): readonly string[] =>
      wordings
        .filter((wording) => wording.theme === theme && wording.text.startsWith(`${word} `))
        .map(({ text }) => text.slice(word.length + 1));
    return { title, author, about: of('about'), stays: of('stays'), goes: of('goes') };
  });
}

const codeToScan = '<img src="https://a.com/qrcode.png" width="300" height="300">';

/** How a line and its code stand together. */
const together: readonly ((line: string) => string)[] = [
  (line) => `<p>${line}</p>\n<p>${codeToScan}</p>`,
  (line) => `<p>${line}<br>${codeToScan}</p>`,
  (line) => `<p>${codeToScan}</p>\n<p>${line}</p>`,
  (line) => `<figure>${codeToScan}<figcaption>${line}</figcaption></figure>`,
  (line) => `<p>${codeToScan}${line}</p>`,
  (line) => `<div class="qrcode">${codeToScan}<p>${line}</p></div>`,
];

/** What is left of an article about something, with other lines behind its last one. */
function leftOf({ title, author, about }: Subject, others: readonly string[]): string {
  const body = [...about, lines[3], lines[4], ...others]
    .map((line = '') => (line.startsWith('<') ? line : `<p>${line}</p>`))
    .join('\n');
  const { article, context } = testDocument(
    `---\ntitle: '${title}'\nauthor: ${author}\n---\n<div>\n${body}\n</div>\n`,
  );
  return clean(article, { only: ['no-promo-block'] }, context).text;
}

function themesOf(wordings: readonly Wording[]): readonly string[] {
  return [...new Set(wordings.map(({ theme }) => theme))];
}

describe('wordings', () => {
  const reports = read('reports.txt');
  const invitations = read('invitations.txt');
  const blocks = read('blocks.txt');
  const frames = read('frames.txt');

  it('are many, and each is there once', () => {
    const texts = [...reports, ...invitations].map(({ text }) => text);
    assert.equal(new Set(texts).size, texts.length);
    assert.ok(reports.length >= 150);
    assert.ok(invitations.length >= 60);
  });

  for (const theme of themesOf(reports)) {
    it(`of articles stay, wherever they stand: ${theme}`, () => {
      const lost = reports
        .filter((report) => report.theme === theme)
        .flatMap(({ text }) =>
          Object.entries(places).flatMap(([where, place]) =>
            Object.entries(forms)
              .filter(([, form]) =>
                ['', site].some((author) => !cleaned(text, place, form, author).includes(text)),
              )
              .map(([form]) => `${where} (${form}): ${text}`),
          ),
        );
      assert.deepEqual(lost, []);
    });
  }

  for (const theme of themesOf(invitations)) {
    it(`of sites and accounts go, behind the last line: ${theme}`, () => {
      const shown = invitations
        .filter((invitation) => invitation.theme === theme)
        .flatMap(({ text }) =>
          Object.entries(forms)
            .filter(([, form]) =>
              cleaned(text, lines.length, form, theme.startsWith(ofSite) ? site : '').includes(text),
            )
            .map(([form]) => `${form}: ${text}`),
        );
      assert.deepEqual(shown, []);
    });
  }

  it('and blocks of articles stay, behind the last line', () => {
    const lost = blocks.filter(({ text }) => {
      const body = `<div>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}\n${text}\n</div>\n`;
      const { article, context } = testDocument(`---\ntitle: 河上\n---\n${body}`);
      return !clean(article, { only: ['no-promo-block', 'no-hidden-element'] }, context).text.includes(text);
    });
    assert.ok(blocks.length >= 40);
    assert.deepEqual(lost, []);
  });

  for (const theme of themesOf(frames)) {
    it(`and what stands around articles goes: ${theme}`, () => {
      const wrong = frames.filter((frame) => frame.theme === theme).flatMap(({ text }) => framed(text));
      assert.deepEqual(wrong, []);
    });
  }

  for (const subject of subjects()) {
    it(`that lead to what an article is about stay, with their picture: ${subject.title}`, () => {
      const wrong = subject.stays.flatMap((line) => {
        const others = [
          leftOf(subject, [`<p>${line}</p>`, codeToScan]),
          ...together.map((form) => leftOf(subject, [form(line), ...subject.goes])),
        ];
        return others.flatMap((left, index) => [
          ...(left.includes(line) ? [] : [`lost (${index}): ${line}`]),
          ...(left.includes(codeToScan) || !/码|扫|QR/.test(line)
            ? []
            : [`lost the picture of (${index}): ${line}`]),
          ...subject.goes.filter((other) => left.includes(other)).map((other) => `${line} → left: ${other}`),
        ]);
      });
      const shown = subject.goes.filter((line) => leftOf(subject, [line]).includes(line));
      assert.deepEqual([...new Set([...wrong, ...shown.map((line) => `shown: ${line}`)])], []);
    });
  }

  it('take nothing else along', () => {
    for (const { text } of invitations) {
      for (const form of Object.values(forms)) {
        const left = cleaned(text, lines.length, form);
        assert.ok(lines.every((line) => left.includes(line)));
      }
    }
  });
});
