/**
 * The intake: one thing a page, all posted to one address; every page is looked at before the next is shown,
 * and a stop ends it at once.
 */
import type { Context } from 'hono';
import type { IntakeAnswers } from '../../program/answers/intake.ts';
import { localDate } from '../../program/calendar.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import type { Person } from '../../program/participant/state.ts';
import { type Triage, triageIntake } from '../../program/triage/triage.ts';
import type { IntakePage } from '../../views/page/page-views.ts';
import { answersInWords } from '../../views/words/safety.ts';
import { CONSENTS } from '../../web/consents.ts';
import { readIntake, ticksOverNone } from '../../web/forms/intake.ts';
import { intakePage } from '../../web/pages/intake/intake.ts';
import { act } from '../shell/act.ts';
import type { App } from '../shell/app.ts';
import { consentReceipt } from '../shell/web/consent.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { type Places, placeFor, placeOf } from '../shell/web/place-of.ts';
import { timeZonesFor } from '../shell/web/time-zones.ts';

const HEALTH_RECEIPT = consentReceipt(CONSENTS.health);

/** The intake is open to whoever has confirmed the address and not answered it yet. */
const STILL_OPEN: Places = { confirmed: 'here' };

const rhythmOf = ({ weekday, hour, timeZone, units }: Person) => ({ weekday, hour, timeZone, units });

export async function getIntake(app: App<'enrol'>, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'start');
  if (!link.ok) return deadLink(app, c);
  const elsewhere = await placeOf(app, c, link.value.participant, STILL_OPEN);
  if (elsewhere !== null) return elsewhere;
  const first = { step: 'consent', seen: null, values: {}, errors: [] } as const;
  return show(app, c, link.value.participant, first);
}

export async function postIntake(app: App<'enrol'>, c: Context): Promise<Response> {
  const form = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'start');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const elsewhere = await placeOf(app, c, participant, STILL_OPEN);
  if (elsewhere !== null) return elsewhere;
  const rhythm = rhythmOf(participant);
  const today = localDate(app.clock.now(), rhythm.timeZone);
  const read = readIntake(form, { today, rhythm });
  if (read.kind === 'complete') return decideStart(app, c, participant, read.answers);
  const { soFar, calfDone, step, seen, values, errors } = read;
  const found = soFar === null ? null : triageOf(participant, soFar, today);
  // An E or D ends the intake where it is told; nothing else is asked (docs/contract.md §2.1). After a W the
  // questions about the calf follow, and the heaviest route of both counts (docs/clinical-rules.md §12 A1).
  const ends = found?.route === 'emergency' || found?.route === 'doctor';
  if (soFar !== null && found !== null && (ends || (calfDone && found.route !== 'eligible')))
    return decideStart(app, c, participant, soFar);
  const overruled = ticksOverNone(form);
  return show(app, c, participant, {
    step,
    seen,
    values,
    errors,
    ...(overruled.length === 0
      ? {}
      : { overruled: overruled.map(([field, tick]) => answerWords(app.curriculum, `${field}.${tick}`)) }),
    ...(step !== 'calf' || found === null || found.route === 'eligible'
      ? {}
      : { waits: answersInWords(app.curriculum, found.findings) }),
  });
}

/** Somebody who was cleared after a stop is not stopped again for what was cleared. */
const triageOf = (participant: Person, answers: IntakeAnswers, today: LocalDate): Triage =>
  triageIntake(answers, today, participant.status === 'confirmed' ? participant.cleared : []);

async function decideStart(
  app: App<'enrol'>,
  c: Context,
  participant: Person,
  answers: IntakeAnswers,
): Promise<Response> {
  const start = { type: 'Start', answers, consentVersion: HEALTH_RECEIPT } as const;
  const done = await act(app, participant, start, 'start');
  const after = done.kind === 'committed' ? done.after : (await app.store.load(participant.id))?.participant;
  return placeFor(app, c, after ?? null, STILL_OPEN);
}

type Page = Omit<IntakePage, 'action' | 'timeZones' | 'prefilled'>;
function show(app: App<'enrol'>, c: Context, participant: Person, page: Page): Response | Promise<Response> {
  const { weekday, hour, timeZone, units, country } = participant;
  return c.html(
    intakePage(pageFrame(app, country), {
      ...page,
      prefilled: { weekday: String(weekday), hour: String(hour), timeZone, units },
      action: c.req.path,
      timeZones: timeZonesFor(timeZone),
    }),
    page.errors.length > 0 ? 422 : 200,
  );
}
