/** `confirm` goes to an address nobody has proved yet: it carries no word that a person typed. */
export const COPY = {
  subject: 'Please confirm your email address',
  preheader: 'One click and your four-minute start opens. Not you? Then simply ignore this.',
  heading: 'One click, and we can begin',
  lines: [
    'Somebody, we hope you, asked for the Calf Coach programme at this address.',
    'Confirm, answer a few questions (about four minutes), and your first week arrives right away.',
  ],
  button: 'Confirm my address',
  expires: (on: string): string =>
    `The link works until ${on}. Not you? Then do nothing, and the address is forgotten after seven days; or open the link and press “This was not me”, and no sign-up is taken for it for a year.`,
} as const;
