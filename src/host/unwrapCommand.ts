import * as vscode from 'vscode';
import { findWrapper, unwrap } from '../core/unwrap';
import { runCommand, type CommandTarget, type Outcome } from './commandTarget';
import type { Services } from './services';

/** Takes away the tags of the element that holds the whole body. Selections do not matter: there is one such element. */
export function registerUnwrapCommand(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('winnow.unwrapOuterDiv', (named: unknown) =>
    runCommand(services, named, unwrapBody),
  );
}

function unwrapBody({ analysis: { article, context } }: CommandTarget): Outcome {
  const wrapper = findWrapper(article);
  if (wrapper === undefined) {
    return {
      message: vscode.l10n.t('There is no element that holds the whole body; nothing was unwrapped.'),
      refused: true,
    };
  }
  const { name } = wrapper.startTag;
  const edits = unwrap(article, context);
  if (edits === undefined) {
    const message = vscode.l10n.t(
      'Without the outer {0}, Markdown would read what is inside as something else, such as code or plain text; nothing was unwrapped.',
      `<${name}>`,
    );
    return { message, refused: true };
  }
  return { edits, message: vscode.l10n.t('Unwrapped the outer {0}.', `<${name}>`) };
}
