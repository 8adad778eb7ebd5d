import * as l10n from '@vscode/l10n';
import { isPlaceholder, scalarOfField } from '../consumers/scalar';
import { firstImage } from '../frontMatter/bodyPictures';
import { removeField } from '../frontMatter/entries';
import { imageFault, isLocal, type ImageFault } from '../frontMatter/imageAddress';
import { rewriteScalar } from '../frontMatter/quote';
import type { Article, Field, Fix, Rule, RuleContext, Severity } from '../types';

interface Data {
  readonly field: Field;
  readonly fault:
    | ImageFault
    | { readonly kind: 'empty' }
    | { readonly kind: 'missing'; readonly path: string }
    /** Shows another picture than the one at the head of the article. */
    | { readonly kind: 'differs'; readonly head: Field };
}

export const frontmatterImage: Rule<Data> = {
  meta: {
    id: 'frontmatter-image',
    description: 'A picture field whose address shows no picture, or not the one of the article.',
    rationale:
      'Crawlers fill `headimg`, `thumbnail` and `cover` with random pictures, loading animations, the word “undefined” or the address of a proxy that will be gone one day.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    asksWorkspace: 'files',
    example: {
      bad: "---\ntitle: A\ndate: 2022-04-04\nheadimg: 'https://picsum.photos/400/300?random=7'\n---\n\nText.\n",
      good: "---\ntitle: A\ndate: 2022-04-04\nheadimg: 'https://example.com/a.png'\n---\n\nText.\n",
    },
  },

  *detect(article, context) {
    for (const field of article.frontMatter?.fields ?? []) {
      const fault = isImage(field, context) ? faultOf(field, article, context) : undefined;
      if (fault === undefined) {
        continue;
      }
      const { start, end } = field.valueSpan;
      yield {
        ...(end > start ? field.valueSpan : field.keySpan),
        message: messageOf(field.key, fault),
        ...(fault.kind === 'differs' && {
          related: [{ ...fault.head.valueSpan, message: l10n.t('The picture at the head.') }],
        }),
        ...severityOf(fault),
        data: { field, fault },
      };
    }
  },

  fix({ data: { field, fault } }, article, context) {
    switch (fault.kind) {
      case 'wrapped':
        return unwrap(article, field, fault.inner);
      case 'insecure':
        return [rewrite(article, field, fault.secure, l10n.t('Use https'))];
      case 'blanks':
        return [rewrite(article, field, fault.clean, l10n.t('Remove or encode the blanks'))];
      case 'unencoded':
        return [rewrite(article, field, fault.encoded, l10n.t('Encode the characters'))];
      case 'differs':
        // Either may be the wrong one, or both be meant.
        return [];
      case 'empty':
        return useOther(article, field, context);
      case 'avatar':
      case 'missing':
      case 'leaked':
      case 'random':
      case 'spinner':
      case 'data':
      case 'local':
      case 'noAddress':
        return [...useOther(article, field, context), ...removal(article, field)];
    }
  },
};

