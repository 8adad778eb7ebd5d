import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { isArticle } from '../core/document';
import { check } from '../core/engine';
import type { Article, Finding } from '../core/types';
import { isCheckedScheme } from './schemes';
import type { Analysis, DocumentService, DocumentSettings, SettingsService } from './services';

interface Entry {
  readonly version: number;
  readonly article: Article;
  /** For the settings last asked for; a change of settings replaces it. */
  analysis?: { readonly settings: DocumentSettings; readonly value: Analysis };
}

/** Parses each version of a document once. Entries go with their document. */
export class Documents implements DocumentService {
  readonly #settings: SettingsService;
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();

  constructor(settings: SettingsService) {
    this.#settings = settings;
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
    const entry = this.#entry(document);
    if (
      entry.analysis?.settings.options !== settings.options ||
      entry.analysis.settings.document.siteTimezone !== settings.document.siteTimezone
    ) {
      entry.analysis = { settings, value: createAnalysis(entry, settings) };
    }
    return entry.analysis.value;
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

function createAnalysis({ version, article }: Entry, settings: DocumentSettings): Analysis {
  const context = { ...settings, isArticle: isArticle(article, settings.document.path, settings.options) };
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
