import type {
  BlockContent,
  DefinitionContent,
  Html,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { MarkedHtml } from './handlers';

type Flow = RootContent | BlockContent | DefinitionContent;

/**
 * Gives blocks of their own to what pages put into one paragraph: what stands between two or more line
 * breaks in a row, and HTML that makes a block.
 */
export function arrangeBlocks(root: Root): void {
  arrangeIn(root);
}

function arrangeIn(parent: { children: Flow[] }): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'paragraph') {
      return split(child);
    }
    if ('children' in child && child.type !== 'table' && child.type !== 'heading') {
      arrangeIn(child);
    }
    return [child];
  });
}

function split({ children }: Paragraph): Flow[] {
  const result: Flow[] = [];
  let line: PhrasingContent[] = [];
  const flush = (): void => {
    const trimmed = trim(line);
    if (trimmed.length > 0) {
      const [only] = trimmed;
      result.push(
        trimmed.length === 1 && only?.type === 'html' ? only : { type: 'paragraph', children: trimmed },
      );
    }
    line = [];
  };
  children.forEach((child, index) => {
    if (isBlock(child)) {
      flush();
      result.push(child);
    } else if (child.type === 'break' && isBreak(children, index + 1)) {
      flush();
    } else {
      line.push(child);
    }
  });
  flush();
  return result;
}

/** The next thing after blanks is another line break. */
function isBreak(children: readonly PhrasingContent[], index: number): boolean {
  let at = index;
  while (isBlank(children[at])) {
    at++;
  }
  return children[at]?.type === 'break';
}

function trim(line: readonly PhrasingContent[]): PhrasingContent[] {
  const empty = (child: PhrasingContent | undefined): boolean => child?.type === 'break' || isBlank(child);
  let start = 0;
  let end = line.length;
  while (start < end && empty(line[start])) {
    start++;
  }
  while (end > start && empty(line[end - 1])) {
    end--;
  }
  return line.slice(start, end);
}

function isBlank(child: PhrasingContent | undefined): boolean {
  return child?.type === 'text' && /^[ \t\r\n]*$/.test(child.value);
}

function isBlock(child: PhrasingContent): child is Html {
  return child.type === 'html' && (child as MarkedHtml).data?.block === true;
}
