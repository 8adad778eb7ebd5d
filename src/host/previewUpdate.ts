import * as vscode from 'vscode';
import { labelOf } from '../core/summary';
import type { Hidden, Rendered } from '../core/render';
import type { HeadView, HiddenGroup, UpdateMessage } from '../webview/protocol';

/** The part of an update that the article alone decides. */
export function describe(rendered: Rendered): Pick<UpdateMessage, 'head' | 'html' | 'hidden' | 'notice'> {
  return {
    head: headView(rendered),
    html: rendered.html,
    hidden: hiddenView(rendered.hidden),
    notice: rendered.html.trim() === '' ? vscode.l10n.t('The article has no text.') : '',
  };
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

function hiddenView(hidden: readonly Hidden[]): UpdateMessage['hidden'] {
  const byLabel = new Map<string, Hidden[]>();
  for (const item of hidden) {
    // The label for one says what kind of thing it is.
    const key = labelOf(item.rule, item.group, 1);
    byLabel.set(key, [...(byLabel.get(key) ?? []), item]);
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
  return first === undefined
    ? []
    : [
        {
          label: labelOf(first.rule, first.group, items.length),
          items: items.map(({ rule, message, text, line }) => ({
            rule,
            message,
            text,
            line,
            label: vscode.l10n.t('Line {0}', line),
          })),
        },
      ];
}
