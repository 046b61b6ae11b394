/** What stands around the person, and how two positions become one card. */
import { n, type Point } from './geometry.ts';
import { arrow, badge, box, card, dot, FLOOR, HEIGHT, INK, SCALE, stroke, WIDTH } from './ink.ts';

/** Units of one half. */
export const HALF = WIDTH / 2 / SCALE;
export const floor = (from = 8, to = HALF - 8): string => stroke(`M${from} ${FLOOR}H${to}`, INK.floor, 2);
/** A wall whose face is at `x`, on the right of the person. */
export const wall = (x: number, top = 24): string =>
  box({ x, y: top, width: 7, height: FLOOR - top, fill: INK.thing, round: 1 });
/** Over the floor: with feet flat the knees make a right angle. */
/** A step of 16 px, its front edge at `x`. */
export const STEP = 16;
export const step = (x: number, width = 40): string =>
  box({ x, y: FLOOR - STEP, width, height: STEP, fill: INK.thing, round: 1 });
export const CHAIR_SEAT = 33;
export const chair = (x: number): string =>
  box({ x: x - 14, y: FLOOR - CHAIR_SEAT, width: 25, height: 4, fill: INK.thing }) +
  box({ x: x - 14, y: FLOOR - CHAIR_SEAT - 34, width: 3.4, height: 36, fill: INK.thing }) +
  box({ x: x - 13, y: FLOOR - CHAIR_SEAT, width: 3, height: CHAIR_SEAT, fill: INK.thing }) +
  box({ x: x + 6, y: FLOOR - CHAIR_SEAT, width: 3, height: CHAIR_SEAT, fill: INK.thing });

export const moved = (x: number, y: number, content: string, scale = 1): string =>
  `<g transform="translate(${n(x)} ${n(y)})${scale === 1 ? '' : ` scale(${n(scale)})`}">${content}</g>`;
/** Straight up or down beside something. */
export const lift = (x: number, from: number, to: number): string => arrow([x, from], [x, to]);

/** Stay there: the two bars everybody knows from a pause. */
export const hold = (x: number, y: number): string =>
  `${dot([x, y], 7, INK.arrow)}${box({ x: x - 3, y: y - 3.2, width: 2, height: 6.4, fill: '#fff', round: 0.5 })}${box({ x: x + 1, y: y - 3.2, width: 2, height: 6.4, fill: '#fff', round: 0.5 })}`;

/** A small sign that what stands on the right follows. */
const next = ([x, y]: Point): string => stroke(`M${n(x - 3)} ${n(y - 7)}l7 7l-7 7`, INK.quiet, 2.6);
/** Start on the left, end on the right, both drawn in the same coordinates of one half. */
export const two = (start: string, end: string, sign = true): string =>
  card(
    moved(0, 0, start, SCALE) +
      moved(WIDTH / 2, 0, end, SCALE) +
      (sign ? next([WIDTH / 2, HEIGHT / 2]) : '') +
      badge(1, 18, 18) +
      badge(2, WIDTH / 2 + 18, 18),
  );
/** Several small positions in a row, numbered. */
export const row = (halves: readonly string[], scale: number): string => {
  const width = WIDTH / halves.length;
  const numbers = [1, 2, 3, 4] as const;
  return card(
    halves.map((half, i) => moved(i * width, HEIGHT - 30 - FLOOR * scale, half, scale)).join('') +
      halves.map((_, i) => badge(numbers[i] ?? 4, i * width + 18, 18)).join(''),
  );
};
