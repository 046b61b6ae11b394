/** Parts of a plan as HTML that other mails show too. Each is empty when there is nothing to say. */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { PainPoint, PlanBox, PlanView } from '../../views/mail/views.ts';
import { doseWords } from '../../views/plan/dose.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { describedAt, pictureOf } from './drawing.ts';
import { bullets, items, link, ownWords, prose, strong } from './html.ts';
import { stopRuleOf } from './new-moves.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { CHART_WEEKS } from './words.ts';

/** `shared` = the stop rule that stands beside the pain rule already; any other is the card's own. */
export const card = (exercise: PlannedExercise, site: string, shared: string | null): Html =>
  kit.exerciseCard({
    name: exercise.name,
    dose: doseWords(exercise),
    image: pictureOf(exercise, site),
    alt: exercise.drawing.alt,
    setUp: exercise.setUp,
    steps: items(exercise.steps),
    cueLabel: W.cue,
    cue: exercise.cue,
    easierLabel: W.easier,
    easier: exercise.easier,
    stop: exercise.stopRule === shared ? NOTHING : strong(exercise.stopRule),
  });
/** One line, its name leading to the whole description. */
const line = (exercise: PlannedExercise, site: string): Html =>
  kit.exerciseLink({ name: exercise.name, url: describedAt(exercise, site), dose: doseWords(exercise) });
/** Known moves in one line each, with the way to their description. */
export const lines = (exercises: readonly PlannedExercise[], site: string): Html =>
  exercises.length === 0 ? NOTHING : kit.exerciseLines({ rows: join(exercises.map((e) => line(e, site))) });
/** Above everything else: the list beside words that nobody could read. */
export const openList = ({ list }: Pick<PlanView, 'list'>): Html =>
  list === undefined
    ? NOTHING
    : kit.runInBox({
        title: `${W.listHeading}.`,
        body: linked(`${W.list} ${W.signs(list.signs)} ${W.listNone}`, W.listLink, list.url),
      });
export const missing = (view: PlanView): Html =>
  view.missing.length === 0
    ? stillOpen(view.answerUrl)
    : kit.runInBox({
        title: `${W.missingHeading}.`,
        body: linked(`${W.missing(view.outcome)} ${W.signs(view.missing)}`, W.complete, view.answerUrl),
      });
const stillOpen = (url: string | null): Html =>
  url === null
    ? NOTHING
    : kit.runInBox({ title: `${W.answerHeading}.`, body: linked(W.answerStill, W.answer, url) });
const linked = (text: string, linkLabel: string, url: string | null): Html =>
  url === null ? kit.words({ text }) : kit.textLink({ text, linkLabel, url });
export const box = ({ title, text, items: points = [], own = [], link: to }: PlanBox): Html =>
  kit.softBox({
    heading: title,
    body: join([
      prose(text),
      ...(points.length === 0 ? [] : [bullets(points)]),
      ...own.map(ownWords),
      ...(to === undefined ? [] : [link(to.label, to.url)]),
    ]),
  });
/** The three lines and the next morning; with a plan also the stop rule of its moves. */
export const painRule = (
  view: Pick<PlanView, 'painRule' | 'nextMorningRule'> & { readonly plan?: WeekPlan },
): Html =>
  kit.ruleBox({
    title: W.painRule,
    lines: join(
      [...view.painRule, [view.nextMorningRule, ...stopRuleOf(view.plan)].join(' ')].map((text) =>
        kit.nextLine({ text }),
      ),
    ),
  });
export const stopSigns = (view: Pick<PlanView, 'stopSigns'>, safety: string): Html =>
  kit.part({ heading: W.stopSigns, body: join([bullets(view.stopSigns), link(W.stopSignsLink, safety)]) });

/** Average pain a week as bars with their numbers; the last eight weeks, or as many as `weeks` says. */
export const painChart = (points: readonly PainPoint[], weeks = CHART_WEEKS): Html => {
  const shown = points.slice(-weeks);
  if (shown.filter((point) => point.average !== null).length < 2) return NOTHING;
  const rows = shown.map(({ week, average }) => {
    if (average === null) return kit.chartGap({ week: W.chartWeek(week), value: W.chartGap });
    const width = Math.max(2, average * 10);
    return kit.chartRow({ week: W.chartWeek(week), value: String(average), width, rest: 100 - width });
  });
  return kit.part({ heading: W.chart, body: kit.chart({ caption: W.chartCaption, rows: join(rows) }) });
};
