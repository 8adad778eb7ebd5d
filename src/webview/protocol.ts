/**
 * The messages between the preview's panel (host) and its page (client). Types only: the two
 * bundles share no code. Every message has a `type` and the `version` of the update it belongs to;
 * whoever receives one validates it before use, and passes over one of another version.
 */

/**
 * Counts the updates of one panel. A new document or new settings take the next number as well, so
 * unlike a document version it never goes back and an older update can be told from a newer one.
 */
export type UpdateVersion = number;

/** What a page may load. `local`: only files of the workspace; `remote`: pictures and media from https too. */
export type ImagePolicy = 'local' | 'remote';

/** `clean`: without what the level leaves out. `original`: all of it, with that outlined. */
export type ViewMode = 'clean' | 'original';

export type ViewLevel = 'minimal' | 'standard' | 'thorough';
export type ViewProfile = 'hexo' | 'jekyll' | 'hugo' | 'generic';

/** What the reader can switch in the toolbar. Without a level or a profile the setting counts. */
export interface ViewChoice {
  readonly mode: ViewMode;
  readonly level?: ViewLevel;
  readonly profile?: ViewProfile;
}

/** What the page shows and how, once choice and settings are put together. */
export interface ViewState {
  readonly mode: ViewMode;
  readonly level: ViewLevel;
  readonly profile: ViewProfile;
  /** The reader's own choice, which the page keeps over a reload. */
  readonly choice: ViewChoice;
  /** The panel stays with its article. */
  readonly locked: boolean;
  /** Pictures from elsewhere are loaded because the reader asked for those of this article. */
  readonly picturesAllowed: boolean;
}

/** A finding of the front matter beside the field that it is about. */
export interface BadgeView {
  /** Its index in what the host knows, for `fix` and `showFinding`. */
  readonly finding: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** The severity as a word. */
  readonly label: string;
  readonly message: string;
  /** The titles of its fixes, best first. */
  readonly fixes: readonly string[];
}

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

/** The parts of the title block that a badge can stand beside; `other` is for the rest of the front matter. */
export type HeadPart = 'image' | 'categories' | 'title' | 'author' | 'date' | 'other';

/** The title block. A field that the article does not have is absent. */
export interface HeadView {
  readonly title?: HeadValue;
  /** Each category as a path from the outermost to the innermost. */
  readonly categories: readonly (readonly string[])[];
  readonly author?: HeadValue;
  readonly date?: HeadDate;
  /** Address as written; resolved and checked like every picture of the body. */
  readonly image?: HeadValue;
  /** Such as "1,234 characters, 4 minutes"; absent for an article without text. */
  readonly reading?: string;
  readonly badges: Readonly<Partial<Record<HeadPart, readonly BadgeView[]>>>;
}

