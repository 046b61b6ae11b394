/**
 * `/privacy`: what is kept, why, how long, who can see it (docs/architecture.md §19). Only what this
 * deployment really does.
 */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

/**
 * `retentionDays`: what the deployment is configured to keep after somebody left; null = until the person
 * asks. `country` of the servers, if told.
 */
export interface PrivacyPage {
  readonly retentionDays: number | null;
  readonly region: string | null;
}

const rows = (view: PrivacyPage): readonly (readonly [string, string, string])[] => [
  ['Email address, first name if you gave one', 'To send the mails', after(view)],
  [
    'Country, time zone, day and hour',
    'To send them at the right time and print the right numbers',
    after(view),
  ],
  [
    'Your answers about calf, health and running',
    'To make each week’s plan and to say why it changed',
    after(view),
  ],
  [
    'What was sent and whether it arrived',
    'To send each mail once, and safety mails for certain',
    after(view),
  ],
  [
    'A reply that you send, as it came',
    'So that a program reads the answer in it; no person does',
    'Seven days',
  ],
  [
    'Words in it, or in a note, that the program could not read',
    'To ask you about them, in one mail to you',
    'Until you answer the list beside them, or the next check-in',
  ],
  [
    'A fingerprint of words in it that we asked you about',
    'So that we do not ask about the same words again',
    after(view),
  ],
  ['An address that was never confirmed', 'To wait for the confirmation', 'Seven days'],
  [
    'A fingerprint of the network you signed up from',
    'So that nobody floods strangers with our mails',
    'One hour',
  ],
  [
    'A fingerprint of an address that bounced or complained',
    'So that it gets no more mail',
    'Until you ask us to lift it',
  ],
  [
    'A fingerprint of an address that said “this was not me”',
    'So that nobody can sign it up again',
    'One year',
  ],
];
const after = (view: PrivacyPage): string =>
  view.retentionDays === null
    ? 'While you take part; then until you ask'
    : `While you take part, and ${view.retentionDays} days after`;

export function privacyPage(frame: PageFrame, view: PrivacyPage): string {
  const { operator } = frame;
  const mail = html`<a href="mailto:${operator.email}">${operator.email}</a>`;
  return page(frame, {
    title: 'Privacy',
    description: 'What Calf Coach keeps, why, for how long, and who can see it.',
    main: html`<h1>Privacy</h1>
<p class="lead">We keep what the programme needs, use it for nothing else and give it to nobody.</p>
<section>
<h2>Who runs this</h2>
<p>${operator.name}, ${operator.postal}, ${mail}. They decide over the data and answer your questions.
${operator.contact == null ? NOTHING : html`Ask for ${operator.contact}.`}</p>
</section>
<section>
<h2>What is kept, why, how long</h2>
<dl class="kept">${each(
      rows(view),
      ([what, why, long]) => html`
<div><dt>${what}</dt><dd>${why}.</dd><dd class="long">${long}.</dd></div>`,
    )}
</dl>
<p>Backups of the database fade out within 35 days.</p>
</section>
<section>
<h2>Your consent</h2>
<p>You agree twice, each in its own words: to the mails, when you sign up, and to keeping answers about your health, before the first question about it. On your own page you may agree to a third, use in research without your name and address; your plans do not depend on it. You can take back each at any time: the mails by one press in any of them, the other two on your own page. Without the consent about health there can be no plan: the programme ends at once, and seven days later everything we hold about you is erased.</p>
</section>
<section>
<h2>Who can see what</h2>
${list([
  html`${operator.name} can see your address and answers. No person reads the check-ins as they come in; a program makes the plans by fixed rules, and each plan says which rule decided. Whoever opens the answers of one person has to give a reason; day and reason then stand on that person’s own page. You may always choose the easier option.`,
  html`The servers and the mail service belong to Amazon Web Services, who store and carry the data for ${operator.name}${view.region === null ? NOTHING : html` in the region ${view.region}`}.`,
  'Whoever has one of your mails can open your week with its links and answer in your name. Please do not pass them on.',
  'Mail travels encrypted between most mail services, but not all.',
])}
</section>
<section>
<h2>What we do not do</h2>
<p>No cookies, no scripts, no tracking of opens or clicks, no advertising, no selling. The pages load nothing from anywhere else.</p>
</section>
<section>
<h2>Your rights</h2>
<p>Your own page, linked in every plan, sends you the link to see your whole history, to take a copy of your data with you, to change your address and to erase everything at once. To have something corrected, or when a link does not help, write to ${mail}. You can also complain to the data protection authority of your country.</p>
</section>`,
  });
}
