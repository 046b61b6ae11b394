/**
 * The weekly decision (docs/clinical-rules.md §9.4, §9.5): triage, the table, moves, modifiers. The same
 * opening and answers give the same decision, so answering twice decides twice from the same place and never
 * moves twice.
 */
import { type CheckInAnswers, COMPLETE_FIELDS, missingFields } from '../answers/check-in.ts';
import type { RuleNumbers } from '../course/tracks.ts';
import type { Cap, Finding, Opening, Reason, Tracks, WeekDecision, WeekDigest } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import type { LocalDate } from '../kernel/time.ts';
import { heelBoneCalm } from '../plan/who.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { dueFields } from './due.ts';
import { answered } from './gates.ts';
import { unmetCriteria } from './graduation.ts';
import { weekInputs, worstOf } from './inputs.ts';
import { modifiersOf } from './modifiers.ts';
import { nextTracks, withinTests } from './moves.ts';
import { reasonsOf, ruleParams } from './reasons.ts';
import { decideRule, type Ruled } from './table.ts';

const isStop = (outcome: WeekDecision['outcome']): boolean =>
  outcome === 'STOP_DOCTOR' || outcome === 'STOP_EMERGENCY';

/** TR-P1 by duration is lifted by two calm check-ins in a row (docs/clinical-rules.md §6.4). */
const isCalmForCap = (d: WeekDigest): boolean =>
  d.complete && d.average !== null && d.average <= 2 && d.worst !== null && d.worst <= 3 && d.settled;

/** Measured now and then; only what was asked for is kept. */
const KEPT = ['raisesSore', 'psfs', 'change'] as const;

const digestOf = (
  opening: Opening,
  answers: CheckInAnswers,
  ruled: Ruled,
  complete: boolean,
  due: readonly string[],
): WeekDigest => ({
  week: opening.week,
  outcome: ruled.outcome,
  rule: !complete && ruled.outcome === 'HOLD' ? 'INCOMPLETE' : ruled.rule,
  average: answers.painAverage,
  worst: answers.painWorst === null ? null : worstOf(answers),
  settled: answers.nextDay === 'settled',
  stiffBoth: answers.nextDay === 'stiffBoth',
  complete,
  sessionsDone: answers.sessionsDone,
  sessionsPlanned: opening.sessionsPlanned,
  level: opening.tracks.level,
  stage: opening.tracks.stage,
  raises:
    due.includes('raisesSore') && answers.raisesSore !== null && answers.raisesOther !== null
      ? { sore: answers.raisesSore, other: answers.raisesOther }
      : null,
  longestRun: answers.longestRunMinutes,
  ...(opening.flared === true ? { flared: true } : {}),
  ...(due.includes('psfs') && answers.psfs !== null ? { psfs: answers.psfs } : {}),
  ...(due.includes('change') && answers.change !== null ? { change: answers.change } : {}),
});

/** The answer behind the third easing in a row, as a form option. */
const easingAnswer = (answers: CheckInAnswers, rule: Ruled['rule']): string => {
  switch (rule) {
    case 'AD-06':
      return `painWorst.${worstOf(answers)}`;
    case 'AD-07':
      return `nextDay.${answers.nextDay ?? 'longer'}`;
    case 'AD-09':
      return `longestRunMinutes.${answers.longestRunMinutes ?? 0}`;
    default:
      return `painAverage.${answers.painAverage}`;
  }
};

/**
 * Decides the week `opening` asked about. `today` = the participant's local date of the answer. An incomplete
 * answer is decided at once (0–4 hold, 5–6 ease, 7–10 stop, any red flag its route, any stricter rule that
 * fires on what was answered) and never progresses.
 */