/** One thing that the preview leaves out, or outlines. */
export interface HiddenView {
  /** Its index among all of them: what `data-chaff` in the body and the messages about it name. */
  readonly index: number;
  readonly rule: string;
  /** Why, in a sentence. */
  readonly message: string;
  /** The beginning of what was left out. */
  readonly text: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** Where it is, such as "Line 12". */
  readonly label: string;
  /** Clean, at the level of the settings, would leave it in the file. */
  readonly stays: boolean;
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

/** How the reader wants the text. 0 stands for what fits without being asked. */
export interface Look {
  /** CSS pixels. */
  readonly fontSize: number;
  /** Times the size of the font. */
  readonly lineHeight: number;
  /** Longest line, in widths of a Chinese character (em); undefined for none. */
  readonly maxWidth?: number;
}

export interface UpdateMessage {
  readonly type: 'update';
  readonly version: UpdateVersion;
  /** URI of the article. */
  readonly source: string;
  /** BCP 47 tag of the article's language; '' when it is not known. */
  readonly language: string;
  /** Number of lines of the source. */
  readonly lineCount: number;
  readonly view: ViewState;
  readonly head: HeadView;
  /** The body before sanitising. */
  readonly html: string;
  readonly hidden: {
    /** Such as "12 hidden: 8 comments, 4 style blocks"; '' when nothing was left out. */
    readonly summary: string;
    /** What Clean would leave of it, such as "3 of them stay when the article is cleaned at level standard."; '' for none. */
    readonly staying: string;
    readonly groups: readonly HiddenGroup[];
  };
  /** Said above the body, such as "The article is empty."; '' for nothing. */
  readonly notice: string;
  readonly images: ImagePolicy;
  /** The page may offer to load pictures from elsewhere, should there be any. */
  readonly offerPictures: boolean;
  readonly bases: ResourceBases;
  readonly look: Look;
}

/** What is made of the article that the page shows. */
export type ExtractForm =
  /** HTML of the article, as text. */
  | 'html'
  /** The same, into the clipboard as formatted text. */
  | 'richText'
  /** The parts of a page of its own: title block and article, with the classes that a style sheet needs. */
  | 'page';

/** Asks for the article as it is shown. Before the first update it is answered after that. */
export interface ExtractMessage {
  readonly type: 'extract';
  readonly version: UpdateVersion;
  /** Comes back with the answer. */
  readonly request: number;
  readonly form: ExtractForm;
}

/** The editor shows this line of the source at its upper edge; the page follows. */
export interface ScrollToMessage {
  readonly type: 'scrollTo';
  readonly version: UpdateVersion;
  /** 1-based. */
  readonly line: number;
}

/** The cursor is in this line of the source; 0 takes the mark away. */
export interface CursorMessage {
  readonly type: 'cursor';
  readonly version: UpdateVersion;
  readonly line: number;
}

/** The page answers with `revealAt` for the beginning of what is selected. */
export interface AskSelectionMessage {
  readonly type: 'askSelection';
  readonly version: UpdateVersion;
}

/** A few letters of one piece of text, and how to find their place in the page. */
export interface TypedText {
  /** UTF-16 offset of the place in the source as it was at the update. */
  readonly offset: number;
  /** What is shown right before the place, as far as it is sure. */
  readonly left: string;
  readonly removed: string;
  readonly inserted: string;
  /** What is shown right after what was removed, likewise. */
  readonly right: string;
}

/**
 * Letters were typed in the article; the page changes them at once, and an update follows that says what it means for the
 * whole. A page that does not find the place answers with `wantUpdate`.
 */
export interface TypedMessage extends TypedText {
  readonly type: 'typed';
  readonly version: UpdateVersion;
}

export type MessageToClient =
  UpdateMessage | TypedMessage | ExtractMessage | ScrollToMessage | CursorMessage | AskSelectionMessage;

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

/** The page did not find the place of what was typed: the update is wanted now. */
export interface WantUpdateMessage {
  readonly type: 'wantUpdate';
  readonly version: UpdateVersion;
}

/** A link was followed; the address is as written in the article. */
export interface OpenLinkMessage {
  readonly type: 'openLink';
  readonly version: UpdateVersion;
  readonly href: string;
}

/** The reader scrolled; this line of the source is at the upper edge. */
export interface ScrolledMessage {
  readonly type: 'scrolled';
  readonly version: UpdateVersion;
  /** 1-based; the fraction says how far into the line's block. */
  readonly line: number;
}

/** The answer to `extract`. */
export interface ExtractedMessage {
  readonly type: 'extracted';
  readonly version: UpdateVersion;
  readonly request: number;
  /** URI of the article. */
  readonly source: string;
  readonly title: string;
  readonly language: string;
  /** The HTML, cut where the address of a file of the workspace belongs. */
  readonly parts: readonly string[];
  /** Those addresses as the article has them: one less than there are parts. */
  readonly pictures: readonly string[];
  /** Whether formatted text is in the clipboard now. */
  readonly isCopied: boolean;
}

/** Show the place in the source of a place in the page. */
export interface RevealAtMessage {
  readonly type: 'revealAt';
  readonly version: UpdateVersion;
  /** `data-start` of the last anchor before the place: a UTF-16 offset of the source. */
  readonly start: number;
  /** What is shown between that anchor and the place. */
  readonly before: string;
  /** The beginning of what is shown from the place on. */
  readonly after: string;
}

/** The reader's choice in the toolbar. */
export interface SetViewMessage {
  readonly type: 'setView';
  readonly version: UpdateVersion;
  readonly choice: ViewChoice;
}

/** Compare the file with what cleaning would make of it. */
export interface CompareMessage {
  readonly type: 'compare';
  readonly version: UpdateVersion;
}

/** Something is to be done with a thing that is left out. */
export interface HiddenActionMessage {
  readonly type: 'hiddenAction';
  readonly version: UpdateVersion;
  readonly index: number;
  readonly action: 'show' | 'keep' | 'remove';
}

/** Apply a fix of a badge. */
export interface FixMessage {
  readonly type: 'fix';
  readonly version: UpdateVersion;
  readonly finding: number;
  readonly fix: number;
}

/** Show the place of a badge's finding in the source. */
export interface ShowFindingMessage {
  readonly type: 'showFinding';
  readonly version: UpdateVersion;
  readonly finding: number;
}

/** Load pictures from elsewhere: those of this article for now, or all from now on. */
export interface LoadImagesMessage {
  readonly type: 'loadImages';
  readonly version: UpdateVersion;
  readonly scope: 'once' | 'always';
}

export type MessageToHost =
  | ReadyMessage
  | RenderedMessage
  | WantUpdateMessage
  | OpenLinkMessage
  | ScrolledMessage
  | RevealAtMessage
  | SetViewMessage
  | CompareMessage
  | HiddenActionMessage
  | FixMessage
  | ShowFindingMessage
  | LoadImagesMessage
  | ExtractedMessage;

/** What the page keeps over a reload (`setState`). */
export interface PreviewState {
  /** URI of the article. */
  readonly source: string;
  /** 1-based source line of the first block in view. */
  readonly line: number;
  /** How far that block reaches above the top edge, in CSS pixels. */
  readonly offset: number;
  /** Natural sizes of its pictures: address, width and height in CSS pixels. */
  readonly sizes?: readonly (readonly [address: string, width: number, height: number])[];
  readonly choice: ViewChoice;
  readonly locked: boolean;
  readonly picturesAllowed: boolean;
}
