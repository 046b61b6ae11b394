/**
 * The 0–10 grid: 6 + 5 cells of at least 44 px at 320 px, the last one two cells wide; one look for all, so
 * that no number says what it triggers.
 */
import type { CheckInView } from '../../views/mail/views.ts';
import { COPY } from '../check-in/copy.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join } from '../escape.ts';

export function grid(scale: CheckInView['scale']): Html {
  if (scale.length !== 11 || scale.some(({ value }, index) => value !== index))
    throw new TypeError('mail view: body.scale needs the values 0 to 10 in order');
  const cells = scale.map(({ value, url }) => {
    const slots = { label: COPY.cell(value), value: String(value), url };
    return value === 10 ? kit.wideCell(slots) : kit.cell(slots);
  });
  const rows = [
    kit.gridRow({ cells: join(cells.slice(0, 6)) }),
    kit.gridRow({ cells: join(cells.slice(6)) }),
  ];
  return kit.grid({ rows: join(rows), anchors: COPY.anchors });
}
