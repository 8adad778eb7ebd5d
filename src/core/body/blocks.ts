import type { Token } from 'markdown-it';
import { isBlank } from '../text';
import type { Block, Container, Lines } from '../types';
import { leafTypes } from './scan';

export interface BlockInput {
  readonly text: string;
  readonly lines: Lines;
  /** Offset where the body begins. */
  readonly start: number;
  readonly tokens: readonly Token[];
  /** Where the block or container that a token opens begins, by the token's index. */
  readonly starts: readonly number[];
}

const containerTypes: Readonly<Record<string, Container['type']>> = {
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'item',
  blockquote: 'quote',
};

/**
 * The leaf blocks of a body with the containers around them. A type is that of the token, with what else
 * shows: the level of a heading, whether a list item's paragraph is tight. An item or quote without any
 * block is a leaf `empty`.
 */
export function buildBlocks({ text, lines, start, tokens, starts }: BlockInput): Block[] {
  const blocks: Block[] = [];
  const containers: Container[] = [];
  const bodyLine = lines.lineAt(start);

  const push = (type: string, index: number, map: readonly [number, number]): void => {
    const first = bodyLine + map[0];
    let last = Math.max(bodyLine + map[1] - 1, first);
    while (last > first && isBlank(text, lines.startOf(last), lines.endOf(last))) {
      last--;
    }
    const from = starts[index] ?? lines.startOf(first);
    blocks.push({ type, containers: [...containers], start: from, end: Math.max(lines.endOf(last), from) });
  };

  tokens.forEach((token, index) => {
    const type = containerTypes[token.type.replace(/_(?:open|close)$/, '')];
    if (type === undefined) {
      if (leafTypes.has(token.type) && token.map !== null) {
        push(leafType(token), index, token.map);
      }
    } else if (token.nesting > 0) {
      containers.push({ type, start: starts[index] ?? 0 });
      const end = tokens[index + 1];
      if (token.map !== null && end !== undefined && end.nesting < 0) {
        push('empty', index, [token.map[0], token.map[0] + 1]);
      }
    } else {
      containers.pop();
    }
  });
  return blocks;
}

function leafType(token: Token): string {
  switch (token.type) {
    case 'heading_open':
      return `heading ${token.tag.slice(1)}`;
    case 'paragraph_open':
      return token.hidden ? 'tight paragraph' : 'paragraph';
    case 'html_block':
      return 'html';
    case 'code_block':
      return 'code';
    case 'table_open':
      return 'table';
    case 'fence':
      return token.markup === '{%' ? 'template' : 'fence';
    default:
      return token.type;
  }
}
