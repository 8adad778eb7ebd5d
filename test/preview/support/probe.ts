/** An update of the preview. Of its parts only those are known here that every update has. */
export type Update = Readonly<Record<string, unknown>> & { readonly version: number };

/** What one article is tried with, and what must hold of it. */
export interface Trial {
  /** An update of the preview, as the extension sends it; undefined to look at what is there. */
  readonly message: Update | undefined;
  /** Texts that a reader must be able to see in the body. */
  readonly shown: readonly string[];
  /** Texts that stand in the title block, letter by letter. */
  readonly head: readonly string[];
}

/** What harmless articles consist of in the preview, so that anything else is noticed. */
export interface Known {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  /** Everything around the article and its title block, with its attributes and how it looks; undefined if that may change. */
  readonly chrome?: readonly string[];
}

export interface Outcome {
  readonly known: Known;
  /** For each trial what is wrong with it. */
  readonly problems: readonly (readonly string[])[];
}

/**
 * Shows each article and looks at what has become of the page. Runs in the page, so it must not refer to anything
 * outside of itself.
 * @param input `known` is undefined to learn what harmless articles consist of
 */
export async function probe(input: { trials: readonly Trial[]; known: Known | undefined }): Promise<Outcome> {
  /** What an article may consist of by itself: elements of text, attributes with a meaning. */
  const plainElements = new Set(
    (
      'a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del ' +
      'details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li ' +
      'main mark nav ol p picture pre q rp rt ruby s samp section small span strike strong sub summary sup table ' +
      'tbody td tfoot th thead time tr tt u ul var video wbr'
    ).split(' '),
  );
  const plainAttributes = new Set(
    (
      'abbr alt cite class colspan datetime dir headers height href id lang loop muted name open poster reversed ' +
      'rowspan scope span src start title type value width data-line data-winnow data-address ' +
      // Written by the page once it knows the size of a picture.
      'data-own-width'
    ).split(' '),
  );
  const looks = (
    'display visibility opacity position z-index color background-color background-image font-size ' +
    'font-family font-weight line-height letter-spacing direction text-align transform translate scale zoom filter ' +
    'clip-path mask-image pointer-events user-select float margin-top margin-left padding-top padding-left ' +
    'border-top outline-style animation-name cursor content'
  ).split(' ');
  const clickable = 12;
  const patience = 5000;

  const elements = new Set<string>();
  const attributes = new Set<string>();
  const problems: string[][] = [];
  for (const trial of input.trials) {
    problems.push(await tryOne(trial));
  }
  return { known: { elements: [...elements], attributes: [...attributes], chrome: chrome() }, problems };

  async function tryOne(trial: Trial): Promise<string[]> {
    const failure = trial.message && (await show(trial.message));
    if (failure !== undefined) {
      return [failure];
    }
    const parts = ['article', 'head'].flatMap((id) => Array.from(document.querySelectorAll(`#${id} *`)));
    const found = [
      ...parts.flatMap((element) => judge(element)),
      ...judgeText(trial),
      ...judgePage(),
      ...compare(chrome()),
    ];
    if (trial.message) {
      // The extension does nothing for an update that is not its own; for one of its own it would follow the links.
      await press();
    }
    return [...new Set(found)];
  }

  /** @returns why it could not be shown */
  async function show(message: Update): Promise<string | undefined> {
    const isShown = (): boolean => document.body.dataset.version === String(message.version);
    let error = '';
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      const onError = (event: ErrorEvent): void => {
        error = event.message;
        done();
      };
      const observer = new MutationObserver(() => {
        if (isShown()) {
          done();
        }
      });
      const done = (): void => {
        observer.disconnect();
        clearTimeout(timer);
        window.removeEventListener('error', onError);
        resolve();
      };
      observer.observe(document.body, { attributes: true });
      window.addEventListener('error', onError);
      window.postMessage(message, window.origin);
    });
    return isShown() ? undefined : `The preview has not shown it: ${error}`;
  }

  /** What is wrong with an element of the article. */
  function judge(element: Element): string[] {
    const found: string[] = [];
    const name = element.localName;
    elements.add(name);
    if (input.known && !plainElements.has(name) && !input.known.elements.includes(name)) {
      found.push(`There is an element <${name}>.`);
    }
    if (!(element instanceof HTMLElement)) {
      found.push(`<${name}> is not an element of HTML.`);
    }
    for (const { name: key, value } of Array.from(element.attributes)) {
      attributes.add(key);
      if (input.known && !plainAttributes.has(key) && !input.known.attributes.includes(key)) {
        found.push(`<${name}> has the attribute ${key}.`);
      }
      if ((key === 'id' || key === 'name') && !value.startsWith('user-content-')) {
        found.push(`<${name}> takes the name ${value}.`);
      }
    }
    if (element.shadowRoot) {
      found.push(`<${name}> has a shadow root.`);
    }
    if (
      element.hasAttribute('href') &&
      !allowed(element.getAttribute('href'), ['http:', 'https:', 'mailto:'])
    ) {
      found.push(`<${name}> leads to ${element.getAttribute('href')}.`);
    }
    for (const key of ['src', 'poster']) {
      if (element.hasAttribute(key) && !allowed(element.getAttribute(key), ['https:', 'data:'])) {
        found.push(`<${name}> loads ${element.getAttribute(key)}.`);
      }
    }
    return found;
  }

  /** Asks the browser itself where an address leads. */
  function allowed(address: string | null, protocols: readonly string[]): boolean {
    try {
      const { protocol, pathname } = new URL(address ?? '', 'https://base.invalid/');
      return protocols.includes(protocol) && (protocol !== 'data:' || /^image\/(?!svg)/i.test(pathname));
    } catch {
      // Not an address: the browser goes nowhere.
      return true;
    }
  }

  function judgeText(trial: Trial): string[] {
    const visible = visibleText();
    const head = document.getElementById('head')?.textContent ?? '';
    return [
      ...trial.shown.filter((text) => !visible.includes(text)).map((text) => `Not to be seen: ${text}`),
      ...trial.head
        .filter((text) => !head.includes(text))
        .map((text) => `Not in the title block: ${text.slice(0, 60)}`),
    ];
  }

  /** The text of the article that is rendered, whether it is in view or not. */
  function visibleText(): string {
    const root = document.getElementById('article');
    if (!root) {
      return '';
    }
    let text = '';
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        text += node.nodeValue ?? '';
      }
    }
    return text;
  }

  /** What is wrong with the page as a whole. */
  function judgePage(): string[] {
    const found: string[] = [];
    const expect = (holds: boolean, problem: string): void => {
      if (!holds) {
        found.push(problem);
      }
    };
    for (const id of ['head', 'article', 'hidden', 'notice']) {
      expect(document.querySelectorAll(`[id="${id}"]`).length === 1, `There is not one #${id}.`);
    }
    expect(document.body.localName === 'body', 'document.body is something else.');
    expect(typeof document.getElementById === 'function', 'A function of the document is something else.');
    expect(document.querySelectorAll(':modal, :popover-open').length === 0, 'Something lies above the page.');
    expect(document.fullscreenElement === null, 'Something fills the screen.');
    expect(
      [null, document.body].includes(document.activeElement as HTMLElement),
      'Something took the focus.',
    );
    expect(document.querySelectorAll('#head img').length <= 1, 'The title block has two pictures.');
    expect(document.scrollingElement?.scrollLeft === 0, 'The page is scrolled aside.');
    for (const part of document.querySelectorAll('body > :not(#article, #head, script)')) {
      const before = part.getBoundingClientRect();
      // What is only for a reader's voice is one pixel.
      if (before.width > 1 && before.height > 1) {
        part.scrollIntoView({ behavior: 'instant', block: 'nearest' });
        const { left, top, width, height } = part.getBoundingClientRect();
        const hit = document.elementFromPoint(
          left + width / 2,
          top + Math.min(height, window.innerHeight) / 2,
        );
        expect(hit !== null && part.contains(hit), `Something covers <${part.localName} id="${part.id}">.`);
      }
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
    return found;
  }

  /** All elements but those of the article and the title block. */
  function chrome(): string[] {
    const inside = '#article *, #head *';
    return Array.from(document.querySelectorAll('*'))
      .filter((element) => !element.matches(inside))
      .map((element) => {
        const { x, width } = element.getBoundingClientRect();
        const own = Array.from(element.attributes)
          .filter(({ name }) => name !== 'data-version' && name !== 'lang')
          .map(({ name, value }) => `${name}=${value.slice(0, 200)}`);
        const style = element.closest('head') ? undefined : getComputedStyle(element);
        const look = style ? looks.map((name) => `${name}:${style.getPropertyValue(name)}`) : [];
        const text = element.childElementCount === 0 ? element.textContent.slice(0, 200) : '';
        // The title block is not there when it is empty.
        const place = element.id === 'head' && element.childElementCount === 0 ? [] : [...look, x, width];
        const isPart = element.id === 'article' || element.id === 'head';
        return `<${element.localName}> ${[...own, ...place, isPart ? '' : text].join('; ')}`;
      });
  }

  function compare(now: readonly string[]): string[] {
    const before = input.known?.chrome;
    if (!before) {
      return [];
    }
    if (before.length !== now.length) {
      return [`Around the article there were ${before.length} elements, now there are ${now.length}.`];
    }
    const changed = now.flatMap((text, index) =>
      text === before[index] || (text.includes('id=head') && before[index]?.startsWith(text.slice(0, -2)))
        ? []
        : [index],
    );
    return changed.slice(0, 3).map((index) => {
      const [old, other] = [before[index]?.split('; ') ?? [], now[index]?.split('; ') ?? []];
      const pairs = other.map((part, at) => (part === old[at] ? '' : `${old[at]} -> ${part}`));
      return `Something around the article has changed: ${other[0]}: ${pairs.filter(Boolean).join(', ')}`;
    });
  }

  /** Presses the article, what can be followed first; what that asks of the extension is looked at there. */
  async function press(): Promise<void> {
    const all = (names: string): Element[] =>
      ['#article', '#head'].flatMap((part) => Array.from(document.querySelectorAll(`${part} :is(${names})`)));
    const parts = [...all('a, button, summary, img, [data-reveal]'), ...all('*')];
    for (const part of [...new Set(parts)].slice(0, clickable)) {
      for (const [type, button] of [
        ['click', 0],
        ['auxclick', 1],
      ] as const) {
        part.dispatchEvent(new MouseEvent(type, { button, bubbles: true, cancelable: true, composed: true }));
      }
    }
    // What a press has begun gets its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
