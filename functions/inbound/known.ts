/** What our mails can say, as the build wrote it. Made ready once, at the first reply. */
import built from '../../dist/known-words.json' with { type: 'json' };
import { type Known, knownOf, knownWords } from '../../program/reply/quote/known.ts';

let ready: Known | null = null;

export function loadKnown(): Known {
  ready ??= knownOf(knownWords.parse(built));
  return ready;
}
