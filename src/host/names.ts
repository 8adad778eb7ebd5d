import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { nameUseAt, nameUses, renameEdits, type NameUse } from '../core/language/nameUses';
import type { Article, Profile, Span } from '../core/types';
import { nameOf } from './commandTarget';
import { mostFiles, type Services } from './services';

/** Longer ones are not read as names by the index either. */
const longestName = 200;

/** Finds and renames the categories, tags and authors of the front matter in all articles that use them. */
export function registerNames(services: Services): vscode.Disposable {
  const names = new Names(services);
  const selector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(selector, names),
    vscode.languages.registerRenameProvider(selector, names),
  );
}

interface Use {
  readonly use: NameUse;
  readonly profile: Profile;
}

interface NamedArticle {
  readonly uri: vscode.Uri;
  readonly article: Article;
  /** The document that the article is of, when it is open, and which version of it was read. */
  readonly opened?: { readonly document: vscode.TextDocument; readonly version: number };
}

class Names implements vscode.ReferenceProvider, vscode.RenameProvider {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const found = await this.#useAt(document, position);
    const locations: vscode.Location[] = [];
    if (found) {
      for await (const { uri, article } of this.#articlesWith(document, found.use, token)) {
        const uses = nameUses(article, found.profile).filter((use) => isSame(use, found.use));
        locations.push(...uses.map((use) => new vscode.Location(uri, rangeIn(article, use))));
      }
    }
    return locations;
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string }> {
    const found = await this.#useAt(document, position);
    if (!found) {
      throw new Error(vscode.l10n.t('Put the cursor on a category, a tag or an author of the front matter.'));
    }
    const { start, end, name } = found.use;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return { range, placeholder: name };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const to = newName.trim();
    if (to === '' || to.length > longestName || /[\r\n]/.test(to)) {
      throw new Error(vscode.l10n.t('A name is one line of at most {0} characters.', longestName));
    }
    const found = await this.#useAt(document, position);
    if (!found) {
      return undefined;
    }
    const { use, profile } = found;
    const edit = new vscode.WorkspaceEdit();
    const read: NonNullable<NamedArticle['opened']>[] = [];
    for await (const { uri, article, opened } of this.#articlesWith(document, use, token)) {
      read.push(...(opened ? [opened] : []));
      const edits = renameEdits(article, use, { to, profile });
      edit.set(
        uri,
        edits.map((one) => vscode.TextEdit.replace(rangeIn(article, one), one.text)),
      );
    }
    // While other files were read someone may have typed: the ranges would be of another text.
    const moved = read.find(({ document: other, version }) => other.version !== version);
    if (moved) {
      throw new Error(
        vscode.l10n.t(
          '{0} changed in the meantime; nothing was changed by Winnow. Run the command again.',
          nameOf(moved.document),
        ),
      );
    }
    if (this.#services.vocabulary.leavesOut) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'There are more articles than Winnow reads for this; in those beyond the first {0} the name stays as it is.',
          mostFiles.toLocaleString(),
        ),
      );
    }
    return token.isCancellationRequested ? undefined : edit;
  }

  async #useAt(document: vscode.TextDocument, position: vscode.Position): Promise<Use | undefined> {
    const { documents } = this.#services;
    if (!documents.isChecked(document)) {
      return undefined;
    }
    const { article, context, version } = await documents.analyse(document);
    const { profile } = context.options;
    const use = nameUseAt(nameUses(article, profile), document.offsetAt(position));
    return use && version === document.version ? { use, profile } : undefined;
  }

  /** The article at hand and all others that use the name, as they are in the editor, else on disk. */
  async *#articlesWith(
    document: vscode.TextDocument,
    { field, name }: NameUse,
    token: vscode.CancellationToken,
  ): AsyncIterable<NamedArticle> {
    const { vocabulary, documents, log } = this.#services;
    const known = (await vocabulary.listed()).articlesWith(field, name);
    const open = new Map(vscode.workspace.textDocuments.map((other) => [other.uri.toString(), other]));
    for (const id of new Set([document.uri.toString(), ...known])) {
      if (token.isCancellationRequested) {
        return;
      }
      const opened = open.get(id);
      const uri = opened?.uri ?? vscode.Uri.parse(id);
      try {
        const article = opened
          ? documents.article(opened)
          : parseArticle(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
        yield { uri, article, ...(opened && { opened: { document: opened, version: opened.version } }) };
      } catch (error) {
        // Gone since it was read; the index learns of that by its watcher.
        log.debug(`Not read: ${uri.toString(true)}: ${String(error)}`);
      }
    }
  }
}

function isSame(one: NameUse, other: NameUse): boolean {
  return one.field === other.field && one.name === other.name;
}

/** The range in a document that need not be open: it has the same lines. */
function rangeIn({ lines }: Article, { start, end }: Span): vscode.Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return new vscode.Range(from.line - 1, from.column - 1, to.line - 1, to.column - 1);
}
