import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { classifyBody } from '../../src/core/body';
import { parseBlocks, sharedMarkdown } from '../../src/core/markdown';
import { indexLines, isBlank } from '../../src/core/text';
import type { Body, HtmlElement, Span } from '../../src/core/types';
import { anyText, fencePieces, markdownPieces, plainTags, textOf } from '../support/bodyTexts';

const runs = { numRuns: 500 };

function classify(text: string): Body {
  return classifyBody(text, 0, indexLines(text));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Everything the classifier says, by line and column. */
function byPosition(text: string): unknown {
  const lines = indexLines(text);
  const body = classifyBody(text, 0, lines);
  const at = (offset: number): string => {
    const { line, column } = lines.positionAt(offset);
    return `${line}:${column}`;
  };
  const span = ({ start, end }: Span): string => `${at(start)}-${at(end)}`;
  return {
    regions: body.regions.map((region) => `${region.kind} ${span(region)}`),
    tokens: body.tokens.map((token) => `${token.kind} ${span(token)}`),
    blocks: body.blocks.map(({ type, containers, ...block }) => [
      type,
      span(block),
      containers.map((container) => `${container.type} ${at(container.start)}`),
    ]),
    code: body.code.map(span),
    prefixes: body.prefixes.map(span),
    unterminated: body.unterminated.map((place) => `${place.what} ${span(place)}`),
    indented: body.indentedChunks.map(span),
  };
}

describe('For any text the body classifier', function () {
  this.timeout(20_000);

  it('puts every line that is not blank into exactly one region, in order', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const lines = indexLines(text);
        const { regions } = classifyBody(text, 0, lines);
        const covered = new Map<number, number>();
        let end = 0;
        for (const region of regions) {
          assert.ok(region.start >= end && region.start < region.end);
          assert.equal(region.start, lines.startOf(region.startLine));
          assert.equal(region.end, lines.endOf(region.endLine));
          end = region.end;
          for (let line = region.startLine; line <= region.endLine; line++) {
            covered.set(line, (covered.get(line) ?? 0) + 1);
          }
        }
        for (let line = 1; line <= lines.count; line++) {
          const count = covered.get(line) ?? 0;
          const blank = isBlank(text, lines.startOf(line), lines.endOf(line));
          assert.ok(blank ? count <= 1 : count === 1, `line ${line} is in ${count} regions`);
        }
      }),
      runs,
    );
  });

  it('puts code spans and tokens inside html and Markdown regions, in order and apart from each other', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const { regions, tokens, code } = classify(text);
        for (const spans of [tokens, code]) {
          let end = 0;
          for (const span of spans) {
            assert.ok(span.start >= end && span.end >= span.start, JSON.stringify(span));
            end = span.end;
            const region = regions.find(({ start, end }) => start <= span.start && span.end <= end);
            assert.ok(region !== undefined && region.kind !== 'code', JSON.stringify(span));
          }
        }
        assert.ok(!tokens.some((token) => code.some((span) => overlap(token, span))));
      }),
      runs,
    );
  });

  it('says `code` for every character of a code span or code region, and the kind of the region elsewhere', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const body = classify(text);
        const { regions, code } = body;
        for (let offset = 0; offset < text.length; offset++) {
          const isIn = ({ start, end }: Span): boolean => start <= offset && offset < end;
          assert.equal(body.kindAt(offset), code.some(isIn) ? 'code' : regions.find(isIn)?.kind);
        }
      }),
    );
  });

  it('delivers tokens that are what the text has at their place', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const token of classify(text).tokens) {
          const source = text.slice(token.start, token.end).toLowerCase();
          switch (token.kind) {
            case 'startTag':
              assert.ok(source.startsWith(`<${token.name}`) && source.endsWith('>'));
              for (const { start, end, value, valueStart, valueEnd } of token.attributes) {
                assert.ok(start < end && end < token.end && start > token.start);
                assert.equal(value.length, valueEnd - valueStart);
              }
              break;
            case 'endTag':
              assert.ok(source.startsWith(`</${token.name}`) && source.endsWith('>'));
              break;
            case 'comment':
              assert.match(source, /^<!--(?:-?|[^]*--!?)>$/);
              assert.ok(token.content.start === token.start + 4 && token.content.end <= token.end);
              break;
            case 'declaration':
              assert.match(source, /^<[!?/][^]*>$/);
              break;
            case 'rawText':
              assert.ok(!source.includes(`</${token.name}>`));
          }
        }
      }),
      runs,
    );
  });

  it('nests elements', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const check = (elements: readonly HtmlElement[], within: Span, parent?: HtmlElement): void => {
          let { start } = within;
          for (const element of elements) {
            assert.ok(
              element.start >= start && element.end <= within.end && element.end >= element.startTag.end,
            );
            assert.equal(element.parent, parent);
            start = element.end;
            const content = { start: element.startTag.end, end: element.endTag?.start ?? element.end };
            check(element.children, content, element);
          }
        };
        check(classify(text).elements, { start: 0, end: text.length });
      }),
      runs,
    );
  });

  it('lists blocks in order and prefixes between line start and content', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const lines = indexLines(text);
        const { blocks, prefixes, indentedChunks } = classify(text);
        blocks.forEach(({ start, end, containers }, index) => {
          assert.ok(start <= end && start >= (blocks[index - 1]?.start ?? 0));
          assert.ok(containers.every((container) => container.start <= start));
        });
        prefixes.forEach(({ start, end }, index) => {
          assert.ok(start < end && start >= (prefixes[index - 1]?.end ?? 0));
          assert.equal(start, lines.startOf(lines.lineAt(start)));
          assert.match(text.slice(start, end), /^(?:[ \t>*+-]|\d+[.)])+$/);
        });
        for (const { start, end } of indentedChunks) {
          assert.match(text.slice(start, end), /^[ \t]+$/);
          assert.ok(!prefixes.some((prefix) => overlap(prefix, { start, end })));
        }
      }),
      runs,
    );
  });

  it('says the same of a copy with other line ends', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const expected = byPosition(lf);
        assert.deepEqual(byPosition(lf.replace(/\n/g, '\r\n')), expected);
        assert.deepEqual(byPosition(lf.replace(/\n/g, '\r')), expected);
      }),
      runs,
    );
  });

  it('says the same when the body begins behind front matter', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const head = '---\ntitle: <div>`<!--\n---\n';
        const whole = head + text;
        const alone = classify(text);
        const behind = classifyBody(whole, head.length, indexLines(whole));
        const moved = (spans: readonly Span[]): unknown =>
          spans.map(({ start, end }) => [start + head.length, end + head.length]);
        const asFound = (spans: readonly Span[]): unknown => spans.map(({ start, end }) => [start, end]);
        for (const part of ['regions', 'tokens', 'code', 'blocks', 'prefixes', 'unterminated'] as const) {
          assert.deepEqual(asFound(behind[part]), moved(alone[part]), part);
        }
      }),
    );
  });
});

