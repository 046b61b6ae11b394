/**
 * The parts of a plan as HTML, used by `start`, `plan` and `decision`. Each is one hole of their templates;
 * empty when there is nothing to say.
 */
import type { PlannedExercise, WeekPlan } from '../../program/course/plan.ts';
import type { MailFrame, PainPoint, PlanBox, PlanView } from '../../views/mail/views.ts';
import { amountWords, doseWords, range, runWords } from '../../views/plan/dose.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { describedAt, pictureOf } from './drawing.ts';
import { bullets, items, labelled, link, ownWords, p, paras, prose, strong } from './html.ts';
import { sharedStopRule, stopRuleOf } from './new-moves.ts';
import { PLAN_WORDS as W } from './plan-copy.ts';
import { CHART_WEEKS, glanceRows, whyLines } from './words.ts';

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
/** A move whose card stands below needs no more than its amount here. */
const todayLines = (exercises: readonly PlannedExercise[], site: string): Html =>
  kit.exerciseLines({
    rows: join(
      exercises.map((e) =>
        e.isNew
          ? kit.exerciseLine({ name: e.name, dose: `${amountWords(e.dose)} · ${W.newBelow}` })
          : line(e, site),
      ),
    ),
  });
/** Known moves in one line each, new ones as full cards. */
const moves = (exercises: readonly PlannedExercise[], { plan }: PlanView, site: string): Html =>
  join([
    lines(
      exercises.filter((e) => !e.isNew),
      site,
    ),
    ...exercises.filter((e) => e.isNew).map((e) => card(e, site, sharedStopRule(plan))),
  ]);

export const today = ({ plan }: PlanView, site: string): Html =>
  plan.sessions === 0 || plan.strength.length === 0
    ? NOTHING
    : kit.part({ heading: W.today(range(plan.sessionMinutes)), body: todayLines(plan.strength, site) });

export const glance = ({ plan }: PlanView): Html =>
  kit.part({
    heading: W.glance,
    body: kit.glance({ rows: join(glanceRows(plan).map((row) => kit.glanceRow(row))) }),
  });

/** How the new strength moves are done; their doses stand in today's session already. */
export const strength = ({ plan }: PlanView, site: string): Html => {
  const fresh = plan.strength.filter((e) => e.isNew);
  return fresh.length === 0
    ? NOTHING
    : kit.part({ heading: W.newStrength, body: join(fresh.map((e) => card(e, site, sharedStopRule(plan)))) });
};
export const warmUp = (view: PlanView, site: string): Html =>
  view.plan.warmUp === null
    ? NOTHING
    : kit.part({ heading: W.warmUp, body: moves([view.plan.warmUp], view, site) });
export const running = ({ plan }: PlanView): Html =>
  kit.part({ heading: W.running(plan.run), body: paras(runWords(plan.run)) });
export const footCore = (view: PlanView, site: string): Html =>
  view.plan.footCoreMoves.length === 0
    ? NOTHING
    : kit.part({
        heading: W.footCore,
        body: join([p(W.footCoreWhen), moves(view.plan.footCoreMoves, view, site)]),
      });
export const stretches = (view: PlanView, site: string): Html =>
  view.plan.stretches.length === 0
    ? NOTHING
    : kit.part({
        heading: W.stretches,
        body: join([p(W.stretchDays(range(view.plan.stretchDays))), moves(view.plan.stretches, view, site)]),
      });
export const addOn = (view: PlanView, site: string): Html =>
  view.plan.addOn.length === 0
    ? NOTHING
    : kit.part({ heading: W.addOn, body: moves(view.plan.addOn, view, site) });

export const tests = ({ plan }: PlanView): Html =>
  plan.gates.length === 0
    ? NOTHING
    : kit.softBox({
        heading: W.tests(plan.gates.length),
        body: join([...plan.gates.map((gate) => labelled(W.testOf[gate.track], gate.test)), p(W.testRule)]),
      });

export const why = (view: PlanView): Html => {
  const [first, ...others] = whyLines(view);
  const body = [
    ...(view.answered === null ? [] : [strong(view.answered)]),
    ...(first === undefined ? [] : [p(first)]),
    ...(others.length === 0 ? [] : [bullets(others)]),
  ];
  return body.length === 0 ? NOTHING : kit.warmBox({ heading: W.why(view.kind), body: join(body) });
};
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
export const physio = (view: PlanView, { operator: { referral }, links }: MailFrame): Html => {
  if (!view.physio) return NOTHING;
  const sheet = links.summary === null ? NOTHING : link(`${W.sheet} ${W.sheetLink}`, links.summary);
  return kit.softBox({
    heading: W.physio,
    body: join([p(W.physioWhy), ...(referral === null ? [] : [p(referral)]), noteLines(view.note), sheet]),
  });
};
export const noteLines = (note: readonly string[]): Html =>
  note.length === 0 ? NOTHING : join([strong(W.note), bullets(note)]);

export const lesson = ({ lessons }: PlanView): Html =>
  join(
    lessons.map((found) =>
      kit.softBox({
        heading: found.title,
        body: join([
          prose(found.brief),
          ...(found.action === null ? [] : [labelled(W.action, found.action)]),
        ]),
      }),
    ),
  );
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
export const boxes = (view: PlanView): Html => join(view.boxes.map(box));
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
export const dates = (view: PlanView, me: string | null): Html =>
  kit.part({
    heading: W.dates,
    body: join([bullets(W.dateLines(view)), ...(me === null ? [] : [link(W.mePage, me)])]),
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
