import assert from 'node:assert/strict';
import { isMessageToHost, readState } from '../../src/host/previewMessages';
import { isMessageToClient } from '../../src/webview/messages';
import type { UpdateMessage } from '../../src/webview/protocol';

const update: UpdateMessage = {
  type: 'update',
  version: 3,
  source: 'file:///a.md',
  language: 'zh',
  lineCount: 12,
  view: {
    mode: 'clean',
    level: 'thorough',
    profile: 'hexo',
    choice: { mode: 'clean' },
    locked: false,
    picturesAllowed: false,
  },
  head: { categories: [], badges: {} },
  html: '<p>a</p>',
  hidden: { summary: '', staying: '', groups: [] },
  notice: '',
  images: 'local',
  offerPictures: true,
  bases: { document: 'https://a.example/', root: 'https://a.example/' },
  look: { fontSize: 0, lineHeight: 0 },
};

const extracted = {
  type: 'extracted',
  version: 1,
  request: 1,
  source: 'file:///a.md',
  title: '',
  language: '',
  parts: [''],
  pictures: [],
  isCopied: false,
};

describe('A message to the panel of the preview', () => {
  it('is accepted in each shape of the protocol', () => {
    for (const message of [
      { type: 'ready', version: -1 },
      { type: 'rendered', version: 1 },
      { type: 'wantUpdate', version: 1 },
      { type: 'openLink', version: 1, href: 'https://example.com/' },
      { type: 'scrolled', version: 1, line: 1.25 },
      { type: 'revealAt', version: 1, start: 0, before: '', after: '' },
      { type: 'setView', version: 1, choice: { mode: 'original' } },
      { type: 'setView', version: 1, choice: { mode: 'clean', level: 'minimal', profile: 'hugo' } },
      { type: 'compare', version: 1 },
      { type: 'hiddenAction', version: 1, index: 3, action: 'keep' },
      { type: 'fix', version: 1, finding: 0, fix: 1 },
      { type: 'showFinding', version: 1, finding: 0 },
      { type: 'loadImages', version: 1, scope: 'once' },
      { ...extracted, parts: ['<img src="', '">'], pictures: ['a.png'] },
    ]) {
      assert.ok(isMessageToHost(message), message.type);
    }
  });

  it('is refused in any other', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      { type: 'ready' },
      { ...extracted, parts: ['a'], pictures: ['a.png'] },
      { ...extracted, parts: [1] },
      { type: 'rendered', version: '1' },
      { type: 'rendered', version: 1.5 },
      { type: 'openLink', version: 1 },
      { type: 'openLink', version: 1, href: 'https://example.com/'.padEnd(10_000, 'a') },
      { type: 'scrolled', version: 1, line: 0 },
      { type: 'scrolled', version: 1, line: '3' },
      { type: 'scrolled', version: 1, line: Infinity },
      { type: 'revealAt', version: 1, start: -1, before: '', after: '' },
      { type: 'revealAt', version: 1, start: 1 },
      { type: 'revealAt', version: 1, start: 1, before: '' },
      { type: 'revealAt', version: 1, start: 1, before: 'a'.repeat(60_000), after: '' },
      { type: 'setView', version: 1 },
      { type: 'setView', version: 1, choice: { mode: 'raw' } },
      { type: 'setView', version: 1, choice: { mode: 'clean', level: 'all' } },
      { type: 'setView', version: 1, choice: { mode: 'clean', profile: 3 } },
      { type: 'hiddenAction', version: 1, index: 0, action: 'run' },
      { type: 'hiddenAction', version: 1, index: '0', action: 'keep' },
      { type: 'fix', version: 1, finding: 0 },
      { type: 'fix', version: 1, finding: 0.5, fix: 0 },
      { type: 'loadImages', version: 1, scope: 'forever' },
      { type: 'run', version: 1, command: 'rm' },
    ]) {
      assert.ok(!isMessageToHost(message), JSON.stringify(message));
    }
  });
});

describe('A message to the page of the preview', () => {
  it('is accepted when it is a whole update', () => {
    assert.ok(isMessageToClient(update));
  });

  it('is refused when a part is missing or of another type', () => {
    assert.ok(!isMessageToClient(undefined));
    assert.ok(!isMessageToClient({ ...update, type: 'updates' }));
    for (const key of Object.keys(update)) {
      assert.ok(!isMessageToClient({ ...update, [key]: undefined }), key);
      assert.ok(!isMessageToClient({ ...update, [key]: 7 }) || ['version', 'lineCount'].includes(key), key);
    }
  });
});

describe('A message about the update that the page shows', () => {
  it('is accepted in each shape of the protocol', () => {
    for (const message of [
      { type: 'scrollTo', version: 1, line: 12 },
      { type: 'cursor', version: 1, line: 0 },
      { type: 'askSelection', version: 1 },
      { type: 'typed', version: 1, offset: 9, left: 'a', removed: '', inserted: 'b', right: '' },
    ]) {
      assert.ok(isMessageToClient(message), message.type);
    }
  });

  it('is refused in any other', () => {
    for (const message of [
      { type: 'scrollTo', version: 1 },
      { type: 'scrollTo', version: 1, line: 1.5 },
      { type: 'cursor', version: 1, line: -1 },
      { type: 'askSelection' },
      { type: 'typed', version: 1, offset: 9.5, left: 'a', removed: '', inserted: 'b', right: '' },
      { type: 'typed', version: 1, offset: 9, left: 'a', removed: '', inserted: 'b' },
    ]) {
      assert.ok(!isMessageToClient(message), JSON.stringify(message));
    }
  });
});

describe('The state of a restored preview', () => {
  const source = 'file:///a.md';

  it('names the article and how it was shown', () => {
    const choice = { mode: 'original', level: 'standard' };
    assert.deepEqual(readState({ source, line: 3, offset: 0, choice, locked: true, picturesAllowed: true }), {
      source,
      choice,
      locked: true,
      picturesAllowed: true,
    });
  });

  it('of an older version shows the article as if it were new', () => {
    assert.deepEqual(readState({ source, line: 3, offset: 0 }), {
      source,
      choice: { mode: 'clean' },
      locked: false,
      picturesAllowed: false,
    });
  });

  it('is nothing when it is not one of ours', () => {
    for (const state of [undefined, null, source, {}, { source: 1 }, { source: '' }]) {
      assert.equal(readState(state), undefined);
    }
  });
});
