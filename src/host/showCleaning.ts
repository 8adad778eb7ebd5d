import * as vscode from 'vscode';
import { clean, type CleanResult } from '../core/engine';
import { excerpt } from '../core/excerpt';
import { levels } from '../core/options';
import { summariseRemovals } from '../core/summary';
import type { Article, Level, Span } from '../core/types';
import { findEditor, nameOf, selectionsOf, told } from './commandTarget';
import { reportFailure, settle } from './messages';
import type { Analysis, Services } from './services';

/** Scheme of the cleaned side of the comparison; documents of it are read-only. */
export const cleanedScheme = 'winnow-cleaned';

/** Milliseconds after a change until the cleaned side follows, so that not every key cleans the article. */
const followDelay = 200;

/** Characters of what is removed that the output channel shows. */
const excerptLength = 80;

/** What a cleaned document is of; part of its address, so that it can be shown again after a reload of the window. */
interface Cleaned {
  readonly source: string;
  readonly level: Level;
  /** What was selected, in offsets of the text that the document had then; empty for all of it. */
  readonly within: readonly Span[];
}

/** Compares the document with what Clean Article would make of it, and lists the reasons in the output channel. */
export function registerShowCleaning(services: Services): vscode.Disposable {
  const cleaned = new CleanedDocuments(services);
  return vscode.Disposable.from(
    cleaned,
    vscode.workspace.registerTextDocumentContentProvider(cleanedScheme, cleaned),
    vscode.commands.registerCommand('winnow.showCleaning', (named: unknown) => show(services, named)),
  );
}

async function show(services: Services, named: unknown): Promise<string> {
  const { documents, log } = services;
  const editor = findEditor(named);
  if (editor?.document.languageId !== 'markdown') {
    return told(log, { message: vscode.l10n.t('Open a Markdown document first.'), refused: true });
  }
  const { document } = editor;
  try {
    const analysis = await documents.analyse(document);
    const { level } = analysis.context.options.clean;
    const within = selectionsOf(editor);
    const result = cleanedText(analysis, { level, within });
    const summary = summariseRemovals(result.removed);
    if (summary === undefined) {
      return told(log, { message: vscode.l10n.t('Cleaning would change nothing.') });
    }
    const name = nameOf(document);
    const title =
      within.length > 0
        ? vscode.l10n.t('{0}: as it is ↔ selection cleaned, level {1}', name, level)
        : vscode.l10n.t('{0}: as it is ↔ cleaned, level {1}', name, level);
    const uri = cleanedUri(document.uri, { source: document.uri.toString(), level, within });
    log.info(reasons(title, analysis.article, result));
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title);
    const message = vscode.l10n.t('Cleaning would remove {0}.', summary);
    offerReasons(log, message);
    return message;
  } catch (error) {
    const message = vscode.l10n.t(
      '{0} could not be compared with what cleaning would leave.',
      nameOf(document),
    );
    reportFailure(log, message, error);
    return message;
  }
}

/** What Clean Article would do, as it does it. */
function cleanedText(
  { article, context }: Analysis,
  { level, within }: Pick<Cleaned, 'level' | 'within'>,
): CleanResult {
  return clean(article, { level, ...(within.length > 0 && { within }) }, context);
}

/** One line for each thing that would go: where, by which rule, why, and how it begins. */
function reasons(title: string, { text }: Article, { applied }: CleanResult): string {
  const lines = applied.map(({ line, rule, message, start, end }) =>
    vscode.l10n.t(
      'Line {0}, {1}: {2} {3}',
      line,
      rule,
      message,
      excerpt(text.slice(start, end), excerptLength),
    ),
  );
  return [title, ...lines].join('\n  ');
}

function offerReasons(log: vscode.LogOutputChannel, message: string): void {
  const showReasons = vscode.l10n.t('Show Reasons');
  log.info(message);
  settle(
    vscode.window.showInformationMessage(message, showReasons).then((chosen) => {
      if (chosen === showReasons) {
        log.show(true);
      }
    }),
    log,
  );
}

function cleanedUri(source: vscode.Uri, cleaned: Cleaned): vscode.Uri {
  return vscode.Uri.from({ scheme: cleanedScheme, path: source.path, query: JSON.stringify(cleaned) });
}

function parseCleaned({ query }: vscode.Uri): Cleaned | undefined {
  try {
    const { source, level: name, within } = JSON.parse(query) as Partial<Record<keyof Cleaned, unknown>>;
    const level = levels.find((candidate) => candidate === name);
    return typeof source === 'string' && level !== undefined && Array.isArray(within)
      ? { source, level, within: within.filter(isSpan) }
      : undefined;
  } catch {
    // Anyone can ask for a document of this scheme; an address that is not ours has none.
    return undefined;
  }
}

function isSpan(value: unknown): value is Span {
  const { start, end } = (value ?? {}) as Partial<Record<keyof Span, unknown>>;
  return typeof start === 'number' && typeof end === 'number';
}

/** Serves the cleaned texts, and follows the documents that they are of. */
class CleanedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<
    string,
    { readonly uri: vscode.Uri; readonly source: string; within: readonly Span[] }
  >();
  readonly #timers = new Map<string, unknown>();
  readonly #disposable: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#follow(document.uri.toString(), contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#shown.delete(uri.toString());
      }),
      services.settings.onDidChange(() => {
        for (const { source } of this.#shown.values()) {
          this.#follow(source, []);
        }
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const cleaned = parseCleaned(uri);
    if (cleaned === undefined) {
      return undefined;
    }
    const { source, level } = cleaned;
    const key = uri.toString();
    let shown = this.#shown.get(key);
    if (shown === undefined) {
      shown = { uri, source, within: cleaned.within };
      this.#shown.set(key, shown);
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source, true));
    const analysis = await this.#services.documents.analyse(document);
    return cleanedText(analysis, { level, within: shown.within }).text;
  }

  dispose(): void {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#disposable.dispose();
  }

  #follow(source: string, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const followers = [...this.#shown.values()].filter((shown) => shown.source === source);
    if (followers.length === 0) {
      return;
    }
    for (const shown of followers) {
      shown.within = changes.reduce(moveSpans, shown.within);
    }
    clearTimeout(this.#timers.get(source));
    this.#timers.set(
      source,
      setTimeout(() => {
        this.#timers.delete(source);
        followers.forEach(({ uri }) => {
          this.#changed.fire(uri);
        });
      }, followDelay),
    );
  }
}

/** The selected ranges after a change: what is put into one belongs to it. */
function moveSpans(
  spans: readonly Span[],
  { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent,
): readonly Span[] {
  const moved = (offset: number): number =>
    offset >= rangeOffset + rangeLength
      ? offset + text.length - rangeLength
      : Math.min(offset, rangeOffset + text.length);
  return spans.map(({ start, end }) => ({ start: moved(start), end: moved(end) }));
}
