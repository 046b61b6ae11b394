/** The table of the gate, and the same as JSON. */
import { GROUPS, type Group } from './rules/rule.ts';

export type Status = 'passed' | 'FAILED' | 'warning' | 'not checked' | 'elsewhere';
export interface Row {
  readonly id: number;
  readonly group: Group;
  readonly title: string;
  readonly level: 'fail' | 'warn';
  readonly status: Status;
  readonly checked: number;
  readonly unit: 'mails' | 'structures' | 'views' | 'requests' | 'links';
  readonly failed: number;
  /** Different findings, a few of each rule. */
  readonly findings: readonly string[];
  /** Why it was not checked, or where it is. */
  readonly note: string;
  /** Planted violations: found, and how many there are. */
  readonly planted: readonly [found: number, all: number];
}
export interface Report {
  readonly mails: number;
  readonly different: number;
  readonly structures: number;
  readonly views: number;
  readonly milliseconds: number;
  readonly rows: readonly Row[];
}

/** True when no rule failed and no planted violation got past one. */
export const holds = ({ rows }: Report): boolean =>
  rows.every(({ status, planted: [found, all] }) => status !== 'FAILED' && found === all);

const SHOWN = 4;
const number = (n: number): string => n.toLocaleString('en-GB');

function lineOf(row: Row): readonly string[] {
  const { id, title, status, checked, unit, failed, planted, findings, note } = row;
  const counted = status === 'not checked' || status === 'elsewhere' ? '' : `${number(checked)} ${unit}`;
  const bites = planted[1] === 0 ? '' : `${planted[0]}/${planted[1]}`;
  const head = [
    String(id).padStart(3),
    title.padEnd(74),
    counted.padStart(17),
    failed === 0 ? '' : String(failed),
    bites.padStart(5),
    status,
  ];
  return [
    `${head[0]}  ${head[1]} ${head[2]} ${(head[3] ?? '').padStart(6)} ${head[4]}  ${head[5]}`,
    ...(note === '' ? [] : [`     ${note}`]),
    ...findings.slice(0, SHOWN).map((finding) => `     - ${finding.slice(0, 180)}`),
  ];
}

export function table(report: Report): string {
  const { mails, different, structures, views, milliseconds, rows } = report;
  const head = `${'rule'.padStart(3)} ${''.padEnd(74)} ${'checked'.padStart(17)} ${'failed'.padStart(6)} ${'bites'.padStart(5)}`;
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    return own.length === 0 ? [] : ['', `${group}. ${GROUPS[group]}`, ...own.flatMap(lineOf)];
  });
  const count = (status: Status): number => rows.filter((row) => row.status === status).length;
  const fooled = rows.filter(({ planted: [found, all] }) => found < all).map(({ id }) => id);
  return [
    `${number(mails)} mails (${number(different)} different), ${number(structures)} structures in ${number(views)} views, ${(milliseconds / 1000).toFixed(0)} s`,
    '',
    head,
    ...groups,
    '',
    `${count('passed')} rules passed, ${count('FAILED')} failed, ${count('warning')} with warnings, ${count('elsewhere')} checked elsewhere, ${count('not checked')} not checked.`,
    fooled.length === 0
      ? 'Every planted violation was found.'
      : `Planted violations got past rule ${fooled.join(', ')}.`,
  ].join('\n');
}
