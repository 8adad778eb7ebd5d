import assert from 'node:assert/strict';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { contentSecurityPolicy, previewShell, type ShellOptions } from '../../src/host/previewShell';

const options: ShellOptions = {
  cspSource: 'https://*.webview.example',
  nonce: 'n0nce',
  scriptUri: 'https://a.webview.example/dist/preview.js',
  styleUris: ['https://a.webview.example/media/article.css', 'https://a.webview.example/media/preview.css'],
  language: 'zh-cn',
  title: 'Preview a <b> & "c".md',
  labels: { article: 'Article', head: 'Title block', hidden: 'Hidden parts' },
  strings: {
    embedded: 'Embedded "page"',
    imageBlocked: '<blocked>',
    imageFailed: 'failed',
    imageRefused: 'refused',
    imageNeedsReferrer: 'needs a referrer',
    imageExpired: 'expired',
    imageLoad: 'load',
    imageOpen: 'open',
    fileOpen: 'open file',
    imageLink: 'follow',
    updated: 'updated',
    table: 'table',
    code: 'code',
    toolbar: {
      label: 'toolbar',
      mode: 'view',
      clean: 'clean',
      original: 'original',
      level: 'level',
      levels: { minimal: 'minimal', standard: 'standard', thorough: 'thorough' },
      profile: 'profile',
      profiles: { hexo: 'Hexo', jekyll: 'Jekyll', hugo: 'Hugo', generic: 'others' },
      compare: 'compare',
      compareHint: 'hint',
    },
    hidden: { show: 'show', keep: 'keep', remove: 'remove', stays: 'stays' },
    badge: { show: 'show' },
    pictures: { one: 'one', many: '{0}', once: 'once', always: 'always' },
  },
  images: 'remote',
};

describe('The content security policy of the preview', () => {
  it('allows nothing but our script, our style sheet, and pictures and media over https', () => {
    assert.equal(
      contentSecurityPolicy(options),
      "default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.webview.example; " +
        'img-src https://*.webview.example data: https:; media-src https://*.webview.example https:; ' +
        "base-uri 'none'; form-action 'none'",
    );
  });

  it('allows nothing from the network when pictures are local only', () => {
    const policy = contentSecurityPolicy({ ...options, images: 'local' });
    assert.doesNotMatch(policy, /https:(?!\/\/\*\.webview\.example)/);
  });

  it('never allows inline code, evaluated code or inline styles', () => {
    for (const images of ['local', 'remote'] as const) {
      assert.doesNotMatch(contentSecurityPolicy({ ...options, images }), /unsafe|strict-dynamic|\*(?!\.)/);
    }
  });
});

describe('The page of the preview', () => {
  const elements = elementsOf(previewShell(options));
  const one = (name: string): Element => {
    const [found, ...more] = elements.filter((element) => element.tagName === name);
    assert.ok(found && more.length === 0, `one <${name}>`);
    return found;
  };

  it('has the parts that the client and every test rely on, empty', () => {
    for (const [name, id] of [
      ['header', 'head'],
      ['main', 'article'],
      ['aside', 'hidden'],
    ] as const) {
      assert.equal(attribute(one(name), 'id'), id);
      assert.deepEqual(one(name).childNodes, []);
    }
  });

  it('names its language and labels its landmarks', () => {
    assert.equal(attribute(one('html'), 'lang'), 'zh-cn');
    assert.equal(attribute(one('main'), 'aria-label'), 'Article');
    assert.equal(attribute(one('aside'), 'aria-label'), 'Hidden parts');
  });

  it('has one script, which carries the nonce, and its style sheets in their order', () => {
    assert.equal(attribute(one('script'), 'nonce'), 'n0nce');
    assert.equal(attribute(one('script'), 'src'), options.scriptUri);
    assert.deepEqual(one('script').childNodes, []);
    const links = elements.filter(({ tagName }) => tagName === 'link');
    assert.deepEqual(
      links.map((link) => attribute(link, 'href')),
      options.styleUris,
    );
  });

  it('puts the policy before everything that loads something, and sends no referrer', () => {
    const names = elements.map((element) => attribute(element, 'http-equiv') ?? element.tagName);
    assert.ok(names.indexOf('Content-Security-Policy') < names.indexOf('link'));
    const referrer = elements.find((element) => attribute(element, 'name') === 'referrer');
    assert.equal(referrer && attribute(referrer, 'content'), 'no-referrer');
  });

  it('has no inline style and no event handler', () => {
    assert.ok(elements.every((element) => element.tagName !== 'style'));
    const names = elements.flatMap((element) => element.attrs.map(({ name }) => name));
    assert.deepEqual(
      names.filter((name) => name === 'style' || name.startsWith('on')),
      [],
    );
  });

  it('escapes what it is given', () => {
    assert.deepEqual(
      one('title').childNodes.map((node) => 'value' in node && node.value),
      [options.title],
    );
    assert.deepEqual(JSON.parse(attribute(one('body'), 'data-strings') ?? ''), options.strings);
  });
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      found.push(node);
    }
    if ('childNodes' in node) {
      node.childNodes.forEach(visit);
    }
  };
  visit(parse(html));
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}
