/**
 * The person in the drawings, seen from the right side and facing right: bones of fixed lengths, poses as
 * angles and places of the feet.
 */
import { at, between, blob, down, joint, limb, type Point, plus, turned, up } from './geometry.ts';
import { FLOOR, form, INK, plain, shape } from './ink.ts';

/** Lengths in px; the person stands 121 px tall. */
export const BONE = { shin: 29, thigh: 30, torso: 34, upperArm: 18, forearm: 19, head: 8.8 } as const;
/** The foot at rest, from its ball: ankle, heel, end of the toes. */
const FOOT = { ankle: [-11.5, -7.6], heel: [-16.5, -0.9], toes: [8, 0.4] } as const satisfies Readonly<
  Record<string, Point>
>;

/** A foot by its place: the ball of it, how far over the floor, and how many degrees the heel is up. */
export interface FootAt {
  readonly x: number;
  readonly over?: number;
  readonly heelUp?: number;
  /** Off the ground: the toes follow the foot. */
  readonly air?: boolean;
}
/** A leg whose foot carries the body: the angles lean to the right of upright. */
export interface StandingLeg extends FootAt {
  readonly shin: number;
  readonly thigh: number;
}
/** A leg that hangs from the hip: swung forward from straight down; `foot` = toes down from level. */
export interface HangingLeg {
  readonly thigh: number;
  readonly shin: number;
  readonly foot: number;
}
/** Angles swung forward from straight down, or the place of the hand. */
export type Arm =
  | { readonly upper: number; readonly fore: number }
  | { readonly hand: Point; readonly elbow?: 'up' | 'down' };

export type Muscle = 'calf' | 'lowCalf' | 'wholeCalf' | 'thigh' | 'seat' | 'arch';
export interface Pose {
  /** Carries the body; or `hip`, when the body lies or sits. */
  readonly near: StandingLeg | HangingLeg | FootAt;
  readonly far: HangingLeg | FootAt | 'hidden';
  readonly hip?: Point;
  /** Lean of the trunk to the right of upright. */
  readonly torso: number;
  /** Lean of the head against the trunk. */
  readonly nod?: number;
  readonly nearArm: Arm;
  readonly farArm: Arm;
  /** What works, on the near leg; on the far one too when `both`. */
  readonly muscle?: Muscle;
  readonly both?: boolean;
}

interface Foot {
  readonly ankle: Point;
  readonly heel: Point;
  readonly ball: Point;
  readonly toes: Point;
}
interface Leg extends Foot {
  readonly hip: Point;
  readonly knee: Point;
}

const onFloor = (foot: FootAt): Foot => {
  const ball: Point = [foot.x, FLOOR - 3.4 - (foot.over ?? 0)];
  const pitch = foot.heelUp ?? 0;
  const toes = foot.air === true ? turned(FOOT.toes, pitch) : FOOT.toes;
  return {
    ankle: plus(ball, turned(FOOT.ankle, pitch)),
    heel: plus(ball, turned(FOOT.heel, pitch)),
    ball,
    toes: plus(ball, toes),
  };
};
const onAnkle = (ankle: Point, pitch: number): Foot => {
  const ball = plus(ankle, turned([-FOOT.ankle[0], -FOOT.ankle[1]], pitch));
  return {
    ankle,
    ball,
    heel: plus(ball, turned(FOOT.heel, pitch)),
    toes: plus(ball, turned(FOOT.toes, pitch)),
  };
};

const stands = (leg: Pose['near']): leg is StandingLeg => 'x' in leg && 'shin' in leg;
function legOf(leg: StandingLeg | HangingLeg | FootAt, hip: Point): Leg {
  if (stands(leg)) {
    const foot = onFloor(leg);
    const knee = up(foot.ankle, BONE.shin, leg.shin);
    return { ...foot, knee, hip: up(knee, BONE.thigh, leg.thigh) };
  }
  if ('x' in leg) {
    const foot = onFloor(leg);
    return { ...foot, hip, knee: joint(hip, foot.ankle, { first: BONE.thigh, second: BONE.shin, bend: 1 }) };
  }
  const knee = down(hip, BONE.thigh, leg.thigh);
  return { ...onAnkle(down(knee, BONE.shin, leg.shin), leg.foot), hip, knee };
}

const footPaths = ({ ankle, heel, ball, toes }: Foot): readonly string[] => [
  limb(ankle, heel, 4, 3.4),
  limb(heel, ball, 3.2, 2.8),
  limb(ankle, ball, 4, 2.8),
  limb(ball, toes, 2.8, 2),
  `M${at(ankle)}L${at(heel)}L${at(ball)}Z`,
];
/** The back of the shin, bulging: `t` along from the knee to the ankle, `out` px to the back. */
const behind = ({ knee, ankle }: Leg, t: number, out: number): Point => {
  const [dx, dy] = [(ankle[0] - knee[0]) / BONE.shin, (ankle[1] - knee[1]) / BONE.shin];
  return plus(between(knee, ankle, t), [-dy * out, dx * out]);
};
const calfShape = (leg: Leg): string =>
  blob([
    behind(leg, 0.02, 3.4),
    behind(leg, 0.2, 6.6),
    behind(leg, 0.38, 7.1),
    behind(leg, 0.6, 5),
    behind(leg, 0.88, 3),
    behind(leg, 0.8, 0.5),
    behind(leg, 0.3, 0),
  ]);

