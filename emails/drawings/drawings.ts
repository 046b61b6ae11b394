/**
 * Every exercise and variant with its drawing: start and end side by side, arrows, the working muscle in
 * colour.
 */
import * as feet from './poses/feet.ts';
import * as raises from './poses/raises.ts';
import * as seated from './poses/seated.ts';
import * as spring from './poses/spring.ts';
import * as stretches from './poses/stretches.ts';

/**
 * Id of the exercise or variant → its SVG. The ids are those of the curriculum; a test compares the two
 * lists.
 */
export const DRAWINGS: Readonly<Record<string, () => string>> = {
  'EX-01': seated.footPumps,
  'EX-02': seated.seatedRaises,
  'EX-03': raises.halfway,
  'EX-04': seated.seatedHold,
  'EX-04h': seated.loadedSeatedRaise,
  'EX-05': raises.twoLegs,
  'EX-06': raises.bentKnees,
  'EX-07': raises.twoUpOneDown,
  'EX-08': raises.oneLeg,
  'EX-08s': raises.oneLegStep,
  'EX-08h': raises.oneLegPack,
  'EX-09': raises.oneLegBent,
  'EX-09s': raises.oneLegBentStep,
  'EX-09h': raises.oneLegBentPack,
  'EX-10': stretches.calfStretch,
  'EX-11': stretches.soleusStretch,
  'EX-12': stretches.kneeToWall,
  'EX-13': stretches.splitSquat,
  'EX-14': stretches.bridge,
  'EX-15': spring.warmUp,
  'EX-15g': spring.gentleWarmUp,
  'EX-16': spring.deskSnacks,
  'EX-17': spring.rebounds,
  'EX-18': spring.pogos,
  'EX-19': spring.rope,
  'EX-20': feet.shortFoot,
  'EX-20t': feet.shortFootStanding,
  'EX-20o': feet.shortFootOneLeg,
  'EX-20w': feet.shortFootSwing,
  'EX-21': feet.toeSpread,
  'EX-22': feet.towelCurls,
  'EX-22h': feet.towelCurlsWeight,
  'EX-23': feet.bigToe,
  'EX-24': spring.balance,
  'EX-24r': spring.reach,
  'EX-25': feet.ballRaises,
  'EX-26': feet.bandTurns,
  'EX-27': spring.toeWalk,
  'EX-28': raises.stepAndHold,
};
