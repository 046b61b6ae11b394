import type { FreshView } from '../../views/mail/views.ts';

type What = FreshView['what'];
/**
 * No health word and no word that somebody typed: the address that was wished for stands on the page behind
 * the link, not here.
 */
const ASKED: Readonly<Record<What, string>> = {
  return:
    'You asked to come back to your plan. Open the link, say who has seen the leg, and answer the safety questions once more.',
  history: 'You asked to see your history: every answer, what it changed and why, and every mail we sent.',
  export: 'You asked for a copy of everything we hold about you. The link leads to the files.',
  erase:
    'You asked us to erase everything we hold about you. The page behind the link says what that means; one button there does it, at once.',
  address:
    'You asked to get your mails at another address. Open the link to agree; then we ask the new address too.',
  links:
    'All earlier links of yours are dead now, apart from the one that ends the mails. From here on please use the links of this mail.',
};
const BUTTON: Readonly<Record<What, string>> = {
  return: 'Come back to my plan',
  history: 'See my history',
  export: 'Get my data',
  erase: 'Read on, then erase',
  address: 'Agree to the change',
  links: 'Open my page',
};
const NEW_LINKS = 'links';

/** Where the link leads stands inside: a subject shows on a lock screen. */
export const COPY = {
  subject: (what: What): string =>
    what === NEW_LINKS ? 'Your new links' : 'Your link, good for a quarter of an hour',
  preheader: (what: What): string =>
    what === NEW_LINKS
      ? 'Links in older mails no longer open. This mail has the ones that do.'
      : 'This link was asked for on your page. It works for a short time, and only for you.',
  heading: (what: What): string => (what === NEW_LINKS ? 'Your new links are here' : 'Your link is here'),
  asked: (what: What): string => ASKED[what],
  button: (what: What): string => BUTTON[what],
  after: ({ what, minutes }: FreshView): readonly string[] =>
    what === NEW_LINKS
      ? [
          'If you did not ask for new links, somebody else has one of your mails: ask for new ones yourself, on your page.',
        ]
      : [
          `The link works for ${minutes} minutes. After that, ask for a new one on your page.`,
          'If you did not ask for this, ignore it. Nothing changes without you.',
        ],
} as const;
