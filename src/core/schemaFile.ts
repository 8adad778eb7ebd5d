import * as l10n from '@vscode/l10n';
import { parse } from 'yaml';
import type { Options } from './types';

/** The options with the schema of a file in place of its path. A file that is no schema, or is not there, gives none. */
export function withSchema(
  options: Options,
  path: string,
  text: string | undefined,
): { readonly options: Options; readonly mistake?: string } {
  const none = { ...options, frontMatter: { schema: '' } };
  if (text === undefined) {
    return { options: none, mistake: l10n.t('There is no file {0}.', path) };
  }
  try {
    // JSON is YAML; the limit refuses an alias bomb by throwing.
    const schema: unknown = parse(text, { maxAliasCount: 100, prettyErrors: false, logLevel: 'error' });
    return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
      ? { options: { ...options, frontMatter: { schema: schema as Readonly<Record<string, unknown>> } } }
      : { options: none, mistake: l10n.t('{0} holds no JSON Schema.', path) };
  } catch (error) {
    return { options: none, mistake: error instanceof Error ? error.message : String(error) };
  }
}
