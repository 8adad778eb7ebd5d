/**
 * The messages between the preview's panel (host) and its page (client). Types only: the two
 * bundles share no code. Every message has a `type` and the `version` of the update it belongs to;
 * whoever receives one validates it before use.
 */

/**
 * Counts the updates of one panel. A new document or new settings take the next number as well, so
 * unlike a document version it never goes back and an older update can be told from a newer one.
 */
export type UpdateVersion = number;

/** What a page may load. `local`: only files of the workspace; `remote`: pictures and media from https too. */
export type ImagePolicy = 'local' | 'remote';

/** A front-matter value as a reader sees it, with the text it was written as. */
export interface HeadValue {
  readonly text: string;
  readonly raw: string;
}

/** A date; the page writes it in the reader's language and zone. Both numbers are milliseconds since 1970-01-01T00:00:00Z. */
export interface HeadDate extends HeadValue {
  /** The moment, when it is known. */
  readonly instant?: number;
  /** Else the clock time, counted as if it were UTC, when that is known. */
  readonly clock?: number;
  readonly hasTime: boolean;
}

/** The title block. A field that the article does not have is absent. */
export interface HeadView {
  readonly title?: HeadValue;
  /** Each category as a path from the outermost to the innermost. */
  readonly categories: readonly (readonly string[])[];
  readonly author?: HeadValue;
  readonly date?: HeadDate;
  /** Address as written; resolved and checked like every picture of the body. */
  readonly image?: HeadValue;
}

/** One thing that the preview leaves out. */
export interface HiddenView {
  readonly rule: string;
  /** Why, in a sentence. */
  readonly message: string;
  /** The beginning of what was left out. */
  readonly text: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** The words of the button that shows it in the source, such as "Line 12". */
  readonly label: string;
}

export interface HiddenGroup {
  /** Such as "8 comments". */
  readonly label: string;
  /** The first of them. */
  readonly items: readonly HiddenView[];
  /** Such as "… and 12 more"; '' when these are all. */
  readonly more: string;
}

/** How addresses that are relative to the article are made absolute. Each ends with `/`. */
export interface ResourceBases {
  /** For `pictures/a.png`: the folder of the article. */
  readonly document: string;
  /** For `/pictures/a.png`: the folder of the workspace. */
  readonly root: string;
}

export interface UpdateMessage {
  readonly type: 'update';
  readonly version: UpdateVersion;
  /** URI of the article. */
  readonly source: string;
  /** BCP 47 tag of the article's language; '' when it is not known. */
  readonly language: string;
  readonly head: HeadView;
  /** The body before sanitising. */
  readonly html: string;
  readonly hidden: {
    /** Such as "12 hidden: 8 comments, 4 style blocks"; '' when nothing was left out. */
    readonly summary: string;
    readonly groups: readonly HiddenGroup[];
  };
  /** Said above the body, such as "The article is empty."; '' for nothing. */
  readonly notice: string;
  readonly images: ImagePolicy;
  readonly bases: ResourceBases;
}

export type MessageToClient = UpdateMessage;

/** The page has loaded and wants an update. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly version: UpdateVersion;
}

/** The page shows this version now. */
export interface RenderedMessage {
  readonly type: 'rendered';
  readonly version: UpdateVersion;
}

/** A link was followed; the address is as written in the article. */
export interface OpenLinkMessage {
  readonly type: 'openLink';
  readonly version: UpdateVersion;
  readonly href: string;
}

/** Show a 1-based line of the source in the editor. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly version: UpdateVersion;
  readonly line: number;
}

export type MessageToHost = ReadyMessage | RenderedMessage | OpenLinkMessage | RevealMessage;

/** What the page keeps over a reload (`setState`). */
export interface PreviewState {
  /** URI of the article. */
  readonly source: string;
  /** 1-based source line of the first block in view. */
  readonly line: number;
  /** How far that block reaches above the top edge, in CSS pixels. */
  readonly offset: number;
}

/** Words that the page says without asking; localised by the host. */
export interface PreviewStrings {
  readonly embedded: string;
  readonly imageBlocked: string;
  readonly imageFailed: string;
}
