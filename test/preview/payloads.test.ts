import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { render, type Rendered, type RenderRequest } from '../../src/core/render';
import { testDocument } from '../support/context';
import { Guard, workspaceSite, type Incident } from './support/guard';
import { readPayloads, type Payload } from './support/payloads';
import { probe, type Known, type Trial, type Update } from './support/probe';
import { Workbench } from './support/workbench';

const payloads = readPayloads();
const groups = [...new Set(payloads.map(({ group }) => group))];

/** How many articles are shown before it is asked what has happened. */
const chunkSize = 24;

/** The ways in which an article can reach the page. */
interface Way {
  readonly name: string;
  readonly request: RenderRequest | undefined;
  readonly images: 'local' | 'remote';
  /** The classes for which it makes a difference; all of them when undefined. */
  readonly groups?: readonly string[];
}

const ways: readonly Way[] = [
  { name: 'cleaned', request: { level: 'thorough' }, images: 'remote' },
  { name: 'cleaned as little as possible', request: { level: 'minimal' }, images: 'local' },
  { name: 'as the original', request: { original: true }, images: 'remote' },
  // What the page gets when everything before it has failed: the client alone must be safe.
  { name: 'not rendered at all, with pictures from elsewhere', request: undefined, images: 'remote' },
  {
    name: 'not rendered at all, with local pictures',
    request: undefined,
    images: 'local',
    groups: ['embedding', 'foreign-elements', 'resources', 'styles', 'unclosed'],
  },
];

/** Harmless, and made of everything that the client itself adds to an article. */
const harmless = [
  '<!-- a comment --><style>p{color:red}</style><script>0</script>',
  '<p onclick="x" style="color:red">A <a href="https://safe.example/">link</a>, a <a href="other.md">file</a>.</p>',
  '<p><img src="https://safe.example/a.png" alt="picture" width="8" height="8"><img src="javascript:x" alt="none"></p>',
  '<iframe src="https://safe.example/frame"></iframe><video src="https://safe.example/a.mp4" poster="b.png"></video>',
  '<table><tr><td>a</td><td>b</td></tr></table><details><summary>c</summary>d</details>',
  '\n```js\nconst answer = 42;\n```\n',
].join('\n');

/** Where a text can stand in the front matter. */
const heads: readonly ((text: string) => Readonly<Record<string, unknown>>)[] = [
  (text) => ({
    title: text,
    categories: [[text, `${text} `], [text]],
    author: text,
    date: text,
    headimg: text,
  }),
  (text) => ({ title: text, category: text, author: { name: text }, date: text, thumbnail: text }),
  (text) => ({ title: [text], categories: [text], authors: [text, text], date: text, cover: text }),
];

