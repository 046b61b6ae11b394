/**
 * A table that was written by an earlier version: every field that the schema lets a stored state lack is
 * taken out, one at a time, of states from every persona's life, and the programme goes on from there —
 * alarms, an answer, "my calf got worse", every page and every mail.
 */
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../../../emails/render.ts';
import { decodeState, encodeState } from '../../../../functions/shell/store/items/state-items.ts';
import { checkInAnswers } from '../../../../program/answers/check-in.ts';
import { apply, decide } from '../../../../program/decide.ts';
import { addMinutes, type Instant } from '../../../../program/kernel/time.ts';
import { wakeAt } from '../../../../program/mails/wake-at.ts';
import type { Command } from '../../../../program/participant/commands.ts';
import { type Participant, participantSchema } from '../../../../program/participant/state.ts';
import { LINKS, OPERATOR } from '../../../../tools/quality/mails/matrix.ts';
import { exportOf } from '../../../../views/export/export.ts';
import { summaryPage } from '../../../../views/export/summary.ts';
import { mailView } from '../../../../views/mail/mail-view.ts';
import { mePage } from '../../../../views/page/me-page.ts';
import { theCurriculum } from '../../../support/curriculum.ts';
import { ME_LINKS } from '../../../support/me-links.ts';
import { playedPersonas } from '../../../support/personas.ts';

const curriculum = theCurriculum();
const DISCRIMINANTS: ReadonlySet<string> = new Set(['status', 'type', 'of', 'kind']);
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Every field of a value, by the names that lead to it; the places in a list are all one. */
function* fields(value: Json, at: readonly string[] = []): Generator<readonly string[]> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, one] of Object.entries(value)) {
    const here = [...at, key];
    if (!Array.isArray(value)) yield here;
    yield* fields(one, here);
  }
}
const without = (value: Json, [first, ...rest]: readonly string[]): Json => {
  if (value === null || typeof value !== 'object' || first === undefined) return value;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === first ? without(one, rest) : one));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      key !== first ? [[key, one]] : rest.length === 0 ? [] : [[key, without(one, rest)]],
    ),
  );
};
/** Before there was a maintenance (aftercare), no mail of one was owed. */
const asItWas = (value: Json, names: readonly string[]): Json => {
  const rest = without(value, names) as { readonly owed?: readonly { readonly kind: string }[] };
  return names.join('.') === 'course.aftercare'
    ? ({ ...rest, owed: (rest.owed ?? []).filter(({ kind }) => kind !== 'maintenance') } as Json)
    : (rest as Json);
};
const shape = (names: readonly string[]): string =>
  names.map((name) => (/^\d+$/.test(name) ? '*' : name)).join('.');

/** No version named a mail by half: its number and what it is about came with the name itself. */
const isPartOfAName = (names: readonly string[]): boolean =>
  /^(owed|inflight)\.\*\.(n|about)\b/.test(shape(names));

interface Old {
  readonly name: string;
  readonly at: Instant;
  readonly state: Participant;
}
/**
 * The record that loses the field, by its keys and its kind: what the schema says of it once, it says of
 * every record of that form.
 */
const formOf = (value: Json, [first = '', ...rest]: readonly string[]): string => {
  if (value === null || typeof value !== 'object') return '';
  if (rest.length > 0) return formOf((value as Readonly<Record<string, Json>>)[first] ?? null, rest);
  const kinds = Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' && DISCRIMINANTS.has(key) ? [`${key}=${one}`] : [],
  );
  return [...Object.keys(value), ...kinds].join();
};
/** One state for each status and each field that may be absent. */
function oldStates(): readonly Old[] {
  const found = new Map<string, Old>();
  const refused = new Set<string>();
  for (const { steps } of playedPersonas()) {
    for (const step of steps) {
      if (step.state === null || step.state.status === 'erased') continue;
      const body = JSON.parse(JSON.stringify(step.state)) as Json;
      for (const names of fields(body)) {
        const name = `${step.state.status} without ${shape(names)}`;
        if (found.has(name) || isPartOfAName(names)) continue;
        const form = `${name} of ${formOf(body, names)}`;
        if (refused.has(form)) continue;
        const parsed = participantSchema.safeParse(asItWas(body, names));
        if (parsed.success) found.set(name, { name, at: step.at, state: parsed.data });
        else refused.add(form);
      }
    }
  }
  return [...found.values()];
}

const ANSWER = checkInAnswers.parse({
  painAverage: 1,
  painWorst: 2,
  nextDay: 'settled',
  sessionsDone: 3,
  longestRunMinutes: 0,
  painkillers: 'no',
  redFlags: [],
});

/**
 * Forty days from an old state: what is shown, and what is said when. Throws where the programme cannot go
 * on.
 */
function goOn({ state: begins, at: begun }: Old): readonly string[] {
  const { head, others } = encodeState(begins, 1, null);
  const read = decodeState([head, ...others]);
  if (read === 'torn') throw new Error('the items of one write fit together');
  let state: Participant = read.loaded.participant;
  let now = begun;
  const mails: string[] = [];
  const run = (command: Command): void => {
    const decided = decide(command, state, curriculum);
    if (!decided.ok) return;
    state = apply(state, decided.value) ?? state;
    for (const event of decided.value.events) {
      if (event.type !== 'MailClaimed' || state.status === 'erased') continue;
      const { kind, week, occasion, about } = event.mail;
      const { subject, html, text } = renderMail(
        mailView({
          person: state,
          kind,
          week,
          about,
          at: now,
          curriculum,
          operator: OPERATOR,
          links: LINKS,
        }),
      );
      mails.push(kind);
      const hole = /undefined|\bnull\b|NaN|\[object/.exec(`${subject}${html}${text}`)?.[0];
      if (hole !== undefined) throw new Error(`${kind} says ${hole}`);
      run({ type: 'RecordSent', at: now, occasion });
    }
  };
  const look = (): void => {
    if (state.status === 'erased') return;
    JSON.stringify([
      mePage(state, now, { links: ME_LINKS, timeZones: ['UTC'], curriculum }),
      summaryPage(state, [], { at: now, meUrl: '/me/x', curriculum }),
      exportOf({ participant: state, journal: [], mails: [], days: [] }, now),
    ]);
  };
  const until = (end: Instant): void => {
    for (let alarm = wakeAt(state); alarm !== null && alarm <= end; alarm = wakeAt(state)) {
      if (alarm > now) now = alarm;
      run({ type: 'Wake', at: now, owner: 'test' });
    }
    now = end;
  };
  look();
  for (let week = 0; week < 4; week += 1) {
    until(addMinutes(now, 7 * 24 * 60));
    const asked = 'course' in state && state.course !== null ? (state.course.asked?.week ?? 0) : 0;
    run({ type: 'SubmitCheckIn', at: now, week: asked, answers: ANSWER, source: 'web' });
    look();
  }
  run({ type: 'ReportWorse', at: now, redFlags: [], painNow: 4, sudden: null, when: null });
  until(addMinutes(now, 12 * 24 * 60));
  look();
  return mails;
}

const old = oldStates();
describe('a state that an earlier version stored', () => {
  it('may lack fields in every status of somebody on the course or after it', () => {
    expect([...new Set(old.map(({ state }) => state.status))].sort()).toEqual([
      'active',
      'completed',
      'confirmed',
      'left',
      'paused',
      'stopped',
    ]);
    expect(old.length).toBeGreaterThan(40);
  });
  it.each(old.map((one) => [one.name, one] as const))('%s goes on', (_name, one) => {
    expect(() => goOn(one)).not.toThrow();
  });
});
