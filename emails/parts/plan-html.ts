/** The parts of a plan as HTML, used by `start`, `plan` and `decision`. Each is one hole of their templates; empty when there is nothing to say. */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { Operator, PainPoint, PlanBox, PlanView } from '../../program/explain/views.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { describedAt, pictureOf } from './drawing.ts';
import { bullets, items, labelled, link, ownWords, p, paras, prose, strong } from './html.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { amountWords, CHART_WEEKS, doseWords, glanceRows, range, runWords } from './words.ts';

export const card = (exercise: PlannedExercise, site: string): Html =>
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
    stopRule: exercise.stopRule,
  });
/** One line, its name leading to the whole description. */
const line = (exercise: PlannedExercise, site: string): Html =>
  kit.exerciseLink({ name: exercise.name, url: describedAt(exercise, site), dose: doseWords(exercise) });
/** Known moves in one line each, with the way to their description. */
export const lines = (exercises: readonly PlannedExercise[], site: string): Html =>
  exercises.length === 0 ? NOTHING : kit.exerciseLines({ rows: join(exercises.map((e) => line(e, site))) });
/** A move whose card stands below needs no more than its amount here. */
const todayLines = (exercises: readonly PlannedExercise[], site: string): Html =>
  kit.exerciseLines({
    rows: join(exercises.map((e) => (e.isNew ? kit.exerciseLine({ name: e.name, dose: `${amountWords(e.dose)} · ${W.newBelow}` }) : line(e, site)))),
  });
/** Known moves in one line each, new ones as full cards. */
const moves = (exercises: readonly PlannedExercise[], site: string): Html =>
  join([
    lines(
      exercises.filter((e) => !e.isNew),
      site,
    ),
    ...exercises.filter((e) => e.isNew).map((e) => card(e, site)),
  ]);

export const today = ({ plan }: PlanView, site: string): Html =>
  plan.sessions === 0 || plan.strength.length === 0
    ? NOTHING
    : kit.part({ heading: W.today(range(plan.sessionMinutes)), body: todayLines(plan.strength, site) });

export const glance = ({ plan }: PlanView): Html =>
  kit.part({ heading: W.glance, body: kit.glance({ rows: join(glanceRows(plan).map((row) => kit.glanceRow(row))) }) });

/** How the new strength moves are done; their doses stand in today's session already. */
export const strength = ({ plan }: PlanView, site: string): Html => {
  const fresh = plan.strength.filter((e) => e.isNew);
  return fresh.length === 0 ? NOTHING : kit.part({ heading: W.newStrength, body: join(fresh.map((e) => card(e, site))) });
};
export const warmUp = ({ plan }: PlanView, site: string): Html =>
  plan.warmUp === null ? NOTHING : kit.part({ heading: W.warmUp, body: moves([plan.warmUp], site) });
export const running = ({ plan }: PlanView): Html => kit.part({ heading: W.running(plan.run), body: paras(runWords(plan.run)) });
export const footCore = ({ plan }: PlanView, site: string): Html =>
  plan.footCoreMoves.length === 0 ? NOTHING : kit.part({ heading: W.footCore, body: join([p(W.footCoreWhen), moves(plan.footCoreMoves, site)]) });
export const stretches = ({ plan }: PlanView, site: string): Html =>
  plan.stretches.length === 0
    ? NOTHING
    : kit.part({ heading: W.stretches, body: join([p(W.stretchDays(range(plan.stretchDays))), moves(plan.stretches, site)]) });
export const addOn = ({ plan }: PlanView, site: string): Html =>
  plan.addOn.length === 0 ? NOTHING : kit.part({ heading: W.addOn, body: moves(plan.addOn, site) });

export const tests = ({ plan }: PlanView): Html =>
  plan.gates.length === 0
    ? NOTHING
    : kit.softBox({
        heading: W.tests(plan.gates.length),
        body: join([...plan.gates.map((gate) => labelled(W.testOf[gate.track], gate.test)), p(W.testRule)]),
      });

export const why = (view: PlanView): Html => {
  const [first, ...others] = view.reasons;
  const body = [
    ...(view.answered === null ? [] : [strong(view.answered)]),
    ...(first === undefined ? [] : [p(first.long)]),
    ...(others.length === 0 ? [] : [bullets(others.map((reason) => reason.long))]),
  ];
  return body.length === 0 ? NOTHING : kit.warmBox({ heading: W.why(view.kind), body: join(body) });
};
export const missing = (view: PlanView): Html =>
  view.missing.length === 0
    ? stillOpen(view.answerUrl)
    : kit.softBox({
        heading: W.missingHeading,
        body: join([p(W.missing(view.outcome)), bullets(view.missing), view.answerUrl === null ? NOTHING : link(W.complete, view.answerUrl)]),
      });
const stillOpen = (url: string | null): Html =>
  url === null ? NOTHING : kit.softBox({ heading: W.answerHeading, body: join([p(W.answerStill), link(W.answer, url)]) });
export const physio = (view: PlanView, operator: Operator): Html =>
  view.physio
    ? kit.softBox({
        heading: W.physio,
        body: join([p(W.physioWhy), ...(operator.referral === null ? [] : [p(operator.referral)]), noteLines(view.note)]),
      })
    : NOTHING;
export const noteLines = (note: readonly string[]): Html => (note.length === 0 ? NOTHING : join([strong(W.note), bullets(note)]));

export const lesson = ({ lessons }: PlanView): Html =>
  join(
    lessons.map((found) =>
      kit.softBox({ heading: found.title, body: join([prose(found.brief), ...(found.action === null ? [] : [labelled(W.action, found.action)])]) }),
    ),
  );
const box = ({ title, text, items: points = [], own = [], link: to }: PlanBox): Html =>
  kit.softBox({
    heading: title,
    body: join([
      prose(text),
      ...(points.length === 0 ? [] : [bullets(points)]),
      ...own.map(ownWords),
      ...(to === undefined ? [] : [link(to.label, to.url)]),
    ]),
  });
export const boxes = (view: PlanView): Html => join(view.boxes.map(box));
export const painRule = (view: Pick<PlanView, 'painRule' | 'nextMorningRule'>): Html =>
  kit.softBox({ heading: W.painRule, body: join([bullets(view.painRule), p(view.nextMorningRule)]) });
export const dates = (view: PlanView, me: string | null): Html =>
  kit.part({ heading: W.dates, body: join([bullets(W.dateLines(view)), ...(me === null ? [] : [link(W.mePage, me)])]) });
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
