import { resolveScalar } from '../consumers/jsYaml';
import { quoteText, rewriteScalar } from '../frontMatter/quote';
import type { Profile } from '../types';

const profiles: readonly Profile[] = ['hexo', 'jekyll', 'hugo', 'generic'];

/** Where a scalar is to be written. */
export interface ScalarPlace {
  /** What stands there now: a text in quotes is replaced by one in the same kind of quotes. */
  readonly written: string;
  /** In brackets, where commas and brackets mean something. */
  readonly isFlow: boolean;
}

/**
 * Characters that begin something else than a text, YAML 1.2 section 5.3; `-`, `?` and `:` only before a
 * blank.
 */
const indicators = '[]{}#&*!|>%@`"\',';

/**
 * Writes a text as a YAML scalar on one line that every reader takes for exactly this text; in quotes only
 * when it must be.
 */
export function writeScalar(text: string, { written, isFlow }: ScalarPlace): string {
  if (written.startsWith('"') || written.startsWith("'")) {
    return rewriteScalar(written.charAt(0), text);
  }
  return isPlain(text, isFlow) ? text : quoteText(text);
}

function isPlain(text: string, isFlow: boolean): boolean {
  const first = text.charAt(0);
  return (
    text !== '' &&
    text.trim() === text &&
    !indicators.includes(first) &&
    !/^(?:[-?:](?:\s|$)|---|\.\.\.|<<$|=$)/.test(text) &&
    // No line end of any kind, and no character that YAML does not print.
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(
      text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''),
    ) &&
    !/:\s|:$|\s#/.test(text) &&
    !(isFlow && /[[\]{},]|^[-?:]/.test(text)) &&
    isTextToAll(text)
  );
}

/**
 * Not a number, a date, true, false or nothing to any reader, YAML 1.1's sexagesimal numbers and short words
 * included.
 */
function isTextToAll(text: string): boolean {
  return (
    profiles.every((profile) => resolveScalar({ text, plain: true }, profile).type === 'text') &&
    !/^(?:y|n|yes|no|on|off|true|false|null|~|\.|[-+]?\.(?:inf|nan)|[-+]?[\d_]+(?:[:._][\d_]+)*)$/i.test(text)
  );
}
