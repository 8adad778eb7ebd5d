/** What an element is made of: text, other elements, or nothing. */
export type Child = Node | string | undefined;

/** Builds an element without ever going through HTML text. Attributes that are undefined are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      created.setAttribute(key, value);
    }
  }
  created.append(...children.filter((child) => child !== undefined));
  return created;
}

/** An element of the shell by its id. The shell and the client ship together, so its absence is a fault. */
export function shellElement(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no element #${id}.`);
  }
  return found;
}

/** The address of another script of ours. To be asked while this one is first run. */
export function scriptBeside(name: string): string {
  const { currentScript } = document;
  if (!(currentScript instanceof HTMLScriptElement)) {
    throw new Error('The script of the page runs as a module.');
  }
  return new URL(name, currentScript.src).href;
}
