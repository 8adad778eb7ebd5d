import { Validator, type OutputUnit, type Schema, type SchemaDraft } from '@cfworker/json-schema';

/** What a schema says against a value. */
export interface SchemaFault {
  /** Keys and indexes from the whole front matter to the value. */
  readonly path: readonly string[];
  readonly keyword: string;
  /** What the keyword stands with in the schema; undefined when it is not found. */
  readonly expected: unknown;
  /** The validator's own words, in English. */
  readonly message: string;
}

/** A schema that stands in the settings, or was read from a file. */
export type FrontMatterSchema = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the values by a schema. The validator interprets the schema: none that a workspace brings along is
 * ever turned into code, and none needs a host that allows that.
 * @throws Error when the schema itself is broken, such as by a reference to nothing.
 */
export function validate(schema: FrontMatterSchema, values: object): readonly SchemaFault[] {
  const { errors } = validatorFor(schema).validate(values);
  return decisive(errors).map(({ instanceLocation, keyword, keywordLocation, error }) => ({
    path: pointerParts(instanceLocation),
    keyword,
    expected: valueAt(schema, pointerParts(keywordLocation)),
    message: error,
  }));
}

const validators = new WeakMap<FrontMatterSchema, Validator>();

function validatorFor(schema: FrontMatterSchema): Validator {
  const known = validators.get(schema);
  if (known !== undefined) {
    return known;
  }
  // The validator marks the schema that it is given.
  const copy = JSON.parse(JSON.stringify(schema)) as Schema;
  const validator = new Validator(copy, draftOf(schema), false);
  validators.set(schema, validator);
  return validator;
}

function draftOf({ $schema }: FrontMatterSchema): SchemaDraft {
  const name = typeof $schema === 'string' ? $schema : '';
  if (name.includes('draft-04')) {
    return '4';
  }
  if (/draft-0[67]/.test(name)) {
    return '7';
  }
  return name.includes('2019-09') ? '2019-09' : '2020-12';
}

/** Keywords that only say that something else within failed. */
const applicators = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  '$ref',
  'allOf',
  'dependentSchemas',
]);
/** Keywords of which no branch is the one that is meant, so they speak for all that is within. */
const alternatives = /^(.*\/(?:anyOf|oneOf|not|contains))(?:\/|$)/;

function decisive(errors: readonly OutputUnit[]): readonly OutputUnit[] {
  return errors.filter(({ keyword, keywordLocation }) => {
    const [, alternative] = alternatives.exec(keywordLocation) ?? [];
    return (
      !applicators.has(keyword) &&
      // An unknown key is reported at its place by what forbids it.
      !(keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') &&
      (alternative === undefined || alternative === keywordLocation)
    );
  });
}

function pointerParts(pointer: string): readonly string[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodePart(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A key with a percent sign in it.
    return part;
  }
}

/** Follows references within the schema; those into other documents lead nowhere. */
function valueAt(schema: FrontMatterSchema, parts: readonly string[]): unknown {
  let value: unknown = schema;
  for (const part of parts) {
    value = childOf(value, part);
    if (part === '$ref' && typeof value === 'string') {
      value = value.startsWith('#') ? pointerParts(value).reduce<unknown>(childOf, schema) : undefined;
    }
  }
  return value;
}

function childOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
