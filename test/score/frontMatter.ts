/**
 * The two lists that say how well the front matter is judged, against an editor's judgement: findings at fields for which
 * the editor named no problem, and problems that a rule can know with what reports them.
 */
import { applyEdits } from '../../src/core/edits';
import { check } from '../../src/core/engine';
import type { Finding } from '../../src/core/types';
import { testDocument } from '../support/context';

export interface FrontMatterGold {
  readonly frontMatter?: { readonly problems: readonly string[] };
}

/** A problem of the editor's and the findings that report it. */
export interface Reported {
  readonly problem: string;
  /** `3:8 frontmatter-empty`; empty for a problem that is missed. */
  readonly findings: readonly string[];
}

export interface FrontMatterScore {
  readonly name: string;
  readonly reported: readonly Reported[];
  /** Findings at the place of none of the problems. */
  readonly extra: readonly string[];
  /** Problems that only a person can know. */
  readonly personal: readonly string[];
}

/** What an editor says, as far as a rule can know it: words of the judgement, then the rules and keys that report it. */
const knowable: readonly {
  readonly words: RegExp;
  readonly rule: string;
  readonly keys: readonly string[];
}[] = [
  { words: /(?:blank|empty) line before/, rule: 'frontmatter-fence', keys: [''] },
  { words: /`title` is not valid YAML/, rule: 'frontmatter-syntax', keys: ['title'] },
  { words: /title still carries the tail/, rule: 'frontmatter-title', keys: ['title'] },
  { words: /`title` is a single space/, rule: 'frontmatter-empty', keys: ['title'] },
  { words: /RFC 1123|no time zone|without time zone|no real time/, rule: 'frontmatter-date', keys: ['date'] },
  {
    words: /random placeholder|proxy|plain http\./,
    rule: 'frontmatter-image',
    keys: ['headimg', 'thumbnail'],
  },
  { words: /`thumbnail` is an empty string/, rule: 'frontmatter-empty', keys: ['thumbnail'] },
  { words: /no `?headimg/, rule: 'frontmatter-required', keys: ['thumbnail'] },
  { words: /mixes the traditional/, rule: 'frontmatter-categories', keys: ['categories'] },
  { words: /author.*(?:site|route|bot)|equal to `author`/, rule: 'frontmatter-author', keys: ['author'] },
];

export function scoreFrontMatter(name: string, source: string, gold: FrontMatterGold): FrontMatterScore {
  const found = findingsIn(source);
  const repaired = found.length === 1 && found[0]?.rule === 'frontmatter-syntax' ? repair(source) : undefined;
  // Where nobody can read the YAML, the rest is told once it is repaired.
  const all = repaired === undefined ? found : [...found, ...findingsIn(repaired)];
  const used = new Set<Located>();
  const reported: Reported[] = [];
  const personal: string[] = [];
  for (const problem of gold.frontMatter?.problems ?? []) {
    const known = knowable.filter(({ words }) => words.test(problem));
    const findings = all.filter((finding) =>
      known.some(({ rule, keys }) => finding.rule === rule && keys.includes(finding.key)),
    );
    if (known.length === 0) {
      personal.push(problem);
      continue;
    }
    findings.forEach((finding) => used.add(finding));
    reported.push({ problem, findings: findings.map(show) });
  }
  return { name, reported, extra: all.filter((finding) => !used.has(finding)).map(show), personal };
}

interface Located {
  readonly rule: string;
  readonly key: string;
  readonly place: string;
  readonly severity: string;
}

function findingsIn(source: string): readonly Located[] {
  const { article, context } = testDocument(source, { path: 'article.md' });
  return check(article, context)
    .filter(({ group }) => group === 'frontmatter')
    .map(({ rule, start, severity }) => ({
      rule,
      severity,
      key: keyAt(article.text, start),
      place: `${article.lines.lineAt(start)}:${start - article.lines.startOf(article.lines.lineAt(start)) + 1}`,
    }));
}

/** The field that an offset belongs to; '' outside of any, as at a fence. */
function keyAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  const lines = text.slice(0, end < 0 ? text.length : end).split('\n');
  const own = lines.findLast((line) => /^(?:[\w-]+:|---)/.test(line)) ?? '';
  return /^([\w-]+):/.exec(own)?.[1] ?? '';
}

function repair(source: string): string {
  const { article, context } = testDocument(source, { path: 'article.md' });
  const fix = check(article, context)
    .filter(({ rule }: Finding) => rule === 'frontmatter-syntax')
    .flatMap(({ fixes }) => fixes)[0];
  return applyEdits(source, fix?.edits ?? []);
}

function show({ place, severity, rule, key }: Located): string {
  return `${place} ${severity} ${rule}${key === '' ? '' : ` (${key})`}`;
}
