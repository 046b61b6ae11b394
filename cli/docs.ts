/** Writes the documents that are generated from the code and the curriculum; `npm run build` calls it, `npm run check` finds a stale one. */
import path from 'node:path';
import { loadCurriculum } from './build/curriculum.ts';
import { rulesDocument } from './build/docs/rules.ts';
import { readTrace, traceDocument, worldOf } from './build/docs/trace.ts';
import { writeWhole } from './build/stamp.ts';
import { ROOT } from './gate/tree.ts';
import { isMain, runMain } from './main.ts';

export interface Document {
  /** From the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** Every generated document. */
export function documents(): readonly Document[] {
  const curriculum = loadCurriculum(path.join(ROOT, 'curriculum'));
  return [
    { file: 'docs/rules.md', text: rulesDocument(curriculum) },
    { file: 'docs/curriculum-trace.md', text: traceDocument(readTrace(ROOT), worldOf(curriculum)) },
  ];
}

/** Writes them and returns their names. */
export function buildDocuments(): readonly string[] {
  return documents().map(({ file, text }) => {
    writeWhole(path.join(ROOT, file), text);
    return file;
  });
}

if (isMain(import.meta)) {
  await runMain(() => {
    for (const file of buildDocuments()) process.stdout.write(`${file}\n`);
    return Promise.resolve(0);
  });
}
