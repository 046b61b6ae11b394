/**
 * The words a person agrees to, word for word as the pages show them, with the version of each. A receipt
 * carries version and fingerprint of exactly these words (GDPR art. 7(1); docs/architecture.md §19), so a
 * changed word needs a new version: test/web/consents.test.ts holds the two together.
 */
export interface ConsentWords {
  readonly version: string;
  readonly label: string;
  readonly hint: string;
}

export const CONSENTS = {
  email: {
    version: 'email-1',
    label: 'Please send me the programme by email.',
    hint: 'Two or three mails a week while it runs. Every mail has a link that ends it at once.',
  },
  health: {
    version: 'health-1',
    label: 'You may keep and use my answers about my health to make my plans.',
    hint: 'Only for your plans, never for anything else. You can take this back at any time.',
  },
  research: {
    version: 'research-1',
    label: 'My answers may be used in research, without my name and my address.',
    hint: 'Your plans do not depend on it. You can take this back here at any time.',
  },
} as const satisfies Readonly<Record<string, ConsentWords>>;
