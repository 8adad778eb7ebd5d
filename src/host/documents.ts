import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { isArticle } from '../core/document';
import { check } from '../core/engine';
import { localPictures } from '../core/localPictures';
import type { Article, Finding, KnownNames, Options, RuleContext } from '../core/types';
import { findLocalFiles, type LocalFiles } from './articleFiles';
import { isCheckedScheme } from './schemes';
import type {
  Analysis,
  DocumentService,
  DocumentSettings,
  SettingsService,
  VocabularyService,
} from './services';

interface Entry {
  readonly version: number;
  readonly article: Article;
  /** Looked up once for each version: a file that comes or goes is noticed at the next edit. */
  files?: { readonly options: Options; readonly found: Promise<LocalFiles | undefined> };
  /** For the settings last asked for; a change of settings replaces it. */
  analysis?: {
    readonly settings: DocumentSettings;
    readonly names: NamesOfOthers;
    readonly value: Analysis;
  };
}

/** What an analysis was told of the other articles. Nothing is read before a rule asks. */
class NamesOfOthers {
  readonly #vocabulary: VocabularyService;
  readonly #id: string;
  #asked = false;
  #names: KnownNames | undefined;
  #revision: number | undefined;

  constructor(vocabulary: VocabularyService, id: string) {
    this.#vocabulary = vocabulary;
    this.#id = id;
  }

  /** Undefined until every article has been read once. */
  get current(): KnownNames | undefined {
    if (!this.#asked) {
      this.#asked = true;
      const { current, isComplete, revision } = this.#vocabulary;
      this.#revision = revision;
      this.#names = isComplete
        ? { categories: current.terms('categories', { except: this.#id }) }
        : undefined;
    }
    return this.#names;
  }

  /** True when the answer would be another one now. */
  isStale(): boolean {
    return this.#asked && this.#revision !== this.#vocabulary.revision;
  }
}

/** Parses each version of a document once. Entries go with their document. */
export class Documents implements DocumentService {
  readonly #settings: SettingsService;
  readonly #vocabulary: VocabularyService;
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();

  constructor(settings: SettingsService, vocabulary: VocabularyService) {
    this.#settings = settings;
    this.#vocabulary = vocabulary;
  }

  isChecked(document: vscode.TextDocument): boolean {
    return document.languageId === 'markdown' && isCheckedScheme(document.uri.scheme, hasFileSystem);
  }

  article(document: vscode.TextDocument): Article {
    return this.#entry(document).article;
  }

  async analyse(document: vscode.TextDocument): Promise<Analysis> {
    const settings = await this.#settings.of(document);
    // Only now is the text read, so the answer is about the document as it is after the wait.
    const { entry, files } = await this.#withFiles(document, settings);
    if (
      entry.analysis?.settings.options !== settings.options ||
      entry.analysis.settings.document.siteTimezone !== settings.document.siteTimezone ||
      entry.analysis.names.isStale()
    ) {
      const names = new NamesOfOthers(this.#vocabulary, document.uri.toString());
      const known = files && { fileExists: (path: string) => files.get(path) };
      const told = { ...settings, document: { ...settings.document, ...known } };
      entry.analysis = { settings, names, value: createAnalysis(entry, told, names) };
    }
    return entry.analysis.value;
  }

  /** The present version with the files that its paths lead to; again from the start when it changed meanwhile. */
  async #withFiles(
    document: vscode.TextDocument,
    { options }: DocumentSettings,
  ): Promise<{ readonly entry: Entry; readonly files: LocalFiles | undefined }> {
    for (;;) {
      const entry = this.#entry(document);
      if (entry.files?.options !== options) {
        const paths = localPictures(entry.article, options);
        entry.files = {
          options,
          found: findLocalFiles(paths, { document: document.uri, profile: options.profile }),
        };
      }
      const files = await entry.files.found;
      if (this.#entry(document) === entry) {
        return { entry, files };
      }
    }
  }

  #entry(document: vscode.TextDocument): Entry {
    const known = this.#entries.get(document);
    if (known?.version === document.version) {
      return known;
    }
    const entry: Entry = { version: document.version, article: parseArticle(document.getText()) };
    this.#entries.set(document, entry);
    return entry;
  }
}

function createAnalysis(
  { version, article }: Entry,
  settings: DocumentSettings,
  names: NamesOfOthers,
): Analysis {
  const context: RuleContext = {
    ...settings,
    isArticle: isArticle(article, settings.document.path, settings.options),
    get others() {
      return names.current;
    },
  };
  let findings: readonly Finding[] | undefined;
  return {
    version,
    article,
    context,
    get findings() {
      return (findings ??= check(article, context));
    },
  };
}

function hasFileSystem(scheme: string): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
