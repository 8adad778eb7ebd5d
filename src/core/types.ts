/**
 * The vocabulary of the core. Every offset is a half-open range of UTF-16 code units of the whole
 * document text as it is on disk after decoding (a byte order mark and both halves of a CRLF count).
 * Every line is 1-based.
 */

import type { PackEntry } from './packs/pack';

export type Profile = 'hexo' | 'jekyll' | 'hugo' | 'generic';
export type Severity = 'hint' | 'information' | 'warning' | 'error';
export type Level = 'minimal' | 'standard' | 'thorough';
export type FixKind = 'safe' | 'suggestion';
export type Group = 'frontmatter' | 'comments' | 'styles' | 'scripts' | 'attributes' | 'whitespace' | 'chaff';

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `[start, end)` of the original text by `text`. */
export interface Edit extends Span {
  readonly text: string;
  /**
   * What to do instead when this edit would change the kind of what it leaves, or merge or split
   * the blocks around it. Without one the whole fix is withheld.
   */
  readonly fallback?: Edit;
}

/** One way to repair a finding. All its edits are applied, or none. */
export interface Fix {
  /** The title of the quick fix, localised. */
  readonly title: string;
  readonly kind: FixKind;
  /** Sorted by start, not overlapping. */
  readonly edits: readonly Edit[];
}

/** Another place that helps to understand a finding, such as the first of two equal keys. */
export interface Related extends Span {
  readonly message: string;
}

/** What a rule's `detect` yields: a place, what is wrong there, and what its `fix` needs to know. */
export interface Problem<Data = unknown> extends Span {
  /** What is wrong, what follows from it and what to do; localised, one or two sentences. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** Differs from the rule's default severity for this one case; a severity the user set wins over it. */
  readonly severity?: Severity;
  /** A name that would be no problem if a setting listed it. */
  readonly allow?: string;
  readonly data: Data;
}

/** A problem as the surfaces see it. */
export interface Finding extends Span {
  readonly rule: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
  /** Best first; empty when nothing can be repaired without a person. */
  readonly fixes: readonly Fix[];
  /** True for chaff that the editor should fade. */
  readonly unnecessary: boolean;
  /** The category that `categories.allowed` could list, so that it is no finding. */
  readonly allow?: string;
}

export interface RuleMeta {
  /** Kebab-case; equals the file name. */
  readonly id: string;
  /** One sentence: what is reported. */
  readonly description: string;
  /** Why it matters to a reader or to the site generator. */
  readonly rationale: string;
  readonly group: Group;
  readonly severity: Severity;
  /** The strongest kind of fix the rule offers. */
  readonly fixKind: FixKind | 'none';
  /** The findings are chaff: shown faded in the editor. */
  readonly unnecessary?: true;
  /** Speaks only in files that are articles (see `isArticle`). */
  readonly articlesOnly?: true;
  /** Detects without classifying the body, so it runs on a body of any size. */
  readonly withoutBody?: true;
  /** Off unless the user turns it on. */
  readonly offByDefault?: true;
  /** Some findings need what not every surface knows: the names that other articles use, or which files there are. */
  readonly asksWorkspace?: 'vocabulary' | 'files';
  /** Judges what the other rules' findings left: runs after them, and is given `unusedSuppressions`. */
  readonly afterOthers?: true;
  /** Whole documents: `bad` yields at least one finding of this rule, `good` none, under these settings. */
  readonly example: {
    readonly bad: string;
    readonly good: string;
    readonly settings?: Readonly<Record<string, unknown>>;
  };
}

export interface Rule<Data = unknown> {
  readonly meta: RuleMeta;
  detect(article: Article, context: RuleContext): Iterable<Problem<Data>>;
  /** Nothing when unsure. Best first. */
  fix?(problem: Problem<Data>, article: Article, context: RuleContext): readonly Fix[];
}

/** What the world around the document says. */
export interface DocumentContext {
  /** Path with `/`, as far as it is known; undefined for an untitled document or standard input. */
  readonly path?: string;
  /** The IANA zone of the nearest `_config.yml`, if it names one. */
  readonly siteTimezone?: string;
  /** Milliseconds since the epoch; passed in so that results can be repeated. */
  readonly now: number;
  /**
   * Whether a path that a picture field holds (see `localPictures`) leads to a file, from the article or as the profile
   * maps paths to folders; undefined when nobody can tell. Left out where nobody looked.
   */
  readonly fileExists?: (path: string) => boolean | undefined;
}

