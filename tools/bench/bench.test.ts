/**
 * The benchmark compares like with like, and its table is whole. Figures are never judged here: a busy
 * machine is no bug.
 */
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../emails/render.ts';
import { RULE_ROWS } from '../../program/adapt/decision-table.ts';
import { type Line, table } from './line.ts';
import { shown } from './mail/equal.ts';
import { enginesOf, kindLines, pairLine, viewOf } from './mail/suite.ts';
import { PAIR_IDS, PART_NAMES, WEEK } from './part-names.ts';
import { PARTS } from './parts.ts';
import { factsOf, JSON_RULES, makeEngine, ruleOf, someWeeks } from './peers/json-rules.ts';
import { nodemailer, ours as ourMessage } from './peers/message.ts';
import { decisionLines, makeProgrammes, readCurriculum } from './rules/suite.ts';

const TINY = { rounds: 1, millis: 0.05 };

describe('what is compared is equal', () => {
  it.each(WEEK)('%s: every engine writes what renderMail writes', async (kind) => {
    const view = viewOf(kind);
    const engines = await enginesOf(view);
    const wanted = shown(renderMail(view).html);
    expect(wanted.length).toBeGreaterThan(2_000);
    expect((await engines.flat())().toString('latin1')).toBe(renderMail(view).html);
    for (const name of ['whole', 'flat', 'handlebars', 'partials', 'mjml', 'react'] as const) {
      const html = name === 'whole' ? engines.whole() : await (await engines[name]())();
      expect({ name, html: shown(html) }).toEqual({ name, html: wanted });
    }
  });

  it.each(WEEK)('%s: both writers make the same message', async (kind) => {
    const view = viewOf(kind);
    const { flat } = await enginesOf(view);
    const write = await flat();
    const mail = renderMail(view);
    const read = async (raw: Uint8Array) => {
      const { subject, text, html, from, to, headers } = await PostalMime.parse(raw);
      const kept = headers
        .filter(({ key }) => key.startsWith('list-') || key.startsWith('x-') || key === 'message-id')
        .map(({ key, value }) => [key, value]);
      return {
        subject,
        text: text?.trim().replace(/\r\n/g, '\n'),
        html: shown(html ?? ''),
        from,
        to,
        kept: kept.sort(),
      };
    };
    expect(await read((await ourMessage(view))())).toEqual(
      await read(await (await nodemailer(view, mail, write))()),
    );
  });

  it('the rules in the language of the peer decide every week alike, and every rule is among them', async () => {
    expect(JSON_RULES.map(([id]) => id)).toEqual(RULE_ROWS.map(({ id }) => id));
    const engine = await makeEngine();
    const fired = new Set<string>();
    for (const inputs of someWeeks(3_000)) {
      const rule = ruleOf(inputs);
      fired.add(rule);
      expect([inputs, await engine(factsOf(inputs))]).toEqual([inputs, rule]);
    }
    expect(fired.size).toBe(RULE_ROWS.length);
  });

  it('the people of the programmes live: they rise, ease, hold and are stopped', async () => {
    const programmes = await makeProgrammes(readCurriculum());
    const outcomes = new Set(
      Array.from({ length: 300 }, (_, person) => programmes(person)).flatMap((weeks) =>
        weeks.map(({ outcome }) => outcome),
      ),
    );
    expect([...outcomes].sort()).toEqual(
      expect.arrayContaining(['HOLD', 'PROGRESS', 'REGRESS', 'STOP_DOCTOR']),
    );
  });
});

describe('the table', () => {
  it('is whole: every budget of speed has its line, every line its peer and its verdict', async () => {
    const lines: Line[] = [...(await decisionLines(TINY))];
    for (const kind of WEEK) lines.push(...(await kindLines(kind, TINY)));
    for (const id of PAIR_IDS) lines.push(await pairLine(id, TINY));
    expect(lines.map(({ id }) => id)).toEqual([
      ...['decision-json-rules', 'decision-table', 'participant-weeks'],
      ...WEEK.flatMap((kind) => [`render-${kind}`, `message-${kind}`]),
      ...PAIR_IDS,
    ]);
    for (const line of lines) {
      expect(line.figure, line.id).toBeGreaterThan(0);
      expect((line.peer === null) === (line.ratio === null), line.id).toBe(true);
      if (line.ratio !== null) expect(line.ratio, line.id).toBeGreaterThan(0);
    }
    expect(table(lines).split('\n')).toHaveLength(lines.length + 1);
    expect(PARTS.map(({ name }) => name)).toEqual(PART_NAMES);
  });
});
