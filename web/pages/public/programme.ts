/**
 * `/programme`: the whole programme for anybody, before joining. Every word and number comes from the view;
 * long parts fold, and print open.
 */

import type { PageFrame } from '../../../views/page/page-views.ts';
import type { DosedExercise, ProgrammeLesson, ProgrammeView } from '../../../views/page/programme-view.ts';
import { doseWords, range } from '../../../views/plan/dose.ts';
import { each, type Html, html, NOTHING, type Piece } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';
import { drawing } from '../../plan-sheet.ts';

const PARTS: readonly (readonly [id: string, title: string])[] = [
  ['weeks', 'Twelve calm weeks'],
  ['rules', 'The rules'],
  ['levels', 'Calf strength'],
  ['running', 'Walk and jog'],
  ['feet', 'Feet'],
  ['stretches', 'Stretches'],
  ['lessons', 'The lessons'],
  ['exercises', 'The exercises'],
  ['sources', 'Sources'],
];
const titleOf = (id: string): string => PARTS.find(([part]) => part === id)?.[1] ?? id;

const part = (id: string, body: Piece): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${titleOf(id)}</h2>
${body}
</section>`;

const fold = (
  id: string | null,
  summary: Piece,
  body: Piece,
): Html => html`<details class="named"${id === null ? NOTHING : html` id="${id}"`}>
<summary>${summary}</summary>
${body}
</details>`;

const doses = (moves: readonly DosedExercise[]): Html =>
  list(moves.map((move) => html`<a href="#${move.id}">${move.name}</a>: ${doseWords(move)}.`));

const courseWeeks = (view: ProgrammeView): Html => html`<ol class="phases">${each(
  view.course,
  (week) => html`
<li><span class="weeks">${week.phase}</span><h3>Week ${week.week}</h3><p>Strength: level ${week.level}, ${week.levelName}. Running: ${week.running}. Feet: ${week.footCore}.${
    week.lessons.length === 0
      ? NOTHING
      : html` Lessons: ${each(week.lessons, (lesson, i) => html`${i === 0 ? NOTHING : ' · '}<a href="#${lesson.id}">${lesson.title}</a>`)}.`
  }</p></li>`,
)}
</ol>`;

const weeks = (view: ProgrammeView): Html =>
  part(
    'weeks',
    html`<p>This is one course: a runner of 35 whose calf is calm by week 3, who does the sessions and passes each small test. It is played through the same rules that decide your weeks. Yours will differ: ${view.weeks.nominal} weeks if all stays calm, ${view.weeks.min} at the least, ${view.weeks.max} at the most.</p>
${list(view.phases.map((phase) => html`<strong>${phase.name}</strong>, from week ${phase.fromWeek}: ${phase.about}`))}
${courseWeeks(view)}
<h3>When you graduate</h3>
<p>At one check-in, all of this holds:</p>
${list(view.graduation)}`,
  );

const rules = (view: ProgrammeView): Html =>
  part(
    'rules',
    html`<p>No person and no guess decides your week: these rules do, read from the top, and the first that fits counts. Each plan names the rule that decided it. You may always choose the easier option.</p>
<div class="pain-rule">
<h3>The pain rule, 0 to 10</h3>
${list(view.painRule)}
</div>
${each(view.rules, (group) =>
  fold(
    null,
    group.title,
    html`<dl class="kept">${each(
      group.rules,
      (rule) => html`
<div><dt>${rule.id}</dt><dd>${rule.says}</dd></div>`,
    )}
</dl>`,
  ),
)}`,
  );

const levels = (view: ProgrammeView): Html =>
  part(
    'levels',
    html`<p>Eight levels. Both legs are trained; the sore leg sets the number of repetitions. One level at a time, and only when the test of the level was passed.</p>
${each(
  view.levels,
  (level) => html`<section class="block">
<h3>Level ${level.level}: ${level.name}</h3>
<p>${level.sessionsPerWeek} sessions a week, ${range(level.sessionMinutes)} minutes of calf work each${level.hoursBetween === null ? NOTHING : html`, at least ${level.hoursBetween} hours apart`}.</p>
${doses(level.exercises)}
${level.note === null ? NOTHING : html`<p>${level.note}</p>`}
<p class="small">${level.test === null ? 'The top level.' : html`To move up: ${level.test}`}</p>
</section>`,
)}`,
  );

const running = (view: ProgrammeView): Html =>
  part(
    'running',
    html`<p>Three days a week, never two in a row, slow enough to talk, flat ground, the same shoes. Jogging begins at level 3 of the strength work at the earliest. If you run now and it is calm, you may keep running, reduced.</p>
