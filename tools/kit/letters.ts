/** What is sent as text: to the members of a club, and to SES. */
import type { StageSettings } from '../../infra/stages.ts';
import { MAILS_A_PERSON_ON_A_FULL_DAY, MAILS_AN_ORDINARY_WEEK } from '../coach/expected-mails.ts';
import { askedAt, hostOf, siteOf, WHAT_IT_IS_NOT } from './page.ts';

/** For the newsletter of a club. */
export const newsletter = (settings: StageSettings): string => `Subject: A sore calf? Twelve weeks by email

Many of us know it: the calf tightens, the run ends, and a week later it happens again.

${hostOf(settings)} offers Calf Coach: a free programme by email for adults who run. You answer four short
pages of questions, and from then on you get one plan a week: calf strength, stretches, foot work, and walk
and jog steps. Once a week you say how it went, and the next plan follows your answer: it moves on, stays,
eases off or stops, and says why.

Sign up:       ${siteOf(settings)}/signup
What is in it: ${siteOf(settings)}/programme
When not to:   ${siteOf(settings)}/safety
What is kept, and who can see it: ${siteOf(settings)}/privacy

${WHAT_IT_IS_NOT} Nobody reads the answers as they come in, so in an emergency call. It promises no date and
no result. You can leave at any time with one click.

Questions: ${askedAt(settings)}
`;

/** For the form by which SES is asked to let an account out of its sandbox. */
export function sesRequest(settings: StageSettings): string {
  const { maxParticipants, mailDomain, operatorName, region, sendingRate } = settings;
  const peak = maxParticipants * MAILS_A_PERSON_ON_A_FULL_DAY;
  return `Request for production access, Amazon SES, region ${region}

Mail type:   Transactional
Website URL: ${siteOf(settings)}
Language:    English

Use case description:

${operatorName} runs an educational programme by email for runners with a sore calf. Everybody who gets
mail from us has asked for it on ${siteOf(settings)}/signup and has then confirmed the address by pressing a
button behind a mailed link (double opt-in). Whoever does not confirm gets nothing more, and the address is
forgotten after seven days. There are no bought, rented or imported lists, and no advertising.

Volume: ${maxParticipants} participants expected at most, about ${MAILS_AN_ORDINARY_WEEK} mails each a
week, at most ${peak} mails on one day, at most ${sendingRate} a second. New sign-ups are limited by the
hour, by network and by mail domain, so that nobody can use the form to flood strangers.

Bounces and complaints: the events of SES reach our program through SNS and SQS and are handled at once. A
permanent bounce or a complaint ends all mail to that address for good. An alarm wakes us at a bounce rate of
2 percent and at a complaint rate of 0.05 percent.

Unsubscribing: every mail has a visible link and the headers of RFC 2369 and RFC 8058. One click ends all
mail at once, without a login; so does the word STOP as a reply.

Authentication: DKIM, a MAIL FROM domain of our own and DMARC are set for ${mailDomain}.

What a mail looks like: ${siteOf(settings)}/programme shows the whole programme.
`;
}
