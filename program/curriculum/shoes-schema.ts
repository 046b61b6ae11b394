/**
 * The shape of the shoe check's numbers (`shoes.yaml`) and words (`<locale>/shoes.yaml`). Errors speak to an
 * author.
 */
import * as z from 'zod';
import { SHOE_ADVICE_KEYS } from '../shoe-fit/advice.ts';
import { sources } from './words-schema.ts';

const millimetres = z.int().min(0).max(30);
const reviewedOn = z.union([z.literal('not yet reviewed'), z.iso.date()]);
const range = (max: number) => z.tuple([z.int().min(1).max(max), z.int().min(1).max(max)]).readonly();

/** shoes.yaml */
export const shoesFile = z
  .strictObject({
    reviewedBy: z.string(),
    reviewedOn,
    fit: z
      .strictObject({
        /** Room wanted in front of the longest toe (SH-01). */
        wantedGapMm: millimetres,
        halfSizeMm: z.number().min(1).max(10),
        /** The most the formula may go up, in half sizes. */
        mostHalfSizes: z.int().min(1).max(2),
        /** Missing room above this: both feet measured first (SH-02). */
        measureAboveMm: millimetres,
        /** Room above this is too much (SH-04). */
        roomyAboveMm: millimetres,
        /**
         * A slipping heel with room above this goes with a shoe that is too long (SH-04), up to it with its
         * shape (SH-05).
         */
        slipLongAboveMm: millimetres,
        sources,
      })
      .readonly(),
    wear: z
      .strictObject({
        planFromMiles: z.int().min(1).max(1000),
        replaceFromMiles: z.int().min(1).max(1000),
        replaceComfortTo: z.int().min(0).max(10),
        sources,
      })
      .readonly(),
    drop: z
      .strictObject({
        lowToMm: millimetres,
        painFrom: z.int().min(1).max(10),
        usualMm: range(15),
        untilLevel: z.int().min(1).max(7),
        weanWeeks: range(8),
        calmCheckIns: z.int().min(1).max(8),
        sources,
      })
      .readonly(),
    newPair: z.strictObject({ weeks: z.int().min(1).max(8), sources }).readonly(),
    /** At most this many in one mail; all on the page. */
    perMail: z.int().min(1).max(5),
    /** Weeks whose plan links the shoe check (docs/clinical-rules.md §9.8). */
    weeks: z.array(z.int().min(1).max(52)).min(1).readonly(),
  })
  .readonly();
export type ShoeNumbers = z.infer<typeof shoesFile>;

const sentence = z.string().trim().min(3);

/**
 * What one rule says: `short` for a mail, `long` for the page, `why` the evidence in plain words. `params`
 * names what {braces} may be used.
 */
export const shoeText = z
  .strictObject({
    short: sentence,
    long: sentence,
    why: sentence,
    params: z.array(z.string()).readonly().default([]),
    sources,
  })
  .readonly();

/** <locale>/shoes.yaml. Exhaustive: an advice without words is an error of the build. */
export const shoeWords = z
  .strictObject({
    reviewedBy: z.string(),
    reviewedOn,
    /** How one and two half sizes read in a sentence. */
    sizes: z.tuple([sentence, sentence]).readonly(),
    rules: z.record(z.enum(SHOE_ADVICE_KEYS), shoeText).readonly(),
  })
  .readonly();
