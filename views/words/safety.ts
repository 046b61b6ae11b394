/**
 * The words of a stop: the same on the page at once and in the safety mail. It says what was answered and
 * what to do, never what it might be.
 */
import type { Finding, Stop } from '../../program/course/types.ts';
import { countryOf, findingWords, routeWords, stageOf } from '../../program/curriculum/lookup.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { Course } from '../../program/participant/state.ts';
import type { EmergencyNumbers, PainPoint } from '../mail/views.ts';
import type { SafetyPanel } from '../page/page-views.ts';

const STOPPED =
  'All exercise mails of your plan have stopped. Please do no calf strength work and no running until then.';
const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
const sentence = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.!?]$/.test(clause) ? '' : '.'}`;

export function emergencyNumbers(curriculum: Curriculum, country: string): EmergencyNumbers {
  const row = countryOf(curriculum, country);
  return { country: row.name, emergency: row.emergency, urgent: row.urgent };
}

/** Every country of the table, by name; the default last. */
export const allNumbers = (curriculum: Curriculum): readonly EmergencyNumbers[] =>
  Object.keys(curriculum.safety.countries)
    .sort(
      (a, b) =>
        Number(a === 'default') - Number(b === 'default') ||
        emergencyNumbers(curriculum, a).country.localeCompare(emergencyNumbers(curriculum, b).country, 'en'),
    )
    .map((code) => emergencyNumbers(curriculum, code));

/**
 * Why it stopped, what to do now, what to tell; for an emergency the number of the country comes first and
 * nothing else follows (docs/clinical-rules.md §9.6).
 */
export function safetyPanel(
  curriculum: Curriculum,
  stop: Pick<Stop, 'route' | 'findings' | 'contradictions'>,
  country: string,
): SafetyPanel {
  const words = routeWords(curriculum, stop.route);
  const numbers = countryOf(curriculum, country);
  const put = (line: string): string =>
    line.replaceAll('{emergency}', numbers.emergency).replaceAll('{urgent}', numbers.urgent);
  const emergency = stop.route === 'emergency';
  const findings = emergency ? stop.findings.filter((f) => f.route === 'emergency') : stop.findings;
  // An emergency says what to do and nothing else; elsewhere the reading that was taken is said
  // (docs/contract.md §2).
  const unlike = emergency ? [] : (stop.contradictions ?? []);
  const doNow = emergency ? [] : findings.map((f) => put(findingWords(curriculum, f.code).doNow));
  return {
    route: stop.route,
    headline: put(words.headline),
    because: unique([
      ...findings.map((f) => sentence(answerWords(curriculum, f.answer))),
      ...unlike.map((code) => sentence(curriculum.messages.names[code] ?? code)),
    ]),
    steps: unique([...words.steps.map(put), ...doNow]),
    tell: unique(findings.map((f) => findingWords(curriculum, f.code).tell)),
    stopped: STOPPED,
  };
}

/** What was answered, one sentence each. */
export const answersInWords = (curriculum: Curriculum, findings: readonly Finding[]): readonly string[] =>
  unique(findings.map((f) => sentence(answerWords(curriculum, f.answer))));

/** Pain by week as reported, unanswered weeks as null. */
export const painByWeek = (course: Course): readonly PainPoint[] => [
  { week: 0, average: course.baseline.painAverage },
  ...course.history.map((d) => ({ week: d.week, average: d.average })),
];

/**
 * Six lines to show a clinician (docs/clinical-rules.md §9.6): level, pain by week, the answer that stopped
 * or advised it, what was stopped; no diagnosis.
 */
export function clinicianNote(
  curriculum: Curriculum,
  course: Course | null,
  findings: readonly Finding[],
  what: string,
): readonly string[] {
  const answers = unique(findings.map((f) => answerWords(curriculum, f.answer))).join('; ');
  if (course === null) {
    return [
      'Calf Coach: education and self-management by email, no diagnosis.',
      'Programme: not started; stopped at the first questions.',
      `Answer that stopped it: ${answers || 'none'}.`,
      `What was stopped: ${what}`,
      'Pain by week: not recorded.',
      'Strength and running: not begun.',
    ];
  }
  const { level, stage } = course.tracks;
  const run =
    stage === 'RK'
      ? 'running reduced, as before'
      : `${stageOf(curriculum, stage).totalRunMinutes} min of running in a session`;
  const pains = painByWeek(course)
    .map((p) => (p.average === null ? '–' : String(p.average)))
    .join(' ');
  return [
    'Calf Coach: education and self-management by email, no diagnosis.',
    `Week ${course.week}. Strength level ${level} of 7 (${curriculum.levels[level]?.name ?? ''}).`,
    `Running stage ${stage}: ${run}.`,
    `Average pain by week, 0 to 10, from the start: ${pains}.`,
    `Answer behind this note: ${answers || 'see pain by week'}.`,
    `What was stopped: ${what}`,
  ];
}
