import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq } from 'yaml';
import { validate, type SchemaFault } from '../frontMatter/schema';
import { writeScalar } from '../language/writeScalar';
import { slips } from '../frontMatter/misspelling';
import type { Article, FrontMatter, Rule, Span } from '../types';

interface Data {
  readonly place: Place;
  /** The values that the schema lists, nearest first. */
  readonly choices: readonly (string | number | boolean)[];
}

interface Place extends Span {
  /** The value's `yaml` node; undefined for the front matter as a whole and for a key. */
  readonly node: unknown;
}

/** More are a choice that no menu helps with. */
const mostChoices = 5;

export const frontmatterSchema: Rule<Data> = {
  meta: {
    id: 'frontmatter-schema',
    description: 'A value that the JSON Schema of the settings does not allow.',
    rationale:
      'The other rules need no schema. `winnow.frontMatter.schema` adds what only you know: the fields of your theme, the values that a field may have, the form of an address.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\nlang: zh\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\nlang: zh-CN\n---\n\nText.\n',
      settings: { frontMatter: { schema: { properties: { lang: { enum: ['zh-CN', 'en'] } } } } },
    },
  },

  *detect({ frontMatter, text }, { options }) {
    const { schema } = options.frontMatter;
    if (typeof schema === 'string' || frontMatter?.valid !== true) {
      return;
    }
    const found = faultsIn(frontMatter, schema);
    if (typeof found === 'string') {
      yield {
        ...frontMatter.openFence,
        message: l10n.t('The schema of the settings cannot be applied: {0}', found),
        severity: 'information',
        data: { place: { ...frontMatter.openFence, node: undefined }, choices: [] },
      };
      return;
    }
    for (const fault of found) {
      const place = placeOf(fault, frontMatter, text);
      yield {
        start: place.start,
        end: place.end,
        message: messageOf(fault),
        data: { place, choices: choicesOf(fault, place) },
      };
    }
  },

  fix({ data: { place, choices } }, article) {
    return choices.map((choice) => ({
      title: l10n.t('Write “{0}”', String(choice)),
      kind: 'suggestion',
      edits: [{ start: place.start, end: place.end, text: written(choice, place, article) }],
    }));
  },
};

/** A text says why the schema cannot be applied. */
function faultsIn(
  { fields }: FrontMatter,
  schema: Readonly<Record<string, unknown>>,
): readonly SchemaFault[] | string {
  if (Object.keys(schema).length === 0) {
    return [];
  }
  try {
    return validate(schema, Object.fromEntries(fields.map(({ key, value }) => [key, value])));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The validator goes on with addresses that it made up.
    return message.split(/\n|\s+Absolute URI/, 1)[0] ?? message;
  }
}

/** The value, or as much of the way to it as there is; the opening fence for the whole. */
function placeOf(
  { path: [key, ...rest], keyword }: SchemaFault,
  frontMatter: FrontMatter,
  text: string,
): Place {
  // Of two with the same name the last is judged.
  const field = frontMatter.fields.findLast((one) => one.key === key);
  if (field === undefined) {
    return { ...frontMatter.openFence, node: undefined };
  }
  if (keyword === 'false' && rest.length === 0) {
    return { ...field.keySpan, node: undefined };
  }
  let node: unknown = field.node;
  for (const part of rest) {
    const child: unknown =
      isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(part) : part, true) : undefined;
    if (child === undefined) {
      break;
    }
    node = child;
  }
  const { start } = frontMatter.content;
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  if (!range || node === field.node) {
    return field.valueSpan.end > field.valueSpan.start
      ? { ...field.valueSpan, node }
      : { ...field.keySpan, node: undefined };
  }
  let from = start + range[0];
  const length = text.slice(from, start + range[1]).trimEnd().length;
  if (length === 0) {
    // A value that is not there is told of right before the comment on its line.
    while (text[from - 1] === ' ' || text[from - 1] === '\t') {
      from--;
    }
  }
  return { start: from, end: from + length, node };
}

function choicesOf({ keyword, expected, path }: SchemaFault, { node }: Place): Data['choices'] {
  const given = keyword === 'enum' ? expected : keyword === 'const' ? [expected] : [];
  // A scalar with an anchor is repeated elsewhere; a list or a map is not one value.
  if (!Array.isArray(given) || !isScalar(node) || node.anchor !== undefined || path.length === 0) {
    return [];
  }
  const shown = String(node.value).toLowerCase();
  return given
    .filter((choice) => ['string', 'number', 'boolean'].includes(typeof choice))
    .map((choice: string | number | boolean) => ({ choice, far: slips(String(choice).toLowerCase(), shown) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, mostChoices)
    .map(({ choice }) => choice);
}

function written(choice: string | number | boolean, place: Place, { text }: Article): string {
  const before = text.slice(0, place.start).trimEnd();
  // A value that is not there begins right behind the `-` or the `:` that it needs a blank after.
  const blank = place.start === place.end && before.length === place.start ? ' ' : '';
  const value =
    typeof choice === 'string'
      ? writeScalar(choice, { written: text.slice(place.start, place.end), isFlow: /[[,{]$/.test(before) })
      : String(choice);
  return blank + value;
}

function messageOf({ keyword, expected, message, path }: SchemaFault): string {
  const listed = Array.isArray(expected) ? expected.map((item) => JSON.stringify(item)).join(', ') : '';
  switch (keyword) {
    case 'required':
      return /"([^]*)"/.test(message)
        ? l10n.t('By the schema “{0}” is missing.', /"([^]*)"/.exec(message)?.[1] ?? '')
        : message;
    case 'enum':
      return l10n.t('By the schema this is one of {0}.', listed);
    case 'const':
      return l10n.t('By the schema this is {0}.', JSON.stringify(expected));
    case 'type':
      return l10n.t('By the schema this is of the type {0}.', [expected].flat().join(', '));
    case 'pattern':
      return l10n.t('By the schema this matches {0}.', String(expected));
    case 'format':
      return l10n.t('By the schema this has the format {0}.', String(expected));
    case 'false':
      return l10n.t('By the schema there is no “{0}”.', path[path.length - 1] ?? '');
    default:
      return l10n.t('By the schema: {0}', message);
  }
}
