/**
 * A stop sign that nobody could save is answered all the same: the triage needs the form alone. First what to
 * do, then that it was not saved, and the same form to send again (docs/architecture.md §11.2).
 */
import type { Context } from 'hono';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { CONDITIONS, RED_FLAGS } from '../../../program/answers/intake.ts';
import type { Stop } from '../../../program/participant/state.ts';
import { withNote } from '../../../program/reply/note.ts';
import { type Triage, triageCheckIn, triageSafety } from '../../../program/triage/triage.ts';
import { safetyPanel } from '../../../views/words/safety.ts';
import { type FormValues, listOf, textsOf } from '../../../web/forms/form-values.ts';
import { unsavedStopPage } from '../../../web/pages/public/unsaved-stop.ts';
import type { Log } from '../ports.ts';
import { pageFrame } from './page-frame.ts';

/** What a form tells that stops, whoever sent it; null when it tells nothing of that kind. */
export type StopOf = (form: FormValues) => Pick<Stop, 'route' | 'findings'> | null;

const ticked = <T extends string>(form: FormValues, field: string, known: readonly T[]): readonly T[] =>
  known.filter((one) => listOf(form, field).includes(one));
const scoreOf = (form: FormValues, ...fields: readonly string[]): number | null => {
  const scores = fields.flatMap((field) => textsOf(form, field)).filter((text) => /^(\d|10)$/.test(text));
  return scores.length === 0 ? null : Math.max(...scores.map(Number));
};
const stopIn = ({ route, findings }: Triage): ReturnType<StopOf> =>
  route === 'eligible' ? null : { route, findings };

/** The check-in and "my calf got worse": ticks, numbers and the note; a field that is wrong tells nothing. */
export const stopOfCheckIn: StopOf = (form) => {
  const average = scoreOf(form, 'painAverage', 'painNow');
  const said = checkInAnswers.parse({
    painAverage: average ?? 0,
    painWorst: scoreOf(form, 'painWorst', 'painNow'),
    redFlags: ticked(form, 'redFlags', RED_FLAGS),
    note: textsOf(form, 'note')[0]?.slice(0, 500) || null,
  });
  return stopIn(triageCheckIn(withNote(said).answers, { conditions: [], site: null }));
};

/** The first page of the intake, and the same page on the way back after a stop. */
export const stopOfIntake: StopOf = (form) =>
  stopIn(
    triageSafety({
      redFlags: ticked(form, 'redFlags', RED_FLAGS),
      conditions: ticked(form, 'conditions', CONDITIONS),
    }),
  );

/** The page of a stop that was not saved; null when the form tells none. */
export function unsavedStop(
  app: Parameters<typeof pageFrame>[0] & { readonly log: Log },
  c: Context,
  {
    form,
    stopOf,
    status,
  }: { readonly form: FormValues; readonly stopOf: StopOf; readonly status: 500 | 503 },
): Response | Promise<Response> | null {
  const stop = stopOf(form);
  if (stop === null) return null;
  app.log.error('stop-unsaved', { route: `/${c.req.path.split('/')[1] ?? ''}`, code: stop.route });
  const frame = pageFrame(app);
  const safety = safetyPanel(app.curriculum, stop, 'default');
  return c.html(unsavedStopPage(frame, { safety, action: c.req.path, form }), status);
}
