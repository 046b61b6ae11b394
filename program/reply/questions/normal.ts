/**
 * The one form in which a clause is compared with the reviewed questions: case, marks, accents, contractions
 * and a courtesy at either end make no difference, every other word does.
 */
import { unaccented } from '../unread/unread.ts';

/** Words that are two; what is written without its apostrophe as well. Never "ill" and "were". */
const CONTRACTED: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'cannot',
  couldnt: 'could not',
  havent: 'have not',
  hasnt: 'has not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  wont: 'will not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  whats: 'what is',
  wheres: 'where is',
  whens: 'when is',
  whos: 'who is',
  hows: 'how is',
  thats: 'that is',
  theres: 'there is',
  its: 'it is',
  youre: 'you are',
  weve: 'we have',
};
/** Only with their apostrophe: without it they are other words. */
const WITH_APOSTROPHE: Readonly<Record<string, string>> = {
  "i'll": 'i will',
  "we're": 'we are',
  "we'll": 'we will',
  "i'd": 'i would',
  "yesterday's": 'yesterdays',
};

const WORD = /[\p{L}\p{N}]+(?:['’`´][\p{L}]+)*/gu;

function normalWord(typed: string): string {
  const word = unaccented(typed).replace(/[’`´]/g, "'");
  const whole = WITH_APOSTROPHE[word];
  if (whole !== undefined) return whole;
  const bare = word.replaceAll("'", '');
  const figure = /^\p{N}+([a-z]*)$/u.exec(bare);
  return figure === null ? (CONTRACTED[bare] ?? bare) : `#${figure[1] ?? ''}`;
}

/** Said before a question, and said behind one; whole words, the longest first. */
const BEFORE: readonly string[] = [
  ...['hi there', 'hi coach', 'hello coach', 'hey coach', 'dear coach', 'hi calf coach', 'hello calf coach'],
  ...['dear calf coach', 'hi team', 'hello team', 'hi all', 'good morning', 'good evening', 'good afternoon'],
  ...['just a quick question', 'a quick question', 'quick question', 'just a question', 'one quick question'],
  ...['one more question', 'another question', 'one question', 'a question', 'my question is', 'question'],
  ...['i was just wondering if', 'i was wondering if', 'i was just wondering', 'i was wondering'],
  ...['just wondering if', 'just wondering', 'i wonder if', 'i wonder', 'wondering if', 'wondering'],
  ...['i wanted to ask', 'i want to ask', 'i would like to ask', 'i would like to know', 'may i ask'],
  ...['can i ask', 'could i ask', 'let me ask', 'i want to know', 'i wanted to know'],
  ...['could you please tell me', 'could you tell me', 'can you please tell me', 'can you tell me'],
  ...['please tell me', 'tell me', 'do you know', 'do you think', 'any idea', 'please can you tell me'],
  ...['by the way', 'btw', 'ps', 'also', 'and', 'but', 'so', 'oh', 'well', 'ok', 'okay', 'or', 'then'],
  ...['hi', 'hello', 'hey', 'dear', 'coach', 'please', 'pls', 'sorry', 'thanks', 'thank you', 'hiya'],
];
const BEHIND: readonly string[] = [
  ...['please', 'pls', 'plz', 'thanks', 'thank you', 'many thanks', 'thx', 'ta', 'cheers', 'thanks a lot'],
  ...['thank you very much', 'thanks in advance', 'thank you in advance', 'kind regards', 'coach'],
  ...['by the way', 'btw', 'do you think', 'or not', 'at all', 'then', 'though', 'actually', 'x'],
];
const byLength = (all: readonly string[]): readonly string[] => [...all].sort((a, b) => b.length - a.length);
const LEADING = byLength(BEFORE);
const TRAILING = byLength(BEHIND);
/** So many courtesies one after the other ("Hi coach, a quick question please"). */
const MOST_ROUNDS = 6;

/** The clause in its words alone, courtesies included. */
export const inWords = (clause: string): string =>
  (clause.match(WORD) ?? []).map(normalWord).join(' ').replaceAll('can not', 'cannot');

/** The clause with `#` for its figures and no courtesy at its ends; '' = nothing else was in it. */
export function normalForm(clause: string): string {
  let rest = inWords(clause);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = LEADING.find((words) => rest === words || rest.startsWith(`${words} `));
    if (before !== undefined) rest = rest.slice(before.length).trim();
    const behind = TRAILING.find((words) => rest === words || rest.endsWith(` ${words}`));
    if (behind !== undefined) rest = rest.slice(0, -behind.length).trim();
    if (before === undefined && behind === undefined) break;
  }
  return rest;
}