describe('A hostile piece of an article', () => {
  let workbench: Workbench;
  let guard: Guard;
  let frame: Frame;
  let template: Update;
  let known: Known;
  let version = 1_000_000;
  /** What the page says to the extension about harmless articles. */
  const usual = new Set<string>();

  before('opens the preview and learns what is usual in it', async () => {
    workbench = await Workbench.open({
      settings: {
        'winnow.preview.remoteImages': 'always',
        // A dialog would ask about the line separators in some of the payloads.
        'editor.unusualLineTerminators': 'off',
      },
      files: {
        'harmless.md': articleOf(heads[0]?.('Harmless') ?? {}, harmless),
        ...Object.fromEntries(groups.map((group) => [`${group}.md`, wholeArticle(group)])),
      },
    });
    guard = await Guard.post(workbench);
    await workbench.openFile('harmless.md');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await workbench.webview().locator('main#article table').waitFor();
    frame = await guard.enter();
    const asItIs: Trial = { message: undefined, shown: [], head: [] };
    const { known: clean } = await frame.evaluate(probe, { trials: [asItIs], known: undefined });
    await press('Original');
    const { known: original } = await frame.evaluate(probe, { trials: [asItIs], known: undefined });
    await press('Clean');
    known = {
      elements: [...clean.elements, ...original.elements],
      attributes: [...clean.attributes, ...original.attributes],
    };
    assert.deepEqual(await guard.incidents(frame), []);
  });

  after(() => workbench.close());

  describe('in a file that the extension reads', () => {
    // A file is taken for a binary one as soon as it holds a null character, and is not opened.
    for (const group of groups) {
      it(`does nothing and takes nothing with it: ${group}`, async () => {
        guard.allowPictures(true);
        guard.expectRefusals(false);
        await workbench.openFile(`${group}.md`);
        await workbench
          .webview()
          .locator('h1', { hasText: `All of ${group}` })
          .waitFor();
        const shown = [...writable(group).map((_, index) => wordsAfter(index)), 'the last words'];
        for (const mode of ['Original', 'Clean'] as const) {
          // It was opened in the clean view, so each is shown once at least.
          await press(mode);
          const trial: Trial = { message: undefined, shown, head: [] };
          const { problems } = await frame.evaluate(probe, { trials: [trial], known });
          const incidents = await guard.incidents(frame);
          assert.deepEqual([...problems.flat(), ...incidents.map(describeIncident)], [], mode);
        }
        const hidden = workbench.webview().locator('aside#hidden');
        assert.equal(await hidden.locator('img, svg, script, style, iframe, a, form, math').count(), 0);
      });
    }
  });

  // After the files: an update of the extension has a lower number than these, and the page would not take it.
  describe('in a message to the page', () => {
    before('learns what is usual', async () => {
      guard.expectRefusals(true);
      guard.allowPictures(true);
      await workbench.openFile('harmless.md');
      await workbench.webview().locator('h1', { hasText: 'Harmless' }).waitFor();
      template = await nextUpdate(workbench, frame);
      const trials = ways.map((way, index) => trialOf({ title: 'harmless', text: harmless }, way, index));
      const harmlessly = await frame.evaluate(probe, { trials, known: undefined });
      assert.deepEqual(harmlessly.problems.flat(), []);
      ({ known } = harmlessly);
      (await guard.sent(frame)).forEach(({ type }) => usual.add(type));
      assert.deepEqual(await guard.incidents(frame), []);
    });

    for (const way of ways) {
      describe(way.name, () => {
        for (const group of way.groups ?? groups) {
          it(`does nothing and takes nothing with it: ${group}`, async () => {
            guard.allowPictures(way.images === 'remote');
            guard.expectRefusals(way.request === undefined);
            const cases = payloads.filter((payload) => payload.group === group);
            const faults: string[] = [];
            for (let start = 0; start < cases.length; start += chunkSize) {
              const chunk = cases.slice(start, start + chunkSize);
              const found = await tryPayloads(chunk, way);
              faults.push(...found.faults);
              // Which of them was it? What happens outside of the page is only known for all together.
              const happened = found.happened.length > 0 && chunk.length > 1;
              for (const payload of happened ? chunk : []) {
                const { happened: alone } = await tryPayloads([payload], way);
                faults.push(...alone.map((what) => `${payload.title}: ${what}`));
              }
              faults.push(...found.happened.map((what) => `one of these: ${what}`));
            }
            assert.deepEqual(faults, []);
          });
        }
      });
    }
  });

  /** Presses a button of the toolbar and waits until the page shows the article in that way. */
  async function press(mode: 'Clean' | 'Original'): Promise<void> {
    await workbench.webview().getByRole('button', { name: mode, exact: true }).click();
    await workbench.webview().locator(`body[data-mode="${mode.toLowerCase()}"]`).waitFor();
    // Else the next file would open in place of the preview.
    await workbench.runCommand('View: Focus First Editor Group');
  }

  async function tryPayloads(
    chunk: readonly Payload[],
    way: Way,
  ): Promise<{ readonly faults: readonly string[]; readonly happened: readonly string[] }> {
    const trials = chunk.map((payload, index) => trialOf(payload, way, index));
    const { problems } = await frame.evaluate(probe, { trials, known });
    const sent = await guard.sent(frame);
    const incidents = await guard.incidents(frame);
    return {
      faults: problems.flatMap((list, index) =>
        list.map((problem) => `${chunk[index]?.title ?? ''}: ${problem}`),
      ),
      happened: [
        ...incidents.map(describeIncident),
        ...sent
          .filter((message) => !isHarmless(message))
          .map((message) => `The page sent ${JSON.stringify(message).slice(0, 200)}.`),
      ],
    };
  }

  function isHarmless({ type, href }: Readonly<Record<string, unknown>>): boolean {
    if (type === 'openLink') {
      const protocol = /^[\w+.-]+:/.exec(String(href).replace(/[\0-\x20]/g, ''))?.[0].toLowerCase();
      return [undefined, 'http:', 'https:', 'mailto:'].includes(protocol);
    }
    return usual.has(String(type));
  }

  function trialOf(
    { title, text, shown }: { title: string; text: string; shown?: string | undefined },
    { request, images }: Way,
    index: number,
  ): Trial {
    const head = heads[index % heads.length]?.(text) ?? {};
    const source = articleOf(head, text);
    const { article, context } = testDocument(source);
    const rendered = request && render(article, request, context);
    version += 1;
    return {
      message: {
        ...template,
        version,
        source: `file:///${version}/${encodeURIComponent(title)}.md`,
        html: rendered?.html ?? bodyOf(text),
        head: { ...otherParts(template.head), ...headView(rendered ?? rawHead(text)) },
        images,
        bases: { document: `${workspaceSite}posts/`, root: workspaceSite },
      },
      shown: rendered ? ['the first words', 'the last words', ...(shown === undefined ? [] : [shown])] : [],
      head: article.frontMatter?.valid === true || !rendered ? [text.trim()] : [],
    };
  }
});

