import type { Profile } from '../types';
import type { Scalar } from './scalar';

/**
 * What a YAML reader makes of a scalar. A timestamp is milliseconds since the epoch; without a zone it counts
 * as UTC.
 */
export type Resolved =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'timestamp'; readonly value: number; readonly hasZone: boolean }
  | { readonly type: 'text'; readonly value: string };

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const trues = new Set(['true', 'True', 'TRUE']);
const falses = new Set(['false', 'False', 'FALSE']);
/** Ruby's reader follows YAML 1.1 here; Go's does so only for a typed target, which front matter is not. */
const oldTrues = new Set(['yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const oldFalses = new Set(['no', 'No', 'NO', 'off', 'Off', 'OFF']);

const decimal = /^[-+]?\d+$/;
const based = /^([-+]?)0(b[01]+|o[0-7]+|x[\da-fA-F]+)$/;
const float = /^(?:[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)$/;
const unbounded = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** YAML 1.1, which js-yaml 3 and Psych follow: `0123` is octal, `1_000` a thousand, `12:30` counts in sixties. */
const oldOctal = /^[-+]?0[0-7_]+$/;
const oldNumber = /^[-+]?[1-9][\d_]*(?::[0-5]?\d)*$/;
const oldFloat =
  /^(?:[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+(?:[eE][-+]?\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;
/** js-yaml's two timestamp forms; a date alone needs two digits for month and day. */
const dateOnly = /^(\d{4})-(\d\d)-(\d\d)$/;
const timestamp =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?$/;

/** No scalar that is a number or a date is longer. */
const maxLength = 64;

/**
 * Resolves a scalar as the profile's YAML reader does: js-yaml 4 (Hexo), js-yaml 3 (gray-matter), Psych
 * (Jekyll), Go's yaml (Hugo). Psych is told apart from js-yaml 3 only where it reads `yes`, `no`, `on` and `off`, Go's
 * from js-yaml 4 not at all.
 */
export function resolveScalar({ text, plain }: Scalar, profile: Profile): Resolved {
  if (!plain || text.length > maxLength) {
    return { type: 'text', value: text };
  }
  if (nulls.has(text)) {
    return { type: 'null' };
  }
  const old = profile === 'jekyll';
  if (trues.has(text) || (old && oldTrues.has(text))) {
    return { type: 'boolean', value: true };
  }
  if (falses.has(text) || (old && oldFalses.has(text))) {
    return { type: 'boolean', value: false };
  }
  const number = profile === 'generic' || old ? resolveOldNumber(text) : resolveNumber(text);
  if (number !== undefined) {
    return { type: 'number', value: number };
  }
  return resolveTimestamp(text) ?? { type: 'text', value: text };
}

function resolveNumber(text: string): number | undefined {
  if (decimal.test(text)) {
    return Number.parseInt(text, 10);
  }
  const [, sign, digits] = based.exec(text) ?? [];
  if (digits !== undefined) {
    const base = { b: 2, o: 8, x: 16 }[digits.charAt(0)] ?? 10;
    return (sign === '-' ? -1 : 1) * Number.parseInt(digits.slice(1), base);
  }
  return float.test(text) ? Number.parseFloat(text) : resolveUnbounded(text);
}

function resolveUnbounded(text: string): number | undefined {
  return unbounded.test(text)
    ? /nan/i.test(text)
      ? Number.NaN
      : text.startsWith('-')
        ? -Infinity
        : Infinity
    : undefined;
}

function resolveOldNumber(text: string): number | undefined {
  const plain = text.replace(/[_+]/g, '').replace(/^-/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  if (text === '0' || oldOctal.test(text)) {
    return text.endsWith('_') ? undefined : sign * Number.parseInt(plain, 8);
  }
  if (/^[-+]?0(?:b[01_]+|x[\da-fA-F_]+)$/.test(text)) {
    return text.endsWith('_') ? undefined : sign * Number(plain);
  }
  if (oldNumber.test(text)) {
    return text.endsWith('_') ? undefined : sign * inSixties(plain);
  }
  return oldFloat.test(text) ? sign * inSixties(plain) : resolveUnbounded(text);
}

function inSixties(text: string): number {
  return text.split(':').reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0);
}

/** Impossible parts roll over, as they do in `Date.UTC`: 2018-15-30 is 30 March 2019. */
function resolveTimestamp(text: string): Resolved | undefined {
  const match = dateOnly.exec(text) ?? timestamp.exec(text);
  if (!match) {
    return undefined;
  }
  const part = (index: number): number => Number(match[index] ?? 0);
  const fraction = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const clock = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6), fraction);
  const offset = (part(10) * 60 + part(11)) * 60_000 * (match[9] === '-' ? -1 : 1);
  return { type: 'timestamp', value: clock - offset, hasZone: match[8] !== undefined };
}
