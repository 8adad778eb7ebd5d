import { attribute } from './attributes';
import type { HtmlElement } from '../types';

/** What KaTeX and MathJax make of a formula: empty boxes and inline styles set its signs in place. */
const formulaClass = /(?:^|\s)(?:katex|mathjax|mjx)(?:$|[\s-]|_)/i;

export function isFormula({ name, startTag }: HtmlElement): boolean {
  return (
    name === 'math' || name.startsWith('mjx-') || formulaClass.test(attribute(startTag, 'class')?.value ?? '')
  );
}
