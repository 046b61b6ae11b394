export const COPY = {
  subject: (week: number, fromBreak: boolean): string =>
    fromBreak ? `Week ${week}: from your break` : `Week ${week} check-in: how did it go?`,
  preheader: 'Tap a number, answer six short questions, and your next plan is made.',
  welcome: 'Welcome back from your break. Before any exercise we ask how your calf is.',
  heading: 'How was your calf, on average, over the last 7 days?',
  lead: 'Think of the whole week, not of the worst moment, and tap a number.',
  anchors: '0 is no pain, 1 to 3 mild, 4 to 6 moderate, 7 to 9 severe, 10 the worst you can imagine.',
  cell: (value: number): string => `Answer ${value} out of 10`,
  after:
    'A page opens with your number and a few short questions. Nothing is stored until you press Save there, and you can change it until the next check-in.',
  textLead:
    'Think of the whole week, not of the worst moment. Open this page, pick a number from 0 to 10, and answer six short questions:',
  plan: (on: string, fromBreak: boolean): string =>
    fromBreak
      ? 'Your plan follows your answer at once. Until then no exercises come.'
      : `Your next plan follows your answer at once; without one, it comes on ${on}.`,
  tests: (n: number): string => (n === 1 ? 'We also ask about this test' : 'We also ask about these tests'),
  testsRule:
    'Not tried yet? Say so: you simply stay where you are. Nothing opens a step but a test you have done.',
  button: 'Open the check-in',
} as const;
