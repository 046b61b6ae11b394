/**
 * Writes the documents that are generated from the code and the curriculum; `npm run build` calls it, `npm
 * run check` finds a stale one.
 */
import path from 'node:path';
import { ROOT } from '../../quality/guards/tree.ts';
import { scaleDocuments } from '../../scale/document.ts';
import { loadCurriculum } from '../curriculum/curriculum.ts';
import { writeWhole } from '../stamp.ts';
import { rulesDocument } from './rules.ts';
import { readTrace, traceDocument, worldOf } from './trace.ts';

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
    ...scaleDocuments(),
  ];
}

/** Writes them and returns their names. */
export function buildDocuments(): readonly string[] {
  return documents().map(({ file, text }) => {
    writeWhole(path.join(ROOT, file), text);
    return file;
  });
}
