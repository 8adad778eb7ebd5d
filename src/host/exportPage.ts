/** What a file of an article is built from. */
export interface ExportOptions {
  readonly title: string;
  /** BCP 47; '' when it is not known. */
  readonly language: string;
  /** Title block and article, sanitised. */
  readonly html: string;
  /** The style sheet. */
  readonly css: string;
}

/**
 * A page that needs nothing but itself and the pictures of other hosts, and can do nothing but be read:
 * even of what a sanitiser might have missed, no script runs and nothing is sent or framed.
 */
export async function exportPage({ title, language, html, css }: ExportOptions): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await sha256(css)}'`,
    'img-src https: http: data:',
    'media-src https: http:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html${language === '' ? '' : ` lang="${escapeHtml(language)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${html}
</body>
</html>
`;
}

/** Text that is safe in markup and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Bytes at a time: the arguments of one call are limited. */
const chunk = 0x8000;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(text);
}

async function sha256(text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
