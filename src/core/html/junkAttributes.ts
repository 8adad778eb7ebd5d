import type { HtmlAttribute, StartTag } from '../types';
import { addressOf, parseWebAddress } from './addresses';
import { attribute } from './attributes';
import { isEmbed } from './embeds';
import { hasRealSource, mediaNames } from './images';
import { htmlElements, isUnknownAttribute } from './knownNames';
import { sizesOfNone } from './pixels';
import { hasRealLink, holdsPath, isEmbedTrace } from './traces';

/**
 * Names that frameworks and editors write for themselves: Vue (`data-v-`), Angular, React, Google's `js...`,
 * ProseMirror, TinyMCE, CKEditor, Slate, Draft.js, Alibaba's spm, Yuque's lake, the WeChat editors 135 and xiumi.
 * Whatever their value is, it is no text of the article.
 */
const always =
  /^(?:data-v-|_ng|ng-|data-ng-|data-react|data-(?:pm|mce|cke|slate|offset-key|draft|spm|lake|mpa|stringify|brushtype|tools?|testid|qa|ved|hveid|pid|za)(?:-|$)|mpa-|mp-original-|wah-|powered-by$|js(?:name|action|controller|model|data|shadow|slot|owner|uid|tprops)$)/;

/** What editors leave on any element, and what sites add to it without a value. */
const exact: ReadonlySet<string> = new Set(
  (
    'nocleanhtml cms-style contenteditable spellcheck draggable unselectable inpost aid zoomfile lazyloadpass ' +
    'lazyloaded initialized eeimg imageanchor lazyload isinit'
  ).split(' '),
);

/** Data that generators, highlighters and formula renderers read, footnotes and the preview among them. */
const dataKept =
  /^data-(?:line|lang|language|highlight|hl|footnote|fn|latex|tex|math|katex|mathml|formula|equation|start|value|sort-value|cite|ref|enlighter|winnow|emoji|checked|task)(?:-|$)/;

/** Data that may be words for a reader. */
const dataText =
  /^data-(?:caption|title|alt|desc|description|text|content|label|tooltip|tip|note|author|name|summary|quote|answer|translation)(?:-|$)/;

/** Medium numbers its paragraphs so, in `id` and `name`. */
const shortHash = /^(?=[a-f]*\d)[0-9a-f]{4}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hashed = /^(?:p|figure|blockquote|li|pre|h[1-6])$/;

/** Sites of editors for WeChat that sign what is written with them. */
const toolOfEditor = /^https?:\/\/(?:www\.)?(?:mdnice|135editor|xiumi|96weixin)\.\w+/i;

/**
 * Attributes of one tag that only the site the article came from could use; the value of none is shown. `isElsewhere`
 * tells whether a picture or a link of the article has an address of its own.
 */
