/** What the bench alone asks for: the news since its last look, and the lives that its runners can live. */
import { createHash } from 'node:crypto';
import { personas } from '../workbench/bench-page.ts';
import type { Answer, Asked } from './asked.ts';
import { type ReadMail, readMail } from './mail-reading.ts';
import { rowsOf } from './participants.ts';

const lineOf = ({ id, at, to, kind, subject, headers }: ReadMail) => ({
  id,
  at,
  to,
  kind,
  week: Number(headers.find(([name]) => name.toLowerCase() === 'x-calf-week')?.[1] ?? 0),
  subject,
});

/**
 * The mails after the `after` that the bench has, without their bodies; all of them when its list is of
 * another run (`first` = the id of its first mail). People only when somebody changed since `seen`.
 */
export async function changes(asked: Asked): Promise<Answer> {
  const { world, query } = asked;
  const { mails } = world.ses;
  const after = Number(query.get('after') ?? 0);
  const known = Number.isInteger(after) && after > 0 && after <= mails.length;
  const whole = !known || mails[0]?.id !== query.get('first');
  const news = await Promise.all(mails.slice(whole ? 0 : after).map(readMail));
  const people = await rowsOf(asked);
  const seen = createHash('sha256').update(JSON.stringify(people)).digest('hex').slice(0, 16);
  return {
    body: {
      now: world.clock.now(),
      whole,
      mails: news.map(lineOf),
      seen,
      alarms: world.alarms().length,
      ...(seen === query.get('seen') ? {} : { people }),
    },
  };
}

/** The personas that can be lived on the bench, each with its answers. */
export const listPersonas = (): Answer => ({ body: personas() });
