/**
 * Phrases for judging a clause that holds no answer (docs/clinical-rules.md §12 A4); the words themselves are
 * in lists.json.
 */

/**
 * Whole clauses that hold a negation or a word of the body, and yet say that all is well: answers in words
 * (docs/clinical-rules.md §12 A4 a) and idioms. They are taken out
 * before the rest of the clause is judged. Lower case, apostrophes gone.
 */
const SELF =
  '(?:my |the |both |left |right |sore |bad |other |injured )*(?:calf|calves|leg|legs|muscles?|achilles|feet|foot|ankles?|body)';
const BE =
  '(?: (?:is|are|was|were|feels?|felt|feeling|has been|have been|been|seems?|looks?|still|now|all|also|just|really|very|pretty|so|much|totally|completely|quite|absolutely|again|doing|getting|a lot|a bit|both))*';
const WELL =
  '(?:fine|good|great|ok|okay|better|normal|perfect|strong|stronger|happy|happier|brilliant|well|calm|settled|excellent|fresh|fresher|light|springy|wonderful|fantastic|super|amazing|lovely|all right|alright|at ease|pain ?free|back to normal|like new|as good as new)';
const WHEN =
  '(?: (?:this week|all week|all day|every day|today|now|again|so far|overall|throughout|the whole week|next day|the next day|next morning|the next morning|afterwards|after|on the runs?|during the runs?|on every run|on all runs|in all sessions|after the runs?|after each run|after every run|the day after|at all|too|thanks|thank you|since|anymore|any more|and strong|and fresh|and good|and happy|whatsoever|to report|here|this time|or anything))*';
const TROUBLE =
  '(?:pain|pains|problems?|issues?|trouble|troubles|complaints?|niggles?|soreness|aches?|discomfort|symptoms?|reaction|worries|stop signs?|warning signs?|red flags?|flare ups?)';
export const HARMLESS_PHRASES: readonly RegExp[] = [
  new RegExp(String.raw`\b${SELF}${BE} ${WELL}(?: and ${WELL})?${WHEN}(?= *$)`, 'g'),
  new RegExp(String.raw`^ *(?:good|happy|great|fresh|strong|fine) (?:calf|calves|leg|legs)${WHEN} *$`, 'g'),
  new RegExp(
    String.raw`\b(?:had |have |with |i had |i have |there (?:is|was|were|are) |still )*(?:no|zero|0|without(?: any)?) (?:more |real |new |calf |leg )?${TROUBLE}(?:(?: or|,) ${TROUBLE})?${WHEN}(?= *$)`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:totally |completely |still )?pain ?-?free(?: week| run| runs| all week)?${WHEN}(?= *$)`,
    'g',
  ),
  /\bnothing (?:to report|to add|new|special|else)\b/g,
  /\b(?:i )?cant wait\b/g,
  /\b(?:i )?(?:cant|cannot|couldnt) complain\b/g,
  /\bcould(?:nt| not) be (?:happier|better)\b/g,
  /\bno (?:worries|problem|probs|questions?|changes?|news|rush|need to (?:answer|reply))\b(?= *$)/g,
  /\bnot (?:too )?bad(?: at all)?\b(?= *$)/g,
  /^ *not (?:much )?(?:time|much time)(?: (?:this week|today))?/g,
  /\bnot much time\b/g,
  /\bback (?=to|from|on|at|in|home|again|next|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/g,
  /\b(?:good|late|friday|saturday|sunday|thursday|club|date|quiz) nights?\b/g,
  /\bnight shifts?\b/g,
  /\b(?:help|helps|helped|helping)(?: me)? (?:a lot|so much|very much)\b/g,
  /\bthanks for (?:your|the|all your|all the) help(?: so far)?\b/g,
  /\b(?:head ?torch|on foot|by foot|leg of the journey|heart of)\b/g,
];

/**
 * Clauses of harmless words that may tell of a mishap, a sensation or a night all the same: they are not
 * known.
 */
export const NOT_HARMLESS: readonly RegExp[] = [
  /\b(?:something|it|that|this|one)(?: just| really| then)? went\b(?! (?:well|great|fine|good|ok|okay|smooth|smoothly|really|very|so|by|to plan|as|perfect|perfectly|brilliantly|all))/,
  /\bhad to (?:stop|walk|rest|sit|lie|turn|go|come|finish|call|leave|take|change)\b/,
  /\b(?:feels?|felt|feeling|looks?|looked|sounds?|sounded) like\b/,
  /\b(?:help|helped|call(?:ed)?|visit(?:ed)?) (?:me|someone)\b/,
  /\b(?:came|went|comes|goes|come|gone) (?:on|out|off|away|over|up|back|through|again)$/,
  /\b(?:there|it) (?:is|was) something\b|\bsomething (?:is|was|has|feels?|felt|seems?|looks?|looked)\b/,
];
