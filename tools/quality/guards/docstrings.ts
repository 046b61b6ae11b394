/** Public functions of the core and of the shell that say nothing of themselves. */
import type { SourceFile } from './tree.ts';

/** Whose public functions need a docstring. */
export const DOCUMENTED_FOLDERS = ['program/', 'functions/shell/'] as const;

export interface Undocumented {
  readonly file: string;
  readonly name: string;
}

const PUBLIC =
  /^export (?:async )?(?:function\*? |const )(?<name>\w+)(?:[(<]|(?:: [^=]+)? = (?:async )?(?:\(|<|\w+ =>))/;

/** True when a docstring stands right above, or above the lines without a gap that this one belongs to. */
function isDocumented(lines: readonly string[], at: number): boolean {
  for (let above = at - 1; above >= 0; above -= 1) {
    const line = (lines[above] ?? '').trim();
    if (line === '') return false;
    if (line.endsWith('*/')) return true;
  }
  return false;
}

/** The exported functions of a file without a docstring, of their own or of their group. */
export function undocumented({ name: file, text }: SourceFile): readonly Undocumented[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const name = PUBLIC.exec(line)?.groups?.['name'];
    return name === undefined || isDocumented(lines, at) ? [] : [{ file, name }];
  });
}
