import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { hideChaff, type BuiltinRequest } from '../core/builtinPreview';
import { isArticle } from '../core/document';
import { settle } from './messages';
import type { Services } from './services';

/** What VS Code's own Markdown preview asks of an extension that contributes `markdown.markdownItPlugins`. */
export interface BuiltinPreview {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
  dispose(): void;
}

/** Hides the same chaff in VS Code's own Markdown preview, where `winnow.builtinPreview.enabled` says so. */
export function registerBuiltinPreview({ settings, documents, log }: Services): BuiltinPreview {
  /** The preview has asked for our plugin; before that there is none to refresh. */
  let isUsed = false;
  let wasEnabled = false;

  const refresh = (): void => {
    settle(vscode.commands.executeCommand('markdown.preview.refresh'), log);
  };

  const requestOf = (env: unknown): BuiltinRequest | undefined => {
    const document = documentOf(env);
    if (document === undefined || !isEnabled(document) || !documents.isChecked(document)) {
      return undefined;
    }
    wasEnabled = true;
    const known = settings.known(document);
    if (known === undefined) {
      // A preview cannot wait; what is in `.winnow.yaml` has to be read first.
      settle(settings.of(document).then(refresh), log);
      return undefined;
    }
    const { options } = known;
    const article = documents.article(document);
    const isTooLarge =
      options.maxBodySize > 0 && article.text.length - (article.frontMatter?.end ?? 0) > options.maxBodySize;
    return isTooLarge || !isArticle(article, known.document.path, options)
      ? undefined
      : { article, context: { ...known, isArticle: true } };
  };

  const listener = settings.onDidChange(() => {
    const isWanted = wasEnabled || vscode.workspace.textDocuments.some(isEnabled);
    if (isUsed && isWanted) {
      wasEnabled = false;
      refresh();
    }
  });

  return {
    extendMarkdownIt(markdown) {
      isUsed = true;
      return hideChaff(markdown, requestOf);
    },
    dispose() {
      listener.dispose();
    },
  };
}

function isEnabled({ uri, languageId }: Pick<vscode.TextDocument, 'uri' | 'languageId'>): boolean {
  return (
    vscode.workspace.getConfiguration('winnow', { uri, languageId }).get('builtinPreview.enabled') === true
  );
}

/** The document that is rendered; undefined for a text without one, as of a notebook or a changelog. */
function documentOf(env: unknown): vscode.TextDocument | undefined {
  const uri =
    typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : undefined;
  return uri instanceof vscode.Uri
    ? vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
    : undefined;
}
