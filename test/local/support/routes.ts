/**
 * The routes as the product itself lists them: API Gateway's table and the routers inside the bundles.
 * Nothing is written down a second time.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FUNCTION_NAMES, type FunctionName, ROUTES } from '../../../functions/shell/env.ts';
import type { Purpose } from '../../../functions/shell/web/tokens.ts';
import { ROOT } from '../../../local/root.ts';

export interface Route {
  readonly fn: FunctionName;
  readonly method: string;
  /** As the router has it: `/c/:token/:answer`. */
  readonly pattern: string;
}
interface Bundle {
  create(): { readonly routes?: readonly string[] };
}

/** Every route of every bundled web function. The run must be going: a bundle reads its environment. */
export async function routesOfBundles(): Promise<readonly Route[]> {
  const found: Route[] = [];
  for (const name of FUNCTION_NAMES.filter((fn) => ROUTES[fn] !== undefined)) {
    const { create } = (await import(
      pathToFileURL(path.join(ROOT, 'dist', name, 'index.mjs')).href
    )) as Bundle;
    for (const route of create().routes ?? []) {
      const [method = '', pattern = ''] = route.split(' ');
      found.push({ fn: name, method, pattern });
    }
  }
  return found;
}

/** What API Gateway matches, `ANY /c/{token}` and the like. */
export const routesOfGateway = (): readonly string[] => Object.values(ROUTES).flat();

/** The purpose a route's token must have (docs/contract.md §2), by the first segment of its path. */
export const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  confirm: 'confirm',
  start: 'start',
  c: 'checkIn',
  w: 'worse',
  me: 'me',
  u: 'unsubscribe',
  fresh: 'fresh',
  running: 'running',
  shoes: 'shoes',
  cal: 'calendar',
  x: 'session',
};
export const segmentOf = (pattern: string): string => pattern.split('/')[1] ?? '';
export const takesToken = (pattern: string): boolean => pattern.includes(':token');
const ANSWERS = ['0', '7', '10', '11', 'done', 'undone'];
const SESSIONS = ['s1', 'r1', 'f1', 't1', 's99'];

/** Addresses under a route, with this token; every answer or session where the route takes one. */
export function addressesOf(pattern: string, token: string): readonly string[] {
  const calendar = segmentOf(pattern) === 'cal' && !pattern.includes('.ics') ? `${token}.ics` : token;
  const filled = pattern.replace(/:token(?:\{[^}]*\})?/, pattern.includes('{') ? `${token}.ics` : calendar);
  if (!filled.includes(':')) return [filled.replace('*', 'nowhere')];
  return (filled.includes(':session') ? SESSIONS : ANSWERS).map((answer) =>
    filled.replace(/:\w+(?:\{[^}]*\})?/, answer),
  );
}