export const decideWeek = (
  opening: Opening,
  answers: CheckInAnswers,
  today: LocalDate,
  numbers: RuleNumbers,
): WeekDecision => {
  const triage = triageCheckIn(answers, opening.baseline);
  const missing = missingFields(answers);
  const complete = missing.length === 0;
  const inputs = weekInputs(opening, answers, triage, today, numbers);
  const ruled = withinTests(decideRule(inputs), inputs, opening, numbers);
  const now = digestOf(
    opening,
    answers,
    ruled,
    complete,
    KEPT.some((field) => answers[field] !== null) ? dueFields(opening, numbers, today) : [],
  );

  if (isStop(ruled.outcome)) {
    return {
      ...unmoved(opening, now, missing),
      outcome: ruled.outcome,
      rule: ruled.rule,
      findings: triage.findings,
      physio: false,
      reasons: [{ code: ruled.rule, params: ruleParams({ opening, answers, numbers }) }],
    };
  }
  const modifiers = modifiersOf({ opening, now, strengthUp: ruled.strength > 0 });
  const modified = modifiers.map(
    ({ id }): Reason => ({ code: id, params: ruleParams({ opening, answers, numbers }) }),
  );
  if (modifiers.some((m) => m.adds === 'stop')) {
    const finding: Finding = { code: 'MD-2', route: 'doctor', answer: easingAnswer(answers, ruled.rule) };
    const digest: WeekDigest = { ...now, outcome: 'STOP_DOCTOR', rule: 'MD-2' };
    const rule: Reason = { code: ruled.rule, params: ruleParams({ opening, answers, numbers }) };
    return {
      ...unmoved(opening, digest, missing),
      outcome: 'STOP_DOCTOR',
      rule: 'MD-2',
      findings: [finding],
      physio: false,
      reasons: [...modified.filter((r) => r.code === 'MD-2'), rule],
    };
  }
  const tracks = nextTracks(opening, ruled, inputs, answers, complete, numbers);
  const reasons = [
    ...reasonsOf({ opening, answers, today, numbers, inputs, ruled, tracks, missing, fever: triage.fever }),
    ...heelBone(opening, now),
  ];
  assert(tracks.level <= opening.tracks.level + 1, 'one level at most');
  const graduates =
    complete &&
    !triage.fever &&
    ruled.outcome !== 'REGRESS' &&
    unmetCriteria(opening, now, tracks, answers, numbers).length === 0;
  return {
    outcome: ruled.outcome,
    rule: now.rule,
    tracks,
    reasons: [...reasons, ...modified, ...(graduates ? [] : courseExtended(opening, numbers))],
    findings: [],
    physio: modifiers.length > 0,
    digest: now,
    missing,
    liftedCaps: liftedCaps(opening, now),
    graduates,
  };
};

/**
 * Said once, when the last of the nominal weeks did not end the course (docs/clinical-rules.md §9.11): no
 * failure, the plan goes on.
 */
const courseExtended = ({ week, again }: Opening, { weeks }: RuleNumbers): readonly Reason[] =>
  again == null && week === weeks.nominal ? [{ code: 'course-extended', params: { week: week + 1 } }] : [];

const unmoved = (
  opening: Opening,
  digest: WeekDigest,
  missing: readonly string[],
): Pick<WeekDecision, 'tracks' | 'digest' | 'missing' | 'liftedCaps' | 'graduates'> => ({
  tracks: opening.tracks,
  digest,
  missing,
  liftedCaps: [],
  graduates: false,
});

/** Said once, in the week in which it changes. */
function heelBone({ baseline, history, week, returnedWeek }: Opening, now: WeekDigest): readonly Reason[] {
  if (baseline.site !== 'heelbone') return [];
  const before = heelBoneCalm(history, week, returnedWeek);
  const after = heelBoneCalm([...history, now], week + 1, returnedWeek);
  return before === after ? [] : [{ code: after ? 'heel-bone-calm' : 'heel-bone-sore', params: {} }];
}

const liftedCaps = (opening: Opening, now: WeekDigest): readonly Cap[] => {
  const before = answered(opening.history).at(-1);
  return opening.baseline.caps.includes('longPain') &&
    isCalmForCap(now) &&
    before !== undefined &&
    isCalmForCap(before)
    ? ['longPain']
    : [];
};

/**
 * An unanswered week is repeated as it was: silence never advances anyone, and serves no week
 * (docs/clinical-rules.md §9.5).
 */
export const decideSilence = (opening: Opening, numbers: RuleNumbers): WeekDecision => {
  const tracks: Tracks = opening.tracks;
  const digest: WeekDigest = {
    week: opening.week,
    outcome: 'HOLD',
    rule: 'SILENCE',
    average: null,
    worst: null,
    settled: false,
    stiffBoth: false,
    complete: false,
    sessionsDone: null,
    sessionsPlanned: opening.sessionsPlanned,
    level: tracks.level,
    stage: tracks.stage,
    raises: null,
    longestRun: null,
  };
  return {
    outcome: 'HOLD',
    rule: 'SILENCE',
    tracks,
    reasons: [
      { code: 'silence', params: { missed: opening.missed + 1 } },
      ...courseExtended(opening, numbers),
    ],
    findings: [],
    physio: false,
    digest,
    missing: COMPLETE_FIELDS,
    liftedCaps: [],
    graduates: false,
  };
};
