/** `show` and `export`: one person, opened for a reason. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { csvOf } from '../../../functions/records/csv.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import { exportOf, exportRows } from '../../../views/export/export.ts';
import { historyOf } from '../../../views/export/history.ts';
import type { Desk } from '../desk.ts';
import { type Opened, openPerson, reasonOf } from '../person.ts';
import type { Said, Verb } from '../verb.ts';

function standing({ participant }: Opened): string {
  const course = 'course' in participant ? participant.course : null;
  const where =
    course === null
      ? ''
      : `, week ${course.week}, level LV${course.tracks.level}, stage ${course.tracks.stage}`;
  const alarm = wakeAt(participant);
  return (
    `${participant.id}: ${participant.status}${where}\n${participant.email}\n` +
    `next alarm: ${alarm ?? 'none'}\n\n`
  );
}

function inWords(opened: Opened, { curriculum }: Desk): string {
  const entries = historyOf(opened.participant, opened.journal, opened.mails, curriculum);
  const told = entries.map(
    ({ on, title, lines }) => `${on}  ${title}\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );
  return `${standing(opened)}${told.join('')}`;
}

export const show: Verb = async ({ args: [id = ''], given, desk: open }): Promise<Said> => {
  const reason = reasonOf(given.reason);
  const desk = await open();
  const opened = await openPerson(desk, id, reason);
  return { text: inWords(opened, desk), json: exportOf(opened, desk.clock.now()) };
};

export const exportPerson: Verb = async ({ args: [id = ''], given, desk: open }): Promise<Said> => {
  const reason = reasonOf(given.reason);
  const desk = await open();
  const file = exportOf(await openPerson(desk, id, reason), desk.clock.now());
  const folder = given.out ?? `coach-${desk.stage}`;
  mkdirSync(folder, { recursive: true });
  const files = { json: `${JSON.stringify(file, null, 2)}\n`, csv: csvOf(exportRows(file)) };
  const paths = Object.entries(files).map(([kind, text]) => {
    const name = path.join(folder, `${id}.${kind}`);
    writeFileSync(name, text, { mode: 0o600 });
    return name;
  });
  return { text: `written: ${paths.join(', ')}\n`, json: { files: paths } };
};
