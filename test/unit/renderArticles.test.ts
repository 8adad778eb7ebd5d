import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import type { Level } from '../../src/core/types';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';
import { linesOf, showHtml } from '../support/shownHtml';

const levels: readonly Level[] = ['minimal', 'standard', 'thorough'];
const withoutLines = (html: string): string => html.replace(/ data-(?:line|start)="\d+"/g, '');
const folded = (text: string): string => text.replace(/\s+/g, '');

describeArticles('Real articles in the preview', (articles) => {
  for (const { name, text } of articles) {
    const { article, context } = testDocument(text);

    for (const level of levels) {
      it(`${name} shows at level ${level} what Clean writes at it`, () => {
        const cleaned = parseArticle(clean(article, { level }, context).text);
        const again = render(cleaned, { level }, context);
        assert.equal(withoutLines(render(article, { level }, context).html), withoutLines(again.html));
      });
    }

    it(`${name} shows no front matter, no style block and no comment`, () => {
      const shown = showHtml(render(article, {}, context).html);
      const unseen = article.body.tokens.filter(
        (token) => token.kind === 'comment' || (token.kind === 'rawText' && token.name === 'style'),
      );
      for (const { start, end } of [...unseen, ...(article.frontMatter ? [article.frontMatter] : [])]) {
        assert.ok(!folded(shown.text).includes(folded(text.slice(start, end))));
      }
      assert.ok(shown.elements.every(({ tagName }) => tagName !== 'style' && tagName !== 'script'));
    });

    it(`${name} has blocks whose lines lie in the body and never go back`, () => {
      const lines = linesOf(showHtml(render(article, {}, context).html)).map((entry) =>
        Number(entry.split('@')[1]),
      );
      assert.ok(lines.length > 0);
      assert.ok(
        lines.every(
          (line) => line > article.lines.lineAt(article.body.start - 1) && line <= article.lines.count,
        ),
      );
      assert.deepEqual(
        lines,
        lines.toSorted((a, b) => a - b),
      );
    });

    it(`${name} shows every line of its code`, () => {
      const shown = folded(showHtml(render(article, {}, context).html).text);
      for (const { start, end } of article.body.code) {
        // The button that copies the code is the site's, not the author's.
        const code = text.slice(start, end).replace(/<span class="copy-code-btn">[^<]*<\/span>/g, '');
        for (const line of code.split('\n')) {
          // Without tags of a highlighter, code is shown as a browser shows its text.
          const expected = folded(line.replace(/<\/?(?:span|em|strong|b|i|a|br|mark|code)\b[^<>]*>/gi, ''));
          const decoded = expected
            .replaceAll('&#123;', '{')
            .replaceAll('&#125;', '}')
            .replaceAll('&lt;', '<');
          assert.ok(shown.includes(decoded.replaceAll('&gt;', '>').replaceAll('&amp;', '&')), line);
        }
      }
    });

    it(`${name} shows in the original what level minimal leaves, and chips for the rest`, () => {
      const original = render(article, { original: true }, context).html;
      const minimal = render(article, { level: 'minimal' }, context).html;
      const chip = /<span data-winnow="chip"[^>]*>[^<]*<\/span>/g;
      assert.equal(folded(showHtml(original.replace(chip, '')).text), folded(showHtml(minimal).text));
    });
  }
});
