import { check as findProblems } from '../core/engine';
import type { Article, Finding, Severity } from '../core/types';
import type { CheckArguments } from './arguments';
import { count, JsonArrayWriter, printable, type Io } from './io';
import { Session, type LoadedFile } from './session';

/** From the mildest to the gravest. */
const order: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** `winnow check`: every finding on stdout; the exit code tells whether one is at the threshold. */
export async function runCheck(given: CheckArguments, io: Io): Promise<number> {
  const session = new Session(given, io);
  const json = given.format === 'json' ? new JsonArrayWriter(io.stdout) : undefined;
  const found = new Map<Severity, number>();

  await session.forEachFile({
    outputOnly: true,
    async run({ file, article, context }: LoadedFile) {
      const findings = findProblems(article, context);
      for (const { severity } of findings) {
        found.set(severity, (found.get(severity) ?? 0) + 1);
      }
      if (json !== undefined) {
        await json.add({ file, findings: findings.map((finding) => toJson(finding, article)) });
      } else if (findings.length > 0) {
        await io.stdout.write(findings.map((finding) => toLine(file, finding, article)).join(''));
      }
    },
    async failed(file, error) {
      await json?.add({ file, error });
    },
  });

  await json?.end();
  if (json === undefined) {
    await io.stderr.write(`${summarise(session, found)}\n`);
  }
  return session.exitCode(order.slice(order.indexOf(given.failOn)).some((severity) => found.has(severity)));
}

function toJson(finding: Finding, article: Article): unknown {
  const [fix] = finding.fixes;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    start: toPosition(finding.start, article),
    end: toPosition(finding.end, article),
    ...(fix && {
      fix: {
        title: fix.title,
        kind: fix.kind,
        edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })),
      },
    }),
  };
}

function toPosition(offset: number, { lines }: Article): unknown {
  const { line, column } = lines.positionAt(offset);
  return { line, column, offset };
}

function toLine(file: string, { start, severity, message, rule }: Finding, { lines }: Article): string {
  const { line, column } = lines.positionAt(start);
  return `${printable(`${file}:${line}:${column}: ${severity} ${message} [${rule}]`)}\n`;
}

/** `11 files: 2 errors, 5 warnings, 81 hints; 1 file failed` */
function summarise(session: Session, found: ReadonlyMap<Severity, number>): string {
  const files = count(session.inputs.length, 'file');
  const kinds = [...order].reverse().flatMap((severity) => {
    const number = found.get(severity);
    const plural = severity === 'information' ? severity : undefined;
    return number === undefined ? [] : [count(number, severity, plural)];
  });
  const failed = session.failures > 0 ? `; ${count(session.failures, 'file')} failed` : '';
  return `${files}: ${kinds.length > 0 ? kinds.join(', ') : 'no findings'}${failed}`;
}
