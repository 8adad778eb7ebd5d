import type * as vscode from 'vscode';
import type { Article, DocumentContext, Finding, Options, RuleContext } from '../core/types';
import type { Vocabulary } from '../core/vocabulary';

/** What every feature of the extension is given. Built once, in `extension.ts`. */
export interface Services {
  readonly settings: SettingsService;
  readonly documents: DocumentService;
  readonly vocabulary: VocabularyService;
  readonly log: vscode.LogOutputChannel;
}

/** The settings that apply to one document, and what is known of the site it belongs to. */
export interface DocumentSettings {
  readonly options: Options;
  readonly document: DocumentContext;
}

/**
 * What decides which settings apply: an open document, or a file by its place and the language it would have.
 */
export type SettingsScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

export interface SettingsService {
  /**
   * VS Code's settings over the nearest `.winnow.yaml` over the defaults, and the site's time zone.
   * Reads files of the workspace that are not in the cache, so the document may have changed when
   * the promise is settled. Never rejects: a mistake in the settings is reported and passed over.
   */
  of(document: SettingsScope): Promise<DocumentSettings>;
  /** What `of` has found, for who cannot wait; undefined until `of` has been asked and has read the files. */
  known(document: SettingsScope): DocumentSettings | undefined;
  /**
   * Fires when `of` may answer differently for any document; never more than once per turn of the event loop.
   */
  readonly onDidChange: vscode.Event<void>;
}

/** A document as the engine sees it. Valid only as long as `version` is the document's. */
export interface Analysis {
  readonly version: number;
  readonly article: Article;
  readonly context: RuleContext;
  /** Computed on first use and kept. */
  readonly findings: readonly Finding[];
}

export interface DocumentService {
  /** True for a Markdown document that is a text of the user's own (see `isCheckedScheme`). */
  isChecked(document: vscode.TextDocument): boolean;
  /** The parsed text of the document as it is now; parsed once per version. */
  article(document: vscode.TextDocument): Article;
  /**
   * Article, settings and findings of the document as it is when the promise is settled. A caller
   * that awaits anything else afterwards compares `version` again.
   */
  analyse(document: vscode.TextDocument): Promise<Analysis>;
}

/**
 * The names that the articles of the workspace use, the ones on disk; each is known by its URI as a string.
 * Reading them starts when one of the members is first used, `onDidChange` excepted.
 */
/** How many articles the vocabulary is read from: beyond, reading takes too long for what helps while writing. */
export const mostFiles = 5_000;

export interface VocabularyService {
  /** What is known up to now. The same object each time; it grows while articles are read. */
  readonly current: Vocabulary;
  /** False until every article has been read once. */
  readonly isComplete: boolean;
  /** Another number after each event: whoever keeps an answer can tell that there is a new one. Starts no reading. */
  readonly revision: number;
  /** Resolves when every article has been read once. Never rejects. */
  complete(): Promise<Vocabulary>;
  /**
   * Resolves when every article that is there now has been read once: a file that was written a moment ago may
   * have had no event yet, and in a new folder it may never have one. Never rejects.
   */
  listed(): Promise<Vocabulary>;
  /** Whether there are more articles than are read. */
  readonly leavesOut: boolean;
  /** Fires when all articles have been read, and then some time after one has changed. */
  readonly onDidChange: vscode.Event<void>;
}
