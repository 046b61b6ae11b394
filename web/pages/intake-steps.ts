/** The questions of the four intake pages (docs/contract.md §2.1). Words of the options: web/words.ts. */
import { AGE_BANDS, INTAKE_RED_FLAGS, WEEKLY_RED_FLAGS } from '../../program/answers/intake.ts';
import type { EmergencyNumbers } from '../../views/mail/views.ts';
import {
  type Asked,
  type Choice,
  checks,
  choicesOf,
  input,
  radios,
  scale,
  select,
  tick,
} from '../components.ts';
import { CONSENTS } from '../consents.ts';
import { shown } from '../forms/form-values.ts';
import { FIRST_HOUR, LAST_HOUR } from '../forms/rhythm.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { notice } from '../panels.ts';
import {
  CLOT_RISK_WORDS,
  CONDITION_WORDS,
  HURTS_WHEN_WORDS,
  INTENT_WORDS,
  NEW_MEDICINE_AT_INTAKE,
  NEXT_DAY_WORDS,
  ONSET_WORDS,
  RAISE_WORDS,
  RED_FLAG_WORDS,
  RUNS_NOW_WORDS,
  SIDE_WORDS,
  SITE_WORDS,
  STRAIN_WORDS,
  UNIT_WORDS,
  WEEKDAY_NAMES,
} from '../words.ts';

/** The weekly list as it is asked every week. */
export const WEEKLY_CHOICES: readonly Choice[] = WEEKLY_RED_FLAGS.map((flag) => ({
  value: flag,
  label: RED_FLAG_WORDS[flag].label,
}));
const INTAKE_CHOICES: readonly Choice[] = [
  ...WEEKLY_CHOICES.map((choice) =>
    choice.value === 'newMedicine' ? { ...choice, label: NEW_MEDICINE_AT_INTAKE } : choice,
  ),
  ...INTAKE_RED_FLAGS.map((flag) => ({ value: flag, label: RED_FLAG_WORDS[flag].label })),
];

/** Page 1. Consent to keep health answers comes before the first health question. */
export const safetyStep = (asked: Asked, numbers: EmergencyNumbers): Html => html`
${tick(asked, { name: 'consentHealth', label: CONSENTS.health.label, hint: CONSENTS.health.hint })}
${checks(asked, {
  name: 'redFlags',
  label: 'Is any of this true for you now?',
  choices: INTAKE_CHOICES,
  hint: `We ask everyone, every week. If you are in trouble now, do not finish this form: call ${numbers.emergency}.`,
})}
${checks(asked, { name: 'conditions', label: 'Does any of this apply to you?', choices: choicesOf(CONDITION_WORDS), hint: 'These need a doctor’s word first, or another programme than this one.' })}`;

/**
 * Page 2. The clot question shows as soon as an answer calls for it (CSS alone), and otherwise once after
 * Save.
 */
