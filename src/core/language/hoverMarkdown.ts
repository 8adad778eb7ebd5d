import * as l10n from '@vscode/l10n';
import type { HoverPart } from './hover';

/** How pictures are shown. */
export interface PictureOptions {
  /** False shows a link in place of a picture that would have to be fetched. */
  readonly showRemote: boolean;
  /** The address of the local file that a path means, when it exists. */
  readonly localFile?: string | undefined;
}

/** Longer values are cut: a hover is no place to read them. */
const longestText = 300;
/** VS Code cuts a hover of more than 100,000 characters, wherever that is. */
const longestDataUri = 60_000;

/**
 * Writes a hover as Markdown for VS Code. What comes from the article is escaped, so that it shows as
 * written: no link, picture, HTML or formatting in it takes effect. The only links made lead to http or
 * https.
 */
export function hoverMarkdown(parts: readonly HoverPart[], pictures: PictureOptions): string {
  return parts.flatMap((part) => markdownOf(part, pictures)).join('\n\n');
}

function markdownOf(part: HoverPart, pictures: PictureOptions): readonly string[] {
  switch (part.kind) {
    case 'title':
      return [`**${escapeMarkdown(part.key)}** (${escapeMarkdown(part.type)})`, escapeMarkdown(part.meaning)];
    case 'text':
      return [escapeMarkdown(part.text)];
    case 'labelled':
      return [label(part.label, escapeMarkdown(part.text))];
    case 'readings':
      return [
        part.readings
          .map(({ readers, text, isOwn }) => {
            const names = escapeMarkdown(readers.join(', '));
            return `- ${label(isOwn ? `**${names}**` : names, escapeMarkdown(text), { isEscaped: true })}`;
          })
          .join('\n'),
      ];
    case 'picture':
      return picture(part.address, pictures);
  }
}

function label(name: string, text: string, { isEscaped = false } = {}): string {
  return l10n.t({
    message: '{0}: {1}',
    args: [isEscaped ? name : escapeMarkdown(name), text],
    comment: ['A name and what it is, in a list'],
  });
}

function picture(address: string, { showRemote, localFile }: PictureOptions): readonly string[] {
  if (localFile !== undefined) {
    return [`![](${encodeAddress(localFile)}|width=240)`];
  }
  const remote = remoteAddress(address);
  if (remote !== undefined) {
    const link = `[${escapeMarkdown(shorten(address, 80))}](${remote})`;
    return showRemote ? [link, `![](${remote}|width=240)`] : [link];
  }
  // Nothing is fetched for it, and these formats hold no script.
  const isSafeData = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/=]+$/.test(address);
  return isSafeData && address.length <= longestDataUri ? [`![](${address}|width=240)`] : [];
}

/** The address as it can stand in a Markdown link; undefined for any other scheme than http and https. */
export function remoteAddress(value: string): string | undefined {
  const address = value.startsWith('//') ? `https:${value}` : value;
  return /^https?:\/\/[^/?#\s]/i.test(address) && address.length < 4_000 ? encodeAddress(address) : undefined;
}

/** Leaves nothing that could end a Markdown link or start something else. */
function encodeAddress(address: string): string {
  return address
    .replace(/\p{Cs}/gu, '')
    .replace(/[^\w\-.~:/?#@!$&*+,;=%[\]]/gu, (character) =>
      character === '(' || character === ')' || character === "'"
        ? `%${character.charCodeAt(0).toString(16)}`
        : encodeURIComponent(character),
    )
    .replace(/[[\]]/g, (bracket) => encodeURIComponent(bracket));
}

/**
 * Plain text as Markdown that shows it, on one line. Every ASCII punctuation mark is escaped (CommonMark
 * 2.4), so no address becomes a link by itself either; control and direction characters are left out.
 */
export function escapeMarkdown(text: string): string {
  return shorten(text, longestText)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
