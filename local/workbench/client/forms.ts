/** Fills in the real pages of the site and posts them, as a browser without script would. */
import { ask } from './api.ts';
import type { Fields } from './fields.ts';

export interface Posted {
  readonly status: number;
  /** Where the site led to, a path. */
  readonly path: string;
  readonly heading: string;
}

/** The path of the first link in a mail's text that begins with `/start`; null when it has none. */
export const linkIn = (text: string, start: string): string | null => {
  const link = text
    .split(/\s+/)
    .find((word) => URL.canParse(word) && new URL(word).pathname.startsWith(start));
  return link === undefined ? null : new URL(link).pathname;
};

/** The page without its look, which the policy of the bench would complain about. */
const pageOf = async (response: Response): Promise<Document> => {
  const html = (await response.text()).replace(/<style[\s\S]*?<\/style>/g, '').replace(/ style="[^"]*"/g, '');
  return new DOMParser().parseFromString(html, 'text/html');
};

/**
 * Opens a page, fills in its main form and posts it with whatever hidden fields it needs. `holding` = a field
 * that the form has to have, where a page has several. Throws a sentence when there is no such form.
 */
export async function postForm(path: string, fields: Fields, holding?: string): Promise<Posted> {
  const page = await pageOf(await fetch(path));
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[method=post]')];
  const form = holding === undefined ? forms[0] : forms.find((f) => f.querySelector(`[name="${holding}"]`));
  if (form === undefined) throw new Error(`The page ${path.split('/')[1] ?? ''} has no form to post.`);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (!(name in fields) && typeof value === 'string') body.append(name, value);
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  // A person takes a while to fill in a form; what comes back at once is taken for a machine.
  await ask('clock', { advance: 'PT10S' });
  const response = await fetch(form.getAttribute('action') ?? path, { method: 'POST', body });
  const answer = await pageOf(response);
  const posted = {
    status: response.status,
    path: new URL(response.url).pathname,
    heading: answer.querySelector('h1')?.textContent?.trim() ?? '',
  };
  if (response.status >= 400) {
    const why = answer.querySelector('[role=alert]')?.textContent?.replace(/\s+/g, ' ').trim();
    throw new Error(`The site answered ${response.status}: ${why ?? posted.heading}`);
  }
  return posted;
}
