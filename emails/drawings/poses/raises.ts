/**
 * Heel raises, holds and what follows from them: both legs, one leg, on a step, with weight
 * (docs/clinical-rules.md §9.10: EX-03, EX-05 to EX-09).
 */
import { jointsOf, type Pose, person } from '../figure.ts';
import { type Point, plus } from '../geometry.ts';
import { arrow, box, INK } from '../ink.ts';
import { floor, hold, lift, moved, STEP, step, two, wall } from '../scene.ts';

const WALL = 86;
const BALL = 60;
const HAND: Point = [WALL - 2, 54];
const FAR_HAND: Point = [WALL - 2, 50];
const scene = (pose: Pose, around = ''): string => floor() + wall(WALL) + person(pose) + around;
/** Beside the heel, from the floor to where it goes, or back. */
const rise = (to: number, from = 147): string => lift(BALL - 24, from, to);

const tall: Pose = {
  near: { x: BALL, shin: 1, thigh: 0 },
  far: { x: BALL + 7 },
  torso: 2,
  nearArm: { hand: HAND },
  farArm: { hand: FAR_HAND },
  muscle: 'calf',
  both: true,
};
const raised = (heelUp: number, shin = 4): Pose => ({
  ...tall,
  near: { x: BALL, shin, thigh: 2, heelUp },
  far: { x: BALL + 7, heelUp },
});
export const twoLegs = (): string => two(scene(tall), scene(raised(50), rise(122)));
export const halfway = (): string => two(scene(tall), scene(raised(24), rise(130) + hold(BALL - 26, 112)));

const bent: Pose = { ...tall, near: { x: BALL, shin: 24, thigh: -20 }, torso: 8, muscle: 'lowCalf' };
const bentUp: Pose = {
  ...bent,
  near: { x: BALL, shin: 40, thigh: -24, heelUp: 34 },
  far: { x: BALL + 7, heelUp: 34 },
  torso: 7,
};
export const bentKnees = (): string => two(scene(bent), scene(bentUp, rise(126)));

/** The other foot hangs behind the standing leg. */
const HANGS = { thigh: 4, shin: -84, foot: 76 } as const;
const oneUp: Pose = { ...raised(50), far: HANGS, both: false };
const oneFlat: Pose = { ...tall, far: HANGS, both: false };
export const twoUpOneDown = (): string =>
  two(
    scene(raised(50), rise(122)),
    scene({ ...oneUp, near: { x: BALL, shin: 3, thigh: 1, heelUp: 20 } }, rise(146, 121)),
  );

export const oneLeg = (): string => two(scene(oneFlat), scene(oneUp, rise(129)));
const bentOne: Pose = {
  ...oneFlat,
  near: { x: BALL, shin: 22, thigh: -16 },
  far: { thigh: 12, shin: -84, foot: 76 },
  torso: 7,
  muscle: 'lowCalf',
};
const bentOneUp: Pose = { ...bentOne, near: { x: BALL, shin: 36, thigh: -18, heelUp: 36 } };
export const oneLegBent = (): string => two(scene(bentOne), scene(bentOneUp, rise(132)));

/** The ball of the foot on the edge of a step, the heel free. */
const onStep = (pose: Pose, shin: number, thigh: number, heelUp: number): Pose => ({
  ...pose,
  near: { x: BALL, over: STEP, shin, thigh, heelUp },
});
const stepScene = (pose: Pose, around = ''): string =>
  moved(0, 8, floor() + step(BALL - 5, WALL - BALL + 5) + wall(WALL, 12) + person(pose) + around);
const low = (to: number, from: number): string => lift(BALL - 25, from, to);
const high = { nearArm: { hand: [WALL - 2, 40] as Point }, farArm: { hand: [WALL - 2, 36] as Point } };
export const oneLegStep = (): string =>
  two(
    stepScene({ ...onStep(oneFlat, 8, 2, -20), ...high }, low(146, 124)),
    stepScene({ ...onStep(oneUp, 4, 2, 46), ...high }, low(118, 142)),
  );
export const oneLegBentStep = (): string =>
  two(
    stepScene({ ...onStep(bentOne, 26, -14, -16), ...high }, low(146, 124)),
    stepScene({ ...onStep(bentOne, 34, -18, 34), ...high }, low(124, 144)),
  );

/** A backpack on the back of whoever stands there. */
const pack = (pose: Pose): string => {
  const { shoulder } = jointsOf(pose);
  const [x, y] = plus(shoulder, [-19, 0]);
  return (
    box({ x, y, width: 15, height: 25, fill: INK.thingDark, round: 4 }) +
    box({ x: x - 3, y: y + 11, width: 6, height: 12, fill: INK.thingDark, round: 2 })
  );
};
const loaded = (pose: Pose, around = ''): string => floor() + wall(WALL) + pack(pose) + person(pose) + around;
export const oneLegPack = (): string => two(loaded(oneFlat), loaded(oneUp, rise(129)));
export const oneLegBentPack = (): string => two(loaded(bentOne), loaded(bentOneUp, rise(132)));

export const stepAndHold = (): string => {
  const ready: Pose = {
    near: { x: 36, shin: 0, thigh: 0 },
    far: { x: 41 },
    torso: 1,
    nearArm: { upper: -4, fore: 6 },
    farArm: { upper: 4, fore: 12 },
    muscle: 'arch',
  };
  const held: Pose = {
    near: { x: 66, shin: 11, thigh: -5 },
    far: { thigh: -10, shin: -58, foot: 40 },
    torso: 3,
    nearArm: { upper: -18, fore: 20 },
    farArm: { upper: 28, fore: 60 },
    muscle: 'arch',
  };
  return two(
    floor() + person(ready) + arrow([46, 141], [76, 141], [61, 124]),
    floor() + person(held) + hold(90, 128),
  );
};
