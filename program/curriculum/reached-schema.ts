/** The words of what a runner has reached: milestones in a plan, and letters (BC-7). */
import * as z from 'zod';
import { sentence, sources } from './sentence.ts';

const milestoneText = z.strictObject({ title: sentence, text: sentence, next: sentence }).readonly();
const letterText = z
  .strictObject({ title: sentence, subject: sentence, told: sentence, meaning: sentence, next: sentence })
  .readonly();
/** `runs`: for those whose running does not wait for this level. */
const opensRunning = milestoneText.unwrap().extend({ runs: sentence }).readonly();

/** Marked once each, in the plan that brings it. */
export const milestones = z
  .strictObject({
    LV3: opensRunning,
    LV5: opensRunning,
    R3: milestoneText,
    R9: milestoneText,
    'foot-core': milestoneText,
    sources,
  })
  .readonly();

/**
 * {on}, {from}: days; {minutes}, {worst}; {sore}, {other}, {percent}, {needed}. `subject` stands behind
 * "Week 5:", on a lock screen.
 */
export const letters = z
  .strictObject({
    'first-jog': letterText,
    'thirty-minutes': letterText,
    symmetry: letterText,
    'month-six': letterText,
    numbers: z
      .strictObject({
        began: sentence,
        pain: sentence,
        strength: sentence,
        walks: sentence,
        run: sentence,
        raises: sentence,
        raisesOnce: sentence,
      })
      .readonly(),
    unchanged: sentence,
    after: sentence,
    sources,
  })
  .readonly();
