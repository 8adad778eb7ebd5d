import { decodeReferences } from '../render/characters';
import type { Article } from '../types';
import { attribute } from './attributes';

/**
 * `](#target`, `]: #target` and `<https://a.example/#target>` of Markdown; also with an address before the number sign,
 * since it may be that of the article itself. No address holds a `]`: a scan ends where the next could begin.
 */
const markdownLink = /(?:\](?:\(\s*<?|:\s*<?)|<(?=https?:))[^\s()<>\]#]*#([^\s)>]+)/g;

/** Every name (an `id`, or the `name` of an anchor) that something in the body links to or draws. */
export function linkTargets({ text, body }: Article): ReadonlySet<string> {
  const targets = new Set<string>();
  const add = (fragment: string): void => {
    targets.add(fragment);
    try {
      targets.add(decodeURIComponent(fragment));
    } catch {
      // A percent sign that begins no escape: the fragment is what it says.
    }
  };
  for (const token of body.tokens) {
    if (token.kind !== 'startTag') {
      continue;
    }
    for (const name of ['href', 'xlink:href', 'usemap']) {
      const value = attribute(token, name)?.value ?? '';
      const hash = value.indexOf('#');
      if (hash >= 0) {
        add(decodeReferences(value.slice(hash + 1)).trim());
      }
    }
    for (const name of ['aria-controls', 'aria-labelledby', 'aria-describedby']) {
      attribute(token, name)?.value.split(/\s+/).forEach(add);
    }
  }
  for (const region of body.regions) {
    if (region.kind === 'markdown') {
      for (const match of text.slice(region.start, region.end).matchAll(markdownLink)) {
        add(match[1] ?? '');
      }
    }
  }
  return targets;
}

/** Whether something in a sorted list of offsets lies in `[start, end)`. */
export function anyBetween(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return (offsets[low] ?? Infinity) < end;
}
