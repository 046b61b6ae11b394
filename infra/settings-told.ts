/** What the functions are told of the stage's settings, as they are told it. */
import type { Referral, StageSettings } from './stages.ts';

/** Who a mail says it is from. */
export const senderName = ({ clubName }: StageSettings): string =>
  clubName === undefined ? 'Calf Coach' : `Calf Coach, ${clubName}`;
/** The referral as one line. */
export const referralLine = ({ name, phone, link }: Referral): string =>
  [name, phone, link].filter((part) => part !== undefined).join(', ');

/** How many sign-ups are taken in all, of a mail domain and of a network. */
export const signUpLimits = ({ signupLimit, signupDomainLimit, signupNetworkLimit }: StageSettings) => ({
  SIGNUP_TOTAL_LIMIT: signupLimit,
  SIGNUP_DOMAIN_LIMIT: signupDomainLimit,
  SIGNUP_NETWORK_LIMIT: signupNetworkLimit,
});
