/**
 * How long the suite takes, by folder: read from vitest's own report, printed as a table for a page or a
 * terminal.
 */

/** The part of vitest's JSON report that is read here; times in milliseconds. */
export interface TimesReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly unknown[];
  }[];
}
export interface FolderTimes {
  readonly folder: string;
  readonly files: number;
  readonly tests: number;
  readonly seconds: number;
}

/**
 * Folders of a test's path that make a row: `test/program`, and one deeper where a kind has kinds of its own.
 */
const DEPTH = 3;

/** One row for each folder, the slowest first. `root` is taken off the names. */
export function timesByFolder(report: TimesReport, root: string): readonly FolderTimes[] {
  const rows = new Map<string, FolderTimes>();
  for (const { name, startTime, endTime, assertionResults } of report.testResults) {
    const parts = name.replace(`${root}/`, '').split('/').slice(0, -1);
    const folder = parts.slice(0, DEPTH).join('/');
    const row = rows.get(folder) ?? { folder, files: 0, tests: 0, seconds: 0 };
    rows.set(folder, {
      folder,
      files: row.files + 1,
      tests: row.tests + assertionResults.length,
      seconds: row.seconds + (endTime - startTime) / 1_000,
    });
  }
  return [...rows.values()].sort((a, b) => b.seconds - a.seconds || a.folder.localeCompare(b.folder));
}

/** A Markdown table with a sum. Seconds are those of the files' own tests: two workers share them. */
export function timesTable(rows: readonly FolderTimes[]): string {
  const sum = (of: (row: FolderTimes) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const all = {
    folder: 'all',
    files: sum((r) => r.files),
    tests: sum((r) => r.tests),
    seconds: sum((r) => r.seconds),
  };
  const lines = [...rows, all].map(
    ({ folder, files, tests, seconds }) => `| ${folder} | ${files} | ${tests} | ${seconds.toFixed(1)} |`,
  );
  return ['| Folder | Files | Tests | Seconds |', '|---|---:|---:|---:|', ...lines].join('\n');
}
