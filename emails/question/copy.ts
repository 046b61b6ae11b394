export const COPY = {
  subject: (week: number): string => `Week ${week}: we could not read a number`,
  preheader: 'Your reply came, but a machine reads it. One number is enough, or half a minute on the page.',
  heading: 'We could not read your answer',
  lines: [
    'Your reply arrived. A machine reads it, and it found no number it could be sure of, so nothing has changed. We would rather ask than guess.',
    'How was your calf, on average, over the last 7 days? Reply with one number from 0, no pain, to 10, the worst you can imagine.',
  ],
  once: (repeats: boolean): string =>
    `We ask this once. Without an answer ${repeats ? 'the next plan repeats the week' : 'nothing changes'}.`,
  /** Beside the way to answer: somebody may have asked instead (docs/architecture.md §9.9). */
  asked:
    'Did you ask us something? We answer some questions, word for word as they stand on a list; ' +
    'send one of them as the whole reply.',
  askedLink: 'See the questions',
  words: {
    subject: (week: number): string => `Week ${week}: one list before your plan`,
    preheader: 'You wrote something we could not read. One tap on a list, and your plan comes.',
    heading: 'One list before your plan',
    wrote: 'You wrote:',
    unquoted: 'You wrote something that we could not read.',
    lines: [
      'No person reads it, and a machine does not know these words. We would rather ask than guess.',
      'Until you answer the list below, walk only: no running and no exercises for the calf.',
    ],
    button: 'Answer the list',
    textLink: 'Answer the list:',
    reply: 'If you have none of it, these three words as a reply are enough:',
    line: 'no stop signs',
    once:
      'Your plan comes as soon as you have answered. We ask twice at most; ' +
      'after that the next check-in asks as usual.',
  },
  line: {
    subject: (week: number): string => `Week ${week}: one list to answer first`,
    preheader: 'Your reply held one line of our list of stop signs. Please tell us whether it is true.',
    heading: 'Is this true for you?',
    urgent: 'If this is true now, get help first',
    ifTrue: 'If it is true',
    held: 'Your reply held one line of our list of stop signs, and nothing else:',
    lines: [
      'A mail program sometimes leaves a line of ours in a reply, and a machine reads it. So we ask.',
      'Until you answer, walk only: no running and no exercises for the calf.',
    ],
    again:
      'Is it true? Send the line once more, or tick it on the page. Your plan then stops, and you read ' +
      'what to do.',
    button: 'Answer the list',
    textLink: 'Answer the list:',
    reply: 'If you have none of the signs on the list, these three words as a reply are enough:',
    line: 'no stop signs',
    once: 'No exercise comes by mail until you have answered. We ask twice; every check-in has the list too.',
  },
  button: 'Open the check-in',
  textLink: 'Or open the check-in:',
} as const;
