/** The week as HTML, from the reasons to the rule: the same for `start`, `plan` and `decision`. */
import type { PlannedExercise } from '../../program/course/plan.ts';
import type { MailFrame, PainPoint, PlanView } from '../../views/mail/views.ts';
import type { GlanceDay, GlanceSession } from '../../views/plan/glance.ts';
import type { Ladder } from '../../views/plan/standing.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { describedAt } from '../parts/drawing.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { lessonAt } from '../parts/teaser.ts';
import { CHART_WEEKS } from '../parts/words.ts';
import { type Above, dayShort, dayWhat, doseOf, groupsOf } from './above.ts';
import { WEEK_WORDS as W } from './words.ts';

export const ended = (title: string): string => (/[.!?]$/.test(title) ? title : `${title}.`);

/** The deciding reason as a sentence, the others that found room behind it. */
export const why = (view: PlanView, above: Above): Html => {
  const answered = view.answered !== null && above.answered ? [view.answered] : [];
  const [reason, ...others] = above.reasons;
  const first = [...answered, ...(reason === undefined ? [] : [reason])].join(' ');
  return first === ''
    ? NOTHING
    : kit.warmRunIn({
        title: `${PLAN_WORDS.why(view.kind)}.`,
        body: join([kit.words({ text: first }), ...others.map((text) => kit.nextLine({ text }))]),
      });
};

/** What the week has reached: a band, and what it opens where there is room. */
export const reached = ({ reached: all }: Above): Html =>
  join(all.map(({ title, text }) => kit.runInBox({ title: ended(title), body: kit.words({ text }) })));

const DAY = {
  train: kit.dayTrain,
  light: kit.dayOther,
  free: kit.dayOther,
  rest: kit.dayAsk,
  checkIn: kit.dayAsk,
} as const;
const day = (of: GlanceDay): Html =>
  DAY[of.kind]({ day: dayShort(of), what: dayWhat(of), minutes: W.minutes(of.minutes) });
export const days = ({ glance }: PlanView): Html =>
  kit.part({
    heading: W.days,
    body: join([
      kit.dayTable({ rows: join(glance.days.map(day)) }),
      kit.smallP({ text: W.asOf(glance.asOf) }),
    ]),
  });

const move = (group: readonly PlannedExercise[], site: string): Html =>
  join(
    group.map((e, at) =>
      at === group.length - 1
        ? kit.moveLine({
            name: e.name,
            url: describedAt(e, site),
            dose: doseOf(e),
            mark: e.isNew ? W.isNew : '',
          })
        : kit.moveName({ name: e.name, url: describedAt(e, site) }),
    ),
  );
function session({ title, often, line, moves }: GlanceSession, site: string): Html {
  const lines = [
    ...(line === null ? [] : [kit.words({ text: line })]),
    ...groupsOf(moves).map((group) => move(group, site)),
  ];
  const body = join(lines.map((one, at) => (at === 0 ? one : kit.moveNext({ line: one }))));
  return kit.sessionRow({ title, often, body });
}
export const sessions = (above: Above, site: string): Html =>
  kit.sessionTable({ rows: join(above.sessions.map((one) => session(one, site))) });

export const open = ({ sessionUrl }: PlanView): Html =>
  sessionUrl === null ? NOTHING : kit.button({ label: W.open, url: sessionUrl });

/** The next door, and the person's own number where one keeps it shut; its tests stand below the rule. */
export const door = ({ plan, nextDoor, doorNumber }: PlanView): Html =>
  nextDoor === null
    ? NOTHING
    : kit.runInBox({
        title: ended(nextDoor),
        body: kit.words({
          text: [
            ...(doorNumber === null ? [] : [doorNumber]),
            ...(plan.gates.length === 0 ? [] : [W.testsBelow]),
          ].join(' '),
        }),
      });

const ladder = ({ title, at, of }: Ladder): Html =>
  kit.ladderCell({
    label: W.ladder(title, at, of),
    steps: join(Array.from({ length: of }, (_, step) => (step < at ? kit.ladderDone() : kit.ladderOpen()))),
  });
const pain = (points: readonly PainPoint[]): readonly Html[] => {
  const shown = points.slice(-CHART_WEEKS);
  if (shown.filter(({ average }) => average !== null).length < 2) return [];
  const cells = shown.map(({ average }) =>
    average === null
      ? kit.painNone({ value: W.noAnswer })
      : kit.painCell({ value: String(average), height: 2 + average * 4 }),
  );
  return [kit.halfCell({ label: W.pain, body: kit.painTable({ cells: join(cells) }) })];
};
/** The last count of raises, a bar a leg. */
export const legs = (raises: PlanView['standing']['raises']): readonly Html[] => {
  if (raises === null) return [];
  const most = Math.max(raises.left, raises.right, 1);
  const row = (leg: string, n: number): Html => {
    const width = Math.max(2, Math.round((n * 100) / most));
    return kit.legRow({ leg, value: String(n), width, rest: 100 - width });
  };
  const rows = join([row(W.left, raises.left), row(W.right, raises.right)]);
  return [kit.halfCell({ label: W.raises, body: kit.legTable({ rows }) })];
};
export const standing = ({ standing: at, painByWeek }: PlanView): Html => {
  const second = [...pain(painByWeek), ...legs(at.raises)];
  const first = [ladder(at.strength), ...(at.running === null ? [] : [ladder(at.running)])];
  return kit.part({
    heading: W.standing,
    body: join(
      [first, second].filter((row) => row.length > 0).map((row) => kit.ladderTable({ cells: join(row) })),
    ),
  });
};

export const lessons = (view: PlanView, { links }: MailFrame, { teasers }: Above): Html =>
  join(
    view.lessons.map((lesson, at) =>
      kit.runIn({
        title: ended(lesson.title),
        body: kit.textLink({
          text: teasers[at] ?? '',
          linkLabel: W.lesson,
          url: lessonAt(lesson, links.site),
        }),
      }),
    ),
  );
