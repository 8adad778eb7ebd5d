import * as vscode from 'vscode';
import { checkFrontMatter } from '../core/engine';
import { headPartAt } from '../core/render/headParts';
import type { Hidden, Rendered } from '../core/render';
import type { Cleaned } from '../core/renderAgain';
import { renderPreview, type PreviewMode } from '../core/renderPreview';
import { labelOf } from '../core/summary';
import type { Article, Finding, RuleContext, Severity } from '../core/types';
import type {
  BadgeView,
  HeadPart,
  HeadView,
  HiddenGroup,
  UpdateMessage,
  ViewMode,
} from '../webview/protocol';

/** The part of an update that the article alone decides. */
export type Content = Pick<UpdateMessage, 'head' | 'html' | 'hidden' | 'language' | 'lineCount' | 'notice'>;

/** An article as the page is told of it, and what its messages then refer to by an index. */
export interface Description {
  readonly content: Content;
  readonly hidden: readonly Hidden[];
  readonly findings: readonly Finding[];
  /** For another look at the article after a small change; undefined where that would not be as it is shown. */
  readonly cleaned: Cleaned | undefined;
}

/** Renders an article. */
export function describe(article: Article, context: RuleContext, mode: ViewMode): Description {
  const { preview, clean, maxBodySize } = context.options;
  const { rendered, mode: extent } = renderPreview(
    article,
    { level: preview.level, cleanLevel: clean.level, original: mode === 'original' },
    context,
  );
  const findings = checkFrontMatter(article, context);
  return {
    content: {
      head: headView(rendered, badges(article, findings)),
      html: rendered.html,
      hidden: hiddenView(rendered.hidden, { mode, cleanLevel: clean.level }),
      language: rendered.language,
      lineCount: article.lines.count,
      notice:
        rendered.html.trim() === '' ? vscode.l10n.t('The article has no text.') : notice(extent, maxBodySize),
    },
    hidden: rendered.hidden,
    findings,
    cleaned: mode === 'clean' && extent !== 'beginning' ? { article, edits: rendered.edits } : undefined,
  };
}

/** What is shown when there is no article any more: it was deleted, or was never saved and closed. */
export function describeAbsence(): Description {
  return {
    content: {
      head: { categories: [], badges: {} },
      html: '',
      hidden: { summary: '', staying: '', groups: [] },
      language: '',
      lineCount: 0,
      notice: vscode.l10n.t('The article is no longer there.'),
    },
    hidden: [],
    findings: [],
    cleaned: undefined,
  };
}

function notice(extent: PreviewMode, maxBodySize: number): string {
  switch (extent) {
    case 'full':
      return '';
    case 'light':
      return vscode.l10n.t(
        'This article is larger than {0} characters (setting {1}), so that the preview only leaves out comments, style blocks and scripts.',
        formatCount(maxBodySize),
        'winnow.maxBodySize',
      );
    case 'beginning':
      return vscode.l10n.t(
        'Only the beginning of this article is shown, and only comments, style blocks and scripts are left out: it is too large to follow while you type.',
      );
  }
}

function formatCount(count: number): string {
  return count.toLocaleString(vscode.env.language);
}

function headView({ head, reading }: Rendered, byPart: HeadView['badges']): HeadView {
  const length = readingLength(reading);
  return {
    categories: head.categories,
    badges: byPart,
    ...(head.title && { title: head.title }),
    ...(head.author && { author: head.author }),
    ...(head.date && { date: head.date }),
    ...(head.headimg && { image: head.headimg }),
    ...(length !== undefined && { reading: length }),
  };
}

