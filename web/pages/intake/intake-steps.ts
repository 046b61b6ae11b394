/** The questions of the intake, page by page (docs/contract.md §2.1). Their words: the curriculum. */
import {
  AGE_BANDS,
  INTAKE_RED_FLAGS,
  RED_FLAGS,
  type RedFlag,
  WEEKLY_RED_FLAGS,
} from '../../../program/answers/intake.ts';
import type { IntakePage, IntakeStep, PageFrame } from '../../../views/page/page-views.ts';
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
import { shown } from '../../forms/form-values.ts';
import { asksSince, isRunner } from '../../forms/intake.ts';
import { FIRST_HOUR, LAST_HOUR, WEEKDAY_NAMES } from '../../forms/rhythm.ts';
import type { Step } from '../../forms/steps.ts';
import { type Html, html, NOTHING } from '../../html.ts';

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

/** Consent and both lists on one page: asked once more after a stop. */
export const safetyStep = (asked: Asked, { numbers, words }: PageFrame): Html => {
  const field = fieldsOf(words.questions.forms.intake);
  return html`
${consent(asked)}
${checks(asked, { ...field('redFlags', { emergency: numbers.emergency }), choices: intakeChoices(words.questions) })}
${checks(asked, { ...field('conditions'), choices: choicesOf(words.questions.options.conditions) })}`;
};
/** To keep health answers, before the first health question. */
const consent = (asked: Asked): Html =>
  tick(asked, { name: 'consentHealth', label: CONSENTS.health.label, hint: CONSENTS.health.hint });

/** A journey and bed rest have a question of their own before; both are still accepted here. */
const ASKED_BEFORE: readonly string[] = ['travel', 'bedRest'];

/** The questions of one page, what it shows and what it is made of. */
interface Shown {
  readonly view: IntakePage;
  readonly step: Step<IntakeStep>;
  readonly asked: Asked;
}

/** The lines of one page of a list; "None of these" is a button below. */
const lines = ({ step: { lines: own = [] }, asked }: Shown, frame: PageFrame): Html => {
  const { questions } = frame.words;
  const field = fieldsOf(questions.forms.intake);
  const of = (all: readonly Choice[]): readonly Choice[] =>
    own.flatMap((line) => all.filter((c) => c.value === line));
  const signs = of(intakeChoices(questions));
  return signs.length > 0
    ? checks(asked, {
        ...field('redFlags', { emergency: frame.numbers.emergency }),
        choices: signs,
        none: null,
      })
    : checks(asked, {
        ...field('conditions'),
        choices: of(choicesOf(questions.options.conditions)),
        none: null,
      });
};

/** The questions of one page. */
export function intakeQuestions(frame: PageFrame, shownNow: Shown): Html {
  const { view, step, asked } = shownNow;
  const { questions } = frame.words;
  const { forms, options, scales } = questions;
  const field = fieldsOf(forms.intake);
  if (step.lines !== undefined) return lines(shownNow, frame);
  switch (step.id) {
    case 'consent':
      return consent(asked);
    case 'calf':
      return html`${radios(asked, { ...field('intent'), choices: choicesOf(options.intent), optional: true })}
${radios(asked, { ...field('side'), choices: choicesOf(options.side) })}`;
    case 'place':
      return html`${radios(asked, { ...field('site'), choices: choicesOf(options.site), optional: true })}
${radios(asked, { ...field('onset'), choices: choicesOf(options.onset), optional: true })}
${input(asked, { ...field('onsetDate'), type: 'date', optional: true, narrow: true })}`;
    case 'pain':
      return html`${scale(asked, { ...field('painAverage'), ...scales.pain })}
${scale(asked, { ...field('painWorst'), ...scales.pain })}
${radios(asked, { ...field('nextDay'), choices: choicesOf(options.nextDay) })}`;
    case 'hurts':
      return whenItHurts(asked, questions);
    case 'raises':
      return raises(asked, questions);
    case 'running':
      return radios(asked, { ...field('runsNow'), choices: choicesOf(options.runsNow) });
    case 'runs':
      return html`${
        isRunner(asked.values) || wrong(asked, 'painRunning')
          ? scale(asked, { ...field('painRunning'), ...scales.pain })
          : NOTHING
      }
${input(asked, { ...field('longestRun30d'), numeric: true, narrow: true, optional: true })}
${input(asked, { ...field('longestBefore'), numeric: true, narrow: true, optional: true })}`;
    case 'person':
      return html`${radios(asked, { ...field('ageBand'), choices: AGES, inline: true })}
${radios(asked, { ...field('strainLast12m'), choices: choicesOf(options.strainLast12m), inline: true })}`;
    case 'when':
      return html`${rhythmFields(asked, questions, view.timeZones)}
<p class="small">Your first plan leaves at once. After that it comes on this day.</p>`;
    default:
      return NOTHING;
  }
}
const AGES: readonly Choice[] = AGE_BANDS.map((band) => ({ value: band, label: band.replace('-', '–') }));

/** An error has to stand at its field, whoever is asked it. */
const wrong = ({ errors }: Asked, name: string): boolean => errors.some(({ field }) => field === name);

/** With pain of 1 or more these need an answer (docs/clinical-rules.md §12 A2). */
const whenItHurts = (asked: Asked, { forms, options }: Questions): Html => {
  const field = fieldsOf(forms.intake);
  const risks = choicesOf(options.clotRisk).filter(({ value }) => !ASKED_BEFORE.includes(value));
  return html`${radios(asked, { ...field('hurtsWhen'), choices: choicesOf(options.hurtsWhen) })}
${checks(asked, { ...field('clotRisk'), choices: risks })}
${
  asksSince(asked.values) || wrong(asked, 'calfSince')
    ? radios(asked, { ...field('calfSince'), choices: choicesOf(options.calfSince) })
    : NOTHING
}`;
};

/** A calf that went suddenly is not counted (docs/clinical-rules.md §9.2). */
const raises = (asked: Asked, { forms, options }: Questions): Html => {
  const field = fieldsOf(forms.intake);
  const sudden = shown(asked.values, 'onset') === 'sudden' && !wrong(asked, 'singleLegReps');
  return html`${radios(asked, { ...field('twoLegRaise'), choices: choicesOf(options.twoLegRaise), optional: true })}
${radios(asked, { ...field('singleLegRaise'), choices: choicesOf(options.singleLegRaise), optional: true })}
${sudden ? NOTHING : select(asked, { ...field('singleLegReps'), optional: true, empty: 'Not counted', choices: numbers(0, 10) })}`;
};

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
