/**
 * Sentences that a person wrote themselves (a goal, a plan), as they may stand in a mail: word for word, and
 * turning nothing else round.
 */
import type { OwnWords } from '../../views/mail/views.ts';
import { asWritten, para } from '../plain.ts';
import { BIDI_CONTROLS, RIGHT_TO_LEFT } from './name.ts';

/** Direction controls out, right-to-left sentences isolated, one line. */
function shownWords(words: string): string {
  const clean = words.replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim();
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** In quotation marks, so that nobody takes it for a word of ours. */
export const quotedWords = (words: string): string => `\u201c${shownWords(words)}\u201d`;

/** The label, then the sentence on lines of its own between plain quotation marks. */
export const ownWordsText = ({ label, words }: OwnWords): string =>
  `${para(label)}\n${asWritten(`"${shownWords(words)}"`)}`;
