import { isScalar } from 'yaml';
import type { Field } from '../types';

/** A value that is no list and no map, as it stands in the file. */
export interface Scalar {
  /** Without quotes, escapes resolved, folded lines joined. */
  readonly text: string;
  /**
   * Written without quotes, so that a YAML reader may take it for a number, a date, true, false or nothing.
   */
  readonly plain: boolean;
}

/**
 * The scalar of a field or list item; undefined for a list, a map or an alias. No value at all is a plain ''.
 */
export function scalarOf(node: unknown): Scalar | undefined {
  if (node === null || node === undefined) {
    return { text: '', plain: true };
  }
  if (!isScalar(node)) {
    return undefined;
  }
  const plain = (node.type === undefined || node.type === 'PLAIN') && node.tag === undefined;
  const text = plain
    ? (node.source ?? '')
    : typeof node.value === 'string'
      ? node.value
      : (node.source ?? '');
  return { text, plain };
}

/** The scalar of a field. */
export function scalarOfField(field: Field): Scalar | undefined {
  return scalarOf(field.node);
}

/**
 * A template that was never filled in, as in Hexo's scaffolds: `{{ title }}`. YAML reads it as a map in a
 * map.
 */
export function isPlaceholder(source: string): boolean {
  return source.startsWith('{{') && source.endsWith('}}');
}
