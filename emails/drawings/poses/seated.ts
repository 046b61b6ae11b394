/** Sitting and lying (docs/clinical-rules.md §9.10: EX-01, EX-02, EX-04). */
import { jointsOf, type Pose, person } from '../figure.ts';
import { between, plus } from '../geometry.ts';
import { arrow, box, FLOOR, INK, stroke } from '../ink.ts';
import { CHAIR_SEAT, chair, floor, hold, lift, moved, two } from '../scene.ts';

export const footPumps = (): string => {
  const pumping = (foot: number): Pose => ({
    near: { thigh: 86, shin: 88, foot },
    far: { thigh: 86, shin: 88, foot },
    hip: [25, FLOOR - 14],
    torso: -8,
    nod: 6,
    nearArm: { hand: [45, FLOOR - 25] },
    farArm: { hand: [48, FLOOR - 26] },
    muscle: 'wholeCalf',
  });
  const scene = (foot: number, around: string): string =>
    floor(4, 112) +
    box({ x: 62, y: FLOOR - 8, width: 16, height: 8, fill: INK.thing, round: 4 }) +
    person(pumping(foot)) +
    around;
  const raised = (content: string): string => moved(0, -22, content);
  return two(
    raised(scene(-106, arrow([100, 114], [84, 110], [94, 105]))),
    raised(scene(-46, arrow([90, 112], [107, 128], [104, 114]))),
  );
};

const HIP = [38, FLOOR - CHAIR_SEAT - 7] as const;
const BALL = 79;
const sitting: Pose = {
  near: { x: BALL },
  far: { x: BALL + 6 },
  hip: HIP,
  torso: 1,
  nearArm: { hand: [60, FLOOR - CHAIR_SEAT - 15] },
  farArm: { hand: [64, FLOOR - CHAIR_SEAT - 17] },
  muscle: 'lowCalf',
  both: true,
};
const heels = (pose: Pose, near: number, far: number): Pose => ({
  ...pose,
  near: { x: BALL, heelUp: near },
  far: { x: BALL + 6, heelUp: far },
});
const scene = (pose: Pose, around = ''): string => floor() + chair(HIP[0]) + person(pose) + around;
/** In front of the toes is free; the arrow stands behind the heels. */
const rise = (to: number): string => lift(BALL - 24, 147, to);

export const seatedRaises = (): string => two(scene(sitting), scene(heels(sitting, 42, 42), rise(124)));

/** A bag across the thighs, close to the knees. */
const bag = (pose: Pose): string => {
  const { hip, near } = jointsOf(pose);
  const [x, y] = plus(between(hip, near.knee, 0.72), [-11, -21]);
  return (
    stroke(`M${x + 6} ${y + 2}c1-9 9-9 10 0`, INK.thingDark, 2.4) +
    box({ x, y, width: 22, height: 15, fill: INK.thingDark, round: 4 })
  );
};
const holding = (pose: Pose): Pose => ({
  ...pose,
  nearArm: { hand: [56, FLOOR - CHAIR_SEAT - 20] },
  farArm: { hand: [60, FLOOR - CHAIR_SEAT - 22] },
});
const withBag = (pose: Pose, around = ''): string => scene(holding(pose), bag(pose) + around);
export const seatedHold = (): string =>
  two(withBag(sitting), withBag(heels(sitting, 26, 26), rise(132) + hold(BALL - 24, 116)));

const oneLeg: Pose = { ...sitting, both: false };
export const loadedSeatedRaise = (): string => two(withBag(oneLeg), withBag(heels(oneLeg, 44, 0), rise(123)));
