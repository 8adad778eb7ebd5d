/** What HTML defines, so that what it does not can be told apart. All names are lower case. */

/** Elements of HTML, obsolete ones too. The attributes of any other may be all there is of it: `<mpvoice name="a">`. */
export const htmlElements: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code ' +
    'col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frame ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark ' +
    'marquee menu menuitem meta meter nav nobr noframes noscript ol optgroup option output p picture pre progress q rb rp rt ' +
    'rtc ruby s samp script search section select slot small source span strike strong style sub summary sup table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
);

const names: ReadonlySet<string> = new Set(
  [
    // HTML, "Attributes" and the global ones; the role of ARIA, the parts of shadow trees.
    'abbr accept accept-charset accesskey action allow allowfullscreen alpha alt as async autocapitalize autocomplete autocorrect',
    'autofocus autoplay blocking charset checked cite class closedby color colorspace cols colspan command commandfor content',
    'contenteditable controls coords crossorigin data datetime decoding default defer dir dirname disabled download draggable',
    'enctype enterkeyhint exportparts fetchpriority for form formaction formenctype formmethod formnovalidate formtarget headers',
    'height hidden high href hreflang http-equiv id imagesizes imagesrcset inert inputmode integrity is ismap itemid itemprop',
    'itemref itemscope itemtype kind label lang list loading loop low max maxlength media method min minlength multiple muted',
    'name nomodule nonce novalidate open optimum part pattern ping placeholder playsinline popover popovertarget',
    'popovertargetaction poster preload readonly referrerpolicy rel required reversed role rows rowspan sandbox scope selected',
    'shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootmode shadowrootserializable',
    'shape size sizes slot span spellcheck src srcdoc srclang srcset start step style tabindex target title translate type',
    'usemap value width wrap writingsuggestions',
    // HTML, "Obsolete features", and those of before.
    'align alink allowtransparency archive axis background behavior bgcolor bgproperties border bordercolor bordercolordark',
    'bordercolorlight bottommargin cellpadding cellspacing char charoff classid clear code codebase codetype compact contextmenu',
    'datafld dataformatas datapagesize datasrc declare direction dropzone event face frame frameborder framespacing hspace',
    'language leftmargin link longdesc lowsrc manifest marginheight marginwidth methods nohref noresize noshade nowrap object',
    'point-size profile prompt pubdate rev rightmargin rules scheme scrollamount scrolldelay scrolling seamless standby summary',
    'text topmargin truespeed urn valign valuetype version vlink vspace xmlns',
    // Of browsers, for frames and films.
    'airplay allowpaymentrequest attributionsrc controlslist credentialless csp disablepictureinpicture disableremoteplayback',
    'importance intrinsicsize mozallowfullscreen webkitallowfullscreen webkitdirectory',
    // RDFa and Open Graph, AMP.
    'about datatype inlist prefix property resource typeof vocab fallback heights layout noloading on',
    // What those who make HTML of a text read in it: Markdown in HTML, JSX.
    'markdown markdown1 classname htmlfor',
  ].flatMap((line) => line.split(' ')),
);

/** Families of names: ARIA, handlers, namespaces of XML and EPUB, prefixes of browsers, directives of Vue and Alpine. */
const families = /^(?:aria-|on[a-z]|xml:|xmlns:|xlink:|epub:|ssml:|amp-|webkit-|moz-|ms-|x-|x5-|v-|hx-)/;

/** A name that is one: no rest of a value whose quotes ended too early, no template, no shorthand of a framework. */
const plainName = /^[a-z_][\w.:-]*$/;

/** Whether an attribute is one that HTML says nothing about. Those that begin with `data-` are the page's own. */
export function isUnknownAttribute(name: string): boolean {
  return plainName.test(name) && !names.has(name) && !families.test(name) && !name.startsWith('data-');
}
