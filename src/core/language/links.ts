import { scalarOfField } from '../consumers/scalar';
import { helpFor } from '../fields';
import type { Article, Options, RuleContext, Span } from '../types';

/** A value of the front matter that leads somewhere. */
export interface FieldLink extends Span {
  readonly target:
    | { readonly kind: 'address'; readonly address: string }
    /** See `filesOf` for the files it may mean. */
    | { readonly kind: 'path'; readonly path: string };
}

/** Fields of themes that hold a picture or a file, beside those that Winnow judges. */
const fileFields: ReadonlySet<string> = new Set(
  'banner image photo feature featured_image featuredImage cover_image coverImage banner_img index_img og_image logo avatar'.split(
    ' ',
  ),
);

/**
 * The links of the front matter: values that are addresses of the web, and paths in fields that name a file.
 */
export function fieldLinks(
  { frontMatter, text }: Article,
  { options }: Pick<RuleContext, 'options'>,
): readonly FieldLink[] {
  return (frontMatter?.fields ?? []).flatMap((field): readonly FieldLink[] => {
    const value = scalarOfField(field)?.text.trim() ?? '';
    const target = targetOf(value, field.key, options);
    const written = text.slice(field.valueSpan.start, field.valueSpan.end);
    // A link stands on one line, and its quotes are not part of it.
    if (target === undefined || /[\r\n]/.test(written)) {
      return [];
    }
    const quote = /^["']/.test(written) ? 1 : 0;
    return [{ start: field.valueSpan.start + quote, end: field.valueSpan.end - quote, target }];
  });
}

function targetOf(value: string, key: string, options: Options): FieldLink['target'] | undefined {
  const address = /^(?:https?:)?\/\/[^/?#\s]/i.test(value) ? value : undefined;
  if (address !== undefined) {
    return { kind: 'address', address: address.startsWith('//') ? `https:${address}` : address };
  }
  const isFile = helpFor(key, options)?.type === 'image' || fileFields.has(key);
  const isPath = /[./]/.test(value) && !/^[a-z][a-z\d+.-]*:/i.test(value);
  return isFile && isPath ? { kind: 'path', path: value } : undefined;
}
