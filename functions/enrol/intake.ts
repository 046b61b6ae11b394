/**
 * The intake: four pages posted to one address; the first page is looked at before the second is shown, and a
 * stop ends it at once.
 */
import type { Context } from 'hono';
import type { IntakeAnswers } from '../../program/answers/intake.ts';
import { localDate } from '../../program/calendar.ts';
import type { Person } from '../../program/participant/state.ts';
import { type Triage, triageIntake } from '../../program/triage/triage.ts';
import type { IntakePage } from '../../views/page/page-views.ts';
import { answersInWords } from '../../views/words/safety.ts';
import { CONSENTS } from '../../web/consents.ts';
import {
  answersOfSafety,
  type IntakeRead,
  readIntake,
  readSafetyStep,
  readTwoPages,
} from '../../web/forms/intake.ts';
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
  return show(app, c, link.value.participant, { step: 1, values: {}, errors: [], askClotRisk: false }, 200);
}

export async function postIntake(app: App<'enrol'>, c: Context): Promise<Response> {
  const form = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'start');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const elsewhere = await placeOf(app, c, participant, STILL_OPEN);
  if (elsewhere !== null) return elsewhere;
  const rhythm = rhythmOf(participant);
  const context = { today: localDate(app.clock.now(), rhythm.timeZone), rhythm };
  const triaged = (answers: IntakeAnswers): Triage =>
    triageIntake(answers, context.today, participant.status === 'confirmed' ? participant.cleared : []);
  const safety = readSafetyStep(form);
  let waits: Triage | null = null;
  if (safety.ok) {
    // An E or D of the first page ends the intake there; nothing else is asked (docs/contract.md §2.1). After
    // a W page 2 follows, and the heaviest route of both counts (docs/clinical-rules.md §12 A1).
    const early = answersOfSafety(safety.value, rhythm);
    const first = triaged(early);
    if (first.route === 'emergency' || first.route === 'doctor')
      return decideStart(app, c, participant, complete(form, early, app, participant));
    const two = readTwoPages(form, context);
    if (two !== null && triaged(two).route !== 'eligible')
      return decideStart(app, c, participant, complete(form, two, app, participant));
    if (first.route !== 'eligible') waits = first;
  }
  const read = readIntake(form, context);
  if (read.kind === 'complete') return decideStart(app, c, participant, read.answers);
  const errors = read.kind === 'errors' ? read.errors : [];
  return show(
    app,
    c,
    participant,
    {
      step: read.step,
      values: read.values,
      errors,
      askClotRisk: read.askClotRisk,
      ...(waits === null ? {} : { waits: answersInWords(app.curriculum, waits.findings) }),
    },
    read.kind === 'errors' ? 422 : 200,
  );
}

/**
 * Everything that was answered counts: with all pages in one POST the full answers are triaged, not the first
 * page alone.
 */
function complete(
  form: Parameters<typeof readIntake>[0],
  early: IntakeAnswers,
  app: App<'enrol'>,
  participant: Person,
): IntakeAnswers {
  const read: IntakeRead = readIntake(form, {
    today: localDate(app.clock.now(), participant.timeZone),
    rhythm: rhythmOf(participant),
  });
  return read.kind === 'complete' ? read.answers : early;
}

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

function show(
  app: App<'enrol'>,
  c: Context,
  participant: Person,
  page: Pick<IntakePage, 'step' | 'values' | 'errors' | 'askClotRisk' | 'waits'>,
  status: 200 | 422,
): Response | Promise<Response> {
  const { weekday, hour, timeZone, units, country } = participant;
  const values =
    page.step === 4
      ? { weekday: String(weekday), hour: String(hour), timeZone, units, ...page.values }
      : page.values;
  return c.html(
    intakePage(pageFrame(app, country), {
      ...page,
      values,
      action: c.req.path,
      timeZones: timeZonesFor(timeZone),
    }),
    status,
  );
}
