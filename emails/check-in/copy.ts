export const COPY = {
  subject: (week: number): string => `Week ${week} check-in: one tap, half a minute`,
  preheader: 'Tap a number, answer six short questions, and your next plan is made.',
  heading: 'How was your calf, on average, over the last 7 days?',
  lead: 'Tap a number. 0 is no pain, 10 is the worst you can imagine.',
  left: '0: none at all. 1 to 3: there, but easy to forget.',
  right: '4 to 6: hard to ignore. 7 to 10: it stops you.',
  cell: (value: number): string => `Answer ${value} out of 10`,
  after:
    'A page opens with your number and a few short questions. Nothing is stored until you press Save there, and you can change it until the next check-in.',
  textLead: 'Open this page, pick a number from 0 (no pain) to 10 (the worst you can imagine), and answer six short questions:',
  plan: (on: string): string => `Your next plan follows your answer at once; without one, it comes on ${on}.`,
  tests: (n: number): string => (n === 1 ? 'We also ask about this test' : 'We also ask about these tests'),
  testsRule: 'Not tried yet? Say so: you simply stay where you are. Nothing opens a step but a test you have done.',
  button: 'Open the check-in',
} as const;