<ol class="phases">${each(
      view.stages,
      (stage) => html`
<li><h3>${stage.stage}</h3><p>${stage.running}, ${stage.minutes} minutes in all.${stage.test === null ? NOTHING : html` <span class="small">To move on: ${stage.test}</span>`}</p></li>`,
    )}
</ol>`,
  );

const feet = (view: ProgrammeView): Html =>
  part(
    'feet',
    html`<p>Eight to ten minutes on the strength days. It goes by the calendar; moves that ask too much of a sore calf wait for their level.</p>
${each(
  view.footCore,
  (block) => html`<section class="block">
<h3>${block.name}, ${block.weeks[1] > view.weeks.max ? html`from week ${block.weeks[0]}` : html`weeks ${block.weeks[0]} and ${block.weeks[1]}`}</h3>
${doses(block.moves)}
</section>`,
)}`,
  );

const stretches = (view: ProgrammeView): Html =>
  part(
    'stretches',
    html`${doses(view.stretches.exercises)}
${list(view.stretches.days)}`,
  );

const blocks = (of: ProgrammeLesson['blocks']): Piece =>
  each(of, (block) => (block.kind === 'paragraph' ? html`<p>${block.text}</p>` : list(block.items)));

const lessons = (view: ProgrammeView): Html =>
  part(
    'lessons',
    html`<p>Two a week, by mail. Here they are in full.</p>
${each(view.lessons, (lesson) =>
  fold(
    lesson.id,
    lesson.title,
    html`${blocks(lesson.blocks)}
${
  lesson.painkiller.length === 0
    ? NOTHING
    : html`<h3>Painkillers</h3>
<p class="small">Not for everybody: no mail carries this part. For those who take part it opens behind a list of questions about health and medicines.</p>
${blocks(lesson.painkiller)}`
}
${lesson.action === null ? NOTHING : html`<p><strong>One thing to do:</strong> ${lesson.action}</p>`}`,
  ),
)}`,
  );

const exercises = (view: ProgrammeView): Html =>
  part(
    'exercises',
    html`<p>For all of them: ${view.exercises[0]?.stopRule ?? ''}</p>
${each(view.exercises, (exercise) =>
  fold(
    exercise.id,
    exercise.name,
    html`${drawing(exercise.drawing)}
<p>${exercise.setUp}</p>
<ol>${each(exercise.steps, (step) => html`<li>${step}</li>`)}</ol>
<p class="cue">${exercise.cue}</p>
<p>Easier: ${exercise.easier} Harder: ${exercise.harder}</p>
<p class="small">Common errors: ${exercise.commonErrors.join(' ')}${exercise.equipment.length === 0 ? NOTHING : html` You need: ${exercise.equipment.join(', ')}.`}</p>`,
  ),
)}`,
  );

const sources = (view: ProgrammeView): Html => {
  const topics = [...new Set(view.works.map((work) => work.topic))];
  return part(
    'sources',
    html`<p>What each work supports, and what it does not show.</p>
${each(topics, (topic) =>
  fold(
    null,
    html`${topic.charAt(0).toUpperCase()}${topic.slice(1)}`,
    list(
      view.works
        .filter((work) => work.topic === topic)
        .map(
          (work) =>
            html`${work.cite}${work.doi === null ? NOTHING : html` <a href="https://doi.org/${work.doi}">doi:${work.doi}</a>.`} For: ${work.supports}.${work.limits === null ? NOTHING : html` Limits: ${work.limits}.`}`,
        ),
    ),
  ),
)}`,
  );
};

/** The whole page; the same for everybody. */
export function programmePage(frame: PageFrame, view: ProgrammeView): string {
  return page(frame, {
    title: 'The whole programme',
    description:
      'All weeks, levels, doses, lessons, exercises, rules and sources of the Calf Coach programme, to read before you join.',
    main: html`<h1>The whole programme</h1>
<p class="lead">Everything the mails are made of: read it before you join, or hand it to your physiotherapist. Version ${view.version}.</p>
<nav aria-label="On this page">
${list(PARTS.map(([id, title]) => html`<a href="#${id}">${title}</a>`))}
</nav>
${weeks(view)}
${rules(view)}
${levels(view)}
${running(view)}
${feet(view)}
${stretches(view)}
${lessons(view)}
${exercises(view)}
${sources(view)}
<section class="close no-print">
<h2>Ready for week one?</h2>
<p><a class="button main" href="/signup">Start with your email</a></p>
</section>`,
  });
}
