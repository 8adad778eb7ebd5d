import assert from 'node:assert/strict';
import { isMessageToHost, sourceOfState } from '../../src/host/previewMessages';
import { isMessageToClient } from '../../src/webview/messages';
import type { UpdateMessage } from '../../src/webview/protocol';

const update: UpdateMessage = {
  type: 'update',
  version: 3,
  source: 'file:///a.md',
  language: 'zh',
  head: { categories: [] },
  html: '<p>a</p>',
  hidden: { summary: '', groups: [] },
  notice: '',
  images: 'local',
  bases: { document: 'https://a.example/', root: 'https://a.example/' },
};

describe('A message to the panel of the preview', () => {
  it('is accepted in each shape of the protocol', () => {
    for (const message of [
      { type: 'ready', version: -1 },
      { type: 'rendered', version: 1 },
      { type: 'openLink', version: 1, href: 'https://example.com/' },
      { type: 'reveal', version: 1, line: 1 },
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
      { type: 'rendered', version: '1' },
      { type: 'rendered', version: 1.5 },
      { type: 'openLink', version: 1 },
      { type: 'openLink', version: 1, href: 'https://example.com/'.padEnd(10_000, 'a') },
      { type: 'reveal', version: 1, line: 0 },
      { type: 'reveal', version: 1, line: '3' },
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
      assert.ok(!isMessageToClient({ ...update, [key]: 7 }) || key === 'version', key);
    }
  });
});

describe('The state of a restored preview', () => {
  it('names the article', () => {
    assert.equal(sourceOfState({ source: 'file:///a.md', line: 3, offset: 0 }), 'file:///a.md');
  });

  it('is nothing when it is not one of ours', () => {
    for (const state of [undefined, null, 'file:///a.md', {}, { source: 1 }, { source: '' }]) {
      assert.equal(sourceOfState(state), undefined);
    }
  });
});