describe('Where CommonMark decides, the body classifier', function () {
  this.timeout(20_000);

  const stock = new MarkdownIt({ html: true });
  const asciiPieces = markdownPieces.filter((piece) => !/[^\0-\x7f]/.test(piece));
  const shape = ({ type, map, content, info, markup, level, hidden }: Token): unknown => {
    return { type, map, content, info, markup, level, hidden };
  };
  const stockBlocks = (text: string): unknown => {
    const tokens: Token[] = [];
    stock.block.parse(text, stock, {}, tokens);
    return tokens.map(shape);
  };
  const ourBlocks = (text: string): unknown => parseBlocks(text, 0, indexLines(text)).tokens.map(shape);

  it('finds the blocks that markdown-it finds in Markdown without HTML', () => {
    fc.assert(
      fc.property(textOf([...markdownPieces, ...fencePieces]), (text) => {
        assert.deepEqual(ourBlocks(text), stockBlocks(text));
      }),
      runs,
    );
  });

  it('finds the blocks that markdown-it finds between tags that may stay open', () => {
    fc.assert(
      // markdown-it takes a NBSP behind a lone tag for white space, which CommonMark 0.31 does not.
      fc.property(textOf([...asciiPieces, ...plainTags]), (text) => {
        assert.deepEqual(ourBlocks(text), stockBlocks(text));
      }),
      runs,
    );
  });

  it('finds the same blocks when the renderer parses', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const rendered = sharedMarkdown().parse(lf, {});
        const leaves = (tokens: readonly Token[]): unknown =>
          tokens.filter(({ type }) => type !== 'inline').map(shape);
        assert.deepEqual(leaves(rendered), leaves(parseBlocks(lf, 0, indexLines(lf)).tokens));
      }),
    );
  });
});
