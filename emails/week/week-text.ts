/**
 * The same as written text, in the order of the HTML, and more: every exercise has its cue, so that who only
 * replies can train without opening a page.
 */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { runWords } from '../../views/plan/dose.ts';
import type { Ladder } from '../../views/plan/standing.ts';
import { allDescribedAt } from '../parts/drawing.ts';
import { newMoves, sharedStopRule } from '../parts/new-moves.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { boxes, cardText, missing, noteLines, openList, painRule } from '../parts/plan-text.ts';
import { lessonAt } from '../parts/teaser.ts';
import { CHART_WEEKS } from '../parts/words.ts';
import { bullets, heading, link, para, paragraphs, section, sections } from '../plain.ts';
import { type Above, belowWhy, dayShort, dayWhat, doseOf, testLines } from './above.ts';
import { WEEK_WORDS as W } from './words.ts';

function why(view: PlanView, above: Above): string | null {
  const [first, ...others] = above.reasons;
  return section(
    PLAN_WORDS.why(view.kind),
    view.answered === null || !above.answered ? null : para(view.answered),
    first === undefined ? null : para(first),
    bullets(others),
  );
}

const reached = ({ reached: all }: Above): readonly string[] =>
  all.map(({ title, text }) => para(`${title}. ${text}`.trim()));

const days = ({ glance }: PlanView): string | null =>
  section(
    W.days,
    glance.days
      .map((day) =>
        `${dayShort(day).padEnd(7)} ${dayWhat(day).padEnd(30)} ${W.minutes(day.minutes)}`.trimEnd(),
      )
      .join('\n'),
    para(W.asOf(glance.asOf)),
  );

/** The dose, and what to think of; a new one is told step by step below. */
const move = (e: PlannedExercise): string =>
  e.isNew ? `${e.name}: ${doseOf(e)} (${PLAN_WORDS.newBelow})` : `${e.name}: ${doseOf(e)}. ${e.cue}`;
const sessionsText = ({ sessions: shown }: Above, site: string): string | null =>
  section(
    W.sessions,
    ...shown.map(({ title, often, line, moves }) =>
      [
        para(`${title}${often === '' ? '' : `, ${often}`}${line === null ? '' : `: ${line}`}`),
        ...(moves.length === 0 ? [] : [bullets(moves.map(move))]),
      ].join('\n'),
    ),
    link(PLAN_WORDS.howTo, allDescribedAt(site)),
  );

const door = ({ plan, nextDoor, doorNumber }: PlanView): string | null =>
  nextDoor === null
    ? null
    : sections(
        para(nextDoor),
        doorNumber === null ? null : para(doorNumber),
        plan.gates.length === 0 ? null : para(W.testsBelow),
      );

const ladder = ({ title, at, of, name }: Ladder): string =>
  `${W.ladder(title, at, of)}${name === '' ? '' : `, ${name}`}`;
function standing({ standing: at, painByWeek }: PlanView): string | null {
  const shown = painByWeek.slice(-CHART_WEEKS);
  const pain =
    shown.filter(({ average }) => average !== null).length < 2
      ? []
      : [`${W.pain}: ${shown.map(({ average }) => average ?? W.noAnswerText).join(', ')}`];
  const raises =
    at.raises === null ? [] : [`${W.raises}: ${W.left} ${at.raises.left}, ${W.right} ${at.raises.right}`];
  return section(
    W.standing,
    bullets([ladder(at.strength), ...(at.running === null ? [] : [ladder(at.running)]), ...pain, ...raises]),
  );
}

const lessons = ({ lessons: all }: PlanView, site: string): string =>
  sections(
    ...all.map((lesson) =>
      section(
        lesson.title,
        paragraphs(lesson.brief),
        lesson.action === null ? null : para(`${PLAN_WORDS.action} ${lesson.action}`),
        link(W.lesson, lessonAt(lesson, site)),
      ),
    ),
  );

/** What stands above the rule of the HTML. */
export const above = (view: PlanView, frame: MailFrame, fit: Above): readonly (string | null)[] => [
  openList(view),
  ...reached(fit),
  why(view, fit),
  missing(view),
  view.physio ? para(W.physio) : null,
  days(view),
  sessionsText(fit, frame.links.site),
  view.sessionUrl === null ? null : link(`${W.open}:`, view.sessionUrl),
  door(view),
  standing(view),
  lessons(view, frame.links.site),
];

function physio(
  { physio: advised, note }: PlanView,
  { operator: { referral }, links }: MailFrame,
): string | null {
  if (!advised) return null;
  return section(
    PLAN_WORDS.physio,
    para(PLAN_WORDS.physioWhy),
    referral === null ? null : para(referral),
    noteLines(note),
    links.summary === null ? null : link(`${PLAN_WORDS.sheet} ${PLAN_WORDS.sheetLink}`, links.summary),
  );
}
function moves({ plan }: PlanView): string | null {
  const all = newMoves(plan);
  const shared = sharedStopRule(plan);
  return all.length === 0
    ? null
    : section(PLAN_WORDS.newMoves, sections(...all.map((e) => cardText(e, shared))));
}
/** And what stands below it. */
export const below = (
  view: PlanView,
  frame: MailFrame,
  fit: Above,
  lead: readonly string[],
): readonly (string | null)[] => {
  const tests = testLines(view);
  const { links, numbers } = frame;
  return [
    painRule(view),
    `${heading(PLAN_WORDS.stopSigns)}\n${sections(
      para(PLAN_WORDS.signs(view.stopSigns)),
      para(W.numbers(numbers.emergency, numbers.urgent)),
      link(PLAN_WORDS.stopSignsLink, links.safety),
      links.worse === null ? null : link(`${W.worse}:`, links.worse),
    )}`,
    section(
      W.more,
      ...lead.map(para),
      view.badDay === null ? null : para(`${view.badDay.label} ${view.badDay.text}`),
      para(`${W.running} ${runWords(view.plan.run).join(' ')}`),
      fit.sessions.length === view.glance.sessions.length ? null : para(W.extra(view.plan.crossTraining)),
      para(PLAN_WORDS.next(view)),
    ),
    section(W.moreWhy, bullets(belowWhy(view, fit))),
    tests.length === 0 ? null : section(W.tests(tests.length), bullets(tests), para(PLAN_WORDS.stays)),
    physio(view, frame),
    boxes(view),
    moves(view),
  ];
};
