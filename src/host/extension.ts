import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerAllowCategory } from './allowCategory';
import { registerBuiltinPreview, type BuiltinPreview } from './builtinPreview';
import { registerCodeActions } from './codeActions';
import { registerCommentCommands } from './commentCommands';
import { registerCompletion } from './completion';
import { registerConfigDiagnostics } from './configDiagnostics';
import { registerConvertCommand } from './convertCommand';
import { registerDedentCommand } from './dedentCommand';
import { registerDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import { registerInsertFrontMatter } from './insertFrontMatter';
import { registerLanguageStatus } from './languageStatus';
import { registerLinks } from './links';
import { registerNames } from './names';
import { registerPreview } from './preview';
import type { Services } from './services';
import { Settings } from './settings';
import { SettingsMistakes } from './settingsMistakes';
import { registerShowCleaning } from './showCleaning';
import { registerStripCommands } from './stripCommands';
import { registerUnwrapCommand } from './unwrapCommand';
import { registerSymbols } from './symbols';
import { WorkspaceVocabulary } from './vocabulary';

export function activate(context: vscode.ExtensionContext): Pick<BuiltinPreview, 'extendMarkdownIt'> {
  const { bundle } = vscode.l10n;
  if (bundle !== undefined) {
    // The core has no vscode, so its sentences come from the same bundle by another way.
    l10n.config({ contents: bundle });
  }
  const log = vscode.window.createOutputChannel('Winnow', { log: true });
  const settings = new Settings(new SettingsMistakes(log), log);
  const vocabulary = new WorkspaceVocabulary(settings, log);
  const services: Services = { settings, documents: new Documents(settings, vocabulary), vocabulary, log };
  const builtinPreview = registerBuiltinPreview(services);
  context.subscriptions.push(
    log,
    settings,
    vocabulary,
    registerDiagnostics(services),
    registerConfigDiagnostics(log),
    registerCodeActions(services),
    registerAllowCategory(services),
    registerCompletion(services),
    registerHover(services),
    registerSymbols(services),
    registerFolding(services),
    registerLinks(services),
    registerNames(services),
    registerLanguageStatus(services),
    registerInsertFrontMatter(services),
    registerStripCommands(services),
    registerShowCleaning(services),
    registerUnwrapCommand(services),
    registerDedentCommand(services),
    registerConvertCommand(services),
    registerCommentCommands(services),
    registerPreview(context, services),
    builtinPreview,
  );
  return builtinPreview;
}
