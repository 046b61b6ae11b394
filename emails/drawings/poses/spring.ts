/** Warm-up, the day, hops and walks (docs/clinical-rules.md §9.10: EX-15 to EX-19, EX-24, EX-27). */
import { type Pose, person } from '../figure.ts';
import type { Point } from '../geometry.ts';
import { curve } from '../geometry.ts';
import { arrow, box, FLOOR, INK, stroke } from '../ink.ts';
import { floor, hold, lift, row, two, wall } from '../scene.ts';

const swing = { nearArm: { upper: -28, fore: 20 }, farArm: { upper: 30, fore: 70 } } as const;
const walking: Pose = {
  near: { x: 58, shin: -4, thigh: -10 },
  far: { x: 32, heelUp: 44 },
  torso: 3,
  ...swing,
  muscle: 'calf',
};
const lunge: Pose = {
  near: { x: 62, shin: 8, thigh: -62 },
  far: { x: 16, heelUp: 50 },
  torso: 3,
  nearArm: { upper: -4, fore: 10 },
  farArm: { upper: 6, fore: 14 },
  muscle: 'thigh',
};
const squat: Pose = {
  near: { x: 50, shin: 26, thigh: -66 },
  far: { x: 55 },
  torso: 30,
  nod: -14,
  nearArm: { upper: 84, fore: 88 },
  farArm: { upper: 78, fore: 84 },
  muscle: 'thigh',
};
const legSwing: Pose = {
  near: { thigh: 40, shin: 30, foot: -24 },
  far: { x: 34 },
  hip: [23, 79.6],
  torso: -3,
  nearArm: { upper: -26, fore: -10 },
  farArm: { upper: 34, fore: 58 },
  muscle: 'thigh',
};
const raise: Pose = {
  near: { x: 40, shin: 4, thigh: 2, heelUp: 46 },
  far: { x: 46, heelUp: 46 },
  torso: 2,
  nearArm: { hand: [60, 54] },
  farArm: { hand: [60, 50] },
  muscle: 'calf',
  both: true,
};

const SMALL = 0.9;
const short = (content: string): string => stroke(`M4 ${FLOOR}H80`, INK.floor, 2) + content;
const walk = short(person(walking) + arrow([60, 36], [76, 36]));
const lunging = short(person(lunge) + lift(8, 70, 96));
const squatting = short(person(squat) + lift(10, 70, 96));
const swinging = short(person(legSwing) + arrow([34, 144], [58, 126], [50, 142]));
const raising = short(
  box({ x: 62, y: 30, width: 6, height: 120, fill: INK.thing, round: 1 }) +
    person(raise) +
    lift(12, 147, 122),
);
export const warmUp = (): string => row([lunging, squatting, swinging, raising], SMALL);
export const gentleWarmUp = (): string => row([lunging, squatting, swinging, walk], SMALL);

export const deskSnacks = (): string => {
  const stairs = [0, 1, 2, 3]
    .map((i) =>
      box({
        x: 26 + i * 22,
        y: FLOOR - 10 * (i + 1),
        width: 90 - i * 22,
        height: 10,
        fill: INK.thing,
        round: 0.5,
      }),
    )
    .join('');
  const climbing: Pose = {
    near: { x: 68, over: 20, shin: 22, thigh: -34 },
    far: { x: 38, over: 10, heelUp: 36 },
    torso: 10,
    ...swing,
    muscle: 'calf',
  };
  const push: Pose = {
    near: { x: 38, shin: 20, thigh: 20, heelUp: 20 },
    far: { x: 44, heelUp: 20 },
    torso: 20,
    nearArm: { hand: [96, 58] },
    farArm: { hand: [96, 54] },
  };
  return two(
    floor() + stairs + person(climbing) + arrow([72, 42], [88, 30]),
    floor() + wall(98) + person(push) + arrow([66, 78], [86, 84]),
    false,
  );
};

