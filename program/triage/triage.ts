/**
 * Triage (docs/clinical-rules.md §6): answers in, a route and every finding out, the heaviest first. A low
 * score never reassures; a contradiction is read the safer way and said.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { IntakeAnswers, SafetyAnswers } from '../answers/intake.ts';
import type { Baseline, Finding, Route } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { contradictionsOf, isPrevention } from './contradictions.ts';
import { factsOfCheckIn, factsOfSafety, TRIAGE_ROWS, type TriageFacts } from './rows.ts';

export interface Triage {
  /** The heaviest route; `eligible` when there are at most notes. */
  readonly route: Route | 'eligible';
  readonly findings: readonly Finding[];
  /**
   * Fever or feeling ill, without a hot red leg: hold the week, no running until 24 hours well
   * (docs/clinical-rules.md §9.5).
   */
  readonly fever: boolean;
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
    contradictions,
  };
};

/** Red flags are always answered afresh, so a clearance never silences one. */
const isCleared = (answer: string, cleared: readonly string[]): boolean =>
  cleared.includes(answer) && !answer.startsWith('redFlags.');

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
    twoLegRaise,
    singleLegRaise,
    strainLast12m,
    intent: isPrevention(answers) ? 'prevent' : 'pain',
    sudden: answers.onset === 'sudden',
    onsetDays: answers.onsetDate === null ? null : Math.max(0, daysBetween(answers.onsetDate, today)),
  };
  return triage(facts, 'intake', contradictionsOf(answers, today), cleared);
};

/**
 * The weekly check-in (docs/clinical-rules.md §6.6): the same list, the scores of AD-03, and conditions that
 * are new since the intake.
 */
export const triageCheckIn = (
  answers: CheckInAnswers,
  baseline: Pick<Baseline, 'conditions' | 'site'>,
): Triage => triage(factsOfCheckIn(answers, baseline), 'check-in', [], []);
