import { decodeReferences } from '../render/characters';

/** What a reader sees of some Markdown. */
export interface PlainText {
  readonly text: string;
  /** How many characters of it, white space not counted, are in links. */
  readonly linked: number;
}

/** Longest address that is looked for behind a link's text. */
const longestAddress = 2000;

/**
 * The text of a block of Markdown without its marks, nearly as a renderer would show it: good enough to
 * recognise a sentence, not to print it. Pictures leave their description out.
 */
export function plainMarkdown(source: string): PlainText {
  const parts: string[] = [];
  let linked = 0;
  /** Where the text of the innermost link that may be open began in `parts`. */
  const brackets: { readonly part: number; readonly picture: boolean }[] = [];
  let position = 0;
  let run = 0;
  const end = (upTo: number): void => {
    if (upTo > run) {
      parts.push(source.slice(run, upTo));
    }
  };
  while (position < source.length) {
    const character = source[position];
    if (character === '\\') {
      end(position);
      run = position + 1;
      position += 2;
    } else if (character === '[') {
      const picture = source[position - 1] === '!';
      end(picture ? position - 1 : position);
      brackets.push({ part: parts.length, picture });
      run = ++position;
    } else if (character === ']') {
      end(position);
      const opening = brackets.pop();
      const after = opening === undefined ? -1 : endOfAddress(source, position + 1);
      if (opening !== undefined && after >= 0) {
        const shown = parts.splice(opening.part).join('');
        if (!opening.picture) {
          parts.push(shown);
          linked += printed(shown);
        }
      }
      position = run = Math.max(after, position + 1);
    } else if (character === '*' || character === '_' || character === '~' || character === '`') {
      end(position);
      run = ++position;
    } else if (character === '#' && (position === 0 || source[position - 1] === '\n')) {
      end(position);
      while (source[position] === '#') {
        position++;
      }
      run = position;
    } else {
      position++;
    }
  }
  end(source.length);
  return { text: decodeReferences(parts.join('')), linked };
}

/** After `(address)` or `[label]` at `start`; -1 when there is neither. */
function endOfAddress(source: string, start: number): number {
  const closing = source[start] === '(' ? ')' : source[start] === '[' ? ']' : undefined;
  if (closing === undefined) {
    return -1;
  }
  for (let position = start + 1; position < source.length && position - start < longestAddress; position++) {
    if (source[position] === closing) {
      return position + 1;
    }
    if (source[position] === '\n') {
      return -1;
    }
  }
  return -1;
}

function printed(text: string): number {
  return text.replace(/\s+/g, '').length;
}
