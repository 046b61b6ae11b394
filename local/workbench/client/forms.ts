/** Fills in the real pages of the site and posts them, as a browser without script would. */
import { ask } from './api.ts';
import type { Fields } from './fields.ts';

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
 * Opens a page, fills in its main form and posts it with whatever hidden fields it needs. Resolves to the
 * path that the site led to. Throws a sentence when there is no form, or when the site refuses it.
 */
export async function postForm(path: string, fields: Fields): Promise<string> {
  const page = await pageOf(await fetch(path));
  const form = page.querySelector<HTMLFormElement>('form[method=post]');
  if (form === null) throw new Error(`The page ${path.split('/')[1] ?? ''} has no form to post.`);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (!(name in fields) && typeof value === 'string') body.append(name, value);
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  // A person takes a while to fill in a form; what comes back at once is taken for a machine.
  await ask('clock', { advance: 'PT10S' });
  const response = await fetch(form.getAttribute('action') ?? path, { method: 'POST', body });
  if (response.status < 400) return new URL(response.url).pathname;
  const answer = await pageOf(response);
  const why =
    (answer.querySelector('[role=alert]') ?? answer.querySelector('h1'))?.textContent
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  throw new Error(`The site answered ${response.status}: ${why}`);
}
