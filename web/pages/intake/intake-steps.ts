/**
 * The questions of the four intake pages (docs/contract.md §2.1). Their words: curriculum/en/questions.yaml.
 */
import {
  AGE_BANDS,
  INTAKE_RED_FLAGS,
  RED_FLAGS,
  type RedFlag,
  SINCE_SIGNS,
  WEEKLY_RED_FLAGS,
} from '../../../program/answers/intake.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import {
  type Asked,
  type Choice,
  checks,
  choicesOf,
  fieldsOf,
  input,
  radios,
  scale,
  select,
  tick,
} from '../../components.ts';
import { CONSENTS } from '../../consents.ts';
import { listOf, shown } from '../../forms/form-values.ts';
import { FIRST_HOUR, LAST_HOUR, WEEKDAY_NAMES } from '../../forms/rhythm.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { notice } from '../../panels.ts';

/** The weekly list as it is asked every week. */
export const weeklyChoices = ({ options }: Questions): readonly Choice[] =>
  WEEKLY_RED_FLAGS.map((flag) => ({ value: flag, label: options.redFlags[flag].ask }));
/** A leg that got worse: what cannot wait an hour first, then the whole list (docs/clinical-rules.md §12 A24). */
const FIRST_WHEN_WORSE: readonly RedFlag[] = ['rockHard', 'injury', 'saddle'];
export const worseChoices = ({ options }: Questions): readonly Choice[] =>
  [...new Set([...FIRST_WHEN_WORSE, ...RED_FLAGS])].map((flag) => ({
    value: flag,
    label: options.redFlags[flag].ask,
  }));
/** All of them; at the very first asking nothing is "since we last asked". */
const intakeChoices = ({ options }: Questions): readonly Choice[] =>
  [...WEEKLY_RED_FLAGS, ...INTAKE_RED_FLAGS].map((flag) => {
    const { ask, atIntake } = options.redFlags[flag];
    return { value: flag, label: atIntake ?? ask };
  });

/** Page 1. Consent to keep health answers comes before the first health question. */
export const safetyStep = (asked: Asked, { numbers, words }: PageFrame): Html => {
  const field = fieldsOf(words.questions.forms.intake);
  return html`
${tick(asked, { name: 'consentHealth', label: CONSENTS.health.label, hint: CONSENTS.health.hint })}
${checks(asked, { ...field('redFlags', { emergency: numbers.emergency }), choices: intakeChoices(words.questions) })}
${checks(asked, { ...field('conditions'), choices: choicesOf(words.questions.options.conditions) })}`;
};

/** A journey and bed rest have a question of their own on page 1; both are still accepted here. */
const ASKED_BEFORE: readonly string[] = ['travel', 'bedRest'];

/** Page 2. With pain of 1 or more the clot question needs an answer (docs/clinical-rules.md §12 A2). */
export const calfStep = (asked: Asked, { forms, options, scales }: Questions, askClotRisk: boolean): Html => {
  const field = fieldsOf(forms.intake);
  const ticked = listOf(asked.values, 'redFlags');
  const risks = choicesOf(options.clotRisk).filter(({ value }) => !ASKED_BEFORE.includes(value));
  return html`
${
  askClotRisk && shown(asked.values, 'clotRisk') === ''
    ? notice(
        'caution',
        'One more question',
        html`<p>Because something hurts, please answer the question marked below.</p>`,
      )
    : NOTHING
}
${radios(asked, { ...field('intent'), choices: choicesOf(options.intent), optional: true })}
${radios(asked, { ...field('side'), choices: choicesOf(options.side) })}
${radios(asked, { ...field('site'), choices: choicesOf(options.site), optional: true })}
${radios(asked, { ...field('onset'), choices: choicesOf(options.onset), optional: true })}
${input(asked, { ...field('onsetDate'), type: 'date', optional: true, narrow: true })}
${radios(asked, { ...field('hurtsWhen'), choices: choicesOf(options.hurtsWhen), optional: true })}
<div class="${askClotRisk ? 'marked' : ''}">
${checks(asked, { ...field('clotRisk'), choices: risks })}
</div>
${SINCE_SIGNS.some((sign) => ticked.includes(sign)) || asked.errors.some(({ field: name }) => name === 'calfSince') ? radios(asked, { ...field('calfSince'), choices: choicesOf(options.calfSince) }) : NOTHING}
${scale(asked, { ...field('painAverage'), ...scales.pain })}
${scale(asked, { ...field('painWorst'), ...scales.pain })}
${radios(asked, { ...field('nextDay'), choices: choicesOf(options.nextDay) })}
${radios(asked, { ...field('twoLegRaise'), choices: choicesOf(options.twoLegRaise), optional: true })}
${radios(asked, { ...field('singleLegRaise'), choices: choicesOf(options.singleLegRaise), optional: true })}
<div class="unless-sudden">
${select(asked, { ...field('singleLegReps'), optional: true, empty: 'Not counted', choices: numbers(0, 10) })}
</div>`;
};

/** Page 3. */
export const runningStep = (asked: Asked, { forms, options, scales }: Questions): Html => {
  const field = fieldsOf(forms.intake);
  const ages = AGE_BANDS.map((band) => ({ value: band, label: band.replace('-', '–') }));
  return html`
${radios(asked, { ...field('runsNow'), choices: choicesOf(options.runsNow) })}
${scale(asked, { ...field('painRunning'), ...scales.pain, optional: true })}
${input(asked, { ...field('longestRun30d'), numeric: true, narrow: true, optional: true })}
${input(asked, { ...field('longestBefore'), numeric: true, narrow: true, optional: true })}
${radios(asked, { ...field('ageBand'), choices: ages, inline: true })}
${radios(asked, { ...field('strainLast12m'), choices: choicesOf(options.strainLast12m), inline: true })}`;
};

/** Page 4, prefilled by the caller. */
export const whenStep = (asked: Asked, questions: Questions, timeZones: readonly string[]): Html => html`
${rhythmFields(asked, questions, timeZones)}
<p class="small">Your first plan leaves at once. After that it comes on this day.</p>`;

/** Day, hour, zone, units: also the first half of the settings. */
export const rhythmFields = (
  asked: Asked,
  { forms, options }: Questions,
  timeZones: readonly string[],
): Html => {
  const field = fieldsOf(forms.intake);
  const zone = shown(asked.values, 'timeZone');
  const zones = zone === '' || timeZones.includes(zone) ? timeZones : [zone, ...timeZones];
  const hours = numbers(FIRST_HOUR, LAST_HOUR).map(({ value }) => ({
    value,
    label: `${value.padStart(2, '0')}:00`,
  }));
  return html`${select(asked, { ...field('weekday'), choices: WEEKDAY_NAMES.map((day, i) => ({ value: String(i + 1), label: day })) })}
${select(asked, { ...field('hour'), choices: hours })}
${select(asked, { ...field('timeZone'), choices: zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') })) })}
${radios(asked, { ...field('units'), choices: choicesOf(options.units), inline: true })}`;
};

/** Whole numbers as entries of a list. */
export function numbers(from: number, to: number): readonly Choice[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    value: String(from + i),
    label: String(from + i),
  }));
}
