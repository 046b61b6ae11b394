/**
 * The foot close up: from the inner side for arch and toes, from above for spreading and turning, from behind
 * for the heels.
 */
import { at, blob, curve, limb, n, type Point, plus, turned } from './geometry.ts';
import { FLOOR, form, INK, plain, stroke } from './ink.ts';

export interface InnerSide {
  /** 0 = flat, 1 = arch lifted: the ball comes towards the heel. */
  readonly arch: number;
  /** Degrees up from the floor. */
  readonly bigToe?: number;
  readonly otherToes?: number;
  /** Toes bent down and back, as when they gather a towel. */
  readonly curled?: boolean;
}
const toe = (root: Point, length: number, degrees: number): Point =>
  plus(root, turned([length, 0.6], -degrees));

/** Facing right, the leg going up out of the picture. */
export function innerSide({ arch, bigToe = 0, otherToes = 0, curled = false }: InnerSide): string {
  const ground = FLOOR;
  const heel: Point = [24, ground - 10.5];
  const ankle: Point = [32, ground - 32 - arch * 2];
  const ball: Point = [72 - arch * 5, ground - 7.5];
  const root: Point = plus(ball, [4, 1.4]);
  const knuckle: Point = plus(root, [7, -4]);
  const four: Point = plus(root, [-1, -2.6]);
  const tips = curled
    ? [limb(root, knuckle, 6, 4.6), limb(knuckle, plus(root, [10, 3]), 4.6, 3.6)]
    : [limb(root, toe(root, 17, bigToe), 6, 4.6)];
  const others = [0, 1, 2].map((i) => {
    const start: Point = plus(four, [-i * 2.4, -i * 0.4]);
    return form(
      [limb(start, toe(start, 16 - i * 1.5, otherToes + (otherToes > 0 ? i * 9 : 0)), 5 - i * 0.5, 3.8)],
      INK.far,
      1,
    );
  });
  const behind = curled
    ? form(
        [limb(four, plus(four, [9, -4]), 5, 4), limb(plus(four, [9, -4]), plus(four, [13, 4]), 4, 3)],
        INK.far,
        1,
      )
    : others.reverse().join('');
  const leg: Point = [50, -20];
  const body = [
    limb(leg, ankle, 17, 11),
    limb(ankle, heel, 11.5, 10.5),
    limb(plus(ankle, [4, 2]), ball, 11, 7.5),
    `M${at(ankle)}L${at([heel[0], ground])}L${at([ball[0], ground])}L${at(ball)}Z`,
    ...tips,
  ];
  const high = ground - 3 - arch * 11;
  const from: Point = [heel[0] + 9, ground + 1];
  const to: Point = [ball[0] - 5, ground + 1];
  const mid = (from[0] + to[0]) / 2;
  const hollow = `M${at(from)}C${at([mid - 9, high - 4])} ${at([mid + 9, high - 4])} ${at(to)}Z`;
  const muscle = `M${at([from[0] + 4, ground - 3])}C${at([mid - 8, high - 8])} ${at([mid + 8, high - 8])} ${at([to[0] - 2, ground - 4])}`;
  const tip = curled ? plus(root, [9, -2]) : toe(root, 15, bigToe);
  const nail = `<ellipse cx="${n(tip[0])}" cy="${n(tip[1])}" rx="3.2" ry="1.7" transform="rotate(${n(curled ? 40 : 8 - bigToe)} ${at(tip)}) translate(0 -2.6)" fill="${INK.far}"/>`;
  return behind + form(body, INK.near) + plain(hollow, INK.card) + stroke(muscle, INK.muscle, 4.4) + nail;
}

/** Where things of `innerSide` are, for arrows. */
export const SOLE = { heel: 24, ball: 72, toes: 94 } as const;

