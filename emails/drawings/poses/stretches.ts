/** Stretches at the wall and the moves for thigh and hip (docs/clinical-rules.md §9.10: EX-10 to EX-14). */
import { jointsOf, type Pose, person } from '../figure.ts';
import type { Point } from '../geometry.ts';
import { arrow, FLOOR } from '../ink.ts';
import { floor, hold, lift, moved, two, wall } from '../scene.ts';

const WALL = 98;
const scene = (pose: Pose, around = ''): string => floor() + wall(WALL) + person(pose) + around;
const hands = (y: number): Pick<Pose, 'nearArm' | 'farArm'> => ({
  nearArm: { hand: [WALL - 2, y] },
  farArm: { hand: [WALL - 2, y - 5] },
});

/** The back leg is the near one: it is the one that is stretched. */
export const calfStretch = (): string => {
  const ready: Pose = {
    near: { x: 60, shin: 9, thigh: 9 },
    far: { x: 76 },
    torso: 4,
    ...hands(52),
    muscle: 'calf',
  };
  const leaning: Pose = { ...ready, near: { x: 36, shin: 29, thigh: 29 }, torso: 26, nod: -6, ...hands(58) };
  return two(scene(ready), scene(leaning, arrow([48, 82], [66, 86]) + lift(10, 128, 147) + hold(10, 112)));
};
export const soleusStretch = (): string => {
  const ready: Pose = {
    near: { x: 62, shin: 18, thigh: 2 },
    far: { x: 78 },
    torso: 6,
    ...hands(56),
    muscle: 'lowCalf',
  };
  const sunk: Pose = { ...ready, near: { x: 62, shin: 35, thigh: -26 }, torso: 14, ...hands(66) };
  return two(scene(ready), scene(sunk, lift(24, 66, 88) + lift(28, 128, 147) + hold(28, 112)));
};
export const kneeToWall = (): string => {
  const ready: Pose = {
    near: { x: 84, shin: 18, thigh: -26 },
    far: { x: 62, heelUp: 20 },
    torso: 6,
    ...hands(54),
    muscle: 'lowCalf',
  };
  const touching: Pose = {
    ...ready,
    near: { x: 84, shin: 40, thigh: -32 },
    far: { x: 46, heelUp: 26 },
    torso: 12,
    ...hands(66),
  };
  const { near } = jointsOf(touching);
  const knee: Point = near.knee;
  return two(
    scene(ready),
    scene(touching, arrow([knee[0] - 26, knee[1] - 6], [knee[0] - 7, knee[1] - 3]) + lift(60, 128, 147)),
  );
};

export const splitSquat = (): string => {
  const bare = (pose: Pose, around = ''): string => floor() + person(pose) + around;
  const ready: Pose = {
    near: { x: 82, shin: -6, thigh: -22 },
    far: { x: 38, heelUp: 34 },
    torso: 2,
    nearArm: { upper: -4, fore: 8 },
    farArm: { upper: 6, fore: 16 },
    muscle: 'thigh',
  };
  const lowered: Pose = {
    ...ready,
    near: { x: 82, shin: 10, thigh: -72 },
    far: { x: 32, heelUp: 52 },
    torso: 4,
  };
  return two(bare(ready), bare(lowered, lift(18, 66, 96)));
};

export const bridge = (): string => {
  const arm = {
    nearArm: { hand: [59, FLOOR - 4] as Point, elbow: 'up' as const },
    farArm: { hand: [56, FLOOR - 5] as Point, elbow: 'up' as const },
  };
  const lying: Pose = {
    near: { x: 92 },
    far: { x: 96 },
    hip: [60, FLOOR - 9],
    torso: -91,
    nod: 6,
    ...arm,
    muscle: 'seat',
  };
  const lifted: Pose = { ...lying, hip: [54.4, FLOOR - 30], torso: -129, nod: 44 };
  const raised = (content: string): string => moved(0, -22, floor() + content);
  return two(raised(person(lying)), raised(person(lifted) + lift(69, FLOOR - 3, FLOOR - 24)));
};