function writable(group: string): readonly Payload[] {
  return payloads.filter((payload) => payload.group === group && !payload.text.includes('\0'));
}

function wordsAfter(index: number): string {
  return `the words after ${index}`;
}

/** All payloads of a class one after the other, and in every field of the front matter. */
function wholeArticle(group: string): string {
  const texts = writable(group).map(({ text }) => text);
  const short = texts.filter((text) => text.length < 500);
  const head = {
    title: `All of ${group} ${short.slice(0, 3).join(' ')}`,
    categories: short.map((text) => [text, 'inner']),
    author: short,
    date: short.join(' '),
    headimg: short[0],
  };
  return articleOf(head, texts.map((text, index) => `${text}\n\n<p>${wordsAfter(index)}</p>`).join('\n\n'));
}

function describeIncident({ kind, detail }: Incident): string {
  return `${kind}: ${detail}`;
}

/** An update as the extension sends it, caught on its way to the page. */
async function nextUpdate(workbench: Workbench, frame: Frame): Promise<Update> {
  const caught = frame.evaluate(
    () =>
      new Promise<Update>((resolve) => {
        window.addEventListener('message', ({ data }: MessageEvent<{ type?: unknown }>) => {
          if (data.type === 'update') {
            resolve(data as unknown as Update);
          }
        });
      }),
  );
  await workbench.runCommand('View: Focus First Editor Group');
  await workbench.page.keyboard.press('ControlOrMeta+End');
  await workbench.page.keyboard.type('More.');
  return caught;
}

/** JSON is YAML, so nothing in a value can end it. */
function articleOf(head: Readonly<Record<string, unknown>>, text: string): string {
  const fields = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', ...fields, '---', '', bodyOf(text)].join('\n');
}

function bodyOf(text: string): string {
  return `<p>the first words</p>\n\n${text}\n\n<p>the last words</p>\n`;
}

function rawHead(text: string): Rendered['head'] {
  const value = { text, raw: text };
  return {
    title: value,
    categories: [[text, text], [text]],
    author: value,
    date: { ...value, hasTime: false },
    headimg: value,
  };
}

/** What a title block holds besides the fields of the front matter. */
function otherParts(head: unknown): Readonly<Record<string, unknown>> {
  const fields = ['title', 'categories', 'author', 'date', 'image'];
  return Object.fromEntries(Object.entries(head ?? {}).filter(([name]) => !fields.includes(name)));
}

/** The title block as the extension hands it on. */
function headView(from: Rendered | Rendered['head']): Readonly<Record<string, unknown>> {
  const { headimg, ...rest } = 'head' in from ? from.head : from;
  return { ...rest, ...(headimg && { image: headimg }) };
}
