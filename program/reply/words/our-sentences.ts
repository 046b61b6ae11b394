/**
 * Beginnings of sentences only we write: from the first of them on, all is our own mail
 * (docs/architecture.md §9.7). Kept in step with the mails by a test.
 */
export const OUR_SENTENCES: readonly string[] = [
  ...[
    'how was your calf, on average',
    'calf coach is education',
    'advice, and it does not diagnose',
    'no person reads replies to this mail',
  ],
  ...[
    'unsubscribe from all mails',
    '0 is no pain, 1 to 3',
    'number from 0 to 10, and answer',
    'think of the whole week, not of the worst',
  ],
  ...[
    'reply with a number',
    'your page: pause, change your day',
    'the content of this course awaits',
    'a page opens with your number',
  ],
  ...[
    'your next plan follows your answer',
    'stop signs and who to call',
    'what we keep and why',
    'not tried yet? say so: you simply stay',
    'still half a minute to spare',
    'your check-in is open. a week',
  ],
];
