import matter from 'gray-matter';

/**
 * gray-matter removes comment lines with `/^\s*#[^\n]+/gm`, which is quadratic in the length of a run of
 * white space. A block with a longer run than this is split here, by the same rule.
 */
const longestBlankRun = 64;

/** A line that begins with the dashes that close the block which begins at `contentStart`. */
export interface CloseLine {
  readonly contentStart: number;
  readonly line: number;
  readonly lineEnd: number;
}

/**
 * Where the closing fence starts, as gray-matter splits it. gray-matter is given nothing but the block
 * itself, as three dashes, the content and the closing line, so that no language tag reaches it; all its
 * engines are replaced, so that it parses and evaluates nothing; options are passed, so that it does not use
 * its cache.
 */
export function splitOffset(text: string, at: CloseLine): number {
  const content = text.slice(at.contentStart, at.line);
  if (at.line === at.contentStart || hasLongBlankRun(content)) {
    return at.line;
  }
  // Same length as the original: gray-matter knows no CR line ends.
  const block = content.replace(/\r(?!\n)/g, '\n') + text.slice(at.line, at.lineEnd);
  const file = matter({ content: new Characters(`---\n${block}`) as unknown as string }, grayMatterOptions);
  const matterLength = (file as { readonly matter: string }).matter.length;
  return at.contentStart + matterLength;
}

const nothing = (): object => ({});
const grayMatterOptions = {
  language: 'yaml',
  engines: { yaml: nothing, json: nothing, javascript: nothing, coffee: nothing },
};

/**
 * A text that gray-matter takes for a Buffer: for a string it asks for Node's `Buffer`, which a web worker
 * lacks.
 */
class Characters {
  constructor(readonly text: string) {}

  static isBuffer(): boolean {
    return true;
  }

  toString(): string {
    return this.text;
  }
}

function hasLongBlankRun(text: string): boolean {
  let run = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Everything `\s` matches, or more.
    run = code <= 32 || code >= 0xa0 ? (/\s/.test(text.charAt(index)) ? run + 1 : 0) : 0;
    if (run > longestBlankRun) {
      return true;
    }
  }
  return false;
}
