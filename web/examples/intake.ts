/** Named examples of the intake: every page, and what can stand on one. */
import type { IntakePage, IntakeStep } from '../../views/page/page-views.ts';
import { INTAKE_STEPS } from '../forms/intake.ts';
import { intakePage } from '../pages/intake/intake.ts';
import { CALF, type PageDraft, TIME_ZONES } from './data.ts';

const intake =
  (step: IntakeStep, more: Partial<IntakePage> = {}): PageDraft['html'] =>
  (frame) =>
    intakePage(frame, {
      step,
      seen: null,
      action: '/start/example',
      values: step === 'consent' ? {} : CALF,
      errors: [],
      timeZones: TIME_ZONES,
      ...more,
    });
/** What the calf is asked under a sign that needs a doctor's word, with a tick that came beside "none". */
const WAITS: Partial<IntakePage> = {
  values: { ...CALF, redFlags: ['wakes'] },
  waits: ['calf pain that keeps waking you at night'],
  overruled: ['calf pain that keeps waking you at night'],
};
export const INTAKE: readonly PageDraft[] = [
  ...INTAKE_STEPS.map(({ id }) => ({ page: 'intake', name: `intake, ${id}`, html: intake(id) }) as const),
  {
    page: 'intake',
    name: 'intake, signsToday, nothing ticked',
    html: intake('signsToday', {
      values: { consentHealth: 'yes' },
      errors: [{ field: 'redFlags', message: 'Please tick what is true for you, or “None of these”.' }],
    }),
  },
  { page: 'intake', name: 'intake, calf, waits', html: intake('calf', WAITS) },
  {
    page: 'intake',
    name: 'intake, hurts, errors',
    html: intake('hurts', {
      values: { ...CALF, redFlags: ['journey'] },
      errors: [
        { field: 'clotRisk', message: 'Please tick what is true for you, or “None of these”.' },
        { field: 'calfSince', message: 'Please choose whether your calf changed since then.' },
      ],
    }),
  },
  {
    page: 'intake',
    name: 'intake, runs, errors',
    html: intake('runs', {
      values: { ...CALF, runsNow: 'yes', longestRun30d: 'an hour' },
      errors: [
        { field: 'painRunning', message: 'Please choose a number.' },
        { field: 'longestRun30d', message: 'Please give a whole number.' },
      ],
    }),
  },
  {
    page: 'intake',
    name: 'intake, when, prefilled',
    html: intake('when', {
      prefilled: { weekday: '1', hour: '7', timeZone: 'Africa/Abidjan', units: 'km' },
    }),
  },
];