const springy = { nearArm: { upper: -16, fore: 42 }, farArm: { upper: 4, fore: 60 } } as const;
const ready: Pose = {
  near: { x: 60, shin: 8, thigh: -4, heelUp: 14 },
  far: { x: 66, heelUp: 14 },
  torso: 3,
  ...springy,
  muscle: 'wholeCalf',
  both: true,
};
const flying: Pose = {
  ...ready,
  near: { x: 60, over: 9, shin: 3, thigh: 1, heelUp: 34, air: true },
  far: { x: 66, over: 9, heelUp: 34, air: true },
};
/** Low and quick: a short arrow up and one down. */
const bounce = (x: number): string => lift(x, 146, 130) + lift(x + 10, 130, 146);
const shadow = (x: number): string => stroke(`M${x - 12} ${FLOOR}H${x + 12}`, INK.thingDark, 3);
export const rebounds = (): string =>
  two(floor() + person(ready), floor() + shadow(58) + person(flying) + bounce(26));

const ONE = { thigh: 12, shin: -78, foot: 72 } as const;
export const pogos = (): string =>
  two(
    floor() + wall(92) + person({ ...ready, far: ONE, both: false }),
    floor() + wall(92) + shadow(58) + person({ ...flying, far: ONE, both: false }) + bounce(26),
  );

export const rope = (): string => {
  const arms = { nearArm: { upper: -8, fore: 40 }, farArm: { upper: 2, fore: 46 } } as const;
  const back = curve([
    [61, 86],
    [38, 112],
    [32, 140],
    [44, 149],
  ]);
  const front = curve([
    [63, 82],
    [80, 112],
    [84, 138],
    [62, 150],
  ]);
  const path = (d: string): string => stroke(d, INK.thing, 1.6, '1 5');
  return two(
    floor() +
      path('M36 118C0 96 6 12 62 16') +
      person({ ...ready, ...arms }) +
      stroke(back, INK.thingDark, 2.2) +
      arrow([14, 100], [12, 66], [8, 84]),
    floor() +
      path('M62 14C120 14 116 100 84 124') +
      person({
        ...flying,
        ...arms,
        near: { ...flying.near, x: 60, over: 8, shin: 5, thigh: -3, heelUp: 30, air: true },
      }) +
      stroke(front, INK.thingDark, 2.2) +
      arrow([102, 62], [99, 96], [106, 80]),
  );
};

const still = { nearArm: { upper: -14, fore: -6 }, farArm: { upper: 22, fore: 40 } } as const;
const NEARBY: Point = [77, 64];
const both: Pose = {
  near: { x: 56, shin: 1, thigh: 0 },
  far: { x: 61 },
  torso: 1,
  nearArm: { upper: -6, fore: 4 },
  farArm: { hand: NEARBY },
  muscle: 'arch',
};
const one: Pose = {
  ...both,
  near: { x: 56, shin: 7, thigh: -5 },
  far: { thigh: 16, shin: -70, foot: 60 },
  nearArm: still.nearArm,
};
export const balance = (): string =>
  two(floor() + wall(92) + person(both), floor() + wall(92) + person(one) + hold(24, 100));
export const reach = (): string =>
  two(
    floor() +
      person({
        ...one,
        far: { thigh: 34, shin: 26, foot: -14 },
        farArm: still.farArm,
        near: { x: 46, shin: 10, thigh: -12 },
      }) +
      arrow([72, 132], [92, 126]),
    floor() +
      person({
        ...one,
        far: { thigh: -22, shin: -40, foot: 30 },
        farArm: still.farArm,
        torso: 12,
        near: { x: 60, shin: 10, thigh: -8 },
      }) +
      arrow([34, 134], [16, 128]),
  );

export const toeWalk = (): string => {
  const high: Pose = {
    near: { x: 50, shin: 4, thigh: 3, heelUp: 48 },
    far: { x: 56, heelUp: 48 },
    torso: 1,
    nearArm: { upper: -6, fore: 4 },
    farArm: { upper: 6, fore: 16 },
    muscle: 'calf',
    both: true,
  };
  const stepping: Pose = {
    ...high,
    near: { x: 62, shin: -2, thigh: -4, heelUp: 46 },
    far: { x: 46, heelUp: 54 },
    nearArm: { upper: -18, fore: -4 },
    farArm: { upper: 20, fore: 34 },
  };
  return two(
    floor() + person(high) + lift(20, 147, 122),
    floor() + person(stepping) + arrow([78, 60], [98, 60]),
  );
};
