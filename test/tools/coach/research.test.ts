/** Who is in the research export, and that nobody can be told by it. */
import { describe, expect, it } from 'vitest';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Participant, Person } from '../../../program/participant/state.ts';
import { figuresOf } from '../../../tools/coach/cohort/figures.ts';
import type { Life } from '../../../tools/coach/cohort/lives.ts';
import { reportPage, reportRows } from '../../../tools/coach/cohort/report.ts';
import { researchExport } from '../../../tools/coach/cohort/research.ts';
import { confirm, DAY, Life as Lived, run, signUp, start, T0 } from '../../program/given.ts';

const SECRET = new Uint8Array(32).fill(7);
interface Story {
  readonly n: number;
  readonly averages: readonly (number | null)[];
  readonly intake?: Partial<IntakeAnswers>;
  readonly research?: boolean;
}
/** A life of one answer a week, with the journal it leaves. */
function story({ n, averages, intake = {}, research = true }: Story): Life {
  const journal: { at: string; events: readonly ParticipantEvent[] }[] = [];
  const life = new Lived<Participant | null>(null);
  const observed = life.do.bind(life);
  life.do = (command) => {
    const { events } = run(life.state, command);
    journal.push({ at: command.at, events });
    return observed(command);
  };
  const id = `${n}`.padStart(16, '0');
  life
    .do(signUp({ id, email: `runner${n}@example.org`, firstName: 'Ada' }))
    .pass(1)
    .do(confirm())
    .do(start(intake));
  if (research) life.do({ type: 'ChangeConsent', at: life.now, what: 'research', given: true, version: '1' });
  life.pass(6 * DAY + 2 * 60);
  for (const painAverage of averages) {
    if (painAverage !== null) life.answer({ painAverage, painWorst: painAverage });
    life.days(7);
  }
  return { participant: life.state as Person, journal, mails: [] };
}
const group = (of: number, more: Partial<Story> = {}): readonly Life[] =>
  Array.from({ length: of }, (_, n) => story({ n, averages: [4, 3, 2], ...more }));
const text = (lives: readonly Life[]): string =>
  researchExport(lives, SECRET)
    .rows.map((row) => row.join(','))
    .join('\n');

describe('the research export', () => {
  it('holds those who agree, in long format, and nothing that names anybody', () => {
    const lives = group(6);
    const { rows, people, dictionary } = researchExport(lives, SECRET);
    expect(people).toBe(6);
    expect(rows[0]).toEqual(['person', 'record', 'week', 'field', 'value']);
    expect(rows.some((row) => row.join().endsWith('week,1,average,4'))).toBe(true);
    const all = text(lives);
    expect(all).not.toMatch(/example|Ada|@|\d{4}-\d{2}-\d{2}|000000000|UTC|DE/);
    const named = new Set(dictionary.map(([field]) => field));
    for (const row of rows.slice(1)) expect(named).toContain(row[3]);
  });

  it('leaves out whoever never agreed or took it back, from the next export on', () => {
    const lives = group(7);
    const [first] = lives as readonly [Life];
    const before = researchExport(lives, SECRET);
    const back = { type: 'ChangeConsent', at: T0, what: 'research', given: false, version: '1' } as const;
    const revoked = { ...first, participant: run(first.participant, back).state as Person };
    const after = researchExport([revoked, ...lives.slice(1)], SECRET);
    expect([before.people, after.people]).toEqual([7, 6]);
    const ids = (e: typeof before) => new Set(e.rows.slice(1).map(([id]) => id));
    expect([...ids(after)].every((id) => ids(before).has(id))).toBe(true);
    expect(researchExport(group(9, { research: false }), SECRET).people).toBe(0);
  });

  it('gives nothing of fewer than five', () => {
    expect(researchExport(group(4), SECRET)).toMatchObject({ people: 0, rows: [expect.any(Array)] });
  });

  it('hides what fewer than five share, so that everybody shown is one of five', () => {
    const odd = Array.from({ length: 3 }, (_, n) =>
      story({ n: 50 + n, averages: [3], intake: { ageBand: '70+', side: 'right' } }),
    );
    const { rows } = researchExport([...group(6), ...odd], SECRET);
    const of = (field: string) => rows.filter((row) => row[3] === field).map((row) => row[4]);
    expect(of('ageBand')).not.toContain('70+');
    const sizes = new Map<string, number>();
    for (const value of of('ageBand')) sizes.set(value ?? '', (sizes.get(value ?? '') ?? 0) + 1);
    for (const [value, size] of sizes) if (value !== 'hidden') expect(size).toBeGreaterThanOrEqual(5);
  });
});

describe('the figures of a cohort', () => {
  const at = addMinutes(T0, 40 * DAY);
  it('counts who dropped out as no responder, and hides small groups', () => {
    const stays = Array.from({ length: 10 }, (_, n) => story({ n, averages: [4, 3, 2, 1] }));
    const goes = Array.from({ length: 10 }, (_, n) => story({ n: 20 + n, averages: [4, 3, null, null] }));
    const late = addMinutes(T0, 60 * DAY);
    const { weeks, responders, people } = figuresOf([...stays, ...goes], late);
    expect(weeks.find(({ week }) => week === 1)?.answered).toEqual({ n: 20, count: 20 });
    expect(weeks.find(({ week }) => week === 4)?.answered).toEqual({ n: 20, count: 10 });
    expect(responders[0]).toEqual({
      week: 4,
      ofAll: { n: 20, count: 10 },
      ofAnswers: { n: 10, count: 10 },
    });
    expect(people['stopped']).toBeNull();
    expect(figuresOf(stays.slice(0, 4), late)).toMatchObject({ began: null, painAtStart: null });
  });

  it('is a page and a table without an id, an address or a group under five', () => {
    const figures = figuresOf([...group(12), story({ n: 90, averages: [9] })], at);
    const page = reportPage(figures, 'Loop & "Sons"');
    expect(page).toContain('Loop &amp; &quot;Sons&quot;');
    expect(page.match(/<svg /g)).toHaveLength(4);
    expect(`${page}${reportRows(figures).join()}`).not.toMatch(/0000000|example\.org|Ada\b/);
    expect(figures.people['stopped']).toBeNull();
    for (const row of reportRows(figures).slice(1))
      for (const n of [row[2]]) if (n !== '') expect(Number(n)).toBeGreaterThanOrEqual(5);
  });
});