const TOES: readonly (readonly [x: number, y: number, length: number, radius: number])[] = [
  [-15, -34, 17, 7],
  [-4, -38, 15, 5],
  [5, -36, 14, 4.6],
  [13, -32, 12, 4.3],
  [20, -26, 10, 4.2],
];
const SOLE_OUTLINE: readonly Point[] = [
  [-14, 38],
  [-8, 50],
  [8, 50],
  [14, 38],
  [17, 8],
  [24, -22],
  [14, -36],
  [-8, -42],
  [-23, -32],
  [-21, -8],
  [-14, 14],
];
/** The small muscles between the long bones of the forefoot. */
const SPREADERS: readonly Point[] = [
  [-12, -22],
  [4, -28],
  [17, -20],
  [12, -6],
  [-8, -6],
];
/**
 * The right foot from above, its heel at the bottom; `spread` degrees between neighbouring toes, the whole
 * turned by `turn` about the heel.
 */
export function fromAbove(
  centre: Point,
  spread: number,
  {
    turn = 0,
    colour = INK.near,
    muscle = true,
  }: { readonly turn?: number; readonly colour?: string; readonly muscle?: boolean } = {},
): string {
  const heel: Point = [0, 44];
  const placed = (p: Point): Point => {
    const [x, y] = turned([p[0] - heel[0], p[1] - heel[1]], turn);
    return plus(centre, [x + heel[0], y + heel[1]]);
  };
  const sole = blob(SOLE_OUTLINE.map(placed));
  const toes = TOES.map(([x, y, length, radius], i) => {
    const way = turned([0, -length], (i - 1.6) * spread);
    return limb(placed([x, y]), placed(plus([x, y], way)), radius, radius * 0.82);
  });
  const spreaders = blob(SPREADERS.map(placed));
  return form([sole, ...toes], colour) + (muscle ? plain(spreaders, INK.muscle) : '');
}

/** Both lower legs from behind; `up` = px the heels are off the floor. */
export function fromBehind(up: number): string {
  const one = (side: 1 | -1): string => {
    const x = 58 + side * 20;
    const y = (base: number): number => base - up;
    const knee: Point = [58 + side * 22, y(34)];
    const calf = blob([
      [knee[0] - 11, y(40)],
      [knee[0] - 14.5, y(64)],
      [x - 8.5, y(96)],
      [x, y(104)],
      [x + 8.5, y(96)],
      [knee[0] + 14.5, y(64)],
      [knee[0] + 11, y(40)],
      [knee[0], y(36)],
    ]);
    const muscle = (half: 1 | -1): string =>
      blob([
        [knee[0] + half * 1.6, y(44)],
        [knee[0] + half * 9, y(48)],
        [knee[0] + half * 11.5, y(64)],
        [knee[0] + half * 8, y(84)],
        [knee[0] + half * 2, y(90)],
      ]);
    const ankle: Point = [x, y(FLOOR - 28)];
    const heel: Point = [x - side, y(FLOOR - 10)];
    const front: Point = [x + side * 2.5, FLOOR - 6];
    const foot = [
      limb(ankle, heel, 6.4, 9.6),
      limb(heel, front, 8.4, 6),
      limb(plus(front, [-side * 4, 0]), plus(front, [side * 8, 0.6]), 5.6, 4.8),
    ];
    return (
      form([limb([knee[0], -20], knee, 15, 12), calf, limb(knee, ankle, 11, 6.4), ...foot], INK.near) +
      plain(muscle(1) + muscle(-1), INK.muscle)
    );
  };
  return one(-1) + one(1);
}

/**
 * A line along the floor that a towel makes: flat from `from` to `to`, or gathered into waves before the
 * toes.
 */
export const towel = (gathered: boolean): string =>
  gathered
    ? stroke(
        curve([
          [54, FLOOR + 2.4],
          [86, FLOOR + 2],
          [90, FLOOR - 8],
          [94, FLOOR + 2],
          [98, FLOOR - 8],
          [101, FLOOR + 2],
          [106, FLOOR + 2.4],
          [112, FLOOR + 2.4],
        ]),
        '#5f9aa5',
        4,
      )
    : stroke(`M52 ${FLOOR + 2.4}H112`, '#5f9aa5', 4);
