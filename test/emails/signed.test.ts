/**
 * A test key signs what we hand to SES: every kind under every name verifies, and whatever is done to a mail
 * on its way is found.
 */
import { describe, expect, it } from 'vitest';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import type { GateMail } from '../../tools/quality/mails/mail.ts';
import { exampleMails } from '../../tools/quality/mails/matrix.ts';
import { PLANTED_SIGNATURES, signatureFault, signedRow } from '../../tools/quality/mails/rules/signed.ts';

const mails: GateMail[] = [];
for await (const mail of exampleMails()) mails.push(mail);
const plan = mails.find(({ kind }) => kind === 'plan');
if (plan === undefined) throw new Error('there is no example of a plan');

describe('DKIM and DMARC', () => {
  it('pass for every example of every kind under every name, with all that must be signed', async () => {
    const faults: string[] = [];
    for (const mail of mails) {
      const fault = await signatureFault(mail);
      if (fault !== null) faults.push(`${mail.id}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(MAIL_KINDS));
  });

  it.each(PLANTED_SIGNATURES.map(([what, journey]) => [what, journey] as const))(
    'find %s',
    async (_what, journey) => {
      expect(await signatureFault(plan)).toBeNull();
      expect(await signatureFault(plan, journey)).not.toBeNull();
    },
  );

  it('a gate without a mail to sign fails', async () => expect((await signedRow([])).status).toBe('FAILED'));
});
