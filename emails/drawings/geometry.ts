/**
 * Points, directions and outlines of the exercise drawings. Screen coordinates: x to the right, y down,
 * lengths in px of the drawing at 280 px.
 */
export type Point = readonly [x: number, y: number];

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
/** At most one digit behind the point: short files, the same on every machine. */
export const n = (value: number): string => String(Math.round(value * 10) / 10 + 0);
export const at = ([x, y]: Point): string => `${n(x)} ${n(y)}`;

export const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
/** From `a` towards `b`, by the share `t`. */
export const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
/**
 * `length` upwards, leaning to the right by `degrees`: the way from an ankle to a knee, from a hip to a
 * shoulder.
 */
export const up = (from: Point, length: number, degrees: number): Point =>
  plus(from, [length * Math.sin(rad(degrees)), -length * Math.cos(rad(degrees))]);
/**
 * `length` downwards, swung to the right by `degrees`: the way from a shoulder to an elbow, from a hip to a
 * knee.
 */
export const down = (from: Point, length: number, degrees: number): Point =>
  plus(from, [length * Math.sin(rad(degrees)), length * Math.cos(rad(degrees))]);
/** Turned clockwise about the origin. */
export const turned = ([x, y]: Point, degrees: number): Point => {
  const [c, s] = [Math.cos(rad(degrees)), Math.sin(rad(degrees))];
  return [x * c - y * s, x * s + y * c];
};
export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/**
 * The joint between two bones of `first` and `second` px that reach from `from` to `to`: a knee or an elbow.
 * It bends to the side of `bend` (+1 = to the left of the way, -1 = to the right). Throws when the bones are
 * too short by more than a hair: the pose is impossible.
 */
export function joint(
  from: Point,
  to: Point,
  { first, second, bend }: { readonly first: number; readonly second: number; readonly bend: 1 | -1 },
): Point {
  const far = distance(from, to);
  if (far > (first + second) * 1.02)
    throw new RangeError(`no limb of ${n(first + second)} px reaches ${n(far)} px`);
  const reach = Math.min(far, first + second - 0.01);
  const along = (first * first - second * second + reach * reach) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, first * first - along * along)) * bend;
  const [ux, uy] = [(to[0] - from[0]) / far, (to[1] - from[1]) / far];
  return [from[0] + ux * along + uy * aside, from[1] + uy * along - ux * aside];
}

/** The outline of a limb that is `ra` thick at `a` and `rb` at `b`: two circles and what is between them. */
export function limb(a: Point, b: Point, ra: number, rb: number): string {
  const way = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const tilt = Math.acos(Math.max(-1, Math.min(1, (ra - rb) / Math.max(0.01, distance(a, b)))));
  const on = (centre: Point, radius: number, angle: number): Point => [
    centre[0] + radius * Math.cos(angle),
    centre[1] + radius * Math.sin(angle),
  ];
  const [a1, a2] = [on(a, ra, way + tilt), on(a, ra, way - tilt)];
  const [b1, b2] = [on(b, rb, way + tilt), on(b, rb, way - tilt)];
  const large = tilt > Math.PI / 2 ? 1 : 0;
  return `M${at(a1)}A${n(ra)} ${n(ra)} 0 ${1 - large} 1 ${at(a2)}L${at(b2)}A${n(rb)} ${n(rb)} 0 ${large} 1 ${at(b1)}Z`;
}

/** A smooth closed line through the points. */
export function blob(points: readonly Point[]): string {
  const count = points.length;
  const get = (i: number): Point => points[(i + count) % count] ?? [0, 0];
  const parts = points.map((_, i) => {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    return `C${at(c1)} ${at(c2)} ${at(p2)}`;
  });
  return `M${at(get(0))}${parts.join('')}Z`;
}
/** An open smooth line through the points. */
export function curve(points: readonly Point[]): string {
  const get = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0];
  const parts = points.slice(0, -1).map((_, i) => {
    const [p0, p1, p2, p3] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    return `C${at(c1)} ${at(c2)} ${at(p2)}`;
  });
  return `M${at(get(0))}${parts.join('')}`;
}
