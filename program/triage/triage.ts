/**
 * Triage (docs/clinical-rules.md §6): answers in, a route and every finding out, the heaviest first. A low
 * score never reassures; a contradiction is read the safer way and said.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { type IntakeAnswers, type SafetyAnswers, SINCE_SIGNS } from '../answers/intake.ts';
import type { Baseline, Finding, Route } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { contradictionsOf, isPrevention } from './contradictions.ts';
import { factsOfCheckIn, factsOfSafety, type KnownBefore, type TriageFacts } from './facts.ts';
import { hasRiskToWatch, isInformation, TRIAGE_ROWS } from './rows.ts';

export interface Triage {
  /** The heaviest route; `eligible` when there are at most notes. */
  readonly route: Route | 'eligible';
  readonly findings: readonly Finding[];
  /**
   * Fever or feeling ill, without a hot red leg: hold the week, no running until 24 hours well
   * (docs/clinical-rules.md §9.5).
   */
  readonly fever: boolean;
  /**
   * A journey without a change, or a clot risk beside pain from exercise: the plan says what to watch for
   * (docs/clinical-rules.md §12 A1).
   */
  readonly watch: boolean;
  /** Codes of answers that do not fit together; each was read the safer way. */
  readonly contradictions: readonly string[];
}

const INTAKE_ROWS = TRIAGE_ROWS.filter((row) => row.asked !== 'check-in');
const CHECK_IN_ROWS = TRIAGE_ROWS.filter((row) => row.asked !== 'intake');

const ROUTES: readonly Route[] = ['emergency', 'doctor', 'wait', 'physioFirst'];
const isRoute = (route: Finding['route']): route is Route => route !== 'note';

const triage = (
  facts: TriageFacts,
  at: 'intake' | 'check-in',
  contradictions: readonly string[],
  cleared: readonly string[],
): Triage => {
  const findings: Finding[] = [];
  for (const row of at === 'intake' ? INTAKE_ROWS : CHECK_IN_ROWS) {
    if (row.when(facts) && !isCleared(row.answer, cleared))
      findings.push({ code: row.code, route: row.route, answer: row.answer });
  }
  const routes = findings.map((f) => f.route).filter(isRoute);
  return {
    route: ROUTES.find((r) => routes.includes(r)) ?? 'eligible',
    findings,
    fever: facts.redFlags.includes('fever') && !facts.redFlags.includes('swelling'),
    watch: isInformation(facts) || (at === 'intake' && hasRiskToWatch(facts)),
    contradictions,
  };
};

/**
 * Red flags are always answered afresh, so a clearance never silences one. A journey, an operation or a new
 * medicine is no sign in the leg: a look at the leg after it ends its part.
 */
const isCleared = (answer: string, cleared: readonly string[]): boolean =>
  cleared.includes(answer) && (!answer.startsWith('redFlags.') || SINCE_ANSWERS.includes(answer));
const SINCE_ANSWERS: readonly string[] = SINCE_SIGNS.map((sign) => `redFlags.${sign}`);

/**
 * The first page of the intake alone, so that a stop shows before anything else is asked
 * (docs/contract.md §2.1).
 */
export const triageSafety = (
  answers: Pick<SafetyAnswers, 'redFlags' | 'conditions'>,
  cleared: readonly string[] = [],
): Triage => triage(factsOfSafety(answers), 'intake', [], cleared);

/**
 * The whole intake (docs/clinical-rules.md §6.4, §6.5). `cleared` = answers (`conditions.heart`,
 * `hurtsWhen.unsure`) a clinician has seen and allowed; a red flag is never among them.
 */
export const triageIntake = (
  answers: IntakeAnswers,
  today: LocalDate,
  cleared: readonly string[] = [],
): Triage => {
  const {
    redFlags,
    conditions,
    side,
    site,
    hurtsWhen,
    clotRisk,
    painAverage,
    painWorst,
    painRunning,
    calfSince,
    twoLegRaise,
    singleLegRaise,
    strainLast12m,
  } = answers;
  const facts: TriageFacts = {
    redFlags,
    conditions,
    side,
    site,
    hurtsWhen,
    clotRisk,
    painAverage,
    painWorst,
    painRunning,
    calfSince,
    standing: [],
    worsened: false,
    twoLegRaise,
    singleLegRaise,
    strainLast12m,
    intent: isPrevention(answers) ? 'prevent' : 'pain',
    // How it began left open is read as sudden: a new weakness is then a tear until a doctor has looked.
    sudden: answers.onset !== 'gradual',
    onsetDays: answers.onsetDate === null ? null : Math.max(0, daysBetween(answers.onsetDate, today)),
  };
  return triage(facts, 'intake', contradictionsOf(answers, today), cleared);
};

/**
 * The weekly check-in (docs/clinical-rules.md §6.6): the same list, the scores of AD-03, conditions that are
 * new since the intake, and what a tick opened.
 */
export const triageCheckIn = (
  answers: CheckInAnswers,
  known: Pick<Baseline, 'conditions' | 'site'> & { readonly before?: KnownBefore['before'] },
): Triage => triage(factsOfCheckIn(answers, { before: null, ...known }), 'check-in', [], []);

/**
 * What a report of "my calf got worse" adds to a check-in: how it came, and whether the leg still rises
 * (docs/clinical-rules.md §12 A24).
 */
export interface WorseAnswers {
  readonly sudden: boolean | null;
  readonly singleLegRaise: IntakeAnswers['singleLegRaise'];
}
/**
 * "My calf got worse": the whole list, the number of now, and the raise that tells a tear from a sore calf.
 */
export const triageWorse = (
  answers: CheckInAnswers,
  worse: WorseAnswers,
  known: Pick<Baseline, 'conditions' | 'site'> & { readonly before?: KnownBefore['before'] },
): Triage =>
  triage(
    {
      ...factsOfCheckIn(answers, { before: null, ...known }),
      singleLegRaise: worse.singleLegRaise,
      // Left open counts as sudden: a leg that does not rise is then a tear until a doctor has looked.
      sudden: worse.sudden !== false,
      onsetDays: worse.sudden === false ? null : 0,
    },
    'check-in',
    [],
    [],
  );
