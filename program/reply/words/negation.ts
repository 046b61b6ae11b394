/** Words around a stop sign that decide whether the person has it. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** They take the word behind them away. Apostrophes are gone and "is not" is one word by now. */
export const NEGATORS = words(
  'no not never nothing without isnt wasnt arent werent dont doesnt didnt hasnt havent hadnt aint neither nor none zero nil cant couldnt wont wouldnt free',
);
/**
 * Behind a negator they turn it round, or leave it open: "no change in the swelling", "not only swollen",
 * "not sure".
 */
export const NOT_UNDONE = words(
  'only just sure certain change changes better improvement improved less doubt idea gone going getting know say tell rule deny exclude relief different difference',
);
/**
 * These may stand between a negator and what it takes away; anything else ends its reach. Other stop-sign
 * words may as well.
 */
export const WITHIN_REACH = words(
  'any a an the my have had has having get got feel feeling felt feels notice noticed see seen saw hear heard been be being look looking looks seem seems sign signs of much more at all really very or nor and either new obvious visible real such extra in on to with it me myself experience experienced experiencing at kind sort particular there actual bit longer single major further recent also',
);
/** Where a reach ends and something new is said. */
export const TURNS = words(
  'but however although though except yet still now then because apart besides just only plus unless until since instead',
);
/** "It has gone". */
export const GONE = words('gone disappeared vanished resolved cleared');
export const GONE_FILLERS = words(
  'has have is are was all completely now totally fully entirely already been',
);
/** Behind "gone" they spoil it. */
export const NOT_GONE = words('down worse up bad out further');
export const NO_ANSWERS = words('no none nope nil never zero negative');

/**
 * Other people, and animals, whose troubles are not the participant's; the possessive has lost its
 * apostrophe.
 */
export const OTHERS = words(
  [
    'wife husband partner son daughter mum mom mother dad father brother sister friend colleague neighbour neighbor dog cat boss coach uncle aunt',
    'grandmother grandfather granny grandma grandpa nan girlfriend boyfriend kid child baby toddler mate cousin flatmate roommate',
  ].join(' '),
);
export const OTHERS_HAVE = words('has had have got gets having with is was suffers suffered s');
/** Between another person and the sign they show that it is about the participant after all. */
export const ABOUT_ME = words(
  'me my i mine im ive says said thinks noticed saw asked told worried sure thought spotted pointed reckons concerned we us our',
);
/** Long past, unless it is back. */
export const YEARS = words('year years childhood teenager decade');
export const LONG_AGO = words('ago last previous earlier as before');
export const BACK_AGAIN = words('again still now since today yesterday week return returned back');
/** Talk about what we wrote. */
export const TOPICS = words('lesson lessons article articles chapter podcast video');
export const ABOUT_MYSELF = words('my i im ive calf leg foot have has got feel mine');
/** Effort that leaves anybody breathless (TR-E1 "not just from exercise") … */
export const EFFORT = words(
  'uphill hill hills sprint sprints sprinting interval intervals repeats reps strides racing tempo',
);
/** … and words that make it more than that. */
export const MORE_THAN_EFFORT = words(
  'rest resting sitting sit lying lie bed night stairs walking walk usual worse new suddenly sudden chest cant pain before normal normally longer faint dizzy blood now easy afterwards hours also and',
);
/** "can not" and its like become one word. */
export const AUXILIARIES: Readonly<Record<string, string>> = {
  can: 'cant',
  could: 'couldnt',
  will: 'wont',
  would: 'wouldnt',
  do: 'dont',
  does: 'doesnt',
  did: 'didnt',
  is: 'isnt',
  was: 'wasnt',
  are: 'arent',
  were: 'werent',
  has: 'hasnt',
  have: 'havent',
  had: 'hadnt',
};
