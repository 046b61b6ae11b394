/**
 * The bundled handlers, imported once in a process: their module needs the environment before, their factory
 * takes the ports of a run.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FUNCTION_NAMES, type FunctionName, ROUTES } from '../../functions/shell/env.ts';
import type { LinkKeys } from '../../functions/shell/ports.ts';
import { enterEnvironment } from '../../local/aws/environment.ts';
import { ROOT } from '../../local/root.ts';
import type { Bundle } from './worker.ts';

export const SITE = 'https://coach.example';
export const REPLY_DOMAIN = 'reply.coach.example';
/** No call leaves the process; an address that nothing listens at makes one that would a failure. */
const NOWHERE = 'http://127.0.0.1:9';
const ENVIRONMENT: Readonly<Record<string, string>> = {
  TABLE_NAME: 'simulated',
  STAGE: 'simulated',
  SITE_URL: SITE,
  OPERATOR_NAME: 'A simulated coach',
  OPERATOR_POSTAL: '1 Example Street, Exampletown',
  OPERATOR_EMAIL: 'operator@coach.example',
  MAIL_FROM_ADDRESS: 'coach@mail.coach.example',
  MAIL_FROM_NAME: 'Calf Coach',
  MAIL_DOMAIN: 'mail.coach.example',
  REPLY_DOMAIN,
  COACHING_CONFIGURATION_SET: 'coaching',
  SAFETY_CONFIGURATION_SET: 'safety',
  SIGNUP_NETWORK_LIMIT: '1000000',
  SIGNUP_DOMAIN_LIMIT: '1000000',
  SIGNUP_TOTAL_LIMIT: '1000000',
  URGENT_QUEUE_URL: `${NOWHERE}/urgent`,
  ROUTINE_QUEUE_URL: `${NOWHERE}/routine`,
  FEEDBACK_QUEUE_URL: `${NOWHERE}/feedback`,
  FEEDBACK_DEAD_LETTERS_URL: `${NOWHERE}/dead-feedback`,
  SENDING_RATE: '500',
  INBOUND_BUCKET: 'simulated-inbound',
  AWS_ENDPOINT_URL: NOWHERE,
};

let loaded: Promise<ReadonlyMap<FunctionName, Bundle>> | null = null;
let leave: (() => void) | null = null;
/**
 * Every bundle of `dist`, imported once. The factories read the environment at each call, so every run says
 * it anew: whatever else the process did in between, a seed is the same run.
 */
export function loadBundles(): Promise<ReadonlyMap<FunctionName, Bundle>> {
  leave?.();
  leave = enterEnvironment(ENVIRONMENT);
  loaded ??= (async () => {
    const found = await Promise.all(
      FUNCTION_NAMES.map(async (name) => {
        const url = pathToFileURL(path.join(ROOT, 'dist', name, 'index.mjs')).href;
        return [name, (await import(url)) as Bundle] as const;
      }),
    );
    return new Map(found);
  })();
  return loaded;
}

/** Mails a second of the stage, for functions that are made from here on; null = more than anybody tries. */
export function setRate(aSecond: number | null): void {
  process.env['SENDING_RATE'] = aSecond === null ? ENVIRONMENT['SENDING_RATE'] : String(aSecond);
}

/** The function behind a path of the site: its first segment says it. */
const BY_SEGMENT = new Map<string, FunctionName>(
  Object.entries(ROUTES).flatMap(([name, routes]) =>
    routes.map((route) => [route.split(' ')[1]?.split('/')[1] ?? '', name as FunctionName] as const),
  ),
);
export const functionOf = (pathName: string): FunctionName =>
  BY_SEGMENT.get(pathName.split('/')[1] ?? '') ?? 'signup';

const bytes = (seed: number, name: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`${name} of ${seed}`).digest());
/** A ring of link keys whose newest signs; the older ones still open what they signed. */
export const ringOf = (seed: number, newest: number): LinkKeys => ({
  current: newest,
  keys: new Map(Array.from({ length: newest }, (_, n) => [n + 1, bytes(seed, `key ${n + 1}`)])),
  retired: [],
  pepper: bytes(seed, 'pepper'),
});
