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
  button: 'Open the check-in',
  textLink: 'Or open the check-in:',
} as const;
