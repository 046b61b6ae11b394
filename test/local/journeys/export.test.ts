/**
 * The copy of a person's data against the table itself: every attribute of every row of theirs is in it, or
 * on the list of keys that are no data.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { freshLink, inWeekTwo, meOf, press } from '../support/own-page.ts';
import { calm, startTestRun } from '../support/runner.ts';
import { everyItem } from '../support/table.ts';

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
afterAll(() => run?.stop());

interface File {
  readonly person: object;
  readonly journal: readonly {
    readonly rev: number;
    readonly at: string;
    readonly command: string;
    readonly actor: string;
    readonly events: readonly object[];
  }[];
  readonly mails: readonly {
    readonly occasion: string;
    readonly times: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  }[];
}
/**
 * Attributes that are no data about anybody: keys, versions, alarms, names of single writes, the address of a
 * reply.
 */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  HEAD: ['pk', 'sk', 'v', 'rev', 'courseRev', 'personRev', 'duePk', 'dueSk', 'status', 'tryId'],
  COURSE: ['pk', 'sk', 'v', 'rev'],
  PERSON: ['pk', 'sk', 'v', 'rev'],
  LOG: ['pk', 'sk', 'v', 'commandId', 'tryId'],
  MAIL: ['pk', 'sk', 'v', 'contentHash', 'replyHandle', 'fenced', 'fencedBy', 'voided'],
  // The outcome of a command, for ninety days: the journal has the command itself.
  CMD: ['pk', 'sk', 'v', 'rev', 'at', 'tryId', 'ttl', 'outcomeOk', 'outcomeCode', 'command', 'actor'],
};
const plain = (value: unknown): unknown => {
  const [type, inner] = Object.entries((value ?? {}) as Record<string, unknown>)[0] ?? [];
  return type === 'N' ? Number(inner) : inner;
};
/** The journal keeps a mark where the state has the address, the name and the person's own words. */
const withoutMarks = (events: string): string =>
  events.replace(/"(email|firstName|goal|planWhen|planIfMissed)":"[^"]*"/g, '"$1":"mark"');

it('everything the table holds about somebody is in the copy, and nothing in it is made up', async () => {
  const runner = await inWeekTwo(run.url);
  const about = await runner.open(runner.link(await runner.newest('start'), '/running/'));
  await runner.fill(about, { goal: '=SUM(hills)', planWhen: '- after work', planIfMissed: '+1 day' });
  await runner.act(await meOf(runner), 'settings', { weekday: '3', hour: '9' });
  await runner.untilCheckIn();
  await runner.checkIn(calm(2, { note: '@home "stairs", then\nrest' }));
  const url = await freshLink(runner, 'export');
  const file = JSON.parse((await press(runner, url)).html) as File;
  const csv = (await press(runner, url, 1)).html;
  for (const cell of [
    `"'@home ""stairs"", then\nrest"`,
    `,aboutRunning.goal,'=SUM(hills)`,
    `,aboutRunning.planWhen,'- after work`,
  ])
    expect(csv).toContain(cell);

  const { id } = await runner.row();
  const rows = (await everyItem())
    .map((item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)])))
    .filter((row) => row['pk'] === `P#${id}`);
  const seen = { HEAD: 0, COURSE: 0, PERSON: 0, LOG: 0, MAIL: 0, CMD: 0 };
  const parts: Record<string, Record<string, unknown>> = {};
  let moves = 0;
  for (const row of rows) {
    const family = String(row['sk']).replace(/^S#/, '').split('#')[0] as keyof typeof seen;
    seen[family] += 1;
    const data = Object.entries(row).filter(([name]) => !(KEYS[family] ?? []).includes(name));
    if (family === 'HEAD' || family === 'COURSE' || family === 'PERSON') {
      expect(data.map(([name]) => name)).toEqual(['body']);
      parts[family] = JSON.parse(String(data[0]?.[1])) as Record<string, unknown>;
    }
    if (family === 'CMD') expect(data).toEqual([]);
    if (family === 'LOG') {
      const entry = file.journal.find(({ rev }) => rev === row['rev']);
      const { events, ...rest } = Object.fromEntries(data);
      expect(entry).toMatchObject(rest);
      expect(withoutMarks(JSON.stringify(entry?.events))).toBe(withoutMarks(String(events)));
    }
    if (family === 'MAIL') {
      const mail = file.mails.find(({ occasion }) => `MAIL#${occasion}` === row['sk']);
      for (const [name, value] of data) {
        const [, rev] = /^m(\d+)$/.exec(name) ?? [];
        if (rev !== undefined) {
          moves += 1;
          const { tryId: _, commandId: __, ...move } = JSON.parse(String(value)) as Record<string, unknown>;
          expect(file.journal.find((entry) => entry.rev === Number(rev))).toMatchObject(move);
          continue;
        }
        const [, status, part] = /^(\w+)(At|Id)$/.exec(name) ?? [];
        if (part === 'At') expect(mail?.times[status ?? '']).toBe(value);
        else if (part === 'Id') expect(mail?.['messageId']).toBe(value);
        else expect(mail?.[name]).toBe(value);
      }
    }
  }
  const { HEAD: { pending: _pending, ...head } = {}, COURSE: course, PERSON: person } = parts;
  const together = {
    ...head,
    ...person,
    course: { ...(course?.['course'] as object), ...(head?.['course'] as object) },
  };
  expect(together).toEqual(file.person);
  expect([seen.HEAD, seen.LOG + moves, seen.MAIL]).toEqual([1, file.journal.length, file.mails.length]);
  // Whatever is done on a page has a name of its own, which never comes again.
  expect(seen.CMD).toBe(0);
});
