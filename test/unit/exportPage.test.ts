import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { base64, exportPage } from '../../src/host/exportPage';

const options = { title: 'a <b> & "c"', language: 'zh', html: '<main>text</main>', css: 'p { color: red }' };

describe('An exported page', () => {
  it('allows its own style sheet and pictures, and no script, frame, form or connection', async () => {
    const page = await exportPage(options);
    const hash = createHash('sha256').update(options.css).digest('base64');
    assert.ok(
      page.includes(
        `content="default-src 'none'; style-src 'sha256-${hash}'; img-src https: http: data:; ` +
          `media-src https: http:; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.ok(page.includes('<style>p { color: red }</style>'));
  });

  it('escapes its title, names its language, and sends no referrer', async () => {
    const page = await exportPage(options);
    assert.ok(page.includes('<title>a &lt;b&gt; &amp; &quot;c&quot;</title>'));
    assert.ok(page.includes('<html lang="zh">'));
    assert.ok(page.includes('<meta name="referrer" content="no-referrer">'));
    assert.ok((await exportPage({ ...options, language: '' })).includes('<html>'));
  });

  it('holds files of any length and any bytes', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
    assert.equal(base64(new Uint8Array()), '');
  });
});
