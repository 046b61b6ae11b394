/**
 * The part of `npm run email:gate` that needs no browser: every rule over every example and every persona,
 * and what is planted for it.
 */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import type { GateMail } from '../../tools/quality/mails/mail.ts';
import { exampleMails, journeyMails, NAMES, writtenPeople } from '../../tools/quality/mails/matrix.ts';
import { biteLooks, biteMails } from '../../tools/quality/mails/planted/bites.ts';
import { PLANTED } from '../../tools/quality/mails/planted/planted.ts';
import { holds, type Report, type Row, table } from '../../tools/quality/mails/report.ts';
import { outsideRows, spamRow, spamScore } from '../../tools/quality/mails/rules/elsewhere.ts';
import { MARKUP_RULE, markupFindings } from '../../tools/quality/mails/rules/markup.ts';
import { MAIL_RULES } from '../../tools/quality/mails/rules/rules.ts';
import { Structures, skeletonOf } from '../../tools/quality/mails/structure.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { cases } from '../support/effort.ts';

/** Mails go by one at a time; what is kept is what a rule said against one. */
const broken = new Map<number, string[]>(MAIL_RULES.map(({ id }) => [id, []]));
const checks = MAIL_RULES.map(({ id, checker }) => [id, checker()] as const);
const structures = new Structures();
const exampleKinds: string[] = [];
const ids: string[] = [];
const read = (mail: GateMail): void => {
  for (const [id, check] of checks) {
    const verdict = check(mail);
    if (typeof verdict === 'string') broken.get(id)?.push(`${mail.id}: ${verdict}`);
  }
};
for await (const mail of exampleMails()) {
  read(mail);
  structures.take(mail);
  exampleKinds.push(mail.kind);
  ids.push(mail.id);
}
let ofPeople = 0;
/**
 * All names in the whole gate; otherwise two for each persona, in turn, so that every name meets some of
 * them.
 */
const namesOf = (n: number): readonly string[] => {
  const names = Object.keys(NAMES);
  return Array.from({ length: cases(names.length) }, (_, i) => names[(n + i) % names.length] ?? 'short');
};
for await (const mail of journeyMails('persona', writtenPeople(), theCurriculum(), namesOf)) {
  read(mail);
  ofPeople += 1;
}

describe('every example and every persona, under every name', () => {
  it('are more than two thousand mails', () => expect(ofPeople + ids.length).toBeGreaterThan(2000));
  it.each(MAIL_RULES.map(({ id, group, title }) => [`${group} ${id}`, title, id] as const))(
    '%s: %s',
    (_rule, _title, id) => {
      expect(broken.get(id)?.slice(0, 5)).toEqual([]);
      expect(PLANTED[id]?.length ?? 0).toBeGreaterThan(0);
    },
  );
});

it('every planted violation is found', async () => {
  const bites = [...(await biteMails()), ...(await biteLooks(null))];
  expect(bites.filter(({ found }) => found === null)).toEqual([]);
  expect(bites.length).toBeGreaterThan(MAIL_RULES.length);
});

it(`html-validate has no finding in any structure [${MARKUP_RULE.id}]`, async () => {
  for (const { id, html } of structures.found.values())
    expect([id, await markupFindings(html)]).toEqual([id, []]);
});

describe('the ground of the gate', () => {
  it('there is an example of every kind, and every name of one is its own', () => {
    for (const kind of MAIL_KINDS) {
      expect(EXAMPLES[kind].length).toBeGreaterThan(0);
      expect(new Set(EXAMPLES[kind].map((e) => e.name)).size).toBe(EXAMPLES[kind].length);
      for (const { view } of EXAMPLES[kind]) expect(view.body.kind).toBe(kind);
    }
  });
  it('every example is read under every name, and every kind is there', () => {
    const named = Object.values(EXAMPLES).flat().length * Object.keys(NAMES).length;
    expect(ids.length).toBe(named);
    expect(new Set(exampleKinds)).toEqual(new Set(MAIL_KINDS));
    expect(new Set(ids).size).toBe(named);
  });
  it('weekly mails have a subject of their own each week', () => {
    for (const kind of ['plan', 'lesson', 'check-in', 'reminder', 'decision', 'silent', 'flare'] as const) {
      const view = EXAMPLES[kind][0]!.view;
      const subjects = Array.from({ length: 20 }, (_, index) => {
        const week = index + 1;
        const body = 'plan' in view.body ? { ...view.body, plan: { ...view.body.plan, week } } : view.body;
        return renderMail({ frame: { ...view.frame, week }, body }).subject;
      });
      expect([kind, new Set(subjects).size]).toEqual([kind, 20]);
    }
    const firstOfEach = MAIL_KINDS.map((kind) => renderMail(EXAMPLES[kind][0]!.view).subject);
    expect(new Set(firstOfEach).size).toBe(MAIL_KINDS.length);
  });
  it('a structure is what is left without words and addresses', () => {
    const html = '<p style="a"><a href="https://x.example/1">one</a></p><!-- x --><style>b</style>';
    expect(skeletonOf(html)).toBe(skeletonOf(html.replace('one', 'another').replace('/1', '/2')));
    expect(skeletonOf(html)).not.toBe(skeletonOf(html.replace('style="a"', 'style="c"')));
    expect(skeletonOf(html)).not.toBe(skeletonOf(`${html}<p>more</p>`));
  });
});

describe('the report', () => {
  const row: Row = {
    id: 1,
    group: 'A',
    title: 'x',
    level: 'fail',
    status: 'passed',
    checked: 2,
    unit: 'mails',
    failed: 0,
    findings: [],
    note: '',
    planted: [1, 1],
  };
  const report = (...rows: readonly Row[]): Report => ({
    mails: 2,
    different: 2,
    structures: 1,
    views: 6,
    milliseconds: 1000,
    rows,
  });
  it('holds when nothing failed and nothing planted got past', () => {
    expect(
      holds(report(row, { ...row, status: 'warning', failed: 1 }, { ...row, status: 'not checked' })),
    ).toBe(true);
    expect(holds(report(row, { ...row, status: 'FAILED', failed: 1 }))).toBe(false);
    expect(holds(report({ ...row, planted: [0, 1] }))).toBe(false);
  });
  it('says what was found, what was not checked and why', () => {
    const printed = table(
      report(
        { ...row, status: 'FAILED', failed: 1, findings: ['a mail: a reason'] },
        { ...row, id: 6, status: 'not checked', note: 'no tool' },
      ),
    );
    expect(printed).toContain('- a mail: a reason');
    expect(printed).toContain('no tool');
    expect(printed).toContain('1 failed');
    expect(printed).toContain('1 not checked');
  });
  it('what needs another tool or place is never green', () => {
    const others = outsideRows([]).filter(({ id }) => id !== 14);
    for (const { status, note } of [...others, spamRow([], 'no-such-command')]) {
      expect(['not checked', 'elsewhere']).toContain(status);
      expect(note.length).toBeGreaterThan(20);
    }
  });
  it('reads a spam score from the headers, or none', () => {
    expect(spamScore('X-Spam-Status: No, score=0.3 required=5.0 tests=NONE\n')).toBe(0.3);
    expect(spamScore('X-Spam-Status: Yes, score=12.0 required=5.0\n')).toBe(12);
    expect(spamScore('Subject: x\n')).toBeNull();
  });
});
