/** Group B and the words of C: subject, preheader, what stands on a lock screen, how hard it is to read. */
import { bodyOf, decoded, type GateMail, visible, withoutOwnWords } from '../mail.ts';
import { all, demand, type MailRule, rule, warning } from './rule.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lengthOf = (text: string): number => [...graphemes.segment(text)].length;
/** What neighbours may not read over a shoulder: the body, what it feels, what follows. */
const PRIVATE =
  /pain|sore|hurt|injur|strain|tendon|achilles|swell|swollen|symptom|clot|doctor|physio|flare|calf(?! coach)|\bleg\b|red flag|emergency|diagnos/i;
const UNFINISHED = /\{\{|\}\}|\bundefined\b|\bnull\b|\bNaN\b|\[object|\bTODO\b|\blorem\b/;
const EASE = 60;

/** How many characters a narrow phone shows of a subject. */
const LEAD = 33;
function leads({ subject }: GateMail) {
  const words =
    subject
      .slice(0, LEAD)
      .replace(/^Week \d+:\s*/, '')
      .match(/[a-z]{3,}/gi) ?? [];
  return demand(words.length >= 2, `nothing is said within ${LEAD} characters: ${subject.slice(0, LEAD)}`);
}

function subjectLine({ subject }: GateMail) {
  return all(
    demand(lengthOf(subject) >= 10 && lengthOf(subject) <= 50, `${lengthOf(subject)} characters`),
    demand(!/\b[A-Z]{5,}\b/.test(subject) && (subject.match(/!/g) ?? []).length <= 1, 'it shouts'),
    demand(!/^(?:re|fwd?|aw|wg):/i.test(subject), 'it pretends to be an answer'),
  );
}

function preheaderLine({ subject, preheader, html }: GateMail) {
  return all(
    demand(preheader.length >= 40 && preheader.length <= 100, `${preheader.length} characters`),
    demand(preheader !== subject && !preheader.startsWith(subject), 'it repeats the subject'),
    demand(!visible(html).startsWith(preheader), 'it repeats the first sentence'),
  );
}

const lockScreen = ({ subject, preheader }: GateMail) => {
  const words = `${subject} ${preheader}`;
  return all(
    demand(!PRIVATE.test(words), `says "${PRIVATE.exec(words)?.[0]}"`),
    demand(!/\d/.test(words.replace(/Week \d+/g, '')), 'shows a number that may be an answer'),
  );
};

/**
 * Braces of a name are taken out before it is shown, so none may be left anywhere. Attributes of the head are
 * ours.
 */
const finished = ({ subject, preheader, html, text, view }: GateMail) => {
  const words = withoutOwnWords(`${decoded(bodyOf(html))}\n${text}`, view);
  const found = UNFINISHED.exec(`${subject}\n${preheader}\n${words}`)?.[0];
  return demand(found === undefined, `"${found}"`);
};

const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e\b/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );
/** Flesch reading ease of the sentences of the body; 60 is plain English for somebody of 13 to 15. */
export function readingEase(text: string): number {
  const body = text.slice(0, text.indexOf('\n-- \n')).replace(/https?:\S+/g, '');
  const sentences = body.split(/[.!?]\s|\n\s*\n|\n- /).filter((s) => /[a-z]{2}/i.test(s));
  const words = body.match(/[a-z][a-z'’]*/gi) ?? [];
  if (words.length === 0 || sentences.length === 0) return 100;
  const sum = words.reduce((n, word) => n + syllables(word), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (sum / words.length);
}
const plainWords = ({ text }: GateMail) => {
  const ease = readingEase(text);
  return demand(ease >= EASE, `reading ease ${ease.toFixed(0)}, below ${EASE}`);
};

export const WORD_RULES: readonly MailRule[] = [
  rule(16, 'B', 'subject of 10 to 50 characters, calm, no Re:', subjectLine),
  warning(rule(17, 'B', 'the first 33 characters of the subject say something', leads)),
  rule(18, 'B', 'preheader of 40 to 100 characters with words of its own', preheaderLine),
  rule(19, 'B', 'nothing private on a lock screen', lockScreen),
  rule(20, 'B', 'no placeholder is left', finished),
  warning(rule(35, 'C', 'plain words (Flesch reading ease 60 or more)', plainWords)),
];
