import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer, isAlias, isNode, visit } from 'yaml';
import { applyEdits } from '../../src/core/edits';
import { parseFrontMatter } from '../../src/core/frontMatter';
import { withoutSideEffects } from '../../src/core/frontMatter/sideEffects';
import { rules } from '../../src/core/rules';
import type { Edit, Field, Fix, FrontMatter, Problem } from '../../src/core/types';
import { testDocument } from '../support/context';

/**
 * Random YAML, with all that an edit could lose: comments, blank lines, quotes, anchors and aliases, tags, block scalars,
 * nested lists and maps; and random edits in it, as somebody types. `frontMatterFixes.test.ts` has the values that real
 * articles have.
 */
const word = fc.constantFrom(
  'Code',
  '新闻',
  'a b',
  '2022-02-30',
  'Sun, 15 May 2022 05:10:40 GMT',
  '404',
  'no',
  'https://picsum.photos/400/300?random=1',
  'http://img.example/a.png',
  'https://proxy.example/?http://img.example/a.png',
  ' padded ',
  'undefined',
  'code',
  'Tom &amp; Ann',
);
const plain = word.map((text) => text.trim());
const quoted = fc.oneof(
  plain,
  word.map((text) => `'${text}'`),
  word.map((text) => JSON.stringify(text)),
);
const scalar = fc.oneof(
  { weight: 8, arbitrary: quoted },
  { weight: 1, arbitrary: fc.constantFrom('', '~', "''", '{{ title }}', '!!str 404', '!x y') },
);
const anchored = fc
  .tuple(fc.constantFrom('', '', '', '&a ', '&b '), scalar)
  .map(([anchor, text]) => anchor + text);
const item = fc.oneof(
  { weight: 6, arbitrary: anchored },
  { weight: 1, arbitrary: fc.constantFrom('*a', '*b') },
);
const comment = fc.constantFrom('', '', '', ' # a comment', '  # 注: [x] "y"');

