import type { ConfirmView } from '../../views/mail/views.ts';

interface Words {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly button: string;
  /** After how long the link works. */
  readonly notYou: string;
}
/** `confirm` goes to an address nobody has proved yet: it carries no word that a person typed. */
export const COPY: Readonly<Record<ConfirmView['what'], Words>> = {
  signUp: {
    subject: 'Please confirm your email address',
    preheader: 'One click and your four-minute start opens. Not you? Then simply ignore this.',
    heading: 'One click, and we can begin',
    lines: [
      'Somebody, we hope you, asked for the Calf Coach programme at this address.',
      'Confirm, answer a few questions (about four minutes), and your first week arrives right away.',
    ],
    button: 'Confirm my address',
    notYou:
      'Not you? Then do nothing, and the address is forgotten after seven days; or open the link and press “This was not me”, and no sign-up is taken for it for a year.',
  },
  newAddress: {
    subject: 'Please confirm your new email address',
    preheader: 'One click and your mails come here from now on. Not you? Then simply ignore this.',
    heading: 'One click, and your mails come here',
    lines: [
      'Somebody, we hope you, asked to get the Calf Coach mails at this address from now on.',
      'The address they come to now has agreed already. Confirm, and the change is made at once.',
    ],
    button: 'Use this address',
    notYou: 'Not you? Then do nothing, and everything stays as it is.',
  },
};
