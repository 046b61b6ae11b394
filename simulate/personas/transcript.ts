/** A journey as a clinician reads it: one line an event, in the participant's own local time. */
import { dayInWords, localTime } from '../../program/calendar.ts';
import type { Dose } from '../../program/course/plan.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { Person } from '../../program/participant/state.ts';
import { type MailLinks, mailView } from '../../views/mail/mail-view.ts';
import type { MailBody, MailView, OwnWords, PlanView } from '../../views/mail/views.ts';
import { understood } from '../../views/words/words.ts';
import type { Journey, Step } from './journey.ts';
import type { Persona } from './persona.ts';

const LINKS: MailLinks = {
  site: 'https://coach.example',
  safety: 'https://coach.example/safety',
  privacy: 'https://coach.example/privacy',
  signup: 'https://coach.example/signup',
  unsubscribe: 'https://coach.example/u/x',
  me: 'https://coach.example/me/x',
  summary: 'https://coach.example/me/x/summary',
  confirm: 'https://coach.example/confirm/x',
  start: 'https://coach.example/start/x',
  worse: 'https://coach.example/w/x',
  fresh: 'https://coach.example/fresh/x',
  running: 'https://coach.example/running/x',
  shoes: 'https://coach.example/shoes/x',
  checkIn: 'https://coach.example/c/x',
  session: 'https://coach.example/x/x',
  openCheckIn: 'https://coach.example/c/x',
  checkInAnswer: (value) => `https://coach.example/c/x/${value}`,
};
const OPERATOR = {
  name: 'Example Running Club',
  postal: '1 Example Street, Exampletown',
  email: 'coach@example.org',
  referral: null,
};

/** `3 × 12 → 3 × 15`, `5 × 30 s`. */
export function doseText(dose: Dose): string {
  const amount = (sets: number, count: number, unit: string): string => `${sets} × ${count}${unit}`;
  const from = dose.reps ?? dose.seconds ?? dose.metres ?? 1;
  const unit = dose.reps !== undefined ? '' : dose.seconds !== undefined ? ' s' : ' m';
  const to = dose.toReps ?? dose.toSeconds;
  const first = amount(dose.sets, from, unit);
  const hold = dose.reps !== undefined && dose.seconds !== undefined ? ` × ${dose.seconds} s` : '';
  return to === undefined && dose.toSets === undefined
    ? `${first}${hold}`
    : `${first}${hold} → ${amount(dose.toSets ?? dose.sets, to ?? from, unit)}${hold}`;
}

