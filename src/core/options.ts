import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { LineCounter, parseDocument } from 'yaml';
import { compileKeepPattern } from './keepPatterns';
import { packMistake } from './packs/mistakes';
import { rules } from './rules';
import type { Options } from './types';

/** The only place that knows a setting's default; the manifest's settings are checked against it. */
export const defaultOptions: Options = {
  enable: true,
  profile: 'hexo',
  rules: {},
  comments: { keep: [] },
  packs: [],
  date: { format: 'YYYY-MM-DD HH:mm:ss', timezone: '' },
  images: { fields: ['headimg', 'thumbnail', 'cover'] },
  frontMatter: { schema: '' },
  categories: { allowed: [] },
  clean: { level: 'standard' },
  preview: { level: 'thorough' },
  include: [],
  maxBodySize: 1_000_000,
};

export const profiles = ['hexo', 'jekyll', 'hugo', 'generic'] as const;
export const levels = ['minimal', 'standard', 'thorough'] as const;
export const severities = ['off', 'hint', 'information', 'warning', 'error'] as const;
export const dateFormats = ['YYYY-MM-DD HH:mm:ss', 'ISO 8601', 'RFC 3339 date'] as const;

/** A value of one layer that was not understood; the next layer's value counts instead. */
export interface OptionProblem {
  /** Which layer, as the caller named it: a file path or "settings". */
  readonly source: string;
  /** The option, such as `clean.level`; '' for the layer as a whole. */
  readonly path: string;
  readonly message: string;
  /** 1-based place in a configuration file. */
  readonly line?: number;
  readonly column?: number;
}

export interface OptionLayer {
  readonly source: string;
  /** A plain object shaped like `Options`, every part optional; undefined when the layer says nothing. */
  readonly value: unknown;
}

/** Returns what to say of a wrong value, or undefined for a right one. */
type Check = (value: unknown) => string | undefined;

const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value)
      ? undefined
      : l10n.t('{0} is not one of {1}.', show(value), allowed.join(', '));

const boolean: Check = (value) =>
  typeof value === 'boolean' ? undefined : l10n.t('{0} is not true or false.', show(value));

const stringList: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? undefined
    : l10n.t('{0} is not a list of texts.', show(value));

const size: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? undefined
    : l10n.t('{0} is not a number of characters from 0 up.', show(value));

const timezone: Check = (value) => {
  if (value === '') {
    return undefined;
  }
  if (typeof value === 'string') {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return undefined;
    } catch {
      // Intl throws a RangeError for a zone it does not know; that is the answer.
    }
  }
  return l10n.t('{0} is not an IANA time zone such as Asia/Shanghai.', show(value));
};

const keepPatterns: Check = (value) => {
  const wrong = stringList(value);
  if (wrong !== undefined) {
    return wrong;
  }
  for (const pattern of value as readonly string[]) {
    if (compileKeepPattern(pattern) === undefined) {
      return l10n.t('{0} is not a regular expression that can be compiled.', show(pattern));
    }
  }
  return undefined;
};

const packEntries: Check = (value) => {
  if (!Array.isArray(value)) {
    return l10n.t('{0} is not a list of entries with match, text, within and why.', show(value));
  }
  for (const entry of value) {
    const wrong = packMistake(entry);
    if (wrong !== undefined) {
      return wrong;
    }
  }
  return undefined;
};

const schema: Check = (value) =>
  typeof value === 'string' || isRecord(value)
    ? undefined
    : l10n.t('{0} is neither a JSON Schema nor the path of one.', show(value));

/** Every option by its path; `rules` has a check of its own. */
const checks: Readonly<Record<string, Check>> = {
  enable: boolean,
  profile: oneOf(profiles),
  'comments.keep': keepPatterns,
  packs: packEntries,
  'date.format': oneOf(dateFormats),
  'date.timezone': timezone,
  'images.fields': stringList,
  'frontMatter.schema': schema,
  'categories.allowed': stringList,
  'clean.level': oneOf(levels),
  'preview.level': oneOf(levels),
  include: stringList,
  maxBodySize: size,
};

/** The path of every option; each is a setting of VS Code under `winnow.`. */
export const optionPaths: readonly string[] = [...Object.keys(checks), 'rules'];

/**
 * Merges layers into options: the first layer that has a right value for an option wins, the
 * defaults come last; `rules` is merged rule by rule. A wrong value is reported and passed over.
 */
