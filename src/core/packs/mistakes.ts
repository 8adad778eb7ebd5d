import * as l10n from '@vscode/l10n';
import { compileText } from './pack';
import { selectorMistake } from './selectors';

const keys = ['match', 'text', 'within', 'why'];

/** What is wrong with an entry of a user's pack; undefined for a right one. */
export function packMistake(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return l10n.t('{0} is not an entry with match, text, within and why.', JSON.stringify(entry));
  }
  const given = entry as Readonly<Record<string, unknown>>;
  const { match, text, within, why } = given;
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    return l10n.t('An entry has match, text, within and why, but no {0}.', unknown);
  }
  if (match === undefined && text === undefined) {
    return l10n.t('An entry needs a selector (match), an expression (text), or both.');
  }
  if (typeof why !== 'string' || why.trim() === '') {
    return l10n.t('An entry needs a reason (why) that is shown with what it takes out.');
  }
  if (match !== undefined) {
    const wrong = typeof match === 'string' ? selectorMistake(match) : l10n.t('It is not a text.');
    if (wrong !== undefined) {
      return l10n.t('{0} is not a CSS selector: {1}', JSON.stringify(match), wrong);
    }
  }
  if (text !== undefined && (typeof text !== 'string' || compileText(text) === undefined)) {
    return l10n.t('{0} is not a regular expression that can be compiled.', JSON.stringify(text));
  }
  if (within !== undefined && !(typeof within === 'number' && Number.isInteger(within) && within > 0)) {
    return l10n.t('{0} is not a number of blocks from 1 up.', JSON.stringify(within));
  }
  return undefined;
}
