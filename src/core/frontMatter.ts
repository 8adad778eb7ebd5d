import { locateFence } from './frontMatter/fence';
import { parseYamlBlock } from './frontMatter/yamlBlock';
import type { Field, FrontMatter } from './types';

/**
 * Reads the front matter at the beginning of a document, past a byte order mark and blank lines; undefined when there
 * is none. Never throws, and never evaluates anything: a block with another language tag than YAML's is not read.
 * A block without a closing fence ends before the first line that cannot belong to it (see `locateFence`).
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const fence = locateFence(text);
  if (!fence) {
    return undefined;
  }
  const language = languageOf(fence.marker, text.slice(fence.tag.start, fence.tag.end).toLowerCase());
  const block =
    language === '' || language === 'yaml'
      ? parseYamlBlock(text.slice(fence.content.start, fence.content.end), fence.content.start)
      : undefined;
  const valid = block?.errors.length === 0 && fence.closer !== 'none';
  const fields = valid ? block.fields : [];
  const byKey = new Map<string, Field>();
  for (const field of fields) {
    if (!byKey.has(field.key)) {
      byKey.set(field.key, field);
    }
  }
  return {
    start: fence.start,
    end: fence.end,
    openFence: fence.open,
    closeFence: fence.close,
    content: fence.content,
    language,
    valid,
    errors: block?.errors ?? [],
    fields,
    field: (key) => byKey.get(key),
  };
}

/** `+++` opens TOML; `;;;` opens Hexo's JSON; `yml` is YAML's other name. */
function languageOf(marker: string, tag: string): string {
  if (marker === '+') {
    return 'toml';
  }
  if (marker === ';') {
    return 'json';
  }
  return tag === 'yml' ? 'yaml' : tag;
}
