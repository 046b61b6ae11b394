/**
 * docs/rules.md: every rule of the programme as a physiotherapist reads it, made from the code's own tables
 * and the curriculum.
 */
import { RULE_ROWS, type RuleRow } from '../../../program/adapt/decision-table.ts';
import { MODIFIER_ROWS } from '../../../program/adapt/modifiers.ts';
import { CAPS, highestLevel } from '../../../program/course/tracks.ts';
import type { Curriculum, Prescribed } from '../../../program/curriculum/schema.ts';
import { answerWords } from '../../../program/curriculum/words.ts';
import { SHOE_ADVICE_KEYS } from '../../../program/shoe-fit/advice.ts';
import { SHOE_RULES } from '../../../program/shoe-fit/rules.ts';
import { TRIAGE_ROWS } from '../../../program/triage/rows.ts';
import { START_ROWS } from '../../../program/triage/start.ts';
import { testWords } from '../../../views/page/programme-view.ts';
import { type Dosed, doseWords, range } from '../../../views/plan/dose.ts';
import { capital, table } from './markdown.ts';

const OUTCOME_WORDS: Readonly<Record<RuleRow['outcome'], string>> = {
  STOP_EMERGENCY: 'stop, emergency',
  STOP_DOCTOR: 'stop, doctor',
  REGRESS: 'ease',
  HOLD: 'repeat',
  PROGRESS: 'move on',
  ACCELERATE: 'move on faster',
};
export const ROUTE_WORDS: Readonly<Record<(typeof TRIAGE_ROWS)[number]['route'], string>> = {
  emergency: 'emergency: call now',
  doctor: 'doctor, the same day',
  wait: 'doctor before any exercise',
  physioFirst: 'physiotherapist first',
  note: 'may start, physiotherapist suggested',
};
const ASKED = { always: 'intake and every check-in', intake: 'intake', 'check-in': 'check-in' } as const;

/** A move as it is printed: `−1`, `0`, or that it depends on the week. */
const move = (steps: RuleRow['strength']): string =>
  typeof steps === 'number' ? (steps < 0 ? `−${-steps}` : String(steps)) : 'see the words';

const weekly = ({ rules }: Curriculum): string =>
  table(
    ['Rule', 'Outcome', 'In words', 'Strength', 'Running'],
    RULE_ROWS.map((row) => {
      const stops = row.outcome.startsWith('STOP');
      return [
        row.id,
        OUTCOME_WORDS[row.outcome],
        rules.adapt[row.id] ?? '',
        stops ? 'stop' : move(row.strength),
        stops ? 'stop' : move(row.running),
      ];
    }),
  );

const modifiers = ({ rules }: Curriculum): string =>
  table(
    ['Rule', 'Adds', 'In words'],
    MODIFIER_ROWS.map((row) => [
      row.id,
      row.adds === 'stop' ? 'a stop' : 'a physiotherapist',
      rules.modifiers[row.id] ?? '',
    ]),
  );

/** One row for each row of the table; the four scores of a field are four rows. */
const triage = (curriculum: Curriculum): string =>
  table(
    ['Code', 'Route', 'Raised by the answer', 'Asked at', 'The code in words'],
    TRIAGE_ROWS.map((row) => [
      row.code,
      ROUTE_WORDS[row.route],
      `${capital(answerWords(curriculum, row.answer))} (\`${row.answer}\`)`,
      ASKED[row.asked],
      curriculum.rules.triage[row.code] ?? '',
    ]),
  );

const starts = ({ rules }: Curriculum): string =>
  table(
    ['Row', 'If', 'Level'],
    START_ROWS.map((row) => [row.id, rules.start[row.id] ?? '', `LV${row.level}`]),
  );

const caps = ({ rules }: Curriculum): string =>
  table(
    ['Cap', 'If', 'Highest level'],
    CAPS.map((cap) => [cap, rules.caps[cap] ?? '', `LV${highestLevel([cap])}`]),
  );

const byId = (words: Readonly<Record<string, string>>, head: string): string =>
  table([head, 'In words'], Object.entries(words));

const prescribed = (curriculum: Curriculum, p: Dosed & Pick<Prescribed, 'exercise'>, more = ''): string =>
  `${p.exercise} ${curriculum.exercises[p.exercise]?.name ?? ''}: ${doseWords(p)}${more}`;

/** A self-test without a runner's own numbers; `null` stands at the top. */
const gateWords = (gate: string | null): string => (gate === null ? 'none: the top' : testWords(gate));

const levels = (curriculum: Curriculum): string =>
  table(
    ['Level', 'Work', 'Sessions a week', 'Weeks at least', 'Test that opens the next level', 'Without hops'],
    curriculum.levels.map((level) => [
      `LV${level.level} ${level.name}`,
      level.exercises.map((p) => prescribed(curriculum, p)).join('; '),
      `${level.sessionsPerWeek} of ${range(level.sessionMinutes)} minutes of calf work${level.hoursBetween === null ? '' : `, ${level.hoursBetween} hours apart`}`,
      `${level.minimumWeeks}${level.extraWeekForRisk ? ' (one more from 50 on, or after a strain in 12 months)' : ''}`,
      gateWords(level.gate),
      level.gateNoHops === undefined ? 'the same' : gateWords(level.gateNoHops),
    ]),
  );

