import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { applyEdits } from '../../src/core/edits';
import { check, clean } from '../../src/core/engine';
import { rules } from '../../src/core/rules';
import type { Article, Finding, Rule } from '../../src/core/types';
import { testDocument, type TestDocument } from '../support/context';
import { encodeSection, parseFixtures, type FixtureCase } from '../support/fixtures';

const folder = join(__dirname, '../../../test/rules');
/** Writes what the rules say now into the fixtures, to be read and judged by a person. */
const update = process.env.UPDATE === '1' && process.env.CI === undefined;

function settingsOf(fixture: FixtureCase, rule: Rule): Record<string, unknown> {
  const given = (parse(fixture.options) ?? {}) as Record<string, unknown>;
  const others = rules.map(({ meta }) => [meta.id, 'off'] as const).filter(([id]) => id !== rule.meta.id);
  const own = rule.meta.offByDefault ? { [rule.meta.id]: rule.meta.severity } : {};
  return {
    ...given,
    rules: { ...Object.fromEntries(others), ...own, ...(given.rules as object | undefined) },
  };
}

function describeFinding(article: Article, finding: Finding): string {
  const start = article.lines.positionAt(finding.start);
  const end = article.lines.positionAt(finding.end);
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${place} ${finding.severity} ${finding.message.replace(/\n/g, '\\n')}`;
}

function fixAll(rule: Rule, { article, context }: TestDocument): string {
  const result = clean(article, { only: [rule.meta.id] }, context);
  assert.equal(applyEdits(article.text, result.edits), result.text, 'the edits do not make the text');
  return result.text;
}

function results(rule: Rule, document: TestDocument): readonly string[] {
  return check(document.article, document.context)
    .filter((finding) => finding.rule === rule.meta.id)
    .map((finding) => describeFinding(document.article, finding));
}

describe('every rule', () => {
  it('has a fixture file, and every fixture file a rule', () => {
    const files = readdirSync(folder).map((file) => basename(file, '.txt'));
    assert.deepEqual(files.sort(), rules.map(({ meta }) => meta.id).sort());
  });

  for (const rule of rules) {
    describe(rule.meta.id, () => {
      it('reports its bad example and not its good one', () => {
        const on = {
          ...rule.meta.example.settings,
          rules: { [rule.meta.id]: rule.meta.severity },
          article: true,
        };
        assert.notDeepEqual(results(rule, testDocument(rule.meta.example.bad, on)), []);
        assert.deepEqual(results(rule, testDocument(rule.meta.example.good, on)), []);
      });

      const file = join(folder, `${rule.meta.id}.txt`);
      if (!existsSync(file)) {
        return;
      }
      const cases = parseFixtures(file, readFileSync(file, 'utf8'));
      if (update) {
        writeFileSync(file, cases.map((fixture) => rewritten(rule, fixture)).join('\n'));
      }

      it('has a case that it reports and one that it does not', () => {
        assert.ok(cases.some((fixture) => fixture.findings.length > 0));
        assert.ok(cases.some((fixture) => fixture.findings.length === 0));
      });

      it(`offers fixes of the kind “${rule.meta.fixKind}” at the most, and some of that kind`, () => {
        const kinds = new Set(
          cases.flatMap((fixture) => {
            const { article, context } = testDocument(fixture.input, settingsOf(fixture, rule));
            return check(article, context)
              .filter((finding) => finding.rule === rule.meta.id)
              .flatMap(({ fixes }) => fixes.map(({ kind }) => kind));
          }),
        );
        const strongest = kinds.has('safe') ? 'safe' : kinds.has('suggestion') ? 'suggestion' : 'none';
        assert.equal(strongest, rule.meta.fixKind);
      });

      for (const fixture of cases) {
        it(`${fixture.title} (line ${fixture.line})`, () => {
          const settings = settingsOf(fixture, rule);
          const expected = fixture.output ?? fixture.input;
          const document = testDocument(fixture.input, settings);
          assert.deepEqual(results(rule, document), fixture.findings);
          assert.equal(fixAll(rule, document), expected);
          assert.equal(
            fixAll(rule, testDocument(expected, settings)),
            expected,
            'fixing twice changes it again',
          );

          if (!fixture.input.includes('\r')) {
            const crlf = testDocument(fixture.input.replace(/\n/g, '\r\n'), settings);
            assert.equal(fixAll(rule, crlf), expected.replace(/\n/g, '\r\n'), 'with CRLF line ends');
            assert.equal(results(rule, crlf).length, fixture.findings.length, 'with CRLF line ends');
          }
        });
      }
    });
  }
});

function rewritten(rule: Rule, fixture: FixtureCase): string {
  const document = testDocument(fixture.input, settingsOf(fixture, rule));
  const output = fixAll(rule, document);
  return [
    `=== ${fixture.title}`,
    ...(fixture.options === '' ? [] : ['--- options', fixture.options.trimEnd()]),
    '--- input',
    encodeSection(fixture.input),
    '--- findings',
    ...results(rule, document),
    ...(output === fixture.input ? [] : ['--- output', encodeSection(output)]),
    '',
  ].join('\n');
}
