/**
 * How stiff the mornings were (docs/clinical-rules.md §12 A12): "mornings no stiffer" is the band told last,
 * "stiff 5 min in the mornings" a band of its own. Read only where it is asked.
 */
import type { StiffMinutes } from '../../answers/check-in.ts';
import type { ReplyContext } from '../context.ts';
import type { Reading } from './items.ts';
import { take } from './text.ts';

const NO_STIFFER =
  /\bmornings?(?: (?:is|was|are|were))? (?:no|not) stiffer\b|\bno stiffer (?:in|on) the mornings?\b/g;
const MINUTES =
  /\bstiff(?: for)?(?: about| around| up to)? (\d{1,3}) ?(?:mins?|minutes?)(?: (?:in|on) the mornings?)?\b/g;
const NOT_BEFORE = /(?:\bnot|n?t\b(?<=isnt|wasnt|arent|werent|dont)|\bif|\bunless|\balmost|\bnearly) ?$/;

const bandOf = (minutes: number): StiffMinutes =>
  minutes === 0 ? '0' : minutes <= 10 ? '1-10' : minutes <= 30 ? '11-30' : 'over30';

/** Said twice, the minutes count; without a band told before, "no stiffer" says nothing. */
export function readStiffness(text: string, { stiffBefore }: ReplyContext): Reading {
  let band: StiffMinutes | null = null;
  if (stiffBefore === undefined) return { text, items: {} };
  const rest = take(text, NO_STIFFER, (_, before) => {
    if (!NOT_BEFORE.test(before)) band = stiffBefore;
    return true;
  });
  const left = take(rest, MINUTES, ([minutes], before) => {
    if (!NOT_BEFORE.test(before)) band = bandOf(Number(minutes));
    return true;
  });
  return { text: left, items: band === null ? {} : { stiffMinutes: band } };
}
