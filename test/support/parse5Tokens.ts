import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

/** A token in the form in which both tokenizers can be compared. */
export interface ComparableToken {
  readonly kind: 'startTag' | 'endTag' | 'comment' | 'declaration';
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly selfClosing?: boolean;
  /** The first of each name. */
  readonly attributes?: readonly { readonly name: string; readonly value: string; readonly start: number }[];
}

export interface OracleResult {
  readonly tokens: readonly ComparableToken[];
  /** The text ends in the middle of a tag, a comment or raw text. */
  readonly isIncomplete: boolean;
}

const modes = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
]);

/** Tokenizes as the HTML standard says, with the switches to raw text that its tree builder makes. */
export function parse5Tokens(html: string): OracleResult {
  const tokens: ComparableToken[] = [];
  let isIncomplete = false;
  let rawName: string | undefined;

  const place = ({ location }: Token.Token): { start: number; end: number } => ({
    start: location?.startOffset ?? 0,
    end: location?.endOffset ?? 0,
  });
  const ignore = (): void => undefined;
  const handler: TokenHandler = {
    onStartTag(token) {
      tokens.push({
        kind: 'startTag',
        ...place(token),
        name: token.tagName,
        selfClosing: token.selfClosing,
        attributes: token.attrs.map(({ name, value }) => ({
          name,
          value,
          start: token.location?.attrs?.[name]?.startOffset ?? -1,
        })),
      });
      const mode = modes.get(token.tagName);
      if (mode !== undefined) {
        tokenizer.state = mode;
        rawName = token.tagName;
      }
    },
    onEndTag(token) {
      tokens.push({ kind: 'endTag', ...place(token), name: token.tagName });
      rawName = undefined;
    },
    onComment(token) {
      const { start, end } = place(token);
      tokens.push({ kind: html.startsWith('<!--', start) ? 'comment' : 'declaration', start, end });
    },
    onDoctype(token) {
      tokens.push({ kind: 'declaration', ...place(token) });
    },
    onEof() {
      isIncomplete ||= rawName !== undefined;
    },
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore,
    onParseError({ code }) {
      isIncomplete ||= code.startsWith('eof-');
    },
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(html, true);
  return { tokens, isIncomplete };
}