export function junkAttributes(
  tag: StartTag,
  isElsewhere: (address: string) => boolean,
): readonly HtmlAttribute[] {
  if (tag.name.includes('-') || tag.name === 'script' || isEmbed(tag)) {
    // The data of a custom element, or of a script that embeds something, may be all there is of it.
    return [];
  }
  const isReal = mediaNames.has(tag.name) && hasRealSource(tag);
  const namesOwn = htmlElements.has(tag.name) && !tag.attributes.some(isRubble);
  const junk: HtmlAttribute[] = [];
  const sizes = isReal ? sizesOfNone(tag) : [];
  let isBroken = false;
  for (const item of tag.attributes) {
    if (isBroken && /["{}[\]]/.test(item.name)) {
      // What is left of `data-slot="{"a":"b"}"`: the quotes inside ended the value.
      junk.push(item);
    } else if (
      sizes.includes(item) ||
      isJunk(tag, item, isReal) ||
      (namesOwn && isJunkName(tag, item, isReal)) ||
      (repeatsAddress(tag, item) && isElsewhere(addressOf(item)))
    ) {
      junk.push(item);
      isBroken = item.name.startsWith('data-') && /^[{[]/.test(item.value) && !/[}\]]$/.test(item.value);
    } else {
      isBroken = false;
    }
  }
  return junk;
}

function isJunk(tag: StartTag, item: HtmlAttribute, isReal: boolean): boolean {
  const { name } = item;
  if (always.test(name)) {
    return !holdsLostAddress(tag, item, isReal);
  }
  if (name === 'srcset' || name === 'sizes') {
    return tag.name === 'img' && isReal;
  }
  if (name === 'label') {
    return /^powered by\b/i.test(item.value);
  }
  if (name === 'name') {
    return hashed.test(tag.name) && (shortHash.test(item.value) || uuid.test(item.value));
  }
  if (name === 'data-website') {
    return toolOfEditor.test(item.value);
  }
  if (name === 'file' || name === 'original') {
    return tag.name === 'img' && isReal;
  }
  if (exact.has(name)) {
    // On a `font` it may say that the text is bold: `no-font` sees to it.
    return name === 'cms-style' ? tag.name !== 'font' : !holdsLostAddress(tag, item, isReal);
  }
  return name.startsWith('data-') && isJunkData(tag, item, isReal);
}

/** What is left of a value with quotes in it: the words between them look like attributes. */
function isRubble({ name, value, valueEnd, end }: HtmlAttribute): boolean {
  return /["'<]/.test(name) || (valueEnd === end && /["'<]/.test(value));
}

/** An attribute that HTML does not know is a site's own, as data is. Without a value it may be a word of a broken one. */
function isJunkName(tag: StartTag, item: HtmlAttribute, isReal: boolean): boolean {
  return (
    item.value !== '' &&
    !/\{[{%]/.test(item.value) &&
    isUnknownAttribute(item.name) &&
    isJunkData(tag, { ...item, name: `data-${item.name}` }, isReal)
  );
}

function isJunkData(tag: StartTag, item: HtmlAttribute, isReal: boolean): boolean {
  if (dataKept.test(item.name)) {
    return false;
  }
  if (tag.name === 'pre' || tag.name === 'code') {
    return repeatsLanguage(tag, item);
  }
  if (isOfWidget(tag, item)) {
    return true;
  }
  const value = addressOf(item);
  return (
    !isWords(value) &&
    (isReal || !isEmbedTrace(item)) &&
    !(
      dataText.test(item.name) &&
      /[a-z]{2}/i.test(value) &&
      !/^(?:true|false|null|undefined|none)$/i.test(value)
    ) &&
    !holdsLostAddress(tag, item, isReal)
  );
}

/** Data of code may say how to show it, in any name; but not when it only says the language that the class names. */
function repeatsLanguage(tag: StartTag, { name, value }: HtmlAttribute): boolean {
  return (
    name.startsWith('data-') &&
    !dataText.test(name) &&
    value !== '' &&
    (attribute(tag, 'class')?.value ?? '').split(/\s+/).includes(`language-${value}`)
  );
}

/** The data of a box that a publishing system would have filled with its other articles, a form, an advertisement. */
function isOfWidget(tag: StartTag, { name, value }: HtmlAttribute): boolean {
  return (
    /^[{[]/.test(value.trim().replace(/^&#0*(?:123|91);/, '{')) &&
    tag.attributes.some(
      (other) => other.name !== name && other.name.startsWith('data-') && widget.test(other.value),
    )
  );
}

const widget =
  /^(?:newsletter|read-?more|related(?:-?\w+)?|recommend\w*|recirc\w*|promo\w*|ads?|advert\w*|sponsor\w*|share|social|subscri\w+|signup|comments?|most-?read|trending)(?:[:/_-]|$)/i;

/** Words of a language: letters that are not ASCII, or three words in a row. */
function isWords(value: string): boolean {
  return (
    /\p{L}/u.test(value.replace(/[\0-\x7F]+/g, '')) ||
    /^[a-z][a-z',-]*(?: [a-z0-9',-]+){2,}[.!?]?$/i.test(value)
  );
}

/** Elements that are nothing without an address, whole or relative. */
const addressHolders: ReadonlySet<string> = new Set(
  'img video audio source track iframe object embed a'.split(' '),
);

/** `<span data-url="a.png"><img src="a.png"></span>`: the box of a picture says once more which one it is. */
function repeatsAddress(tag: StartTag, { name }: HtmlAttribute): boolean {
  return (
    name.startsWith('data-') && !addressHolders.has(tag.name) && !dataKept.test(name) && !dataText.test(name)
  );
}

/** An address that stands nowhere else, such as that of a video which a script would put into a `div`. */
function holdsLostAddress(tag: StartTag, item: HtmlAttribute, isReal: boolean): boolean {
  if (isReal || (tag.name === 'a' && hasRealLink(tag))) {
    return false;
  }
  const value = addressOf(item);
  if (/^(?:true|false|[\d.]*)$/.test(value)) {
    return false;
  }
  // A link that waits for a script has other data besides its address.
  const isHolder = addressHolders.has(tag.name) && (tag.name !== 'a' || attribute(tag, 'href') === undefined);
  return isHolder
    ? /[./]|\{\{/.test(value)
    : holdsPath(item) ||
        value.includes('//') ||
        value.includes('\\/\\/') ||
        parseWebAddress(value) !== undefined;
}

/** Classes by which a lazy-loading script finds its pictures; some style sheets hide these until it has run. */
const lazyClass =
  /^(?:lazy(?:-?load(?:ed|ing)?|-?img|-?image|-?hidden|autosizes)?|js-lazy\S*|b-lazy|b-loaded|b-error|lozad|opacity_0|ls-is-cached|rocket-lazyload|jetpack-lazy-image\S*|no-lazy(?:load)?|skip-lazy)$/i;

/** The class names of a tag that shows a real picture, parted into those to keep and those of lazy loading. */
export function lazyClasses(
  tag: StartTag,
):
  | { readonly attribute: HtmlAttribute; readonly lazy: readonly string[]; readonly kept: readonly string[] }
  | undefined {
  const found = attribute(tag, 'class');
  if (found === undefined || !mediaNames.has(tag.name) || !hasRealSource(tag)) {
    return undefined;
  }
  const names = found.value.split(/\s+/).filter((name) => name !== '');
  const lazy = names.filter((name) => lazyClass.test(name));
  return lazy.length === 0
    ? undefined
    : { attribute: found, lazy, kept: names.filter((name) => !lazyClass.test(name)) };
}

/** Ids that a program counted out: nobody remembers them, and no two crawls agree on them. */
const generatedId =
  /^(?:\d+|(?:id_)?(?:img|image|imgbox|imagebox|img_box|pic|photo|aimg|attach|attachment|caption-attachment|attachment|wp-image|gallery|media|post|postmessage|pid|msg|more|block|player|video|audio|el-popover|el-id|el-tooltip|yui|ember|magicdomid|mce|cke|swiper|slick-slide|carousel|ads?|div-gpt-ad|google_ads?|aswift|taboola|viewer|react|radix|mui|rc|ue?|tmp|uid|guid|yiv)[-_]?\d[\w-]*|docs-internal-guid-[\w-]+|isPasted|js_content|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|[0-9a-f]{16,})$/i;

/** The id of a tag, when a program made it up. Those of headings and anchors are there to be linked to. */
export function generatedIdOf(tag: StartTag): HtmlAttribute | undefined {
  const id = attribute(tag, 'id');
  const value = id?.value.trim() ?? '';
  if (id === undefined || /^(?:h[1-6]|a)$/.test(tag.name) || tag.name.includes('-') || isEmbed(tag)) {
    return undefined;
  }
  return generatedId.test(value) || (hashed.test(tag.name) && shortHash.test(value)) ? id : undefined;
}
