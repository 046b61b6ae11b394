/**
 * A copy of everything we hold about one person, as data (docs/export.md describes both files). No keys, no
 * handles of replies, nobody else's data.
 */
import type { Instant } from '../../program/kernel/time.ts';
import type { DayLog } from '../../program/participant/day-log.ts';
import type { Person } from '../../program/participant/state.ts';
import type { Happening, SentMail } from './history.ts';

/** Of the shape below; a change that takes something away or renames it raises it. */
export const EXPORT_FORMAT = 'calf-coach-export-1';

export interface ExportSource {
  readonly participant: Person;
  readonly journal: readonly (Happening & {
    readonly rev: number;
    readonly command: string;
    readonly actor: string;
  })[];
  readonly mails: readonly (SentMail & {
    readonly occasion: string;
    readonly attempt: number;
    readonly messageId?: string;
    readonly times: Readonly<Record<string, Instant>>;
  })[];
  readonly days: readonly DayLog[];
}
export interface ExportFile {
  readonly format: typeof EXPORT_FORMAT;
  readonly exportedAt: Instant;
  /** Address, name, settings, consents, course: the state as it stands. */
  readonly person: Person;
  /** What happened, oldest first, with who caused it. */
  readonly journal: readonly unknown[];
  readonly mails: readonly unknown[];
  /** What was logged of single sessions, and where they were moved to, by week. */
  readonly sessions: readonly DayLog[];
}

export function exportOf({ participant, journal, mails, days }: ExportSource, at: Instant): ExportFile {
  return {
    format: EXPORT_FORMAT,
    exportedAt: at,
    person: participant,
    journal: journal.map(({ rev, at: when, command, actor, events }) => ({
      rev,
      at: when,
      command,
      actor,
      events,
    })),
    mails: [...mails]
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ occasion, kind, status, attempt, at: when, messageId, times }) => ({
        occasion,
        kind,
        status,
        attempt,
        at: when,
        messageId: messageId ?? null,
        times,
      })),
    sessions: days,
  };
}

/** Every value inside, with its path: `answers.painAverage`. Empty lists and objects are shown as such. */
function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (value === null) return [[path, '']];
  if (typeof value !== 'object') return [[path, String(value)]];
  const inside = Object.entries(value);
  if (inside.length === 0) return [[path, Array.isArray(value) ? '[]' : '{}']];
  return inside.flatMap(([key, v]) => leaves(v, path === '' ? key : `${path}.${key}`));
}

/** The same as rows of a table: when, record, field, value; one row a value, names of the columns first. */
export function exportRows(file: ExportFile): readonly (readonly string[])[] {
  const lines: (readonly string[])[] = [['at', 'record', 'field', 'value']];
  const add = (at: string, record: string, value: unknown): void => {
    for (const [field, text] of leaves(value, '')) lines.push([at, record, field, text]);
  };
  add(file.exportedAt, 'person', file.person);
  for (const entry of file.journal as readonly {
    at: string;
    rev: number;
    command: string;
    actor: string;
    events: readonly { type: string }[];
  }[]) {
    add(entry.at, 'command', { rev: entry.rev, command: entry.command, actor: entry.actor });
    for (const { type, ...facts } of entry.events) add(entry.at, type, { rev: entry.rev, ...facts });
  }
  for (const mail of file.mails as readonly { at: string }[]) add(mail.at, 'mail', mail);
  for (const log of file.sessions) add(log.at ?? '', 'sessions', log);
  return lines;
}
