import * as vscode from 'vscode';
import { clean, type CleanRequest } from '../core/engine';
import { intersects } from '../core/spans';
import { summariseRemovals } from '../core/summary';
import type { Article, Options, RuleContext, Span } from '../core/types';
import { runCommand, type CommandTarget, type Outcome } from './commandTarget';
import type { Services } from './services';
import { stripKinds } from './stripKinds';

type Request = (options: Options) => CleanRequest;

/**
 * What each command removes. Who asks for one kind by its name wants all of it, so the suggestions of
 * the chaff group, which level `thorough` applies, count as well.
 */
const requests: readonly (readonly [string, Request])[] = [
  ...Object.entries(stripKinds).map(([command, kind]): readonly [string, Request] => [
    command,
    () => ({ only: [kind], level: 'thorough' }),
  ]),
  ['winnow.cleanArticle', ({ clean: { level } }) => ({ level })],
];

/**
 * The commands that remove chaff from the selections, or from the whole document when nothing is
 * selected. Each returns the message that it showed.
 */
export function registerStripCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...requests.map(([command, request]) =>
      vscode.commands.registerCommand(command, (named: unknown) =>
        runCommand(services, named, (target) => strip(target, request)),
      ),
    ),
  );
}

function strip({ analysis: { article, context }, within }: CommandTarget, request: Request): Outcome {
  const wanted = request(context.options);
  const result = clean(
    article,
    { ...wanted, ...(within.length > 0 ? { within } : {}) },
    commandContext(context, wanted),
  );
  const left = describeUnterminated(article, within);
  const summary = summariseRemovals(result.removed);
  if (summary === undefined) {
    const nothing =
      within.length > 0
        ? vscode.l10n.t('There was nothing to remove in the selection.')
        : vscode.l10n.t('There was nothing to remove.');
    return { message: sentences(nothing, left) };
  }
  return { edits: result.edits, message: sentences(vscode.l10n.t('Removed {0}.', summary), left) };
}

/**
 * Who asks for a kind of chaff to be removed wants it removed, also where its findings are not
 * shown. Clean Article follows the rules that are on.
 */
function commandContext(context: RuleContext, { only }: CleanRequest): RuleContext {
  const { options } = context;
  const on = Object.entries(options.rules).filter(([, severity]) => severity !== 'off');
  const rules = only === undefined ? options.rules : Object.fromEntries(on);
  return { ...context, options: { ...options, enable: true, rules } };
}

/** What was left alone because its end is missing: nobody can tell what belongs to it. */
function describeUnterminated({ body, lines }: Article, within: readonly Span[]): string | undefined {
  const left = body.unterminated.filter(
    (span) => within.length === 0 || within.some((range) => intersects(range, span)),
  );
  const [first] = left;
  if (first === undefined) {
    return undefined;
  }
  const name = first.what === 'comment' ? '<!--' : `<${first.what}>`;
  const line = lines.lineAt(first.start);
  return left.length === 1
    ? vscode.l10n.t('{0} in line {1} has no end and was left alone.', name, line)
    : vscode.l10n.t(
        '{0} constructs have no end and were left alone, the first {1} in line {2}.',
        left.length,
        name,
        line,
      );
}

function sentences(first: string, second: string | undefined): string {
  return second === undefined ? first : vscode.l10n.t('{0} {1}', first, second);
}
