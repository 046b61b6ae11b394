/**
 * `/fresh/{token}` for everything but `return`: what was asked for, and one button that does it
 * (docs/contract.md §2).
 */
import type { PageFrame, RequestedPage } from '../../../views/page/page-views.ts';
import { button, errorSummary, hidden } from '../../components.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice } from '../../panels.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly body: (view: RequestedPage) => Html;
  readonly button: string;
}

const WORDS: Readonly<Record<RequestedPage['what'], Words>> = {
  history: {
    title: 'Your history',
    lead: 'Every answer you gave, every change of your plan with its reason, and every mail we sent.',
    body: () =>
      html`<p>The page that follows holds answers about your health. Please look at it where nobody reads along.</p>`,
    button: 'Show my history',
  },
  export: {
    title: 'A copy of your data',
    lead: 'Everything we hold about you, as a file that another program can read.',
    body: () =>
      html`<p>The file holds your address and your answers about your health. Please keep it where only you can open it.</p>`,
    button: 'Download as JSON',
  },
  erase: {
    title: 'Erase everything?',
    lead: 'One press, and we forget you. Nobody can undo it.',
    body: () =>
      notice(
        'caution',
        'What that means',
        list([
          'Your address, your answers, your plans and the record of our mails are deleted at once.',
          'No mail follows, and every link of ours stops working.',
          'If a mail to you once came back or was reported as spam, a fingerprint of the address stays, so that it is never written to again.',
          'Backups of the database fade out within 35 days.',
          'To take part again, you begin from the start.',
        ]),
      ),
    button: 'Erase everything now',
  },
  address: {
    title: 'Another address',
    lead: 'Your mails would go to another address from now on.',
    body: (view) => html`<p>The new address: <strong>${view.email}</strong></p>
<p>Press the button, and we ask that address too. Nothing changes before it has agreed.</p>`,
    button: 'Yes, ask the new address',
  },
  newAddress: {
    title: 'Use this address',
    lead: 'Your mails come to this address from now on.',
    body: (view) => html`<p>This address: <strong>${view.email}</strong></p>
<p>All earlier links stop working, apart from those that end the mails. New ones come by mail.</p>`,
    button: 'Use this address',
  },
};

/** The table beside the data file, for those who open it by hand. */
const asTable = (view: RequestedPage): Html =>
  view.what === 'export'
    ? html`<form method="post" action="${view.action}">
${hidden('format', 'csv')}
${button('Download as a table (CSV)', 'quiet')}
</form>`
    : NOTHING;

export function requestedPage(frame: PageFrame, view: RequestedPage): string {
  const words = WORDS[view.what];
  return page(frame, {
    title: words.title,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${words.body(view)}
<form method="post" action="${view.action}">
${button(words.button)}
</form>
${asTable(view)}
<p class="small">Not what you asked for? Close this page: without the button nothing happens.</p>`,
  });
}

/** What was done, where that is all there is to show. */
const DONE = {
  erase: {
    title: 'Everything is erased',
    lead: 'We hold nothing about you any more, and no mail will follow.',
    more: 'Thank you for having been with us. Take care of that calf.',
  },
  address: {
    title: 'Now the new address',
    lead: 'If the new address can be used, a mail is on its way to it. Open it within 15 minutes and press its button.',
    more: 'Nothing there after a few minutes? Look in the spam folder and check the spelling on your page. Until the new address has agreed, everything stays as it is.',
  },
  newAddress: {
    title: 'Your address is changed',
    lead: 'From now on your mails come here.',
    more: 'A mail with your new links is on its way. Those of older mails do not work any more.',
  },
  taken: {
    title: 'This address cannot be used',
    lead: 'Everything stays as it is: your mails go to the old address.',
    more: 'An address can have one programme. Please choose another one on your page.',
  },
} as const;

export function requestDonePage(frame: PageFrame, what: keyof typeof DONE): string {
  const { title, lead, more } = DONE[what];
  return page(frame, {
    title,
    main: html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<p>${more}</p>
<p><a href="/safety">Stop signs and numbers</a></p>`,
  });
}
