/**
 * Splits code into coloured pieces. A bundle of its own, because most articles have no code: the page
 * loads it when it meets some. No DOM, so that it can be tested anywhere.
 */
import type { Emitter } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import nginx from 'highlight.js/lib/languages/nginx';
import objectivec from 'highlight.js/lib/languages/objectivec';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** What the style sheet has a colour for. */
export type TokenKind =
  | 'addition'
  | 'attribute'
  | 'comment'
  | 'deletion'
  | 'function'
  | 'keyword'
  | 'meta'
  | 'number'
  | 'string'
  | 'tag'
  | 'type';

export interface Token {
  readonly text: string;
  /** Absent for plain code. */
  readonly kind?: TokenKind;
}

/** The languages that crawled articles hold; each with the aliases that highlight.js gives it. */
const languages = {
  ...{ bash, c, cpp, csharp, css, dart, diff, dockerfile, go, http, ini, java, javascript, json, kotlin },
  ...{ lua, makefile, markdown, nginx, objectivec, php, powershell, python, ruby, rust, scala, scss, shell },
  ...{ sql, swift, typescript, xml, yaml },
};

/** Names that are no alias in highlight.js but are written all the same. */
const otherNames: Readonly<Record<string, string>> = { vue: 'xml', wxml: 'xml', env: 'ini', mysql: 'sql' };

/** Those whose code looks like nothing else. YAML is not among them: every log looks like it. */
const guessable = [
  ...['bash', 'cpp', 'css', 'diff', 'go', 'java', 'javascript', 'json', 'php', 'python', 'rust', 'sql'],
  ...['typescript', 'xml'],
];

/** Shorter code has too few marks to tell a language by. */
const leastGuessed = 60;

/** highlight.js counts words and marks of a language; fewer, or as many of another language, are chance. */
const leastRelevance = 5;
const leastLead = 2;

/** English prose is full of words that are key words somewhere, but not of these. */
const punctuation = /[{}()[\]<>;=]/g;
const leastPunctuation = 0.03;

/** Scopes of highlight.js by their first word, or by the whole where that says more. */
const kinds: Readonly<Record<string, TokenKind | 'plain'>> = {
  addition: 'addition',
  attr: 'attribute',
  attribute: 'attribute',
  built_in: 'type',
  bullet: 'keyword',
  char: 'string',
  class: 'type',
  code: 'string',
  comment: 'comment',
  deletion: 'deletion',
  keyword: 'keyword',
  link: 'string',
  literal: 'number',
  meta: 'meta',
  name: 'tag',
  number: 'number',
  property: 'attribute',
  quote: 'comment',
  regexp: 'string',
  section: 'function',
  'selector-attr': 'attribute',
  'selector-class': 'attribute',
  'selector-id': 'attribute',
  'selector-pseudo': 'attribute',
  'selector-tag': 'tag',
  string: 'string',
  subst: 'plain',
  symbol: 'number',
  'template-variable': 'attribute',
  title: 'function',
  'title.class': 'type',
  type: 'type',
  variable: 'attribute',
};

/** Collects pieces instead of the HTML text that highlight.js makes by default: nothing is to be parsed again. */
class TokenCollector implements Emitter {
  readonly tokens: Token[] = [];
  readonly #open: (TokenKind | 'plain')[] = [];

  addText(text: string): void {
    const kind = this.#open.at(-1) ?? 'plain';
    const last = this.tokens.at(-1);
    if (text === '') {
      return;
    }
    if (last && (last.kind ?? 'plain') === kind) {
      this.tokens[this.tokens.length - 1] = { ...last, text: last.text + text };
    } else {
      this.tokens.push(kind === 'plain' ? { text } : { text, kind });
    }
  }

  startScope(name: string): void {
    this.openNode(name);
  }

  endScope(): void {
    this.closeNode();
  }

  /** Not in the interface, but called all the same. */
  openNode(name: string): void {
    const kind = kinds[name.split('.').slice(0, 2).join('.')] ?? kinds[name.split('.')[0] ?? ''];
    this.#open.push(kind ?? this.#open.at(-1) ?? 'plain');
  }

  closeNode(): void {
    this.#open.pop();
  }

  finalize(): void {
    this.#open.length = 0;
  }

  toHTML(): string {
    return '';
  }

  __addSublanguage(emitter: Emitter): void {
    for (const { text, kind } of tokensOf(emitter)) {
      this.tokens.push(kind === undefined ? { text } : { text, kind });
    }
  }
}

const highlighter = hljs.newInstance();
highlighter.configure({ __emitter: TokenCollector });
for (const [name, language] of Object.entries(languages)) {
  highlighter.registerLanguage(name, language);
}
for (const [alias, languageName] of Object.entries(otherNames)) {
  highlighter.registerAliases(alias, { languageName });
}

/**
 * Splits code of a language; of the language it looks like when `language` is undefined. The pieces
 * together are the code.
 * @returns undefined when the language is not known, or cannot be told
 */
export function tokenise(code: string, language: string | undefined): readonly Token[] | undefined {
  const tokens = language === undefined ? guess(code) : as(code, language);
  // A fault of a grammar must not change what a reader sees.
  return tokens?.map(({ text }) => text).join('') === code ? tokens : undefined;
}

function as(code: string, language: string): readonly Token[] | undefined {
  if (!highlighter.getLanguage(language)) {
    return undefined;
  }
  return tokensOf(highlighter.highlight(code, { language, ignoreIllegals: true })._emitter);
}

function guess(code: string): readonly Token[] | undefined {
  const marks = code.match(punctuation)?.length ?? 0;
  if (code.length < leastGuessed || marks < code.length * leastPunctuation) {
    return undefined;
  }
  const result = highlighter.highlightAuto(code, guessable);
  const lead = result.relevance - (result.secondBest?.relevance ?? 0);
  const sure = lead >= leastLead || areAlike(result.language, result.secondBest?.language);
  return sure && result.relevance >= leastRelevance ? tokensOf(result._emitter) : undefined;
}

/** Languages that have so much in common that one colours the other well enough. */
const alike = ['cpp', 'go', 'java', 'javascript', 'json', 'php', 'rust', 'typescript'];

function areAlike(...names: readonly (string | undefined)[]): boolean {
  return names.every((name) => name !== undefined && alike.includes(name));
}

/** Every emitter here is a collector: highlight.js makes them by the class it was configured with. */
function tokensOf(emitter: Emitter): readonly Token[] {
  return (emitter as Emitter & Pick<TokenCollector, 'tokens'>).tokens;
}
