/** What docs/contract.md promises, read from its tables, to be held against the code. */

export interface Promised {
  /** Scripts of docs/clinical-rules.md §1: `test`, `email:gate`. */
  readonly scripts: ReadonlySet<string>;
  /** Routes of docs/clinical-rules.md §2 without their methods, every placeholder as `{}`: `/c/{}/{}`. */
  readonly routes: ReadonlySet<string>;
  /** Requests of docs/clinical-rules.md §4: `POST clock`, `GET participants/{}`. */
  readonly control: ReadonlySet<string>;
}

/** The text below a heading of the second level up to the next one; refuses a document without it. */
export function chapter(text: string, number: number): string {
  const from = text.search(new RegExp(`^## ${number}\\. `, 'm'));
  if (from < 0) throw new Error(`docs/contract.md has lost its section ${number}`);
  const rest = text.slice(from + 3);
  const to = rest.search(/^## /m);
  return to < 0 ? rest : rest.slice(0, to);
}

/**
 * One form for all placeholders: `/c/{token}/{0..10}` and `/c/{token}/{answer}` are `/c/{}/{}`; an extension
 * is no part of a route.
 */
export const routeForm = (route: string): string => route.replace(/\{[^}]*\}/g, '{}').replace(/\.ics$/, '');

/** First cells of the tables in a chapter, without their head. */
const firstCells = (text: string): readonly string[] =>
  [...text.matchAll(/^\| ((?:[^|\\]|\\.)*) \|/gm)].map((m) => m[1] as string);
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map((m) => m[1] as string);

export function promisedBy(text: string): Promised {
  const commands = firstCells(chapter(text, 1)).flatMap(quoted);
  const scripts = commands.flatMap((command) =>
    [...command.matchAll(/npm (?:run )?(?!ci\b|run\b)([\w:]+)/g)].map((m) => m[1] as string),
  );
  const pages = firstCells(chapter(text, 2).split('### 2.1')[0] as string).flatMap(quoted);
  const requests = firstCells(chapter(text, 4)).flatMap(quoted);
  return {
    scripts: new Set(scripts),
    routes: new Set(pages.filter((page) => page.startsWith('/')).map(routeForm)),
    control: new Set(
      requests.flatMap((request) => {
        const [, method, path = ''] = /^(GET|POST) \/__local\/([\w/{}-]*)/.exec(request) ?? [];
        return method === undefined ? [] : [`${method} ${routeForm(path)}`.trimEnd()];
      }),
    ),
  };
}

/**
 * A code route carries a promised one when they are the same, or when its placeholder stands for the promised
 * word (`/c/{}/{}` for `/c/{}/done`).
 */
export function carries(code: string, promised: string): boolean {
  const [have, want] = [code.split('/'), promised.split('/')];
  return (
    have.length === want.length &&
    have.every((part, i) => part === want[i] || (part === '{}' && want[i] !== ''))
  );
}
