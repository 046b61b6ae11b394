/** A form that each POST route takes, for a walk of all of them. */
import { segmentOf } from './routes.ts';
import { calm, INTAKE } from './runner.ts';

const SAFETY = { consentHealth: 'yes', redFlags: 'none', conditions: 'none' };
/** A form each route would take, by its first segment. */
export const VALID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  signup: { email: 'walker@example.org', country: 'GB', adult: 'yes', consentEmail: 'yes' },
  confirm: {},
  start: { ...INTAKE[1], ...INTAKE[2], ...INTAKE[3], ...INTAKE[4] },
  c: calm(2),
  w: { redFlags: 'none', painNow: '2' },
  me: { action: 'settings', hour: '9' },
  u: {},
  fresh: { seenBy: 'doctor', seenOn: '2026-05-25', said: 'okToLoad', ...SAFETY },
  running: { goal: 'x' },
  shoes: { worn: 'yes' },
  x: { result: 'done' },
};
/** The body of such a form with `more` in it. */
export const bodyFor = (pattern: string, more: Readonly<Record<string, string>>): string => {
  const valid = pattern.endsWith('/done') ? { action: 'easier' } : VALID[segmentOf(pattern)];
  if (valid === undefined) throw new Error(`say in VALID what ${pattern} takes`);
  return new URLSearchParams({ ...(valid as Record<string, string>), ...more }).toString();
};
