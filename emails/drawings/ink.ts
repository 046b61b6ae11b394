/**
 * Colours of the drawings and the few shapes every scene is made of. The card brings its own light ground, so
 * a dark mail changes nothing.
 */
import { at, distance, n, type Point } from './geometry.ts';

export const INK = {
  card: '#f1f6f5',
  edge: '#c9d8d6',
  near: '#0b4450',
  far: '#86a5ab',
  shirt: '#12697c',
  farShirt: '#86a5ab',
  muscle: '#f2892b',
  arrow: '#bb4d0e',
  thing: '#9fb4b4',
  thingDark: '#6d8587',
  floor: '#8ba3a4',
  quiet: '#5d7579',
} as const;

/** A shape with a rim in the colour of the ground, so that it stands off what lies behind it. */
export const shape = (path: string, fill: string, rim = 1.6): string =>
  `<path d="${path}" fill="${fill}" stroke="${INK.card}" stroke-width="${n(rim * 2)}" stroke-linejoin="round" paint-order="stroke"/>`;
/**
 * Several outlines that make one form: the rims first, then the fills, so that no rim cuts through the form.
 */
export const form = (paths: readonly string[], fill: string, rim = 1.6): string => {
  const drawn = paths.map((path) => `<path d="${path}"/>`).join('');
  return `<g fill="${INK.card}" stroke="${INK.card}" stroke-width="${n(rim * 2)}" stroke-linejoin="round">${drawn}</g><g fill="${fill}">${drawn}</g>`;
};
export const plain = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;
export const stroke = (path: string, colour: string, width: number, dash = ''): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
export const dot = (centre: Point, radius: number, fill: string): string =>
  `<circle cx="${n(centre[0])}" cy="${n(centre[1])}" r="${n(radius)}" fill="${fill}"/>`;
export const box = ({
  x,
  y,
  width,
  height,
  fill,
  round = 1.5,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly round?: number;
}): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(round)}" fill="${fill}"/>`;

function head(from: Point, tip: Point, size: number): string {
  const far = distance(from, tip);
  const [ux, uy] = [(tip[0] - from[0]) / far, (tip[1] - from[1]) / far];
  const back: Point = [tip[0] - ux * size, tip[1] - uy * size];
  const left: Point = [back[0] - uy * size * 0.62, back[1] + ux * size * 0.62];
  const right: Point = [back[0] + uy * size * 0.62, back[1] - ux * size * 0.62];
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}
/** An arrow from a to b; with `by` it bends through that point (a control point, not on the line). */
export function arrow(a: Point, b: Point, by: Point | null = null, colour: string = INK.arrow): string {
  const from = by ?? a;
  const far = distance(from, b);
  const shaft: Point = [b[0] - ((b[0] - from[0]) / far) * 4, b[1] - ((b[1] - from[1]) / far) * 4];
  const way = by === null ? `M${at(a)}L${at(shaft)}` : `M${at(a)}Q${at(by)} ${at(shaft)}`;
  return `${stroke(way, INK.card, 5.5)}${shape(head(from, b, 7.5), colour, 1.2)}${stroke(way, colour, 2.4)}`;
}

const DIGITS: Readonly<Record<number, string>> = {
  1: 'M-2.2 -2.2L0.4 -4.2V4.2',
  2: 'M-2.6 -2.2C-2.2 -5.2 2.6 -4.8 2.4 -1.8C2.3 0.4 -1 1.8 -2.7 4H2.8',
  3: 'M-2.5 -3.4C-1 -5 2.4 -4.6 2.3 -2.2C2.2 -0.6 0.6 -0.2 -0.6 -0.2C1 -0.2 2.8 0.6 2.7 2.2C2.5 4.8 -1.2 4.9 -2.8 3.2',
  4: 'M1.2 4.2V-4.2L-3 1.6H3',
};
/** A number in a ring: the order of the positions. Drawn, so that no font is needed. */
export const badge = (number: 1 | 2 | 3 | 4, x: number, y: number): string =>
  `${dot([x, y], 8, INK.quiet)}<path transform="translate(${n(x)} ${n(y)})" d="${DIGITS[number]}" fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>`;

export const WIDTH = 280;
export const HEIGHT = 196;
/** Scenes are drawn in a half of 116 by 163 units and enlarged by this. */
export const SCALE = 1.2;
/** Where everybody stands. */
export const FLOOR = 150;

/** The card: ground, rim, what is on it. */
export const card = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
  `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="10" fill="${INK.card}" stroke="${INK.edge}"/>${content}</svg>\n`;
