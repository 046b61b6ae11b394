/** A consent is to exact words: they are what the page shows, and they cannot change under their version. */
import { describe, expect, it } from 'vitest';
import { consentHash, consentReceipt } from '../../functions/shell/web/consent.ts';
import { CONSENTS } from '../../web/consents.ts';
import { PAGE_EXAMPLES } from './page-examples.ts';

/**
 * Every version that was ever shown. A line is added, never changed: receipts of people out there name it.
 */
const RELEASED: Readonly<Record<string, string>> = {
  'email-1': 'leXNTOnmym2umBZ3bMeTEcXdpsQ5iD1HshqRCezAixQ',
  'health-1': 'QBWr8T3-pmcVUQecwcK7-GVcMXNfYPitbe7vOzjQZww',
  'research-1': 'l4H_cb1m1JJg3MNbcBCKoXnahJjnR9QCfBX5dX9qD0w',
};

describe('the words of a consent', () => {
  it.each(Object.entries(CONSENTS))('to %s are those of their version', (_name, words) => {
    expect(consentHash(words)).toBe(RELEASED[words.version]);
    expect(consentReceipt(words)).toBe(`${words.version}+sha256-${RELEASED[words.version]}`);
  });

  it('canary: one changed letter is another fingerprint', () => {
    const { email } = CONSENTS;
    expect(consentHash({ ...email, hint: `${email.hint} ` })).not.toBe(consentHash(email));
  });

  it.each([
    ['email', 'consentEmail'],
    ['health', 'consentHealth'],
    ['research', 'consentResearch'],
  ] as const)('to %s stand word for word beside their box', (name, field) => {
    const box = new RegExp(
      `<input[^>]*type="checkbox"[^>]*name="${field}"|<input[^>]*name="${field}"[^>]*type="checkbox"`,
    );
    const shown = PAGE_EXAMPLES.filter(({ html }) => box.test(html));
    expect(shown.length).toBeGreaterThan(0);
    for (const { html } of shown) {
      const text = html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
      expect(text).toContain(CONSENTS[name].label);
      expect(text).toContain(CONSENTS[name].hint);
    }
  });
});
