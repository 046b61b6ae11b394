/**
 * The weekly decision (docs/clinical-rules.md §9.4, §9.5): triage, the table, moves, modifiers. The same
 * opening and answers give the same decision, so answering twice decides twice from the same place and never
 * moves twice.
 */
import { type CheckInAnswers, COMPLETE_FIELDS, missingFields } from '../answers/check-in.ts';
import type { RuleNumbers } from '../course/tracks.ts';
import type { Finding, Opening, Reason, Tracks, WeekDecision, WeekDigest } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import type { LocalDate } from '../kernel/time.ts';
import { heelBoneCalm, limitsOf } from '../plan/limits.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { changedCaps } from './caps.ts';
import { decideRule, type Ruled } from './decision-table.ts';
import { dueFields } from './due.ts';
import { asksStiffness } from './gates.ts';
import { openMarks, unmetCriteria } from './graduation.ts';
import { weekInputs, worstOf } from './inputs.ts';
import { modifiersOf } from './modifiers.ts';
import { nextTracks, withinTests } from './next-tracks.ts';
import { raceFreezes } from './race.ts';
import { keptRaises } from './raises.ts';
import { reasonsOf, ruleParams } from './reasons.ts';
import { beforeOf, isSinceMissing, ticksOf } from './since.ts';

const isStop = (outcome: WeekDecision['outcome']): boolean =>
  outcome === 'STOP_DOCTOR' || outcome === 'STOP_EMERGENCY';

/**
 * Measured now and then; only what was asked for is kept. Heel raises count in whatever week they were typed
 * (docs/clinical-rules.md §12 A15).
 */
const KEPT = ['psfs', 'change'] as const;
const TESTS = ['gateStrength', 'gateRun'] as const;

interface Digested {
  readonly opening: Opening;
  readonly answers: CheckInAnswers;
  readonly today: LocalDate;
  readonly ruled: Ruled;
  readonly complete: boolean;
  readonly due: readonly string[];
}
const digestOf = ({ opening, answers, today, ruled, complete, due }: Digested): WeekDigest => ({
  week: opening.week,
  outcome: ruled.outcome,
  rule: !complete && ruled.outcome === 'HOLD' && ruled.rule !== 'AD-18c' ? 'INCOMPLETE' : ruled.rule,
  average: answers.painAverage,
  worst: answers.painWorst === null ? null : worstOf(answers),
  settled: answers.nextDay === 'settled',
  stiffBoth: answers.nextDay === 'stiffBoth',
  complete,
  sessionsDone: answers.sessionsDone,
  sessionsPlanned: opening.sessionsPlanned,
  level: opening.tracks.level,
  stage: opening.tracks.stage,
  raises: keptRaises(answers),
  longestRun: longestOf(opening, answers),
  on: today,
  ...remembered(opening, answers, today, due),
  ...(opening.flared === true ? { flared: true } : {}),
  ...(due.includes('psfs') && answers.psfs !== null ? { psfs: answers.psfs } : {}),
  ...(due.includes('change') && answers.change !== null ? { change: answers.change } : {}),
});

/** A run of the break counts towards the longest of thirty days only when the calf settled (A20). */
const longestOf = (
  { fromBreak }: Opening,
  { longestRunMinutes, ranInBreak, nextDay }: CheckInAnswers,
): WeekDigest['longestRun'] =>
  fromBreak === true && ranInBreak !== null && nextDay === 'settled'
    ? Math.max(longestRunMinutes ?? 0, ranInBreak)
    : longestRunMinutes;

/** What later weeks ask about this one; only what was told. */
const remembered = (
  opening: Opening,
  answers: CheckInAnswers,
  today: LocalDate,
  due: readonly string[],
): Partial<WeekDigest> => {
  const ticks = ticksOf(answers, today);
  const { nextDay, painkillers, stiffMinutes } = answers;
  const gateStrength = due.includes('gateStrength') ? answers.gateStrength : null;
  const gateRun = due.includes('gateRun') ? answers.gateRun : null;
  return {
    ...(nextDay === null ? {} : { nextDay }),
    ...(painkillers === null ? {} : { painkiller: painkillers !== 'no' }),
    ...(stiffMinutes !== null && asksStiffness(opening) ? { stiff: stiffMinutes } : {}),
    ...(ticks.length > 0 ? { ticks } : {}),
    ...(gateStrength === null && gateRun === null
      ? {}
      : {
          tests: {
            ...(gateStrength === null ? {} : { strength: gateStrength }),
            ...(gateRun === null ? {} : { run: gateRun }),
          },
        }),
    ...(opening.restriction === 'noProgress' ? { afterBreak: true } : {}),
    ...(opening.chosen === undefined
      ? {}
      : opening.chosen === 'easier'
        ? { easier: true }
        : { repeated: true }),
    ...(opening.unread === undefined ? {} : { unread: true }),
  };
};

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

