import * as l10n from '@vscode/l10n';
import type { Removal } from './engine';
import type { Group } from './types';

/** A count and what was counted. Whole phrases, since languages differ in more than an ending. */
type Counted = (count: number) => string;

const comments: Counted = (n) => (n === 1 ? l10n.t('1 comment') : l10n.t('{0} comments', n));
const styleBlocks: Counted = (n) => (n === 1 ? l10n.t('1 style block') : l10n.t('{0} style blocks', n));
const scripts: Counted = (n) => (n === 1 ? l10n.t('1 script') : l10n.t('{0} scripts', n));
const attributes: Counted = (n) => (n === 1 ? l10n.t('1 attribute') : l10n.t('{0} attributes', n));
const inlineStyles: Counted = (n) => (n === 1 ? l10n.t('1 inline style') : l10n.t('{0} inline styles', n));
const eventHandlers: Counted = (n) => (n === 1 ? l10n.t('1 event handler') : l10n.t('{0} event handlers', n));
const trackingPixels: Counted = (n) =>
  n === 1 ? l10n.t('1 tracking pixel') : l10n.t('{0} tracking pixels', n);
const emptyElements: Counted = (n) => (n === 1 ? l10n.t('1 empty element') : l10n.t('{0} empty elements', n));
const lazyLoading: Counted = (n) =>
  n === 1 ? l10n.t('1 lazy-loading placeholder') : l10n.t('{0} lazy-loading placeholders', n);
const redirects: Counted = (n) => (n === 1 ? l10n.t('1 redirect') : l10n.t('{0} redirects', n));
const fonts: Counted = (n) => (n === 1 ? l10n.t('1 font tag') : l10n.t('{0} font tags', n));
const blankLines: Counted = (n) =>
  n === 1 ? l10n.t('1 run of blank lines') : l10n.t('{0} runs of blank lines', n);
const indentations: Counted = (n) => (n === 1 ? l10n.t('1 indentation') : l10n.t('{0} indentations', n));
const spaces: Counted = (n) =>
  n === 1 ? l10n.t('1 piece of white space') : l10n.t('{0} pieces of white space', n);
const promoBlocks: Counted = (n) => (n === 1 ? l10n.t('1 promo block') : l10n.t('{0} promo blocks', n));
const hiddenElements: Counted = (n) =>
  n === 1 ? l10n.t('1 hidden element') : l10n.t('{0} hidden elements', n);
const chaff: Counted = (n) => (n === 1 ? l10n.t('1 piece of chaff') : l10n.t('{0} pieces of chaff', n));
const faults: Counted = (n) =>
  n === 1 ? l10n.t('1 fault in the front matter') : l10n.t('{0} faults in the front matter', n);

/** What people look for first comes first. */
const inOrder: readonly Counted[] = [
  comments,
  styleBlocks,
  scripts,
  promoBlocks,
  trackingPixels,
  hiddenElements,
  chaff,
  inlineStyles,
  eventHandlers,
  attributes,
  fonts,
  lazyLoading,
  redirects,
  emptyElements,
  indentations,
  blankLines,
  spaces,
  faults,
];

/** Rules whose findings people call by a name of their own; the others go by their group. */
const byRule: Readonly<Record<string, Counted>> = {
  'no-style-attribute': inlineStyles,
  'no-event-handler': eventHandlers,
  'no-promo-block': promoBlocks,
  'no-hidden-element': hiddenElements,
  'no-tracking-pixel': trackingPixels,
  'no-empty-element': emptyElements,
  'lazy-image': lazyLoading,
  'no-redirect-link': redirects,
  'no-font': fonts,
  'blank-lines': blankLines,
  'indented-html': indentations,
  'ideographic-indent': indentations,
};

const byGroup: Readonly<Record<Group, Counted>> = {
  comments,
  styles: styleBlocks,
  scripts,
  attributes,
  whitespace: spaces,
  chaff,
  frontmatter: faults,
};

const countedFor = (rule: string, group: Group): Counted => byRule[rule] ?? byGroup[group];

/** How many of what a rule reports, such as `3 comments`; rules that people do not tell apart share one label. */
export function labelOf(rule: string, group: Group, count: number): string {
  return countedFor(rule, group)(count);
}

/**
 * What was removed, such as `8 comments, 1 style block, 1.2 KB`; undefined when nothing was. The size
 * is that of the text in UTF-8; it is left out when what was put in is no shorter.
 */
export function summariseRemovals(removed: readonly Removal[]): string | undefined {
  const counts = new Map<Counted, number>();
  let bytes = 0;
  for (const removal of removed) {
    const counted = countedFor(removal.rule, removal.group);
    counts.set(counted, (counts.get(counted) ?? 0) + removal.count);
    bytes += removal.bytes;
  }
  const parts = inOrder.flatMap((counted) => {
    const count = counts.get(counted) ?? 0;
    return count > 0 ? [counted(count)] : [];
  });
  if (parts.length === 0) {
    return undefined;
  }
  return [...parts, ...(bytes > 0 ? [formatBytes(bytes)] : [])].reduce((list, part) =>
    l10n.t({ message: '{0}, {1}', args: [list, part], comment: ['Joins the parts of a list'] }),
  );
}

const kilobyte = 1024;

/** `312 bytes`, `1.2 KB`, `3.4 MB`; a kilobyte has 1,024 bytes, as in VS Code's own sizes. */
export function formatBytes(bytes: number): string {
  if (bytes < kilobyte) {
    return bytes === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', bytes);
  }
  const kilobytes = (bytes / kilobyte).toFixed(1);
  return Number(kilobytes) < kilobyte
    ? l10n.t('{0} KB', kilobytes)
    : l10n.t('{0} MB', (bytes / kilobyte / kilobyte).toFixed(1));
}
