/** Small Markdown helpers of the generated documents. */

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A table; line breaks and bars inside a cell are made harmless. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
