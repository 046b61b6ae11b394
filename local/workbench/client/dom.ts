/** Elements, made one by one: nothing that a mail says becomes markup. */

/** The element of an id that the page of the bench has. Throws when it has none. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the bench has no #${id}`);
  return found as T;
}

/** An element with its properties and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A list to choose from; `options` = value and words. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
  change: (value: string) => void,
): HTMLLabelElement {
  const select = el('select');
  select.append(
    ...options.map(([value, words]) =>
      el('option', { value, textContent: words, selected: value === chosen }),
    ),
  );
  select.addEventListener('change', () => change(select.value));
  return el('label', {}, `${label} `, select);
}

/** `2026-03-06T07:00:00.000Z` as `2026-03-06 07:00`. */
export const shownTime = (at: string): string => at.slice(0, 16).replace('T', ' ');
