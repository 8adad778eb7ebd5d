import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { dedentHtml } from '../../src/core/dedent';
import { applyEdits } from '../../src/core/edits';
import { findWrapper, unwrap } from '../../src/core/unwrap';
import { testDocument } from '../support/context';

const front = '---\ntitle: A walk\n---\n';
const { context } = testDocument(front);

function unwrapped(body: string): string | undefined {
  const text = front + body;
  const edits = unwrap(parseArticle(text), context);
  return edits && applyEdits(text, edits).slice(front.length);
}

function dedented(body: string, selected?: string): string {
  const text = front + body;
  const start = selected === undefined ? 0 : text.indexOf(selected);
  const within = selected === undefined ? {} : { within: [{ start, end: start + selected.length }] };
  return applyEdits(text, dedentHtml(parseArticle(text), within, context).edits).slice(front.length);
}

describe('unwrapping the body', () => {
  it('takes both tags away with the lines that they leave blank', () => {
    assert.equal(
      unwrapped('<div class="x">\n<p>One.</p>\n\n<p>Two.</p>\n</div>\n'),
      '<p>One.</p>\n\n<p>Two.</p>\n',
    );
    assert.equal(unwrapped('<section><p>One.</p>\n<p>Two.</p></section>\n'), '<p>One.</p>\n<p>Two.</p>\n');
  });

  it('keeps line ends and the byte order mark', () => {
    const start = '\uFEFF---\r\ntitle: A\r\n---\r\n';
    const text = `${start}<div>\r\n<p>One.</p>\r\n</div>\r\n`;
    const edits = unwrap(parseArticle(text), context);
    assert.equal(edits && applyEdits(text, edits), `${start}<p>One.</p>\r\n`);
  });

  it('dedents what Markdown would show as code without the wrapper', () => {
    assert.equal(
      unwrapped('<div>\n    <p>One.</p>\n\n    <p>Two.</p>\n</div>\n'),
      '<p>One.</p>\n\n<p>Two.</p>\n',
    );
  });

  it('leaves a wrapper whose text Markdown would read as Markdown', () => {
    assert.equal(unwrapped('<div>\n*not* emphasised\n</div>\n'), undefined);
  });

  it('finds no wrapper in two elements, beside text, in one without an end, or in a paragraph', () => {
    for (const body of [
      '<div>a</div>\n<div>b</div>\n',
      'text\n\n<div>a</div>\n',
      '<div>\n<p>a</p>\n',
      '<p>a</p>\n',
      '',
    ]) {
      assert.equal(findWrapper(parseArticle(front + body)), undefined, body);
    }
  });
});

describe('dedenting html', () => {
  const body = [
    '<div>',
    '  <p title="a',
    '    b">One.</p>',
    '',
    '        <p>Two.</p>',
    '  <pre>',
    '    shown',
    '  </pre>',
    '</div>',
    '',
    '    code',
    '',
  ].join('\n');

  it('takes the indentation of html only, never in pre, code or the value of an attribute', () => {
    assert.equal(
      dedented(body),
      [
        '<div>',
        '<p title="a',
        '    b">One.</p>',
        '',
        '<p>Two.</p>',
        '<pre>',
        '    shown',
        '  </pre>',
        '</div>',
        '',
        '    code',
        '',
      ].join('\n'),
    );
  });

  it('keeps to the lines that are selected', () => {
    assert.equal(dedented(body, 'Two'), body.replace('        <p>Two', '<p>Two'));
  });

  it('changes nothing the second time', () => {
    assert.equal(dedented(dedented(body)), dedented(body));
  });

  it('leaves lists and quotes as they are', () => {
    const list = '- item\n\n  <div>\n    <p>x</p>\n  </div>\n';
    assert.equal(dedented(list), list);
  });
});
