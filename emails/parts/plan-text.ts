/**
 * The parts of a plan as written text, in the order of reading. Every instruction of the HTML stands here
 * too.
 */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { MailFrame, PainPoint, PlanBox, PlanView } from '../../views/mail/views.ts';
import { amountWords, doseWords, range, runWords } from '../../views/plan/dose.ts';
import { bullets, heading, link, numbered, para, paragraphs, section, sections } from '../plain.ts';
import { allDescribedAt } from './drawing.ts';
import { sharedStopRule, stopRuleOf } from './new-moves.ts';
import { ownWordsText } from './own-words.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { CHART_WEEKS, glanceRows, whyLines } from './words.ts';

const line = (exercise: PlannedExercise): string => `${exercise.name}: ${doseWords(exercise)}`;
export const cardText = (exercise: PlannedExercise, shared: string | null): string =>
  [
    para(line(exercise)),
    para(exercise.setUp),
    numbered(exercise.steps),
    para(`${W.cue} ${exercise.cue}`),
    para(`${W.easier} ${exercise.easier}`),
    ...(exercise.stopRule === shared ? [] : [para(exercise.stopRule)]),
  ].join('\n');
const todayLine = (e: PlannedExercise): string =>
  e.isNew ? `${e.name}: ${amountWords(e.dose)} (${W.newBelow})` : line(e);
const known = (exercises: readonly PlannedExercise[]): string =>
  bullets(exercises.filter((e) => !e.isNew).map(line));
const fresh = (exercises: readonly PlannedExercise[], { plan }: PlanView): string =>
  sections(...exercises.filter((e) => e.isNew).map((e) => cardText(e, sharedStopRule(plan))));
const moves = (exercises: readonly PlannedExercise[], view: PlanView): string =>
  sections(known(exercises), fresh(exercises, view));

export const today = ({ plan }: PlanView, site: string): string | null =>
  plan.sessions === 0 || plan.strength.length === 0
    ? null
    : section(
        W.today(range(plan.sessionMinutes)),
        bullets(plan.strength.map(todayLine)),
        link(W.howTo, allDescribedAt(site)),
      );
export const glance = ({ plan }: PlanView): string | null =>
  section(W.glance, bullets(glanceRows(plan).map((row) => `${row.count} ${row.title}: ${row.detail}`)));
export const strength = (view: PlanView): string | null =>
  section(W.newStrength, fresh(view.plan.strength, view));
export const warmUp = (view: PlanView): string | null =>
  view.plan.warmUp === null ? null : section(W.warmUp, moves([view.plan.warmUp], view));
export const running = ({ plan }: PlanView): string | null =>
  section(W.running(plan.run), ...runWords(plan.run).map(para));
export const footCore = (view: PlanView): string | null =>
  view.plan.footCoreMoves.length === 0
    ? null
    : section(W.footCore, para(W.footCoreWhen), moves(view.plan.footCoreMoves, view));
export const stretches = (view: PlanView): string | null =>
  view.plan.stretches.length === 0
    ? null
    : section(
        W.stretches,
        para(W.stretchDays(range(view.plan.stretchDays))),
        moves(view.plan.stretches, view),
      );
export const addOn = (view: PlanView): string | null =>
  view.plan.addOn.length === 0 ? null : section(W.addOn, moves(view.plan.addOn, view));
export const tests = ({ plan }: PlanView): string | null =>
  plan.gates.length === 0
    ? null
    : section(
        W.tests(plan.gates.length),
        bullets(plan.gates.map((gate) => `${W.testOf[gate.track]} ${gate.test}`)),
        para(W.testRule),
      );

export const why = (view: PlanView): string | null => {
  const [first, ...others] = whyLines(view);
  return section(
    W.why(view.kind),
    view.answered === null ? null : para(view.answered),
    first === undefined ? null : para(first),
    bullets(others),
  );
};
export const missing = (view: PlanView): string | null =>
  view.missing.length === 0
    ? stillOpen(view.answerUrl)
    : section(
        W.missingHeading,
        para(W.missing(view.outcome)),
        bullets(view.missing),
        view.answerUrl === null ? null : link(`${W.complete}:`, view.answerUrl),
      );
const stillOpen = (url: string | null): string | null =>
  url === null ? null : section(W.answerHeading, para(W.answerStill), link(`${W.answer}:`, url));
export const physio = (view: PlanView, { operator: { referral }, links }: MailFrame): string | null => {
  if (!view.physio) return null;
  const sheet = links.summary === null ? null : link(`${W.sheet} ${W.sheetLink}`, links.summary);
  return section(
    W.physio,
    para(W.physioWhy),
    referral === null ? null : para(referral),
    noteLines(view.note),
    sheet,
  );
};
export const noteLines = (note: readonly string[]): string | null =>
  note.length === 0 ? null : `${para(W.note)}\n${bullets(note)}`;
export const lesson = ({ lessons }: PlanView): string =>
  sections(
    ...lessons.map((found) =>
      section(
        found.title,
        paragraphs(found.brief),
        found.action === null ? null : para(`${W.action} ${found.action}`),
      ),
    ),
  );
const box = ({ title, text, items = [], own = [], link: to }: PlanBox): string | null =>
  section(
    title,
    paragraphs(text),
    bullets(items),
    ...own.map(ownWordsText),
    to === undefined ? null : link(to.label, to.url),
  );
export const boxes = (view: PlanView): string => sections(...view.boxes.map(box));
export const painRule = (
  view: Pick<PlanView, 'painRule' | 'nextMorningRule'> & { readonly plan?: WeekPlan },
): string | null =>
  section(
    W.painRule,
    bullets(view.painRule),
    [view.nextMorningRule, ...stopRuleOf(view.plan)].map(para).join('\n'),
  );
export const dates = (view: PlanView, me: string | null): string | null =>
  section(W.dates, bullets(W.dateLines(view)), me === null ? null : link(W.mePage, me));
export const stopSigns = (view: Pick<PlanView, 'stopSigns'>, safety: string): string =>
  `${heading(W.stopSigns)}\n${sections(bullets(view.stopSigns), link(W.stopSignsLink, safety))}`;

export const painChart = (points: readonly PainPoint[], weeks = CHART_WEEKS): string | null => {
  const shown = points.slice(-weeks);
  if (shown.filter((point) => point.average !== null).length < 2) return null;
  const rows = shown.map(
    ({ week, average }) =>
      `${W.chartWeek(week).padEnd(8)} ${average === null ? W.chartGap : `${'#'.repeat(average)} ${average}`.trim()}`,
  );
  return section(W.chart, para(W.chartCaption), rows.join('\n'));
};