const listOf = (indent: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(item, comment, fc.constantFrom('', '', '\n', `\n${indent}# between`)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => items.map(([text, note, gap]) => `\n${indent}- ${text}${note}${gap}`).join(''));

const value = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(item, comment).map(([text, note]) => ` ${text}${note}`) },
  { weight: 3, arbitrary: fc.constantFrom('', '  ').chain(listOf) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        quoted.filter((text) => !/^[^'"]*,/.test(text) && !/[?&]/.test(text)),
        { maxLength: 4 },
      )
      .map((items) => ` [${items.join(', ')}]`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' |\n  one # no comment\n\n  two',
      ' >-\n  https://picsum.photos/1\n  x',
      '\n  nested: 1 # kept\n  more: [a]',
      '\n  - - Code\n  - - News',
      ' { a: 1 }',
    ),
  },
);
const key = fc.constantFrom(
  'title',
  '"title"',
  'date',
  'updated',
  'categories',
  'tags',
  'headimg',
  "'headimg'",
  'thumbnail',
  'cover',
  'author',
  'comments',
  'Date',
  'catagories',
  'other',
);
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(key, fc.constantFrom(':', ':', ':', ' :'), value).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '# a line of its own', '  # indented', '\n') },
);
const documents = fc
  .record({
    start: fc.constantFrom('---', '---', '\n---', '\uFEFF---', '\uFEFF\n---'),
    lines: fc.array(line, { minLength: 1, maxLength: 7 }),
    body: fc.constantFrom('Text.\n', '', '![A](https://img.example/b.png)\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ start, lines, body, eol }) => `${start}\n${lines.join('\n')}\n---\n${body}`.replaceAll('\n', eol));
const settings = fc.record({
  profile: fc.constantFrom('hexo', 'jekyll', 'hugo', 'generic'),
  siteTimezone: fc.constantFrom(undefined, 'Asia/Shanghai'),
  others: fc.constantFrom(undefined, { CODE: 7, 新闻: 3, 新聞: 1 }),
  files: fc.constantFrom(undefined, []),
  frontMatter: fc.constantFrom(undefined, {
    schema: { properties: { other: { enum: ['B', 'C # d', 7] }, tags: { items: { enum: ['x: y'] } } } },
  }),
});

interface Found extends Problem {
  readonly rule: string;
  readonly fixes: readonly Fix[];
}

const own = rules.filter(({ meta }) => meta.group === 'frontmatter');

/** Not through the engine, which would look at the body as well. */
function findingsOf(text: string, given: Readonly<Record<string, unknown>>): readonly Found[] {
  const { article, context } = testDocument(text, given);
  return own.flatMap((rule) =>
    [...rule.detect(article, context)].map((problem) => ({
      ...problem,
      rule: rule.meta.id,
      fixes: withoutSideEffects(article, rule.fix?.(problem, article, context) ?? []),
    })),
  );
}

/** An edit at the very end of a value, or in the place of none, touches it; one that ends where a key begins does not. */
function isTouched({ keySpan, valueSpan }: Field, edits: readonly Edit[]): boolean {
  const end = Math.max(keySpan.end, valueSpan.end);
  return edits.some((edit) => edit.start <= end && edit.end > keySpan.start);
}

/** The fields whose key and value no edit reaches into. */
function untouched(fields: readonly Field[], edits: readonly Edit[]): readonly Field[] {
  return fields.filter((field) => !isTouched(field, edits));
}

/** Each field with its source and what it is read as. */
function sourcesOf(fields: readonly Field[], text: string): readonly string[] {
  return fields.map(({ keySpan, valueSpan, value: read }) => {
    // Comments after a list belong to its range while nothing follows; they are looked at below.
    const source = text.slice(valueSpan.start, valueSpan.end).replace(/(?:\s+#[^\n]*)+$/, '');
    return JSON.stringify([text.slice(keySpan.start, keySpan.end), source.trim(), read]);
  });
}

/** The comments in source order. A trailing blank before one may go with the value. */
function commentsOf(text: string, { content }: FrontMatter): readonly string[] {
  return [...new Lexer().lex(text.slice(content.start, content.end))].filter((lexeme) =>
    lexeme.startsWith('#'),
  );
}

/** The comments that go with whole lines of a field that is taken out. */
function removedComments(text: string, edits: readonly Edit[]): readonly string[] {
  return edits
    .filter(
      (edit) =>
        edit.text === '' &&
        /(?:^|\n)$/.test(text.slice(0, edit.start)) &&
        text.slice(edit.start, edit.end).endsWith('\n'),
    )
    .flatMap((edit) =>
      [...new Lexer().lex(text.slice(edit.start, edit.end))].filter((lexeme) => lexeme.startsWith('#')),
    );
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const one of whole) {
    if (one === part[next]) {
      next++;
    }
  }
  return next === part.length;
}

function anchorsOf(fields: readonly Field[]): readonly string[] {
  const anchors: string[] = [];
  for (const { node } of fields) {
    if (isNode(node)) {
      visit(node, (_, part) => {
        if (isNode(part) && !isAlias(part) && part.anchor !== undefined) {
          anchors.push(part.anchor);
        }
      });
    }
  }
  return anchors;
}

describe('A fix in random YAML', function () {
  this.timeout(120_000);

  it('changes no other field, no order, no comment and no anchor', () => {
    let fixes = 0;
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        const { article } = testDocument(text, given);
        const { frontMatter } = article;
        if (frontMatter?.valid !== true) {
          return;
        }
        for (const { rule, fixes: offered } of findingsOf(text, given)) {
          for (const { title, edits } of offered) {
            fixes++;
            const fixed = applyEdits(text, edits);
            const after = parseFrontMatter(fixed);
            const what = `${rule} “${title}”\n${fixed}`;
            assert.ok(after?.valid, `breaks the YAML: ${what}`);
            assert.ok(
              isWithin(sourcesOf(untouched(frontMatter.fields, edits), text), sourcesOf(after.fields, fixed)),
              `changes another field: ${what}`,
            );
            const gone = removedComments(text, edits);
            const comments = commentsOf(text, frontMatter).filter((one) => !gone.includes(one));
            // Of a title that YAML cuts off at “ #” the rest is no comment.
            const isTitle = rule === 'frontmatter-syntax';
            assert.ok(isTitle || isWithin(comments, commentsOf(fixed, after)), `loses a comment: ${what}`);
            assert.ok(
              isWithin(anchorsOf(untouched(frontMatter.fields, edits)), anchorsOf(after.fields)),
              `loses an anchor: ${what}`,
            );
          }
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(fixes > 200, `only ${fixes} fixes were tried`);
  });

  it('is never offered for a text that somebody is typing unless it makes the block readable', () => {
    const edits = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(6),
        text: fc.constantFrom(
          '',
          ':',
          ': ',
          '"',
          "'",
          '[',
          ']',
          '- ',
          '#',
          '\n',
          '\t',
          '&a ',
          '*a',
          '中',
          '---\n',
          '{',
          '\r',
          '\u2028',
          '\uD800',
        ),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(documents, edits, settings, (text, typed, given) => {
        let current = text;
        for (const { at, length, text: inserted } of typed) {
          const start = Math.floor(at * current.length);
          current = current.slice(0, start) + inserted + current.slice(start + length);
        }
        const isValid = testDocument(current, given).article.frontMatter?.valid;
        for (const { rule, fixes } of findingsOf(current, given)) {
          for (const { title, edits: changes } of fixes) {
            const fixed = parseFrontMatter(applyEdits(current, changes));
            if (isValid === true || rule === 'frontmatter-syntax') {
              assert.equal(fixed?.errors.length, 0, `${rule} “${title}”`);
            } else if (isValid === false) {
              assert.equal(rule, 'frontmatter-fence', title);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
