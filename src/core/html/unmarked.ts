import type { StartTag } from '../types';
import { attribute } from './attributes';
import { styleDeclarations, type Declaration } from './style';

/** What an element would show by itself and its style takes back. */
const takesBack: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  b: { 'font-weight': /^(?:normal|lighter|[1-4]00)$/ },
  strong: { 'font-weight': /^(?:normal|lighter|[1-4]00)$/ },
  em: { 'font-style': /^normal$/ },
  i: { 'font-style': /^normal$/ },
  s: { 'text-decoration': /^none$/ },
  u: { 'text-decoration': /^none$/ },
};

/** The declaration by which `<b style="font-weight: normal">`, in which Google Docs wraps what is copied, is not bold. */
export function takenBack(tag: StartTag): Declaration | undefined {
  const style = attribute(tag, 'style');
  const patterns = Object.hasOwn(takesBack, tag.name) ? takesBack[tag.name] : undefined;
  return style && patterns
    ? styleDeclarations(style).find(({ name, value }) => patterns[name]?.test(value))
    : undefined;
}
