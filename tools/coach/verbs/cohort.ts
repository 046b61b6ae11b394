/** `report` and `research`: files about everybody, in which nobody is told apart. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { csvOf } from '../../../functions/records/csv.ts';
import { everybody } from '../cohort/everybody.ts';
import { figuresOf } from '../cohort/figures.ts';
import type { Life } from '../cohort/lives.ts';
import { reportPage, reportRows } from '../cohort/report.ts';
import { researchExport } from '../cohort/research.ts';
import type { Desk } from '../desk.ts';
import type { Asked, Said, Verb } from '../verb.ts';

/** A line that writes over itself where somebody looks on. */
const progress = (line: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
};

async function read(asked: Asked): Promise<{ readonly desk: Desk; readonly lives: readonly Life[] }> {
  const desk = await asked.desk();
  const lives = await everybody(desk, progress);
  if (process.stderr.isTTY) process.stderr.write('\n');
  return { desk, lives };
}

/** Writes the files into the folder that was named, else `coach-STAGE`; gives their paths. */
function written(
  { given }: Asked,
  stage: string,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const folder = given.out ?? `coach-${stage}`;
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
}

export const report: Verb = async (asked): Promise<Said> => {
  const { desk, lives } = await read(asked);
  const figures = figuresOf(lives, desk.clock.now());
  const name = asked.given.stage === undefined ? 'Calf Coach' : (asked.settings().clubName ?? 'Calf Coach');
  const files = written(asked, desk.stage, {
    'report.html': reportPage(figures, name),
    'report.csv': csvOf(reportRows(figures)),
  });
  return { text: `written: ${files.join(', ')}\n`, json: { figures, files } };
};

export const research: Verb = async (asked): Promise<Said> => {
  const { desk, lives } = await read(asked);
  const { rows, dictionary, people } = researchExport(lives, (await desk.store.keys()).pepper);
  if (people === 0)
    return {
      text: 'Fewer than five people agree to research: there is nothing that can be exported.\n',
      json: { people: 0, files: [] },
    };
  const files = written(asked, desk.stage, {
    'research.csv': csvOf(rows),
    'research-dictionary.csv': csvOf(dictionary),
  });
  return {
    text: `${people} people who agree to research; written: ${files.join(', ')}\n`,
    json: { people, files },
  };
};
