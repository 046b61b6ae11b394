/** docs/scale.md and its drawings, made from the code's constants and from what was measured. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DUE_SHARDS } from '../../functions/shell/store/items/table.ts';
import { feedsOf } from '../../infra/lanes.ts';
import { table } from '../build/docs/markdown.ts';
import { ROOT } from '../quality/guards/tree.ts';
import { ANSWERING, answers } from './answers.ts';
import { breaksOf } from './breaks.ts';
import { type Drained, drain } from './drain.ts';
import type { Measured } from './measure.ts';
import { plot } from './plot.ts';
import { CALL_MS, eventMs, mailMs, PROVIDER_MS, perWorkerOf, setupOf } from './setup.ts';
import { mornings, SPREADS, type Spread } from './world.ts';

/** What `npm run scale -- --measure` printed, and where. */
export interface Noted extends Measured {
  readonly on: string;
  readonly machine: string;
}
export interface Document {
  readonly file: string;
  readonly text: string;
}

const RATES = [14, 50, 200, 500] as const;
const PEOPLE = [1_000_000, 10_000_000] as const;
const WHERE = Object.keys(SPREADS) as readonly Spread[];

export const readMeasured = (): Noted =>
  JSON.parse(readFileSync(path.join(ROOT, 'tools/scale/measured.json'), 'utf8')) as Noted;

const whole = (n: number): string => Math.round(n).toLocaleString('en-GB');
const some = (n: number): string => (n < 100 ? n.toFixed(1) : whole(n));
const hours = (seconds: number): string =>
  seconds < 5_400 ? `${some(seconds / 60)} min` : `${some(seconds / 3_600)} h`;

interface Case {
  readonly people: number;
  readonly where: Spread;
  readonly rate: number;
  readonly done: Drained;
  readonly perWorker: number;
}
function casesOf(measured: Measured, wide: boolean): readonly Case[] {
  return PEOPLE.flatMap((people) =>
    WHERE.flatMap((where) =>
      RATES.map((rate) => {
        const setup = setupOf(rate, measured, wide);
        return {
          people,
          where,
          rate,
          done: drain(mornings(people, where), setup),
          perWorker: setup.perWorker,
        };
      }),
    ),
  );
}

const HEAD = [
  'people',
  'where',
  'SES a second',
  'all done after',
  'half within',
  '99 % within',
  'due, most',
  'queue, most',
  'mails a second',
  'workers busy',
];
const rowOf = ({ people, where, rate, done, perWorker }: Case): readonly string[] => [
  whole(people),
  where,
  String(rate),
  ...(done.finished
    ? [hours(done.seconds), hours(done.late.half), hours(done.late.mostly)]
    : ['not within the week', '–', '–']),
  whole(done.mostDue),
  whole(done.mostQueued),
  some(done.mostMails),
  whole(Math.ceil(done.mostMails / perWorker - 1e-6)),
];

const SAFETY_HEAD = [
  ...['people', 'where', 'SES a second', 'answers a second, most'],
  ...['lane works off a second', 'a stop mail waits, most'],
];
function safetyRows(cases: readonly Case[], measured: Measured): readonly (readonly string[])[] {
  return cases.map(({ people, where, rate, done }) => {
    const perSecond = feedsOf(rate).urgent.workers * perWorkerOf(measured);
    const { mostAnswers, longest } = answers(done.minutes, perSecond);
    return [whole(people), where, String(rate), some(mostAnswers), some(perSecond), hours(longest * 60)];
  });
}

function measuredPart(measured: Noted): string {
  const { mail, event, mails, on, machine } = measured;
  const calls = Object.entries(mail.calls).map(([name, n]) => `${n} to \`${name}\``);
  return [
    table(
      ['what', 'figure', 'how'],
      [
        ['CPU of a mail', `${mail.cpuMs} ms`, `${mails} people due in one minute, on ${on}: ${machine}`],
        ['calls of the table a mail', calls.join(', '), 'counted, one after the other'],
        [
          'write units a mail',
          `${mail.tableWrites} of the table, ${mail.indexWrites} of the index`,
          'counted',
        ],
        ['CPU of an event of SES', `${event.cpuMs} ms, ${event.calls} calls`, 'as above'],
        [
          'a mail keeps a worker',
          `${some(mailMs(measured))} ms`,
          `CPU × 1769/512, a call ${CALL_MS} ms, SES ${PROVIDER_MS} ms`,
        ],
        ['an event keeps a worker', `${some(eventMs(measured))} ms`, `CPU × 1769/256, a call ${CALL_MS} ms`],
        [
          '**mails a second and worker**',
          `**${some(perWorkerOf(measured))}**`,
          '1000 / the milliseconds above',
        ],
      ],
    ),
  ].join('\n');
}

/** The values of tools/scale/page.md by their names. */
function valuesOf(measured: Noted): Readonly<Record<string, string>> {
  const built = casesOf(measured, false);
  return {
    worker: measuredPart(measured),
    shards: String(DUE_SHARDS),
    built: table(HEAD, built.map(rowOf)),
    wide: table(HEAD, casesOf(measured, true).map(rowOf)),
    look: some(setupOf(500, measured).mostWaiting / 60),
    answering: String(ANSWERING * 100),
    safety: table(SAFETY_HEAD, safetyRows(built, measured)),
    urgent: some(feedsOf(14).urgent.workers * perWorkerOf(measured)),
    breaks: table(
      ['what', 'at, a second', 'because', 'moved by'],
      breaksOf(measured, 200).map(({ what, rate, of, why, movedBy }) => [
        what,
        `${some(rate)} ${of}`,
        why,
        movedBy,
      ]),
    ),
  };
}

/** Throws with the name of a value that the page wants and nobody has. */
function page(measured: Noted): string {
  const values = valuesOf(measured);
  const text = readFileSync(path.join(ROOT, 'tools/scale/page.md'), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`tools/scale/page.md wants "${name}", which is not there.`);
    return value;
  });
}

function drawing(measured: Noted, wide: boolean): string {
  const curves = ([50, 200, 500] as const).map((rate) => ({
    name: `SES ${rate} a second`,
    minutes: drain(mornings(1_000_000, 'world'), setupOf(rate, measured, wide)).minutes,
  }));
  return plot({
    title: `A million people over the world's zones${wide ? ', wider look' : ', as built'}`,
    unit: 'mails a minute',
    hours: 24,
    curves,
  });
}

/** Every file of this page. */
export function scaleDocuments(): readonly Document[] {
  const measured = readMeasured();
  return [
    { file: 'docs/scale.md', text: page(measured) },
    { file: 'docs/pictures/scale-built.svg', text: drawing(measured, false) },
    { file: 'docs/pictures/scale-wide.svg', text: drawing(measured, true) },
  ];
}