function faultOf(field: Field, article: Article, context: RuleContext): Data['fault'] | undefined {
  const scalar = scalarOfField(field);
  const written = article.text.slice(field.valueSpan.start, field.valueSpan.end);
  if (scalar === undefined || isPlaceholder(written)) {
    return undefined;
  }
  if (scalar.text.trim() === '' || (scalar.plain && /^(?:~|null)$/i.test(scalar.text))) {
    return firstImage(article, context) === undefined ? undefined : { kind: 'empty' };
  }
  // Hexo themes take a truth value or a colour for a cover.
  if (
    field.key === 'cover' &&
    /^(?:true|false|transparent|#[\da-f]{3,8}|(?:rgb|hsl)a?\(.*\)|[a-z-]*gradient\(.*\))$/i.test(scalar.text)
  ) {
    return undefined;
  }
  return (
    imageFault(scalar.text) ??
    missingFile(scalar.text, context) ??
    differingThumbnail(field, scalar.text, article)
  );
}

function isImage({ key }: Field, { options }: Pick<RuleContext, 'options'>): boolean {
  return options.images.fields.includes(key);
}

/** Only where somebody looked for the file. */
function missingFile(address: string, { document }: RuleContext): Data['fault'] | undefined {
  return isLocal(address) && document.fileExists?.(address) === false
    ? { kind: 'missing', path: address }
    : undefined;
}

/** Themes show the one in lists and the other above the article: readers do not find again what they clicked. */
function differingThumbnail(
  field: Field,
  address: string,
  { frontMatter }: Article,
): Data['fault'] | undefined {
  const head = field.key === 'thumbnail' ? frontMatter?.field('headimg') : undefined;
  const other = head && scalarOfField(head)?.text.trim();
  return head === undefined ||
    !other ||
    !isOfWeb(other) ||
    !isOfWeb(address) ||
    imageFault(other) !== undefined ||
    pictureName(other) === pictureName(address)
    ? undefined
    : { kind: 'differs', head };
}

function isOfWeb(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** The file name without a size, as in `a-300x200.jpg`: a smaller copy is the same picture. */
function pictureName(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name
    .replace(/\.[a-z]{2,5}$/, '')
    .replace(/(?:[-_@.]?(?:\d{1,5}x\d{0,5}|\d{1,2}x|thumb|thumbnail|small|large|big|min|mini|[sml]))+$/, '')
    .replace(/^(?:thumb|small|mini)[-_]/, '');
}

function messageOf(key: string, fault: Data['fault']): string {
  switch (fault.kind) {
    case 'leaked':
      return l10n.t('“{0}” holds the name of a missing value: whatever wrote it knew no picture.', key);
    case 'random':
      return l10n.t(
        '{0} answers with a random or placeholder picture that has nothing to do with the article.',
        fault.host,
      );
    case 'wrapped':
      return l10n.t(
        'The picture comes through {0}, and is gone when that is. Its own address is {1}',
        fault.host,
        fault.inner,
      );
    case 'spinner':
      return l10n.t('“{0}” is what a page shows while its picture loads.', fault.name);
    case 'insecure':
      return l10n.t(
        'The address begins with http: a page served over https shows such a picture only if the host has https too.',
      );
    case 'blanks':
      return l10n.t('There are blanks in the address.');
    case 'data':
      return l10n.t(
        'A picture of {0} KB stands in the front matter itself, and in every page that lists the article.',
        fault.kilobytes,
      );
    case 'local':
      return l10n.t('This is a path of the machine it was written on.');
    case 'noAddress':
      return l10n.t('This is not the address of a picture.');
    case 'avatar':
      return l10n.t(
        '“{0}” is the name of the portrait of an account, not of a picture of the article.',
        fault.name,
      );
    case 'unencoded':
      return l10n.t('There are characters in the address that are to be encoded: {0}', fault.characters);
    case 'missing':
      return l10n.t('There is no file {0} where the site generator would look for it.', fault.path);
    case 'differs':
      return l10n.t('“{0}” shows another picture than “{1}”.', key, fault.head.key);
    case 'empty':
      return l10n.t('“{0}” is empty, but the article has a picture.', key);
  }
}

function severityOf(fault: Data['fault']): { readonly severity?: Severity } {
  if (fault.kind === 'differs' || (fault.kind === 'unencoded' && !fault.invalid)) {
    return { severity: 'hint' };
  }
  const mild =
    fault.kind === 'insecure' || fault.kind === 'avatar' || fault.kind === 'data' || fault.kind === 'empty';
  return mild || (fault.kind === 'wrapped' && !fault.direct) ? { severity: 'information' } : {};
}

function unwrap(article: Article, field: Field, inner: string): readonly Fix[] {
  const asWritten = rewrite(article, field, inner, l10n.t('Use the picture’s own address'));
  return /^http:/i.test(inner)
    ? [
        asWritten,
        rewrite(
          article,
          field,
          inner.replace(/^http:/i, 'https:'),
          l10n.t('Use the picture’s own address with https'),
        ),
      ]
    : [asWritten];
}

/** The other picture field first, when its picture is good: crawled articles have the same in both. */
function useOther(article: Article, field: Field, context: RuleContext): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const other of article.frontMatter?.fields ?? []) {
    const address = isImage(other, context) ? scalarOfField(other)?.text.trim() : undefined;
    const isGood =
      address && /[./]/.test(address) && (imageFault(address) ?? missingFile(address, context)) === undefined;
    if (other.key !== field.key && isGood) {
      fixes.push(rewrite(article, field, address, l10n.t('Use the picture of “{0}”', other.key)));
    }
  }
  const first = firstImage(article, context);
  return first === undefined
    ? fixes
    : [...fixes, rewrite(article, field, first, l10n.t('Use the first picture of the article'))];
}

function rewrite({ text }: Article, { keySpan, valueSpan }: Field, address: string, title: string): Fix {
  const written = text.slice(valueSpan.start, valueSpan.end);
  const blank = written === '' && valueSpan.start > keySpan.end ? ' ' : '';
  // Without a value there is no kind of quotes to keep.
  const value = written === '' ? rewriteScalar("'", address) : rewriteScalar(written, address);
  return { title, kind: 'suggestion', edits: [{ ...valueSpan, text: blank + value }] };
}

function removal(article: Article, field: Field): readonly Fix[] {
  const edit = removeField(article, field);
  return edit === undefined
    ? []
    : [{ title: l10n.t('Remove “{0}”', field.key), kind: 'suggestion', edits: [edit] }];
}
