/** Coming back after a stop (docs/contract.md §2, `/fresh` for `return`). */
import type { Context } from 'hono';
import { PHYSIO_ENDS, seenRange } from '../../program/account/return-after-stop.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { RefusalCode } from '../../program/participant/commands.ts';
import type { Of } from '../../program/participant/state.ts';
import type { FormValues } from '../../views/page/page-views.ts';
import { REFUSAL_WORDS, WHO_MUST_SEE } from '../../views/words/refusals.ts';
import type { Asked } from '../../web/components.ts';
import { readReturn } from '../../web/forms/fresh.ts';
import { freshPage } from '../../web/pages/intake/fresh.ts';
import { act, standing } from '../shell/act.ts';
import type { App } from '../shell/app.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { placeFor } from '../shell/web/place-of.ts';

type Records = App<'records'>;
export type Returning = Of<'stopped' | 'active'>;

export async function doComeBack(
  app: Records,
  c: Context,
  person: Returning,
  form: FormValues,
): Promise<Response> {
  const read = readReturn(form, { seenRange: seenRange(person, app.clock.now()) });
  if (!read.ok) return comingBackPage(app, c, person, read);
  const done = await act(app, person, { type: 'Return', ...read.value }, 'return');
  if (done.kind === 'refused')
    return comingBackPage(app, c, person, {
      values: form,
      errors: [{ field: FIELD[done.refusal.code] ?? 'seenBy', message: REFUSAL_WORDS[done.refusal.code] }],
    });
  return placeFor(app, c, standing(done, person));
}

const FIELD: Readonly<Partial<Record<RefusalCode, string>>> = { 'seen-on-invalid': 'seenOn' };

export function comingBackPage(
  app: Records,
  c: Context,
  person: Returning,
  { values, errors }: Asked,
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
    needs: WHO_MUST_SEE[physio ? 'clinician' : 'doctor'],
  };
  return c.html(freshPage(pageFrame(app, person.country), view), errors.length === 0 ? 200 : 422);
}
