/**
 * Who we are to other mail systems: the domain our mails come from and the domain replies go to. A new
 * identity has new DKIM names, so both stand where no release can remove them.
 */
import { Stack } from 'aws-cdk-lib';
import * as ses from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { type DnsRecord, makeRecords, tellRecords, zoneOf } from './dns.ts';

const DKIM = {
  dkimSigning: true,
  dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
} as const;

/** Where SES's own bounce addresses lie, so that SPF is ours. */
export const bounceDomainOf = (settings: StageSettings): string => `bounce.${settings.mailDomain}`;

export class Identities extends Construct {
  private readonly settings: StageSettings;
  private readonly mail: ses.EmailIdentity;
  private readonly reply: ses.EmailIdentity;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.settings = settings;
    this.mail = new ses.EmailIdentity(this, 'Mail', {
      ...DKIM,
      identity: ses.Identity.domain(settings.mailDomain),
      mailFromDomain: bounceDomainOf(settings),
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      // Bounces and complaints come as events, not as mails to a mailbox nobody reads.
      feedbackForwarding: false,
    });
    this.reply = new ses.EmailIdentity(this, 'Reply', {
      ...DKIM,
      identity: ses.Identity.domain(settings.replyDomain),
    });
    const zone = zoneOf(this, settings);
    if (zone === undefined) tellRecords(Stack.of(this), this.records);
    else makeRecords(this, zone, this.records);
  }

  /** What makes both domains ours and trustworthy, and brings replies here. */
  private get records(): readonly DnsRecord[] {
    const { mailDomain, replyDomain, operatorEmail } = this.settings;
    const { region } = Stack.of(this);
    const bounce = bounceDomainOf(this.settings);
    const signed = [this.mail, this.reply].flatMap(({ dkimRecords }) =>
      dkimRecords.map(({ name, value }) => ({ type: 'CNAME' as const, name, value })),
    );
    return [
      ...signed,
      { type: 'MX', name: bounce, value: `10 feedback-smtp.${region}.amazonses.com` },
      { type: 'TXT', name: bounce, value: 'v=spf1 include:amazonses.com -all' },
      {
        type: 'TXT',
        name: `_dmarc.${mailDomain}`,
        value: `v=DMARC1; p=quarantine; rua=mailto:${operatorEmail}`,
      },
      { type: 'MX', name: replyDomain, value: `10 inbound-smtp.${region}.amazonaws.com` },
    ];
  }
}
