/** The folder of the project, seen from the source as well as from the packed run (`dist/local/`). */
import { existsSync } from 'node:fs';
import path from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(folder);
  if (above === folder)
    throw new Error('The local run lies outside its project: there is no package.json above it.');
  return rootAbove(above);
}
export const ROOT = rootAbove(import.meta.dirname);
