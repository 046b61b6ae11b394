import * as z from 'zod';
import { painScore } from './intake.ts';

/**
 * Answer of a shoe question. `unsure` and no answer say the same: the rule that would need it does not fire.
 */
export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

/** The gap in front of the longest toe as people can say it, in millimetres (docs/clinical-rules.md §5.6). */
export const GAP_MM = { noRoom: 0, fingerNail: 4, halfThumb: 6, thumb: 11, more: 18 } as const;
export type GapWord = keyof typeof GAP_MM;

export const SHOE_SITES = ['calf', 'achilles', 'heelbone'] as const;
export const DROP_CHANGES = ['lower', 'same', 'higher'] as const;
export const ARCHES = ['flat', 'usual', 'high', 'unsure'] as const;
export type Arch = (typeof ARCHES)[number];

const answer = z.enum(YES_NO_UNSURE).nullable().default(null);

/**
 * The shoe check (docs/clinical-rules.md §5.6). Every answer may be missing (null). Lengths are whole
 * millimetres, distances whole miles. `painAfterChange`, `arch` and `orthotics` are named in SH-11, SH-14 and
 * SH-16 and asked under these names. `site` is known from the intake; it is accepted, and no rule reads it.
 */
export const shoeAnswers = z.strictObject({
  gapMm: z.int().min(0).max(20).nullable().default(null),
  nails: answer,
  sides: answer,
  heelSlip: answer,
  numbTop: answer,
  measuredLate: answer,
  socks: answer,
  sizesDiffer: answer,
  miles: z.int().min(0).max(5000).nullable().default(null),
  worn: answer,
  dropNow: z.int().min(0).max(30).nullable().default(null),
  dropChange8wk: z.enum(DROP_CHANGES).nullable().default(null),
  painAfterChange: answer,
  minimal: answer,
  dueNew: answer,
  comfort: painScore.nullable().default(null),
  pairs: z.int().min(1).max(9).nullable().default(null),
  site: z.enum(SHOE_SITES).nullable().default(null),
  runsRegularly: answer,
  arch: z.enum(ARCHES).nullable().default(null),
  orthotics: answer,
});
export type ShoeAnswers = z.infer<typeof shoeAnswers>;