const stages = (curriculum: Curriculum): string =>
  table(
    [
      'Stage',
      'A session',
      'Running',
      'Next stage needs',
      'Test that opens the next stage',
      'Without hops',
      'Both calves sore',
    ],
    curriculum.stages.map((stage) => [
      stage.stage,
      stage.totalRunMinutes === 0
        ? `walk ${stage.walkMinutes} min`
        : `${stage.intervals} × (run ${stage.runMinutes}, walk ${stage.walkMinutes}) min`,
      `${stage.totalRunMinutes} of ${stage.sessionMinutes} min, ${stage.sessionsPerWeek} times a week`,
      stage.nextNeedsLevel === null ? 'no level' : `LV${stage.nextNeedsLevel}`,
      stage.gate === null
        ? stage.stage === 'R9'
          ? 'none: the top'
          : curriculum.twoSessions
        : gateWords(stage.gate),
      stage.gateNoHops === undefined ? 'the same' : gateWords(stage.gateNoHops),
      stage.gateBothSides === undefined ? 'the same' : gateWords(stage.gateBothSides),
    ]),
  );

const footCore = (curriculum: Curriculum): string =>
  table(
    ['Block', 'Weeks', 'Moves', 'Move on when'],
    curriculum.footCore.blocks.map((block) => [
      `${block.block} ${block.name}`,
      `${block.weeks[0]} to ${block.weeks[1]}`,
      block.moves
        .map((m) =>
          prescribed(
            curriculum,
            m,
            m.needsLevel === 0 ? '' : ` (from LV${m.needsLevel}; below it ${m.otherwise ?? 'nothing'})`,
          ),
        )
        .join('; '),
      block.moveOn,
    ]),
  );

/** In the order in which they speak; a rule with several cases has a row for each. */
const shoeCheck = ({ shoeWords }: Curriculum): string =>
  table(
    ['Rule', 'In a mail', 'Why'],
    SHOE_RULES.flatMap(({ id }) =>
      SHOE_ADVICE_KEYS.filter((key) => key === id || key.startsWith(`${id}.`)).map((key) => {
        const { short, why } = shoeWords.rules[key];
        return [key, short, why].map((text) => text.replace(/\{(\w+)\}/g, '‹$1›'));
      }),
    ),
  );

/** What a person tells on the optional pages, and what it does. */
const told = (curriculum: Curriculum): string => `## 10. Shoe check

Every row that fits speaks on the page, in this order; the first ${curriculum.shoes.perMail} stand in the next plan. An answer left open or "not sure" makes no row fit. Linked in the plans of weeks ${curriculum.shoes.weeks.join(' and ')}.

${shoeCheck(curriculum)}

## 11. Which lessons come first

Two a week in the order of the curriculum. One a week is moved forward by what a person told us; nobody gets one twice. What is told never moves a load.

${byId(curriculum.rules.relevance, 'Lesson')}
`;

/** The document. Every row of RULE_TABLES stands in it once; test/docs checks that nothing else does. */
export function rulesDocument(curriculum: Curriculum): string {
  const { rules, keepRunning: rk } = curriculum;
  return `# The rules, as they run

Generated by \`npm run build\` from the tables the programme runs on (\`program/adapt\`, \`program/triage\`, \`curriculum/\`); do not edit. The
words are those of \`curriculum/en/rules.yaml\`. Curriculum version ${curriculum.version}; ${curriculum.review.pending ? 'it awaits clinical review.' : `reviewed by ${curriculum.review.by} on ${curriculum.review.on}.`}
Pain is 0 to 10. "Ease" is one or more steps down, "repeat" the same week again. What a clinician has to decide: [clinical-sign-off.md](clinical-sign-off.md).

## 1. The weekly decision

Read from the top; the first row that fits decides, and no other row is looked at. An emergency comes before everything, a step back before a
repeat, a repeat before a move. A test counts only with this week's own "yes": none is ever assumed.

${weekly(curriculum)}

## 2. What a row of weeks adds

${modifiers(curriculum)}

## 3. Stop signs and triage

One row for each answer, the heaviest first: emergency, doctor, wait, physiotherapist, note. No row lowers another, and no score is shown to anybody.

${triage(curriculum)}

## 4. Where a runner starts

The first row that fits; then the caps. Nobody starts above LV4.

${starts(curriculum)}

### Caps

${caps(curriculum)}

## 5. Outside the tables

${byId(rules.also, 'Case')}

## 6. Strength levels

Both legs are trained; the sore leg sets the number of repetitions. At most one level a week.

${levels(curriculum)}

## 7. Walk and jog ladder

Three days a week, never two in a row. R1 needs LV3 and never follows a step back.

${stages(curriculum)}

RK, keep running, reduced: ${rk.volumePercent[0]} to ${rk.volumePercent[1]} percent of the usual week, no hills for ${rk.noHillsWeeks} weeks, the longest run up by at most ${rk.longestRunRaisePercent} percent, the week by ${rk.weeklyRaisePercent[0]} to ${rk.weeklyRaisePercent[1]}; a step back cuts ${rk.regressCutPercent} percent, the second leads to ${rk.secondRegressStage}.

## 8. Foot strength

By the calendar, not by pain; ${curriculum.footCore.minutes[0]} to ${curriculum.footCore.minutes[1]} minutes on ${curriculum.footCore.sessionsPerWeek} days.

${footCore(curriculum)}

## 9. Graduation

All of these at one check-in.

${byId(rules.graduation, 'Criterion')}

${told(curriculum)}`;
}
