/**
 * The parts of a plan as written text, in the order of reading. Every instruction of the HTML stands here
 * too.
 */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { PainPoint, PlanBox, PlanView } from '../../views/mail/views.ts';
import { doseWords } from '../../views/plan/dose.ts';
import { bullets, heading, link, numbered, para, paragraphs, section, sections } from '../plain.ts';
import { stopRuleOf } from './new-moves.ts';
import { ownWordsText } from './own-words.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { CHART_WEEKS } from './words.ts';

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
export const openList = ({ list }: Pick<PlanView, 'list'>): string | null =>
  list === undefined
    ? null
    : section(
        W.listHeading,
        para(W.list),
        bullets(list.signs),
        link(`${W.listNone} ${W.listLink}:`, list.url),
      );
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
export const noteLines = (note: readonly string[]): string | null =>
  note.length === 0 ? null : `${para(W.note)}\n${bullets(note)}`;
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
