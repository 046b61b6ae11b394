/** Coming back after a stop (docs/contract.md §2, `/fresh` for `return`). */
import type { Context } from 'hono';
import { PHYSIO_ENDS, seenRange } from '../../program/account/return-after-stop.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { RefusalCode } from '../../program/participant/commands.ts';
import type { Of } from '../../program/participant/state.ts';
import type { FieldError, FormValues } from '../../views/page/page-views.ts';
import { safetyPanel } from '../../views/words/safety.ts';
import { readReturn } from '../../web/forms/fresh.ts';
import { freshPage } from '../../web/pages/fresh.ts';
import { stoppedPage } from '../../web/pages/stopped.ts';
import type { App } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

type Records = App<'records'>;
export type Returning = Of<'stopped' | 'active'>;

export async function doComeBack(
  app: Records,
  c: Context,
  person: Returning,
  form: FormValues,
): Promise<Response> {
  const read = readReturn(form, { seenRange: seenRange(person, app.clock.now()) });
  if (!read.ok) return comingBackPage(app, c, person, read.values, read.errors);
  const word = { type: 'Return', ...read.value } as const;
  const done = await execute(
    app,
    person.id,
    () => ({ ...word, at: app.clock.now() }),
    `return.${app.ids.command()}`,
  );
  if (done.kind === 'committed') await app.queue.send('urgent', [{ participantId: person.id }]);
  if (done.kind === 'refused')
    return comingBackPage(app, c, person, form, [
      { field: FIELD[done.refusal.code] ?? 'seenBy', message: sentence(done.refusal.code) },
    ]);
  const after = done.kind === 'committed' ? done.after : person;
  if (after.status === 'stopped')
    return c.html(
      stoppedPage(pageFrame(app, after.country), {
        safety: safetyPanel(app.curriculum, after.stop, after.country),
      }),
      200,
    );
  if (after.status === 'erased') return deadLink(app, c);
  const links = await app.links();
  const now = app.clock.now();
  return c.redirect(after.status === 'confirmed' ? links.start(after, now) : links.me(after, now), 303);
}

const FIELD: Readonly<Partial<Record<RefusalCode, string>>> = { 'seen-on-invalid': 'seenOn' };
const SENTENCES: Readonly<Partial<Record<RefusalCode, string>>> = {
  'seen-on-invalid': 'Please give the day you were seen, from the day the plan stopped until today.',
  'not-seen-yet':
    'Your plan stays stopped until somebody qualified has looked at the leg and said that you may load it.',
  'needs-clinician':
    'Please let a doctor or a physiotherapist look at the leg; a nurse’s look is not enough here. Your plan stays stopped until then.',
  'needs-doctor':
    'For what you told us, please let a doctor look at the leg first. Your plan stays stopped until then.',
};
const sentence = (code: RefusalCode): string => SENTENCES[code] ?? 'That is not possible at the moment.';

export function comingBackPage(
  app: Records,
  c: Context,
  person: Returning,
  values: FormValues,
  errors: readonly FieldError[],
): Response | Promise<Response> {
  const findings = person.status === 'stopped' ? person.stop.findings : [];
  const physio = findings.every((f) => PHYSIO_ENDS.includes(f.code));
  const view = {
    action: c.req.path,
    what: 'return' as const,
    values,
    errors,
    seenRange: seenRange(person, app.clock.now()),
    because: [...new Set(findings.map((f) => answerWords(app.curriculum, f.answer)))],
    needs: physio ? 'a doctor or a physiotherapist' : 'a doctor',
  };
  return c.html(freshPage(pageFrame(app, person.country), view), errors.length === 0 ? 200 : 422);
}
