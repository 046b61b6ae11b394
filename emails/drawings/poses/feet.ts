/** Foot core (docs/clinical-rules.md §9.10: EX-20 to EX-26). */
import { type Pose, person } from '../figure.ts';
import { fromAbove, fromBehind, innerSide, SOLE, towel } from '../foot.ts';
import { curve, type Point, turned } from '../geometry.ts';
import { arrow, box, dot, FLOOR, INK, stroke } from '../ink.ts';
import { floor, hold, lift, moved, two, wall } from '../scene.ts';

/** Under the floor: the ball of the foot draws towards the heel. */
const shorten = arrow([SOLE.ball - 2, FLOOR + 8], [SOLE.heel + 22, FLOOR + 8]);
export const shortFoot = (): string =>
  two(innerSide({ arch: 0.25 }) + floor(), innerSide({ arch: 1 }) + floor() + shorten + hold(96, 112));

const standing: Pose = {
  near: { x: 52, shin: 1, thigh: 0 },
  far: { x: 57 },
  torso: 1,
  nearArm: { upper: -5, fore: 4 },
  farArm: { upper: 5, fore: 12 },
  muscle: 'arch',
};
const onOne: Pose = {
  ...standing,
  near: { x: 52, shin: 6, thigh: -4 },
  far: { thigh: 16, shin: -70, foot: 60 },
};
const NEAR_WALL: Point = [73, 64];
const lifted = innerSide({ arch: 1 }) + floor() + shorten + hold(96, 112);
export const shortFootStanding = (): string => two(floor() + person(standing), lifted);
export const shortFootOneLeg = (): string =>
  two(floor() + wall(90) + person({ ...onOne, farArm: { hand: NEAR_WALL } }), lifted);
export const shortFootSwing = (): string => {
  const swung = (thigh: number, shin: number, foot: number): Pose => ({
    ...onOne,
    near: { x: 52, shin: 2, thigh: -1 },
    far: { thigh, shin, foot },
    farArm: { upper: 40, fore: 60 },
  });
  return two(
    floor() + person(swung(34, 26, -18)) + arrow([62, 142], [80, 132], [74, 141]),
    floor() + person(swung(-26, -44, 20)) + arrow([32, 142], [12, 130], [18, 141]),
  );
};

const TOP: Point = [58, 100];
export const toeSpread = (): string =>
  two(
    fromAbove(TOP, 1),
    fromAbove(TOP, 13) +
      hold(96, 128) +
      arrow([40, 34], [22, 42], [30, 34]) +
      arrow([76, 40], [94, 54], [88, 42]),
  );

const bottle = (x: number): string =>
  box({ x, y: FLOOR - 27, width: 9, height: 27, fill: INK.thingDark, round: 3 }) +
  box({ x: x + 2.5, y: FLOOR - 32, width: 4, height: 6, fill: INK.thingDark, round: 1 });
const curls = (first: string, second: string): string =>
  two(
    towel(false) + floor() + innerSide({ arch: 0.35 }) + first,
    towel(true) + floor() + innerSide({ arch: 0.6, curled: true }) + second + arrow([110, 118], [90, 118]),
  );
export const towelCurls = (): string => curls('', '');
export const towelCurlsWeight = (): string => curls(bottle(101), bottle(104));

export const bigToe = (): string =>
  two(
    innerSide({ arch: 0.4, bigToe: 38 }) + floor() + arrow([101, 144], [99, 116], [108, 130]),
    innerSide({ arch: 0.4, otherToes: 38 }) + floor() + arrow([101, 144], [99, 116], [108, 130]),
  );

export const ballRaises = (): string => {
  const beside = (content: string): string => moved(4, 0, content);
  const ball = (up: number): string =>
    dot([58, FLOOR - 14 - up], 9, INK.thingDark) +
    stroke(
      curve([
        [50.5, FLOOR - 17 - up],
        [58, FLOOR - 13 - up],
        [65.5, FLOOR - 17 - up],
      ]),
      INK.card,
      1.6,
    );
  return two(
    beside(fromBehind(0) + ball(0) + floor()),
    beside(fromBehind(20) + ball(20) + floor() + lift(14, 146, 122) + lift(102, 146, 122)),
  );
};

const BAND = '#5f9aa5';
const FOOT: Point = [60, 96];
/**
 * The left foot: the band around the forefoot is tied to a table leg at the left (`turn` > 0: inwards) or at
 * the right, and the foot turns away from it.
 */
const against = (turn: number): string => {
  const away = turn > 0 ? 1 : -1;
  const post: Point = [FOOT[0] - away * 47, 74];
  const grip = (dx: number, dy: number): Point => {
    const [x, y] = turned([dx, dy - 44], turn);
    return [FOOT[0] + x * 0.86, FOOT[1] + 44 * 0.86 + y * 0.86];
  };
  const side = -away * 25;
  const leg = box({ x: post[0] - 4, y: post[1] - 13, width: 8, height: 26, fill: INK.thingDark, round: 2 });
  const ties =
    stroke(curve([post, grip(side, -22)]), BAND, 2.6) + stroke(curve([post, grip(side, -10)]), BAND, 2.6);
  const mirrored = (turns: number, colour: string): string =>
    `<g transform="translate(${2 * FOOT[0]} 0) scale(-1 1)">${moved(FOOT[0] * 0.14, (FOOT[1] + 44) * 0.14, fromAbove(FOOT, 1, { turn: -turns, colour, muscle: false }), 0.86)}</g>`;
  const strap = stroke(curve([grip(-24, -17), grip(0, -14), grip(24, -17)]), BAND, 6);
  const works = stroke(
    curve([grip(away * 13, 36), grip(away * 15, 20), grip(away * (away > 0 ? 20 : 17), 2)]),
    INK.muscle,
    4.6,
  );
  return (
    mirrored(0, '#d4e0df') +
    ties +
    leg +
    mirrored(turn, INK.near) +
    works +
    strap +
    arrow([FOOT[0] + away * 2, 34], [FOOT[0] + away * 34, 44], [FOOT[0] + away * 20, 32])
  );
};
export const bandTurns = (): string => two(against(20), against(-20), false);
