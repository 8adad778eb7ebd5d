/** Elements that make a block of their own or are shown as one: their start tags carry the source line. */
export const blockElements: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'audio',
    'blockquote',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
  ],
  ...[
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['header', 'hgroup', 'hr', 'img', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'picture', 'pre', 'section'],
  ...['summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'video'],
]);

/**
 * Tags that the preview leaves out while it shows their content: those of a whole page, which would make
 * a browser drop what surrounds them, and `noscript`, since the preview runs no scripts.
 */
export const transparentElements: ReadonlySet<string> = new Set([
  ...['html', 'head', 'body', 'base', 'link', 'meta', 'frameset', 'frame', 'noscript'],
]);

/** Other pages inside the article: a place with their address is shown instead. */
export const embeddedPages: ReadonlySet<string> = new Set(['iframe', 'embed', 'object', 'applet']);

/** Raw text that is no text of the article. */
export const silentRawText: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'noembed',
  'noframes',
]);

/** Raw text that a reader sees: shown as preformatted text. */
export const shownRawText: ReadonlySet<string> = new Set(['textarea', 'xmp']);

/**
 * Elements that without an end tag take in what follows and hide it, or dress it as what it is not: their
 * start tag is left out, or closed where it stands.
 */
export const swallowingElements: ReadonlyMap<string, 'omit' | 'close'> = new Map([
  ['audio', 'close'],
  ['button', 'omit'],
  ['details', 'omit'],
  ['listing', 'omit'],
  ['math', 'omit'],
  ['select', 'omit'],
  ['svg', 'omit'],
  ['template', 'omit'],
  ['video', 'close'],
]);

/**
 * Elements that the page shows as elements, so that they can be outlined: those that its sanitiser keeps, and
 * those that stand for others here. A test holds the list against the sanitiser's.
 */
export const outlinedElements: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside audio b bdi bdo big blockquote br caption center cite code dd del details dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p picture pre q ruby s ' +
    'samp section small span strike strong sub sup table td th tr time tt u ul var video iframe embed object applet textarea xmp'
  ).split(' '),
);

/** Elements of which the page shows nothing; where they would go, the original names them. */
export const unseenElements: ReadonlySet<string> = new Set([
  'input',
  'link',
  'math',
  'meta',
  'svg',
  'template',
]);

/** Drawings and formulas: other markup languages inside HTML. */
export const foreignElements: ReadonlySet<string> = new Set(['math', 'svg']);
