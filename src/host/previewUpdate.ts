import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { render, type Hidden, type Rendered } from '../core/render';
import { labelOf } from '../core/summary';
import type { Article, RuleContext } from '../core/types';
import type { HeadView, HiddenGroup, UpdateMessage } from '../webview/protocol';

/** The part of an update that the article alone decides. */
export type Content = Pick<UpdateMessage, 'head' | 'html' | 'hidden' | 'language' | 'notice'>;

/** Renders an article. Of one that is larger than `winnow.maxBodySize` only the beginning, so that the editor stays quick. */
export function describe(article: Article, context: RuleContext): Content {
  const { maxBodySize, preview } = context.options;
  const tooLarge = maxBodySize > 0 && article.text.length - bodyStart(article) > maxBodySize;
  const shown = tooLarge ? beginningOf(article, maxBodySize) : article;
  const rendered = render(shown, { level: preview.level }, context);
  return {
    head: headView(rendered),
    html: rendered.html,
    hidden: hiddenView(rendered.hidden),
    language: rendered.language,
    notice: tooLarge
      ? vscode.l10n.t(
          'Only the beginning of the article is shown: it is larger than {0} characters (setting {1}).',
          maxBodySize.toLocaleString(vscode.env.language),
          'winnow.maxBodySize',
        )
      : rendered.html.trim() === ''
        ? vscode.l10n.t('The article has no text.')
        : '',
  };
}

/** What is shown when there is no article any more: it was deleted, or was never saved and closed. */
export function describeAbsence(): Content {
  return {
    head: { categories: [] },
    html: '',
    hidden: { summary: '', groups: [] },
    language: '',
    notice: vscode.l10n.t('The article is no longer there.'),
  };
}

/** Whole lines of the beginning, where there are any; their numbers are those of the whole. */
function beginningOf(article: Article, length: number): Article {
  const { text, lines } = article;
  const end = bodyStart(article) + length;
  const lineStart = lines.startOf(lines.lineAt(end));
  return parseArticle(text.slice(0, lineStart > bodyStart(article) ? lineStart : end));
}

function bodyStart({ frontMatter }: Article): number {
  return frontMatter?.end ?? 0;
}

function headView({ head }: Rendered): HeadView {
  return {
    categories: head.categories,
    ...(head.title && { title: head.title }),
    ...(head.author && { author: head.author }),
    ...(head.date && { date: head.date }),
    ...(head.headimg && { image: head.headimg }),
  };
}

/** Nobody reads more, and an exporter may leave thousands of inline styles. */
const longestGroup = 200;

function hiddenView(hidden: readonly Hidden[]): UpdateMessage['hidden'] {
  const byLabel = new Map<string, Hidden[]>();
  for (const item of hidden) {
    // The label for one says what kind of thing it is.
    const key = labelOf(item.rule, item.group, 1);
    const items = byLabel.get(key) ?? [];
    items.push(item);
    byLabel.set(key, items);
  }
  const groups = [...byLabel.values()].flatMap((items) => groupView(items));
  const list = groups.map(({ label }) => label).join(', ');
  return {
    summary: hidden.length === 0 ? '' : vscode.l10n.t('{0} hidden: {1}', hidden.length, list),
    groups,
  };
}

function groupView(items: readonly Hidden[]): readonly HiddenGroup[] {
  const [first] = items;
  if (first === undefined) {
    return [];
  }
  const rest = items.length - longestGroup;
  return [
    {
      label: labelOf(first.rule, first.group, items.length),
      items: items.slice(0, longestGroup).map(({ rule, message, text, line }) => ({
        rule,
        message,
        text,
        line,
        label: vscode.l10n.t('Line {0}', line),
      })),
      more: rest > 0 ? vscode.l10n.t('… and {0} more', rest) : '',
    },
  ];
}