export function transcript(persona: Persona, journey: Journey, curriculum: Curriculum): string {
  const lines = [`# ${persona.name}`, '', persona.about, ''];
  let day = '';
  for (const step of journey.steps) {
    const zone = step.state.status === 'erased' ? persona.timeZone : step.state.timeZone;
    const today = dayInWords(step.at, zone);
    if (today !== day) lines.push('', `## ${today}`, '');
    day = today;
    lines.push(...stepLines(step, localTime(step.at, zone), curriculum));
  }
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

const clip = (lines: readonly string[]): readonly string[] => lines.map((l) => `    ${l}`);

/** The mail of a step as it is shown. */
export const viewOfMail = (
  step: Extract<Step, { readonly type: 'mail' }>,
  curriculum: Curriculum,
): MailView =>
  mailView({
    person: step.state as Person,
    kind: step.mail.kind,
    week: step.mail.week,
    about: step.mail.about,
    at: step.at,
    curriculum,
    operator: OPERATOR,
    links: LINKS,
  });

function stepLines(step: Step, time: string, curriculum: Curriculum): readonly string[] {
  if (step.type === 'mail') {
    const view = viewOfMail(step, curriculum);
    const week = view.frame.week === null ? '' : ` · week ${view.frame.week}`;
    return [`- ${time} **mail ${step.mail.kind}**${week}`, ...clip(bodyLines(view.body))];
  }
  if (step.refusal !== null) return [`- ${time} ${step.command.type}: refused (${step.refusal})`];
  const facts = step.events
    .filter((e) => !e.type.startsWith('Mail') && e.type !== 'CheckInOpened')
    .map((e) => e.type);
  const told =
    step.command.type === 'SubmitCheckIn' ? clip(understood(curriculum, step.command.answers)) : [];
  const stopped = step.events.flatMap((e) =>
    e.type === 'Stopped'
      ? [
          `    stopped: ${e.stop.route} because ${e.stop.findings.map((f) => `${f.code} (${f.answer})`).join(', ')}`,
        ]
      : [],
  );
  const who = step.command.type === 'Wake' ? 'time' : step.command.type;
  return [`- ${time} ${who}${facts.length > 0 ? ` → ${facts.join(', ')}` : ''}`, ...told, ...stopped];
}

function bodyLines(body: MailBody): readonly string[] {
  switch (body.kind) {
    case 'start':
    case 'plan':
    case 'decision':
      return planLines(body);
    case 'safety':
      return [body.headline, ...body.because, ...body.steps];
    case 'check-in':
    case 'reminder':
      return [`next plan on ${body.planOn}`, ...body.tests.map((t) => `test: ${t}`)];
    case 'lesson':
      return [`${body.id} ${body.title}`];
    case 'flare':
      return [body.headline, `rest until ${body.restUntil}`];
    case 'fresh':
      return [`a link for ${body.minutes} minutes`];
    case 'clearance':
      return [`day ${body.day}`, ...body.because];
    case 'paused':
      return [body.by === 'person' ? `until ${body.until}` : 'because nothing was heard'];
    case 'milestone':
      return [body.title, body.told, ...goalLine(body.goal), ...body.numbers];
    case 'graduation':
      return [
        `${body.weeks} weeks, ${body.answered} answered: average ${body.startAverage} → ${body.endAverage}, LV${body.startLevel} → LV${body.endLevel}, ${body.startStage} → ${body.endStage}`,
        ...goalLine(body.goal),
      ];
    case 'maintenance':
      return [
        `${body.standing}${body.question === null ? '' : ', asks'}${body.next === null ? '' : `, next on ${body.next}`}`,
        `${body.keep.sessions} sessions · ${body.keep.strength.map((e) => `${e.id} ${doseText(e.dose)}`).join('; ')} · ${body.keep.footCoreMoves.map((e) => e.id).join(' ')}`,
        ...(body.raises === null ? [] : [`test: ${body.raises}`]),
        ...(body.tip === null ? [] : [body.tip]),
      ];
    case 'closed':
      return [body.why];
    default:
      return [];
  }
}

/**
 * What is this person's own in the boxes: their words, the advice on their shoes. What everybody gets is in
 * the curriculum.
 */
const boxLines = ({ title, items = [], own = [] }: PlanView['boxes'][number]): readonly string[] =>
  items.length + own.length === 0
    ? []
    : [
        `box ${title}`,
        ...items.map((item) => `  ${item}`),
        ...own.map(({ label, words }) => `  ${label} “${words}”`),
      ];

const goalLine = (goal: OwnWords | null): readonly string[] =>
  goal === null ? [] : [`${goal.label} “${goal.words}”`];

function planLines(view: PlanView): readonly string[] {
  const { plan } = view;
  const exercise = plan.strength.map((e) => `${e.id} ${e.name} ${doseText(e.dose)}`).join('; ');
  const feet = plan.footCoreMoves.map((e) => `${e.id} ${doseText(e.dose)}`).join('; ');
  const run =
    plan.run.stage === 'RK'
      ? `RK, longest run ${plan.run.longestRun ?? 'as in the last 30 days'}`
      : `${plan.run.stage} ${plan.run.intervals} × (${plan.run.runMinutes}/${plan.run.walkMinutes})`;
  return [
    view.headline,
    ...view.reached.map(({ title }) => `reached: ${title}`),
    ...view.reasons.map((r) => `${r.code}: ${r.long}`),
    ...(view.physio ? ['physiotherapist recommended'] : []),
    `LV${plan.level} · ${plan.sessions} sessions · ${exercise}`,
    `${run} · ${plan.footCore}: ${feet}`,
    // Usual for everybody; that there are none is what a reader wants to know.
    ...(plan.stretches.length === 0 ? ['no stretches'] : []),
    ...plan.gates.map((g) => `next door ${g.gate}: ${g.test}`),
    ...view.lessons.map((l) => `lesson ${l.id} ${l.title}`),
    ...view.boxes.flatMap(boxLines),
  ];
}
