/**
 * docs/contract.md against the code: scripts, routes, requests of the control API and names of answers, both
 * ways.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { environments, ROUTES } from '../../functions/shell/env.ts';
import { CONTROL_ROUTES } from '../../local/control/control.ts';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import { carries, chapter, promisedBy, routeForm } from '../../tools/quality/guards/contract.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const text = readFileSync(path.join(ROOT, 'docs/contract.md'), 'utf8');
const promised = promisedBy(text);

/**
 * Agreed and not there yet. Whoever builds one takes it off: a test fails as long as it stands here beside
 * its code.
 */
const NOT_BUILT = {
  scripts: [],
  routes: [],
  control: [],
} as const;

const scripts = Object.keys(
  (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts,
);
const routes = Object.values(ROUTES)
  .flat()
  .map((route) => routeForm(route.replace(/^[A-Z]+ /, '')))
  .filter((route) => route !== '/{}');
/** By method and first word, as the control API looks them up. */
const requests = [...new Set([...promised.control].map((request) => request.split('/')[0] as string))];

describe('docs/contract.md', () => {
  it.each(scripts)('section 1 says what npm run %s does', (script) => {
    expect(promised.scripts).toContain(script);
  });
  it.each(routes)('section 2 has the route %s', (route) => {
    expect([...promised.routes].some((said) => carries(route, said))).toBe(true);
  });
  it.each(CONTROL_ROUTES)('section 4 has the request %s', (request) => {
    expect(requests).toContain(request);
  });

  const built = {
    scripts: (said: string) => scripts.includes(said),
    routes: (said: string) => routes.some((route) => carries(route, said)),
    control: (said: string) => said === 'GET' || CONTROL_ROUTES.includes(said),
  };
  const said = { scripts: promised.scripts, routes: promised.routes, control: requests };
  it.each(['scripts', 'routes', 'control'] as const)(
    'promises no %s that is not there, but for a short list',
    (what) => {
      const missing = [...said[what]].filter((name) => !built[what](name)).sort();
      expect(missing).toEqual([...NOT_BUILT[what]].sort());
    },
  );

  it('section 3 has every kind of mail', () => {
    const kinds = /Kinds: ([^.]*)\./.exec(chapter(text, 3))?.[1] ?? '';
    expect([...kinds.matchAll(/`([a-z-]+)`/g)].map((m) => m[1]).sort()).toEqual([...MAIL_KINDS].sort());
  });
  it('section 5 is the environment as it is typed', () => {
    expect(Object.keys(environments).length).toBeGreaterThan(5);
    expect(chapter(text, 5)).toContain('functions/shell/env.ts');
  });
});

describe('canaries of the contract', () => {
  const page = [
    '## 1. Commands',
    '| Command | Does |',
    '|---|---|',
    '| `npm ci && npm start` · `npm run one:two -- X` | … |',
    '## 2. Pages',
    '| Route | GET |',
    '|---|---|',
    '| `/a/{token}` · `/a/{token}/{0..10}` | `email` |',
    '### 2.1 Intake',
    '| `/not/a/route` | … |',
    '## 4. Control',
    '| `GET /__local/` | … |',
    '| `GET /__local/mail[?to=X]` · `POST /__local/clock` | … |',
    '## 5. Environment',
  ].join('\n');
  const read = promisedBy(page);

  it('reads scripts, routes and requests, and nothing else', () => {
    expect([...read.scripts]).toEqual(['start', 'one:two']);
    expect([...read.routes]).toEqual(['/a/{}', '/a/{}/{}']);
    expect([...read.control]).toEqual(['GET', 'GET mail', 'POST clock']);
  });
  it('misses a script, a route and a request that are not in it', () => {
    expect(read.scripts.has('bench')).toBe(false);
    expect([...read.routes].some((route) => carries('/b/{}', route))).toBe(false);
    expect(read.control.has('POST ses')).toBe(false);
  });
  it('a route of the code carries a named page below a placeholder, and no longer path', () => {
    expect(carries('/c/{}/{}', '/c/{}/done')).toBe(true);
    expect(carries('/c/{}', '/c/{}/done')).toBe(false);
    expect(carries('/c/{}', '/u/{}')).toBe(false);
  });
  it('refuses a document that has lost a section', () => {
    expect(() => promisedBy(page.replace('## 4.', '## 14.'))).toThrow(
      'docs/contract.md has lost its section 4',
    );
  });
});