export interface RuleContext {
  readonly options: Options;
  readonly document: DocumentContext;
  readonly isArticle: boolean;
  /** How the other articles of the workspace name things; left out where nobody read them. */
  readonly others?: KnownNames | undefined;
  /** Filled in by the engine, for a rule that runs after the others. */
  readonly unusedSuppressions?: readonly UnusedSuppression[];
}

/** How the other articles name things. */
export interface KnownNames {
  /** The categories that other articles use and how many of them do, the most used first; the same list each time. */
  readonly categories: readonly { readonly name: string; readonly count: number }[];
}

/** A comment that silences nothing, or not all that it names. */
export interface UnusedSuppression extends Span {
  /** The names that silence nothing; empty when the comment names none. */
  readonly unused: readonly string[];
  /** Those of `unused` that are no rules. */
  readonly unknown: readonly string[];
  /** The names that silence something; without any the comment is of no use. */
  readonly used: readonly string[];
  /** Where the names stand; empty for none. */
  readonly list: Span;
  /** Ends nothing: a `winnow-enable` without its `winnow-disable`. */
  readonly endsNothing: boolean;
}

/** The settings, from VS Code over `.winnow.yaml` over the defaults; the keys are the settings' own. */
export interface Options {
  readonly enable: boolean;
  readonly profile: Profile;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly comments: { readonly keep: readonly string[] };
  /** What the user takes for chaff, besides what Winnow knows of. */
  readonly packs: readonly PackEntry[];
  readonly date: { readonly format: DateFormat; readonly timezone: string };
  /** Fields whose values are addresses of pictures. */
  readonly images: { readonly fields: readonly string[] };
  /** A JSON Schema of the front matter; '' for none, another text for a file that is not read. */
  readonly frontMatter: { readonly schema: string | Readonly<Record<string, unknown>> };
  /** The only categories that there are; empty for any. */
  readonly categories: { readonly allowed: readonly string[] };
  readonly clean: { readonly level: Level };
  readonly preview: { readonly level: Level };
  /** Globs of files that are articles although nothing else says so. */
  readonly include: readonly string[];
  /** In UTF-16 units; body rules stay silent above it. 0 means no limit. */
  readonly maxBodySize: number;
}

export type DateFormat = 'YYYY-MM-DD HH:mm:ss' | 'ISO 8601' | 'RFC 3339 date';

/** A parsed document. Parts are computed on first use and kept. */
export interface Article {
  readonly text: string;
  /** The line end that most lines have; `\n` in a text without any. */
  readonly eol: '\n' | '\r\n' | '\r';
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | undefined;
  readonly body: Body;
}

/** Maps offsets to lines and back. LF, CRLF and CR end a line; U+2028 does not. */
export interface Lines {
  readonly count: number;
  /** The 1-based line that holds the offset. */
  lineAt(offset: number): number;
  /** Offset of the first character of a 1-based line. */
  startOf(line: number): number;
  /** Offset after the last character of a 1-based line, before its line end. */
  endOf(line: number): number;
  /** 1-based line and column (in UTF-16 units) of an offset. */
  positionAt(offset: number): { readonly line: number; readonly column: number };
}

/** The block between the fences. `start` is the first character of the opening fence, `end` is where the body starts. */
export interface FrontMatter extends Span {
  /** The opening fence line without its line end. */
  readonly openFence: Span;
  /** The closing fence line without its line end; undefined when the block is not closed. */
  readonly closeFence: Span | undefined;
  /** The YAML between the fences. */
  readonly content: Span;
  /** The language tag after the opening `---`, lower case; '' for none. Anything but '' and 'yaml' is never parsed. */
  readonly language: string;
  /** False when the YAML has an error, the block is not closed or the language is not YAML: then nothing is edited. */
  readonly valid: boolean;
  readonly errors: readonly YamlError[];
  /** Top-level keys in source order, duplicates included; empty when not valid. */
  readonly fields: readonly Field[];
  /** The first field of that name. */
  field(key: string): Field | undefined;
}

