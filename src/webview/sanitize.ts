import createDOMPurify, { type Config } from 'dompurify';
import { isFollowable } from './addresses';

/** Elements that make an article. Everything else goes; its text stays unless the text is code of some kind. */
const tags: readonly string[] = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'audio', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br'],
  ...[
    'caption',
    'center',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
  ],
  ...['em', 'figcaption', 'figure', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup'],
  ...[
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'main',
    'mark',
    'nav',
    'ol',
    'p',
    'picture',
    'pre',
    'q',
    'rp',
    'rt',
  ],
  ...['ruby', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'summary', 'sup', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'video', 'wbr'],
];

/**
 * Attributes that carry meaning. No `style` (alignment becomes a class), no `srcset` (one address per
 * picture, so that the policy has one thing to decide about), nothing that submits, navigates or names
 * a part of the page. `class` and `data-*` are rewritten below.
 */
const attributes: readonly string[] = [
  ...[
    'abbr',
    'alt',
    'cite',
    'class',
    'colspan',
    'controls',
    'datetime',
    'dir',
    'headers',
    'height',
    'href',
    'id',
  ],
  ...[
    'lang',
    'loop',
    'muted',
    'name',
    'open',
    'poster',
    'reversed',
    'rowspan',
    'scope',
    'span',
    'src',
    'start',
  ],
  ...['title', 'type', 'value', 'width', 'data-winnow', 'data-address'],
  ...['data-line', 'data-start', 'data-chaff', 'data-chaff-tag'],
];

/** Elements whose text is not prose: it goes with them. */
const silent: readonly string[] = [
  ...['script', 'style', 'template', 'svg', 'math', 'title', 'head', 'object', 'embed', 'applet', 'noembed'],
  ...['noframes', 'frameset', 'iframe', 'xmp', 'plaintext', 'selectedcontent', 'audio', 'video'],
];

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...tags],
  ALLOWED_ATTR: [...attributes],
  FORBID_CONTENTS: [...silent],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // An article cannot replace `document.forms` or a property of ours by an id or a name.
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  SAFE_FOR_XML: true,
  KEEP_CONTENT: true,
  RETURN_DOM_FRAGMENT: true,
};

const alignments = new Set(['left', 'right', 'center', 'justify']);
const alignmentInStyle = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i;
const languageClass = /^(?:language|lang)-[\w+#.-]+$/;

const purifier = createDOMPurify(window);
purifier.addHook('uponSanitizeElement', (node) => {
  if (node instanceof MathMLElement || node instanceof SVGElement) {
    rescueBlocks(node);
  }
});
purifier.addHook('beforeSanitizeAttributes', (node) => {
  // DOMPurify calls this for text too, and for what it is about to take out. The fields of a form can take the
  // place of its functions, so it must not be asked for anything.
  if (node instanceof Element && !(node instanceof HTMLFormElement)) {
    rewriteClass(node);
    dropMalformedPlaces(node);
    dropLink(node);
  }
});

/**
 * Turns the body's HTML into nodes that are safe to insert. They belong to an inert document: nothing
 * is loaded until they are inserted.
 */
export function sanitize(html: string): DocumentFragment {
  return purifier.sanitize(html, config);
}

/**
 * Formulas and drawings go with their text. What the core takes for a block of the article is none of theirs, even
 * where a browser lets one of them take in what follows: `<math><mi><option></math><p>`. It is sanitised when the
 * purifier comes to its new place.
 */
function rescueBlocks(foreign: Element): void {
  let after: Element = foreign;
  for (const block of foreign.querySelectorAll<HTMLElement>('[data-line]')) {
    // One inside of another has left with it.
    if (foreign.contains(block)) {
      after.after(block);
      after = block;
    }
  }
}

/** The article's class names end here: only alignment and the language of code mean something to the style sheet. */
function rewriteClass(node: Element): void {
  const names: string[] = [];
  const alignment = (
    alignmentInStyle.exec(node.getAttribute('style') ?? '')?.[1] ??
    node.getAttribute('align') ??
    (node.localName === 'center' ? 'center' : '')
  ).toLowerCase();
  if (alignments.has(alignment) && node.localName !== 'table' && node.localName !== 'img') {
    names.push(`align-${alignment}`);
  }
  if (node.localName === 'code' || node.localName === 'pre') {
    names.push(...Array.from(node.classList).filter((name) => languageClass.test(name)));
  }
  if (names.length > 0) {
    node.setAttribute('class', names.join(' '));
  } else {
    node.removeAttribute('class');
  }
}

/** What the core says of places in the source are numbers, of which only the last may be several. */
const places: Readonly<Record<string, RegExp>> = {
  'data-line': /^\d{1,9}$/,
  'data-start': /^\d{1,9}$/,
  'data-chaff': /^\d{1,9}$/,
  'data-chaff-tag': /^\d{1,9}(?: \d{1,9})*$/,
};

function dropMalformedPlaces(node: Element): void {
  for (const [name, pattern] of Object.entries(places)) {
    if (!pattern.test(node.getAttribute(name) ?? '')) {
      node.removeAttribute(name);
    }
  }
}

function dropLink(node: Element): void {
  const href = node.getAttribute('href');
  if (href !== null && (node.localName !== 'a' || !isFollowable(href))) {
    node.removeAttribute('href');
  }
}