export const calfStep = (asked: Asked, askClotRisk: boolean): Html => html`
${
  askClotRisk && shown(asked.values, 'clotRisk') === ''
    ? notice(
        'caution',
        'One more question',
        html`<p>Because the pain does not clearly come with running, please answer the question marked below.</p>`,
      )
    : NOTHING
}
${radios(asked, { name: 'intent', label: 'What brings you here?', choices: choicesOf(INTENT_WORDS), optional: true })}
${radios(asked, { name: 'side', label: 'Which calf?', choices: choicesOf(SIDE_WORDS) })}
${radios(asked, { name: 'site', label: 'Where is it sore?', choices: choicesOf(SITE_WORDS), optional: true })}
${radios(asked, { name: 'onset', label: 'How did it begin?', choices: choicesOf(ONSET_WORDS), optional: true })}
${input(asked, { name: 'onsetDate', label: 'When did it begin?', type: 'date', optional: true, narrow: true, hint: 'A good guess is enough.' })}
${radios(asked, { name: 'hurtsWhen', label: 'When do you feel it most?', choices: choicesOf(HURTS_WHEN_WORDS), optional: true })}
<div class="${askClotRisk ? 'marked' : 'when-not-linked'}">
${checks(asked, { name: 'clotRisk', label: 'Is any of this true for you?', choices: choicesOf(CLOT_RISK_WORDS), optional: true, hint: 'Left open, we play it safe and count it as a yes.' })}
</div>
${scale(asked, { name: 'painAverage', label: 'Pain on average, the last three days', low: 'no pain', high: 'the worst you can imagine' })}
${scale(asked, { name: 'painWorst', label: 'The worst moment of those days', low: 'no pain', high: 'the worst you can imagine' })}
${radios(asked, { name: 'nextDay', label: 'The morning after using it', choices: choicesOf(NEXT_DAY_WORDS) })}
${radios(asked, { name: 'twoLegRaise', label: 'Rising onto your toes, both legs', choices: choicesOf(RAISE_WORDS), optional: true, hint: 'If your calf is very sore today, do not try; “I have not tried” is a good answer.' })}
${radios(asked, { name: 'singleLegRaise', label: 'Rising onto your toes on the sore leg alone', choices: choicesOf(RAISE_WORDS), optional: true })}
<div class="unless-sudden">
${select(asked, {
  name: 'singleLegReps',
  label: 'How many times on the sore leg alone?',
  optional: true,
  empty: 'Not counted',
  choices: numbers(0, 10),
  hint: 'Stop at 10, or at pain above 3. Do not test a calf that went suddenly in the last three days.',
})}
</div>`;

/** Page 3. */
export const runningStep = (asked: Asked): Html => html`
${radios(asked, { name: 'runsNow', label: 'Do you run at the moment?', choices: choicesOf(RUNS_NOW_WORDS) })}
${scale(asked, { name: 'painRunning', label: 'Pain while running', low: 'no pain', high: 'the worst you can imagine', optional: true })}
${input(asked, { name: 'longestRun30d', label: 'Your longest run of the last 30 days, in minutes', numeric: true, narrow: true, optional: true, hint: '0 if there was none.' })}
${radios(asked, { name: 'ageBand', label: 'Your age', choices: AGE_BANDS.map((band) => ({ value: band, label: band.replace('-', '–') })), inline: true })}
${radios(asked, { name: 'strainLast12m', label: 'Calf strains in the last 12 months', hint: 'A sudden pull or tear. This one counts too.', choices: choicesOf(STRAIN_WORDS), inline: true })}`;

/** Page 4, prefilled by the caller. */
export const whenStep = (asked: Asked, timeZones: readonly string[]): Html => html`
${rhythmFields(asked, timeZones)}
<p class="small">Your first plan leaves at once. After that it comes on this day.</p>`;

/** Day, hour, zone, units: also the first half of the settings. */
export const rhythmFields = (asked: Asked, timeZones: readonly string[]): Html => {
  const zone = shown(asked.values, 'timeZone');
  const zones = zone === '' || timeZones.includes(zone) ? timeZones : [zone, ...timeZones];
  return html`${select(asked, { name: 'weekday', label: 'Day of the plan', choices: WEEKDAY_NAMES.map((day, i) => ({ value: String(i + 1), label: day })) })}
${select(asked, { name: 'hour', label: 'Hour', choices: numbers(FIRST_HOUR, LAST_HOUR).map(({ value }) => ({ value, label: `${value.padStart(2, '0')}:00` })) })}
${select(asked, { name: 'timeZone', label: 'Time zone', choices: zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') })) })}
${radios(asked, { name: 'units', label: 'Distances in', choices: choicesOf(UNIT_WORDS), inline: true })}`;
};

/** Whole numbers as entries of a list. */
export function numbers(from: number, to: number): readonly Choice[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    value: String(from + i),
    label: String(from + i),
  }));
}