const MUSCLES: Readonly<Record<Muscle, (leg: Leg) => string>> = {
  calf: (leg) =>
    blob([
      behind(leg, 0.06, 2.6),
      behind(leg, 0.2, 6),
      behind(leg, 0.38, 6.6),
      behind(leg, 0.6, 4.6),
      behind(leg, 0.5, 1.6),
      behind(leg, 0.24, 0.6),
    ]),
  lowCalf: (leg) =>
    blob([
      behind(leg, 0.34, 5.4),
      behind(leg, 0.52, 5.6),
      behind(leg, 0.72, 4),
      behind(leg, 0.94, 2.4),
      behind(leg, 0.74, 1),
      behind(leg, 0.46, 1),
    ]),
  wholeCalf: (leg) =>
    blob([
      behind(leg, 0.06, 2.6),
      behind(leg, 0.2, 6),
      behind(leg, 0.38, 6.6),
      behind(leg, 0.64, 4.4),
      behind(leg, 0.94, 2.4),
      behind(leg, 0.6, 0.8),
      behind(leg, 0.24, 0.6),
    ]),
  thigh: ({ hip, knee }) => {
    const [dx, dy] = [(knee[0] - hip[0]) / BONE.thigh, (knee[1] - hip[1]) / BONE.thigh];
    const front = (t: number, out: number): Point => plus(between(hip, knee, t), [dy * out, -dx * out]);
    return blob([front(0.14, 5), front(0.45, 6.2), front(0.86, 4.2), front(0.8, 1.2), front(0.3, 1)]);
  },
  seat: ({ hip, knee }) => {
    const [dx, dy] = [(knee[0] - hip[0]) / BONE.thigh, (knee[1] - hip[1]) / BONE.thigh];
    const back = (t: number, out: number): Point => plus(between(hip, knee, t), [-dy * out, dx * out]);
    return blob([
      back(-0.2, 0),
      back(-0.16, 6.6),
      back(0.1, 8.2),
      back(0.4, 6.6),
      back(0.5, 3.4),
      back(0.12, 0),
    ]);
  },
  arch: ({ heel, ball }) =>
    blob([
      between(heel, ball, 0.2),
      plus(between(heel, ball, 0.5), [0, -3]),
      between(heel, ball, 0.86),
      plus(between(heel, ball, 0.5), [0, 1.4]),
    ]),
};

function legShapes(leg: Leg, fill: string, muscle: Muscle | undefined): string {
  const paths = [
    limb(leg.hip, leg.knee, 7.2, 5),
    limb(leg.knee, leg.ankle, 4.8, 3.6),
    calfShape(leg),
    ...footPaths(leg),
  ];
  return (
    form(paths, fill) +
    (muscle === undefined || muscle === 'seat' ? '' : plain(MUSCLES[muscle](leg), INK.muscle))
  );
}
function armShapes(arm: Arm, shoulder: Point, fill: string, sleeve: string): string {
  const [elbow, hand] =
    'hand' in arm
      ? [
          joint(shoulder, arm.hand, {
            first: BONE.upperArm,
            second: BONE.forearm,
            bend: arm.elbow === 'up' ? 1 : -1,
          }),
          arm.hand,
        ]
      : [
          down(shoulder, BONE.upperArm, arm.upper),
          down(down(shoulder, BONE.upperArm, arm.upper), BONE.forearm, arm.fore),
        ];
  const half = between(shoulder, elbow, 0.62);
  return (
    form([limb(shoulder, elbow, 3.6, 2.9), limb(elbow, hand, 2.9, 2.2), limb(hand, hand, 2.9, 2.9)], fill) +
    plain(limb(shoulder, half, 3.9, 3.6), sleeve)
  );
}

/** Where hip, shoulder and near knee of a pose are: for what is held, leaned on or pointed at. */
export function jointsOf(pose: Pose): { readonly hip: Point; readonly shoulder: Point; readonly near: Leg } {
  const near = legOf(pose.near, pose.hip ?? [0, 0]);
  const hip = pose.hip ?? near.hip;
  return { hip, shoulder: up(hip, BONE.torso, pose.torso), near };
}

/** The whole person. Throws RangeError when a limb cannot reach. */
export function person(pose: Pose): string {
  const { hip, shoulder, near } = jointsOf(pose);
  const far = pose.far === 'hidden' ? null : legOf(pose.far, hip);
  const face = up(shoulder, 6 + BONE.head, pose.torso + (pose.nod ?? 0));
  const trunk = [
    limb(hip, between(hip, shoulder, 0.5), 7.4, 7),
    limb(between(hip, shoulder, 0.4), shoulder, 7, 6.4),
  ];
  const neck = limb(shoulder, face, 3.4, 3.4);
  return [
    armShapes(pose.farArm, shoulder, INK.far, INK.farShirt),
    far === null ? '' : legShapes(far, INK.far, pose.both === true ? pose.muscle : undefined),
    shape(neck, INK.near, 0),
    legShapes(near, INK.near, pose.muscle),
    form(trunk, INK.shirt, 0.9),
    pose.muscle === 'seat' ? plain(MUSCLES.seat(near), INK.muscle) : '',
    shape(limb(face, face, BONE.head, BONE.head), INK.near),
    armShapes(pose.nearArm, shoulder, INK.near, INK.shirt),
  ].join('');
}
