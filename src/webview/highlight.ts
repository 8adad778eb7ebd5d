import { element } from './dom';
import type * as tokeniser from './tokenise';

type Tokeniser = typeof tokeniser;
type Token = tokeniser.Token;

/** Longer code is shown plain: colouring takes longer than a person would wait while typing. */
const longest = 40_000;

/** How many pieces of code are remembered, so that an update costs only what has changed. */
const remembered = 200;

/** Code that holds anything but a highlighter's own elements has a structure that colouring would lose. */
const foreign = ':not(span, em, strong, i, b, font, code)';

const languageClass = /^(?:language|lang)-(.+)$/;

/**
 * Colours code. The grammars are a script of their own, which is loaded when there is code; until it is
 * there code is shown plain.
 */
export class Highlighter {
  readonly #address: string;
  readonly #onLoad: () => void;
  readonly #known = new Map<string, readonly Token[] | undefined>();
  #tokeniser: Tokeniser | undefined;
  #loading = false;

  /** @param onLoad called once, when the grammars are there: what is shown can be coloured then */
  constructor(address: string, onLoad: () => void) {
    this.#address = address;
    this.#onLoad = onLoad;
  }

  /** Colours the code blocks under `root`, which may not be in the page yet. Their text stays what it is. */
  apply(root: ParentNode): void {
    const blocks = codeBlocks(root);
    if (blocks.length > 0 && !this.#tokeniser) {
      this.#load();
      return;
    }
    for (const block of blocks) {
      this.#colour(block);
    }
  }

  #load(): void {
    if (this.#loading) {
      return;
    }
    this.#loading = true;
    // The nonce of this script allows what it imports.
    (import(this.#address) as Promise<Tokeniser>).then(
      (tokeniser) => {
        this.#tokeniser = tokeniser;
        this.#onLoad();
      },
      (error: unknown) => {
        // Code stays plain, which is no reason to disturb a reader.
        console.error('The grammars of the preview could not be loaded.', error);
      },
    );
  }

  #colour(block: HTMLElement): void {
    const code = block.textContent;
    if (code.trim() === '' || code.length > longest || block.querySelector(foreign)) {
      return;
    }
    const tokens = this.#tokens(code, languageOf(block));
    if (tokens) {
      // What the article's own highlighter put in goes: without its style sheet it is of no use.
      block.replaceChildren(...tokens.map(nodeOf));
    }
  }

  #tokens(code: string, language: string | undefined): readonly Token[] | undefined {
    const key = `${language ?? ''}\n${code}`;
    if (this.#known.has(key)) {
      const tokens = this.#known.get(key);
      // Used last, forgotten last.
      this.#known.delete(key);
      this.#known.set(key, tokens);
      return tokens;
    }
    const tokens = this.#tokeniser?.tokenise(code, language);
    this.#known.set(key, tokens);
    if (this.#known.size > remembered) {
      this.#known.delete(this.#known.keys().next().value ?? '');
    }
    return tokens;
  }
}

/** The element in each block of code that holds the text. */
function codeBlocks(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('pre:not([data-winnow="prose"])')].map((pre) => {
    const [only, ...more] = pre.children;
    const alone = only instanceof HTMLElement && more.length === 0 && only.localName === 'code';
    return alone && only.textContent === pre.textContent ? only : pre;
  });
}

function languageOf(block: HTMLElement): string | undefined {
  const names = [...block.classList, ...(block.closest('pre')?.classList ?? [])];
  return names.map((name) => languageClass.exec(name)?.[1]?.toLowerCase()).find((name) => name !== undefined);
}

function nodeOf({ text, kind }: Token): Node {
  return kind === undefined
    ? document.createTextNode(text)
    : element('span', { class: `token-${kind}` }, text);
}
