/** One line of the table: what was measured, beside what, and what it should be. */
export interface Line {
  /** Stable, kebab-case; `--json` names it. */
  readonly id: string;
  readonly area: 'rendering' | 'message' | 'decisions' | 'sending' | 'bundles' | 'database';
  readonly what: string;
  /** Our figure with its unit. */
  readonly figure: number;
  readonly unit: 'µs' | 'a second' | 'KB' | 'ms' | 'MB' | 'write units' | 'read units' | 'bytes';
  /** Whom it is compared with. Null = a figure of its own. */
  readonly peer: string | null;
  /** How many times as much the peer takes. Null without a peer. */
  readonly ratio: number | null;
  /** docs/architecture.md §18, in its own words. */
  readonly budget: string;
  readonly reached: boolean;
  /**
   * The command fails beyond this: `least` of a ratio (a third below what was recorded, so that a busy
   * machine does not cry wolf), `most` of a counted figure. Times and rates have none: they depend on the
   * machine.
   */
  readonly gate: { readonly least: number } | { readonly most: number } | null;
}
export const holds = ({ figure, ratio, gate }: Line): boolean => {
  if (gate === null) return true;
  return 'least' in gate ? ratio !== null && ratio >= gate.least : figure <= gate.most;
};

const shortNumber = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);

/** The table as text. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    `${shortNumber(line.figure)} ${line.unit}`,
    line.peer === null ? '' : `${shortNumber(line.ratio ?? Number.NaN)} × ${line.peer}`,
    line.budget,
    line.reached ? 'reached' : 'not reached',
    line.gate === null ? '' : holds(line) ? 'holds' : 'BROKEN',
  ]);
  const head = ['what', 'ours', 'the peer takes', 'wanted', '', 'gate'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