export interface YamlError extends Span {
  readonly code: string;
  readonly message: string;
}

export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  /** The value's own characters, quotes included, comments excluded; empty (after the colon) for no value. */
  readonly valueSpan: Span;
  /** Plain JavaScript value by YAML's core schema: dates stay text. */
  readonly value: unknown;
  /** The `yaml` node, for rules that look inside; offsets in it are relative to `content.start`. */
  readonly node: unknown;
}

export type RegionKind = 'code' | 'html' | 'markdown';

/** A run of whole lines of one kind; blank lines that end a region belong to none. */
export interface Region extends Span {
  readonly kind: RegionKind;
  readonly startLine: number;
  readonly endLine: number;
}

/** A list, list item or block quote. */
export interface Container {
  readonly type: 'list' | 'item' | 'quote';
  /** Offset of its first marker. */
  readonly start: number;
}

/** A leaf block: html chunk, code block or fence, paragraph, heading, rule, table ... */
export interface Block extends Span {
  /** Its kind, and what else of its form an edit could change by accident, such as a list's tightness. */
  readonly type: string;
  /** Outermost first. */
  readonly containers: readonly Container[];
}

/** Everything after the front matter, classified once (`regions.md` is the specification by example). */
export interface Body extends Span {
  readonly regions: readonly Region[];
  /** The leaf blocks in source order, by which an edit is known to merge, split or change none. */
  readonly blocks: readonly Block[];
  /** Code inside html and Markdown regions (`<code>`, `<pre>`, back-tick spans): content only, sorted. */
  readonly code: readonly Span[];
  /** Every HTML token outside code, raw text and comments, in document order, inline HTML of Markdown included. */
  readonly tokens: readonly HtmlToken[];
  /** Comments, raw text elements, `pre` without an end. */
  readonly unterminated: readonly Unterminated[];
  /**
   * Chunks of html that CommonMark alone would read as indented code, although an element is open: the
   * indentation of the first line of each, from after its container's own to the first character that is not blank.
   */
  readonly indentedChunks: readonly Span[];
  /** The roots of the forest that the elements of `tokens` form; built on first use. */
  readonly elements: readonly HtmlElement[];
  /**
   * What stands before the lines of blocks in quotes and list items: `> `, list markers and the indentation
   * that belongs to them. Sorted; empty outside of containers. A token or region of several lines may hold some.
   */
  readonly prefixes: readonly Span[];
  /** `code` wins over the region around it. Undefined outside every region. */
  kindAt(offset: number): RegionKind | undefined;
}

export interface Unterminated extends Span {
  /** `comment` or the element's name. The span covers the opening `<!--` or start tag. */
  readonly what: string;
}

export interface HtmlAttribute extends Span {
  /** Lower case. */
  readonly name: string;
  readonly nameEnd: number;
  /** The value without quotes as written, entities not decoded; '' for none. */
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface StartTag extends Span {
  readonly kind: 'startTag';
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly selfClosing: boolean;
}

export interface EndTag extends Span {
  readonly kind: 'endTag';
  readonly name: string;
}

export interface Comment extends Span {
  readonly kind: 'comment';
  /** What is between `<!--` and its end. */
  readonly content: Span;
}

/** `<!DOCTYPE ...>`, `<?...>`, `<![CDATA[...]]>` and other markup declarations. */
export interface Declaration extends Span {
  readonly kind: 'declaration';
}

/** The content of a terminated `script`, `style`, `textarea`, `title`, `xmp`, `noembed` or `noframes`. */
export interface RawText extends Span {
  readonly kind: 'rawText';
  readonly name: string;
}

export type HtmlToken = StartTag | EndTag | Comment | Declaration | RawText;

/**
 * An element with its place in the source. `end` is after its end tag, or where its parent, its
 * container or an implied end tag closes it.
 */
export interface HtmlElement extends Span {
  readonly name: string;
  readonly startTag: StartTag;
  /** Undefined for void elements and for elements whose end tag is missing. */
  readonly endTag: EndTag | undefined;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly HtmlElement[];
}
