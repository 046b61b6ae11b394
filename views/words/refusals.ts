/**
 * What a runner reads when the programme says no: one sentence for every code, worded once for all pages.
 * Exhaustive over `RefusalCode`, so a new refusal without words is a type error. The wording gate reads this
 * file.
 */
import type { RefusalCode } from '../../program/participant/commands.ts';

export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  'not-signed-up': 'There is no sign-up behind this link. You are welcome to sign up again.',
  'already-started': 'These questions are answered, and the programme is running.',
  'not-confirmed': 'Please confirm your address first: the link is in our first mail.',
  'week-closed': 'This week is closed. The question of the current week is in our newest mail.',
  'no-open-week': 'There is no question open at the moment.',
  'too-many-answers':
    'You have answered three times this week, and the third answer stands. If the calf got worse, please do no calf work and no running and look at the safety page.',
  burst: 'Several answers came within a minute. Please wait a minute, then save yours again.',
  paused: 'Your plan is paused. Come back first, then change it.',
  stopped: 'Your plan is stopped until somebody has looked at the leg, so there is nothing to change here.',
  left: 'You have left the programme, so nothing was saved and no mail will follow.',
  completed: 'Your programme is complete, so there is nothing to change here.',
  'until-invalid': 'Please choose a day from tomorrow to eight weeks ahead.',
  'time-zone-unknown': 'We do not know that time zone. Please choose one from the list.',
  'nothing-due': 'There is nothing to do at the moment.',
  expired: 'That came too late. Please ask for a new link on your page.',
  'too-many-requests':
    'A link was sent a short while ago. Please look in your inbox, also in the spam folder. If it is too old, try again in an hour, or reply to any of our mails with the one word EXPORT or DELETE.',
  'nothing-to-return-from': 'Your plan is running, so there is nothing to come back from.',
  'seen-on-invalid': 'Please give the day you were seen, from the day the plan stopped until today.',
  'not-seen-yet':
    'Your plan stays stopped until somebody qualified has looked at the leg and said that you may load it.',
  'needs-doctor':
    'For what you told us, please let a doctor look at the leg first. Your plan stays stopped until then.',
  'needs-clinician':
    'Please let a doctor or a physiotherapist look at the leg; a nurse’s look is not enough here. Your plan stays stopped until then.',
};

/** Who has to have looked at the leg before it may be loaded again. */
export const WHO_MUST_SEE = { doctor: 'a doctor', clinician: 'a doctor or a physiotherapist' } as const;