/** What a whole answer still lacks, in the order of the form. */
const stillOpen = (opening: Opening, answers: CheckInAnswers, today: LocalDate): readonly string[] => [
  ...missingFields(answers),
  // Words that nobody has understood open the list of stop signs again (docs/clinical-rules.md §12 A4).
  ...(opening.unread !== undefined && answers.redFlags !== null ? ['redFlags'] : []),
  ...(isSinceMissing(opening, answers, today) ? ['calfSince'] : []),
];

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
  const triage = triageCheckIn(answers, { ...opening.baseline, before: beforeOf(opening, today) });
  const missing = stillOpen(opening, answers, today);
  // Words that nobody has understood leave an answer half heard (docs/clinical-rules.md §12 A4).
  const complete = missing.length === 0 && opening.unread === undefined;
  const told = weekInputs(opening, { answers, triage, today, numbers });
  const inputs = missing.length === 0 ? told : { ...told, gateS: false, gateR: false };
  const ruled = withinTests(decideRule(inputs), inputs, opening, numbers);
  // A test that was not asked for is no test passed, and nothing of it is remembered (docs/clinical-rules.md §9.3).
  const due = [...KEPT, ...TESTS].some((field) => answers[field] !== null)
    ? dueFields(opening, numbers, today)
    : [];
  const now = digestOf({ opening, answers, today, ruled, complete, due });

  const said = { params: ruleParams({ opening, answers, numbers }) };
  if (isStop(ruled.outcome)) {
    return {
      ...unmoved(opening, now, missing),
      outcome: ruled.outcome,
      rule: ruled.rule,
      findings: triage.findings,
      physio: false,
      reasons: [{ code: ruled.rule, ...said }],
    };
  }
  const modifiers = modifiersOf({ opening, now, strengthUp: ruled.strength > 0 });
  const modified = modifiers.map(({ id }): Reason => ({ code: id, ...said }));
  if (modifiers.some((m) => m.adds === 'stop')) {
    const finding: Finding = { code: 'MD-2', route: 'doctor', answer: easingAnswer(answers, ruled.rule) };
    const digest: WeekDigest = { ...now, outcome: 'STOP_DOCTOR', rule: 'MD-2' };
    const rule: Reason = { code: ruled.rule, ...said };
    return {
      ...unmoved(opening, digest, missing),
      outcome: 'STOP_DOCTOR',
      rule: 'MD-2',
      findings: [finding],
      physio: false,
      reasons: [...modified.filter((r) => r.code === 'MD-2'), rule],
    };
  }
  const tracks = raceFreezes(
    nextTracks(opening, { ruled, inputs, answers, complete, numbers }),
    opening,
    today,
  );
  const reasons = [
    ...reasonsOf({ opening, answers, today, numbers, inputs, ruled, tracks, missing, fever: triage.fever }),
    ...heelBone(opening, now),
    ...(triage.watch ? [{ code: 'watch-leg', params: {} } as const] : []),
  ];
  assert(tracks.level <= opening.tracks.level + 1, 'one level at most');
  const done = { now, next: tracks, answers, numbers };
  const graduates =
    complete && !triage.fever && ruled.outcome !== 'REGRESS' && unmetCriteria(opening, done).length === 0;
  return {
    outcome: ruled.outcome,
    rule: now.rule,
    tracks,
    reasons: [
      ...reasons,
      ...modified,
      ...(graduates ? [] : [...openMarks(opening, done), ...courseExtended(opening, numbers)]),
    ],
    findings: [],
    physio: modifiers.some((m) => m.adds === 'physio'),
    digest: now,
    missing,
    ...changedCaps({ opening, now, tracks, today, answers }),
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
): Pick<WeekDecision, 'tracks' | 'digest' | 'missing' | 'liftedCaps' | 'addedCaps' | 'graduates'> => ({
  tracks: opening.tracks,
  digest,
  missing,
  liftedCaps: [],
  addedCaps: [],
  graduates: false,
});

/** Said once, in the week in which it changes. */
function heelBone({ baseline, history, week, returnedWeek }: Opening, now: WeekDigest): readonly Reason[] {
  if (!limitsOf(baseline).heelBone) return [];
  const before = heelBoneCalm(history, week, returnedWeek);
  const after = heelBoneCalm([...history, now], week + 1, returnedWeek);
  return before === after ? [] : [{ code: after ? 'heel-bone-calm' : 'heel-bone-sore', params: {} }];
}

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
      {
        code: opening.acted === true ? 'silence-heard' : 'silence',
        params: { missed: opening.missed + 1 },
      },
      ...courseExtended(opening, numbers),
    ],
    findings: [],
    physio: false,
    digest,
    missing: COMPLETE_FIELDS,
    liftedCaps: [],
    addedCaps: [],
    graduates: false,
  };
};
