/** Reads the forms of a page as a client without a browser would: tags and attributes only. */
export interface ReadField {
  readonly name: string;
  readonly type: string;
  /** Option values of choices, in order, the empty one left out; null for a line of text. */
  readonly options: readonly string[] | null;
  /** What would be sent untouched. */
  readonly value: string;
  readonly hiddenFromPeople: boolean;
}
export interface ReadForm {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly ReadField[];
  readonly buttons: readonly { readonly name: string | null }[];
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
export const attribute = (tag: string, name: string): string | null => {
  const hit = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return hit === null ? null : plain(hit[1] ?? '');
};

function fieldsOf(markup: string): readonly ReadField[] {
  const found = new Map<string, ReadField>();
  const traps = /<div class="trap" hidden[^>]*>[\s\S]*?<\/div>/.exec(markup)?.[0] ?? '';
  for (const [whole, tag] of markup.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
    const name = attribute(whole, 'name') ?? '';
    const type = tag === 'input' ? (attribute(whole, 'type') ?? 'text') : (tag as string);
    const value = attribute(whole, 'value') ?? '';
    const before = found.get(name);
    if (type === 'radio' || type === 'checkbox') {
      const checked = / checked/.test(whole) ? value : (before?.value ?? '');
      found.set(name, {
        name,
        type,
        options: [...(before?.options ?? []), value],
        value: checked,
        hiddenFromPeople: false,
      });
    } else if (type === 'select') {
      const body = markup.slice(markup.indexOf(whole)).split('</select>')[0] ?? '';
      const options = [...body.matchAll(/<option value="([^"]*)"( selected)?>/g)];
      const all = options.map((o) => plain(o[1] ?? '')).filter((o) => o !== '');
      found.set(name, {
        name,
        type,
        options: all,
        value: plain(options.find((o) => o[2])?.[1] ?? options[0]?.[1] ?? ''),
        hiddenFromPeople: false,
      });
    } else {
      found.set(name, {
        name,
        type,
        options: null,
        value,
        hiddenFromPeople: type === 'hidden' || traps.includes(whole),
      });
    }
  }
  return [...found.values()];
}

export const formsOf = (html: string): readonly ReadForm[] =>
  [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([markup]) => ({
    action: attribute(markup.split('>')[0] ?? '', 'action') ?? '',
    method: attribute(markup.split('>')[0] ?? '', 'method') ?? 'get',
    fields: fieldsOf(markup),
    buttons: [...markup.matchAll(/<button\b[^>]*>/g)].map(([b]) => ({ name: attribute(b, 'name') })),
  }));
