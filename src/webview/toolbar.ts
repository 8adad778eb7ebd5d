import { element } from './dom';
import type { ViewChoice, ViewLevel, ViewMode, ViewProfile, ViewState } from './protocol';
import type { ToolbarStrings } from './strings';

export interface ToolbarActions {
  readonly choose: (choice: ViewChoice) => void;
  readonly compare: () => void;
}

const modes: readonly ViewMode[] = ['clean', 'original'];
const levels: readonly ViewLevel[] = ['minimal', 'standard', 'thorough'];
const profiles: readonly ViewProfile[] = ['hexo', 'jekyll', 'hugo', 'generic'];

/** Clean or Original, the level, who reads the article, and the comparison. Built once; `show` sets its state. */
export class Toolbar {
  readonly #actions: ToolbarActions;
  readonly #modes: ReadonlyMap<ViewMode, HTMLButtonElement>;
  readonly #level: HTMLSelectElement;
  readonly #profile: HTMLSelectElement;
  #view: ViewState | undefined;

  constructor(holder: HTMLElement, strings: ToolbarStrings, actions: ToolbarActions) {
    this.#actions = actions;
    const modeNames = { clean: strings.clean, original: strings.original };
    this.#modes = new Map(
      modes.map((mode) => [
        mode,
        this.#button(modeNames[mode], () => {
          this.#choose({ mode });
        }),
      ]),
    );
    this.#level = select(levels, strings.levels, (level) => {
      this.#choose({ level });
    });
    this.#profile = select(profiles, strings.profiles, (profile) => {
      this.#choose({ profile });
    });
    const compare = this.#button(strings.compare, () => {
      actions.compare();
    });
    compare.title = strings.compareHint;
    holder.setAttribute('aria-label', strings.label);
    holder.replaceChildren(
      element(
        'div',
        { class: 'segments', role: 'group', 'aria-label': strings.mode },
        ...this.#modes.values(),
      ),
      element('label', {}, element('span', {}, strings.level), this.#level),
      element('label', {}, element('span', {}, strings.profile), this.#profile),
      compare,
    );
  }

  show(view: ViewState): void {
    this.#view = view;
    for (const [mode, button] of this.#modes) {
      button.setAttribute('aria-pressed', String(mode === view.mode));
    }
    this.#level.value = view.level;
    this.#profile.value = view.profile;
  }

  /** The reader's choice so far, with a part of it changed. */
  #choose(change: Partial<ViewChoice>): void {
    if (this.#view) {
      this.#actions.choose({ ...this.#view.choice, ...change });
    }
  }

  #button(text: string, onClick: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', onClick);
    return button;
  }
}

function select<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  onChange: (value: Value) => void,
): HTMLSelectElement {
  const control = element('select', {}, ...values.map((value) => element('option', { value }, names[value])));
  control.addEventListener('change', () => {
    const chosen = values.find((value) => value === control.value);
    if (chosen !== undefined) {
      onChange(chosen);
    }
  });
  return control;
}
