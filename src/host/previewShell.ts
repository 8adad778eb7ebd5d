import { escapeHtml } from './exportPage';
import type { ImagePolicy } from '../webview/protocol';
import type { PreviewStrings } from '../webview/strings';

/** What the page of the preview is built from. */
export interface ShellOptions {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for every page: only the script that carries it runs. */
  readonly nonce: string;
  readonly scriptUri: string;
  /** In the order in which they count. */
  readonly styleUris: readonly string[];
  /** BCP 47, the language of the page's own words. */
  readonly language: string;
  readonly title: string;
  /** Labels for assistive technology. */
  readonly labels: { readonly article: string; readonly head: string; readonly hidden: string };
  readonly strings: PreviewStrings;
  readonly images: ImagePolicy;
}

/**
 * The content security policy of the preview. Nothing is allowed that is not named: no frames, no
 * forms, no connections, no inline script or style, no `<base>`.
 */
export function contentSecurityPolicy(options: Pick<ShellOptions, 'cspSource' | 'nonce' | 'images'>): string {
  const { cspSource, nonce, images } = options;
  const remote = images === 'remote' ? ' https:' : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    // `data:` holds the small pictures that exporters write into the text; it cannot reach the network.
    `img-src ${cspSource} data:${remote}`,
    `media-src ${cspSource}${remote}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page into which the client renders. The ids are a contract with the client and with tests. */
export function previewShell(options: ShellOptions): string {
  const { language, title, labels, nonce, scriptUri, styleUris } = options;
  const text = escapeHtml;
  return `<!DOCTYPE html>
<html lang="${text(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(contentSecurityPolicy(options))}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
${styleUris.map((uri) => `<link rel="stylesheet" href="${text(uri)}">`).join('\n')}
</head>
<body data-strings="${text(JSON.stringify(options.strings))}">
<section id="toolbar"></section>
<div id="pictures" role="status"></div>
<p id="notice" role="status"></p>
<header id="head" aria-label="${text(labels.head)}"></header>
<main id="article" aria-label="${text(labels.article)}"></main>
<aside id="hidden" aria-label="${text(labels.hidden)}"></aside>
<script nonce="${text(nonce)}" src="${text(scriptUri)}"></script>
</body>
</html>
`;
}
