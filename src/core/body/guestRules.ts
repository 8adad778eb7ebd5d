import type MarkdownIt from 'markdown-it';
import type { Article } from '../types';
import { codeRule, fenceRule, htmlBlockRule, templateRule, type ScanOf } from './blockRules';
import { BodyScan } from './scan';

/** The rules of markdown-it that the classifier's stand in for. */
const replaced = ['code', 'fence', 'html_block'];

const ours = ['winnow_template', 'winnow_code', 'winnow_fence', 'winnow_html_block'];

/** Adds the block rules of the classifier to a markdown-it that is not ours; they sleep until `withClassifier`. */
export function classifierRules({ block }: MarkdownIt): void {
  const scanOf: ScanOf = (state) => {
    const { scan } = state.env as { readonly scan?: BodyScan };
    if (scan === undefined) {
      throw new Error('The rules of the classifier run in withClassifier only.');
    }
    return scan;
  };
  const interrupting = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  block.ruler.before('code', 'winnow_code', codeRule(scanOf));
  block.ruler.before('fence', 'winnow_template', templateRule(scanOf), interrupting);
  block.ruler.before('fence', 'winnow_fence', fenceRule(scanOf), interrupting);
  block.ruler.before('html_block', 'winnow_html_block', htmlBlockRule(scanOf), {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  block.ruler.disable(ours);
}

/**
 * Runs `parse`, which parses the body of the article with the scan in its `env`, while the classifier
 * decides what is code and what is html. Afterwards the instance is as it was.
 */
export function withClassifier<T>(
  { block }: MarkdownIt,
  { text, lines, body }: Article,
  parse: (scan: BodyScan) => T,
): T {
  const firstLine = lines.lineAt(body.start);
  const scan = new BodyScan({
    text,
    startOfLine: (line) => (line === 0 ? body.start : lines.startOf(firstLine + line)),
    withContent: true,
  });
  const own = Object.getOwnPropertyDescriptor(block, 'tokenize');
  const tokenize = block.tokenize.bind(block);
  block.tokenize = (state, startLine, endLine) => {
    scan.enter(state, startLine, endLine);
    tokenize(state, startLine, endLine);
    scan.leave(state);
  };
  block.ruler.disable(replaced);
  block.ruler.enable(ours);
  try {
    return parse(scan);
  } finally {
    if (own === undefined) {
      Reflect.deleteProperty(block, 'tokenize');
    } else {
      Object.defineProperty(block, 'tokenize', own);
    }
    block.ruler.disable(ours);
    block.ruler.enable(replaced);
  }
}