/** How much there is to read, in the units of the scripts it is written in. */
function readingLength({ cjkCharacters, words, minutes }: Rendered['reading']): string | undefined {
  if (minutes === 0) {
    return undefined;
  }
  const time = minutes === 1 ? vscode.l10n.t('1 minute') : vscode.l10n.t('{0} minutes', minutes);
  const characters =
    cjkCharacters === 1
      ? vscode.l10n.t('1 character')
      : vscode.l10n.t('{0} characters', formatCount(cjkCharacters));
  const latin = words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', formatCount(words));
  if (cjkCharacters === 0) {
    return vscode.l10n.t({
      message: '{0}, {1}',
      args: [latin, time],
      comment: ['Length and reading time of an article: 230 words, 1 minute'],
    });
  }
  // A few names in Latin letters say nothing about the length of a Chinese text.
  const length = words * wordsWorthTelling < cjkCharacters ? characters : `${characters} + ${latin}`;
  return vscode.l10n.t({
    message: '{0}, {1}',
    args: [length, time],
    comment: ['Length and reading time of an article: 230 words, 1 minute'],
  });
}

/** Words are told of beside Chinese characters when there are more than one for so many of these. */
const wordsWorthTelling = 10;

const severityLabels: Readonly<Record<Severity, () => string>> = {
  error: () => vscode.l10n.t('Error'),
  warning: () => vscode.l10n.t('Warning'),
  information: () => vscode.l10n.t('Information'),
  hint: () => vscode.l10n.t('Hint'),
};

function badges(article: Article, findings: readonly Finding[]): HeadView['badges'] {
  const byPart: Partial<Record<HeadPart, BadgeView[]>> = {};
  for (const [index, finding] of findings.entries()) {
    const { severity, message, fixes } = finding;
    const label = severityLabels[severity]();
    (byPart[headPartAt(article, finding)] ??= []).push({
      finding: index,
      severity,
      label,
      message,
      fixes: fixes.map(({ title }) => title),
    });
  }
  return byPart;
}

/** Nobody reads more, and an exporter may leave thousands of inline styles. */
const longestGroup = 200;

interface HiddenContext {
  readonly mode: ViewMode;
  readonly cleanLevel: string;
}

function hiddenView(hidden: readonly Hidden[], context: HiddenContext): UpdateMessage['hidden'] {
  const byLabel = new Map<string, { readonly item: Hidden; readonly index: number }[]>();
  for (const [index, item] of hidden.entries()) {
    // The label for one says what kind of thing it is.
    const key = labelOf(item.rule, item.group, 1);
    const items = byLabel.get(key) ?? [];
    items.push({ item, index });
    byLabel.set(key, items);
  }
  const groups = [...byLabel.values()].flatMap((items) => groupView(items));
  return {
    summary: hidden.length === 0 ? '' : summary(hidden.length, groups, context),
    staying: staying(hidden.filter(({ kept }) => kept).length, context),
    groups,
  };
}

function summary(count: number, groups: readonly HiddenGroup[], { mode }: HiddenContext): string {
  const list = groups
    .map(({ label }) => label)
    .join(vscode.l10n.t({ message: ', ', args: [], comment: ['Between the items of a list'] }));
  return mode === 'original'
    ? vscode.l10n.t('{0} outlined: {1}', count, list)
    : vscode.l10n.t('{0} hidden: {1}', count, list);
}

function staying(count: number, { cleanLevel }: HiddenContext): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return vscode.l10n.t('Clean Article, at level {0}, would leave 1 of them in the file.', cleanLevel);
    default:
      return vscode.l10n.t(
        'Clean Article, at level {0}, would leave {1} of them in the file.',
        cleanLevel,
        count,
      );
  }
}

function groupView(
  items: readonly { readonly item: Hidden; readonly index: number }[],
): readonly HiddenGroup[] {
  const first = items[0]?.item;
  if (first === undefined) {
    return [];
  }
  const rest = items.length - longestGroup;
  return [
    {
      label: labelOf(first.rule, first.group, items.length),
      items: items.slice(0, longestGroup).map(({ item: { rule, message, text, line, kept }, index }) => ({
        index,
        rule,
        message,
        text,
        line,
        label: vscode.l10n.t('Line {0}', line),
        stays: kept,
      })),
      more: rest > 0 ? vscode.l10n.t('… and {0} more', rest) : '',
    },
  ];
}
