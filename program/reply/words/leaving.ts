/**
 * Wishes to leave in a sentence. Every pattern is of a whole sentence, lower case, without apostrophes and
 * hyphens, courtesy taken off: "I quit" leaves, "I quit smoking" says something about smoking.
 */

const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;
const some = (...words: readonly string[]): string => `(?: ${anyOf(...words)})*`;
const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`);

const MAIL = ['mails?', 'emails?', 'e mails?', 'messages?', 'newsletters?'];
/** What we send, and what it belongs to. */
const MAILS = anyOf(
  ...MAIL,
  ...['programmes?', 'programs?', 'course', 'lists?', 'mailing lists?', 'subscription', 'training plan'],
  ...['coaching', 'service'],
);
const THESE = [
  'this',
  'these',
  'that',
  'those',
  'it',
  'all',
  'everything',
  'of',
  'the',
  'you',
  'your',
  'any',
];
/** What may stand behind any wish, and changes nothing of it. */
const NOW = some(
  ...['now', 'here', 'please', 'already', 'immediately', 'at once', 'right now', 'today', 'asap', 'again'],
  ...['ever', 'for good', 'forever', 'for now', 'any ?more', 'any longer', 'at all', 'from you', 'too'],
  ...['thanks', 'thank you'],
);
const WANT = anyOf(
  ...['would like', 'want', 'wish', 'need', 'prefer', 'would prefer', 'have decided', 'decided'],
  ...['am going', 'intend', 'plan'],
);
const WISH = anyOf(
  `(?:i|we)${some('just', 'really', 'now', 'only')} ${WANT} to `,
  '(?:id|wed) (?:really |now )?(?:like|prefer) to ',
  ...['ive decided to ', '(?:im|i am) going to ', '(?:i )?(?:will|ll) ', 'let me ', 'please '],
  '(?:can|could|would) you (?:please )?',
);
const I_AM = anyOf('i am', 'im', 'we are');
const LEAVE = anyOf(
  ...['stop', 'quit', 'leave', 'cancel', 'end(?! of)', 'terminate', 'discontinue', 'exit', 'drop', 'give up'],
  ...['drop out of', 'get out of'],
);
const BETWEEN = some(
  ...['me', 'us', 'my', 'sending', 'mailing', 'emailing', 'writing', 'receiving', 'getting', 'these', 'this'],
  ...['those', 'the', 'all', 'any', 'your', 'more', 'from', 'with', 'of', 'to', 'on', 'please', 'further'],
);
const REMOVE = anyOf(
  ...['remove', 'delete', 'take', 'get', 'drop', 'strike', 'sign', 'cut', 'unenroll?', 'deregister', 'opt'],
  ...['be removed', 'be taken'],
);
const ME = some('me', 'us', 'my', 'email', 'e mail', 'mail', 'address', 'name');
const WRITE = ['mail', 'email', 'e mail', 'write', 'contact', 'message', 'spam', 'bother'];
const ANYTHING = ['to', 'me', 'us', 'any', 'more', 'anything', 'these', 'this', 'those', 'your', 'stuff'];

/** "Stop the programme for two weeks" asks for a pause, "leave the course as it is" for nothing. */
const NOT_LEAVING = anyOf(
  ...['until', 'till', 'next', 'on', 'in', 'at', 'during', 'while', 'when', 'if', 'after', 'before'],
  ...['as (?!of|soon)', 'is', 'are', 'was', 'were', 'went', 'has', 'for (?!good|ever|now)'],
);

/** Sent, got or kept by us: heard beside other text too. */
const ABOUT_MAILS: readonly RegExp[] = [
  new RegExp(`^${WISH}?(?:i |we )?(?:unsubscribe|${LEAVE})${BETWEEN} ${MAILS}\\b(?! ${NOT_LEAVING}\\b)`),
  whole(`${WISH}?(?:i )?(?:unsubscribe|unsub|deregister|unenroll?|opt out)(?: me| us| myself)?`, NOW),
  whole(`${WISH}?${REMOVE}${ME}(?: ${anyOf('off', 'out', 'from', ...THESE)})+ ${MAILS}`, NOW),
  whole(
    `${WISH}?stop (?:sending|mailing|emailing|writing|contacting|messaging|spamming|bothering)`,
    some(...ANYTHING, 'things'),
    NOW,
  ),
  whole(`(?:please )?(?:do not|dont|never) (?:send|${WRITE.join('|')})`, some(...ANYTHING, ...MAIL), NOW),
  whole(
    '(?:i|we)(?: really| just)? (?:do not|dont|no longer)(?: really)? (?:want|need|wish)',
    some(...ANYTHING, 'get', 'getting', 'receive', 'receiving', 'have', 'see', 'be', 'sent', 'the', 'from'),
    ` ${MAILS}`,
    NOW,
  ),
  whole('no (?:more|further)', some('of', 'these', 'those', 'your', 'this', 'such'), ` ${MAILS}`, NOW),
];
/** Only when it is the whole reply: beside other text it may be about anything. */
const ALONE: readonly RegExp[] = [
  whole(`${WISH}?(?:stop|halt|end|cancel|quit)`, some('stop', 'them', 'sending', 'with', ...THESE), NOW),
  whole(
    '(?:i|we)(?: (?:now|just|hereby))? ',
    anyOf(
      ...['quit', 'give up', 'stop', 'cancel', 'withdraw', 'resign', 'leave', 'want out', 'want off'],
      ...['am out', 'am off', 'opt out'],
    ),
    some('on', 'with', MAILS, ...THESE),
    NOW,
  ),
  whole(
    `${I_AM}(?: (?:now|just))? `,
    anyOf(
      ...['quitting', 'giving up', 'leaving', 'stopping', 'cancelling', 'canceling', 'withdrawing'],
      ...['unsubscribing', 'out'],
    ),
    some('on', 'with', 'from', MAILS, ...THESE),
    NOW,
  ),
  whole(`${I_AM} (?:done|finished|through) (?:with|here)`, some(MAILS, ...THESE), NOW),
  whole(
    WISH,
    anyOf(
      ...['leave', 'withdraw', 'give up', 'get out', 'drop out', 'sign off', 'be removed', 'be taken off'],
      ...['opt out', 'resign', 'deregister'],
    ),
    some(...THESE),
    NOW,
  ),
  whole(
    `${WISH}?`,
    anyOf(
      ...['remove', 'drop', 'unenroll?', 'deregister', 'withdraw', 'terminate', 'discontinue'],
      '(?:take|get|sign|count|leave|let|opt) (?:me|us)(?: (?:off|out|alone))+',
    ),
    some('me', 'us', 'this', 'it', 'of', 'my (?:e ?mail )?(?:address|e ?mail|name)'),
    NOW,
  ),
  whole(`(?:i )?(?:have|ive) had (?:quite )?enough(?: of${some(...THESE, ...MAIL)})?`),
  whole('giving up'),
  whole('(?:(?:this|that|it) is |its |thats )?(?:just )?spam'),
  whole(`(?:${I_AM} )?(?:not|no longer) interested(?: in(?: (?:this|these|your|the))?(?: ${MAILS})?)?`, NOW),
  whole(`no ${anyOf(...MAIL)}`),
];

/** A wish that is about our mails or the programme by its own words. */
export const leavesMails = (sentence: string): boolean => ABOUT_MAILS.some((wish) => wish.test(sentence));
/** A wish that is one where nothing else is said. */
export const leavesAlone = (sentence: string): boolean =>
  leavesMails(sentence) || ALONE.some((wish) => wish.test(sentence));