export function resolveOptions(layers: readonly OptionLayer[]): {
  readonly options: Options;
  readonly problems: readonly OptionProblem[];
} {
  const problems: OptionProblem[] = [];
  const chosen = new Map<string, unknown>();
  const ruleSettings: Record<string, (typeof severities)[number]> = {};

  for (const { source, value } of layers) {
    if (value === undefined || value === null) {
      continue;
    }
    if (!isRecord(value)) {
      problems.push({ source, path: '', message: l10n.t('The settings are not a map of names to values.') });
      continue;
    }
    for (const [path, item] of flatten(value)) {
      const check = checks[path];
      if (path === 'rules') {
        readRules(source, item, ruleSettings, problems);
      } else if (check === undefined) {
        problems.push({ source, path, message: unknownName(path, [...optionPaths, ...groups]) });
      } else {
        const wrong = check(item);
        if (wrong !== undefined) {
          problems.push({ source, path, message: wrong });
        } else if (!chosen.has(path)) {
          chosen.set(path, item);
        }
      }
    }
  }

  const get = <T>(path: string, fallback: T): T => (chosen.has(path) ? (chosen.get(path) as T) : fallback);
  const d = defaultOptions;
  return {
    options: {
      enable: get('enable', d.enable),
      profile: get('profile', d.profile),
      rules: ruleSettings,
      comments: { keep: get('comments.keep', d.comments.keep) },
      packs: get('packs', d.packs),
      date: { format: get('date.format', d.date.format), timezone: get('date.timezone', d.date.timezone) },
      images: { fields: get('images.fields', d.images.fields) },
      frontMatter: { schema: get('frontMatter.schema', d.frontMatter.schema) },
      categories: { allowed: get('categories.allowed', d.categories.allowed) },
      clean: { level: get('clean.level', d.clean.level) },
      preview: { level: get('preview.level', d.preview.level) },
      include: get('include', d.include),
      maxBodySize: get('maxBodySize', d.maxBodySize),
    },
    problems,
  };
}

/**
 * Reads a `.winnow.yaml`. A file that is not YAML gives no value and one problem per YAML error, so
 * the other layers still count.
 */
export function parseConfig(
  text: string,
  source: string,
): { readonly value: unknown; readonly problems: readonly OptionProblem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      value: undefined,
      problems: document.errors.map((error) => {
        const { line, col } = lineCounter.linePos(error.pos[0]);
        return { source, path: '', message: error.message, line, column: col };
      }),
    };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? undefined, problems: [] };
  } catch (error) {
    // `toJS` refuses an alias bomb by throwing.
    return { value: undefined, problems: [{ source, path: '', message: String(error) }] };
  }
}

function readRules(
  source: string,
  value: unknown,
  into: Record<string, (typeof severities)[number]>,
  problems: OptionProblem[],
): void {
  if (!isRecord(value)) {
    problems.push({
      source,
      path: 'rules',
      message: l10n.t('{0} is not a map of rule names to severities.', show(value)),
    });
    return;
  }
  const known = rules.map((rule) => rule.meta.id);
  for (const [id, given] of Object.entries(value)) {
    // YAML 1.1 readers turn a bare `off` into false; here it means what it says.
    const severity = given === false ? 'off' : given;
    const wrong = oneOf(severities)(severity);
    if (!known.includes(id)) {
      problems.push({ source, path: `rules.${id}`, message: unknownName(id, known) });
    } else if (wrong !== undefined) {
      problems.push({ source, path: `rules.${id}`, message: wrong });
    } else {
      into[id] ??= severity as (typeof severities)[number];
    }
  }
}

/** The names before a dot: `clean`, `date` ... */
const groups: ReadonlySet<string> = new Set(
  Object.keys(checks).flatMap((path) => (path.includes('.') ? [path.slice(0, path.indexOf('.'))] : [])),
);

/** `{clean: {level: x}}` and `{'clean.level': x}` both become `clean.level`. */
function* flatten(value: Readonly<Record<string, unknown>>): Iterable<[string, unknown]> {
  for (const [key, item] of Object.entries(value)) {
    if (groups.has(key) && isRecord(item)) {
      for (const [inner, innerItem] of Object.entries(item)) {
        yield [`${key}.${inner}`, innerItem];
      }
    } else if (item !== undefined && item !== null) {
      yield [key, item];
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = value === undefined ? 'undefined' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function unknownName(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined
    ? l10n.t('There is no setting or rule of the name {0}.', name)
    : l10n.t('There is no setting or rule of the name {0}. Did you mean {1}?', name, near);
}

/** The known name at the smallest edit distance, if that is at most 3 and less than half its length. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits <= 3 && edits * 2 < candidate.length && edits < (best?.edits ?? Infinity)) {
      best = { name: candidate, edits };
    }
  }
  return best?.name;
}
