/**
 * Everything SES: the identity, a way out for coaching and one for safety, and the way back of what happened
 * to each mail.
 */
import { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';

/** Facts about a mail's delivery. Opening and clicking are not among them: nobody is watched. */
const FACTS = [
  ses.EmailSendingEvent.SEND,
  ses.EmailSendingEvent.DELIVERY,
  ses.EmailSendingEvent.BOUNCE,
  ses.EmailSendingEvent.COMPLAINT,
  ses.EmailSendingEvent.REJECT,
  ses.EmailSendingEvent.DELIVERY_DELAY,
  ses.EmailSendingEvent.RENDERING_FAILURE,
];

export type Lane = 'coaching' | 'safety';

export interface DnsRecord {
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly name: string;
  readonly value: string;
}

export interface MailProps {
  readonly settings: StageSettings;
  readonly zone: route53.IHostedZone | undefined;
  readonly feedback: sqs.Queue;
  readonly feedbackDeadLetters: sqs.Queue;
}

export class Mail extends Construct {
  readonly fromAddress: string;
  readonly sets: Readonly<Record<Lane, ses.ConfigurationSet>>;
  private readonly identity: ses.EmailIdentity;
  private readonly mailDomain: string;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    const { mailDomain } = props.settings;
    this.mailDomain = mailDomain;
    this.fromAddress = `coach@${mailDomain}`;
    // A safety mail may cross an unencrypted hop rather than not arrive; a coaching mail waits for TLS.
    this.sets = {
      coaching: this.addSet('coaching', ses.ConfigurationSetTlsPolicy.REQUIRE),
      safety: this.addSet('safety', ses.ConfigurationSetTlsPolicy.OPTIONAL),
    };
    this.identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(mailDomain),
      dkimSigning: true,
      dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: this.bounceDomain,
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      // Bounces and complaints come as events, not as mails to a mailbox nobody reads.
      feedbackForwarding: false,
      configurationSet: this.sets.coaching,
    });
    if (props.zone !== undefined) this.addRecords(props.zone);
    const topic = this.addTopic(props);
    for (const [lane, set] of Object.entries(this.sets))
      set.addEventDestination(`Facts-${lane}`, {
        destination: ses.EventDestination.snsTopic(topic),
        events: FACTS,
      });
  }

  private addSet(lane: Lane, tlsPolicy: ses.ConfigurationSetTlsPolicy): ses.ConfigurationSet {
    return new ses.ConfigurationSet(this, lane === 'coaching' ? 'Coaching' : 'Safety', {
      tlsPolicy,
      reputationMetrics: true,
      sendingEnabled: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
  }

  private addTopic(props: MailProps): sns.Topic {
    const topic = new sns.Topic(this, 'Facts', {
      displayName: 'What happened to each mail',
      enforceSSL: true,
    });
    topic.addSubscription(
      new subscriptions.SqsSubscription(props.feedback, { deadLetterQueue: props.feedbackDeadLetters }),
    );
    return topic;
  }

  /** What a sender needs: the identity and, because each set asks for its own permission, both sets. */
  get sendingResources(): readonly string[] {
    const set = (name: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName: name });
    return [
      this.identity.emailIdentityArn,
      set(this.sets.coaching.configurationSetName),
      set(this.sets.safety.configurationSetName),
    ];
  }

  private get bounceDomain(): string {
    return `bounce.${this.mailDomain}`;
  }

  /** The records that make the domain trustworthy; an operator without a Route 53 zone adds them by hand. */
  get records(): readonly DnsRecord[] {
    const exchange = `feedback-smtp.${Stack.of(this).region}.amazonses.com`;
    return [
      ...this.identity.dkimRecords.map(({ name, value }) => ({ type: 'CNAME' as const, name, value })),
      { type: 'MX', name: this.bounceDomain, value: `10 ${exchange}` },
      { type: 'TXT', name: this.bounceDomain, value: 'v=spf1 include:amazonses.com -all' },
      { type: 'TXT', name: `_dmarc.${this.mailDomain}`, value: 'v=DMARC1; p=quarantine' },
    ];
  }

  private addRecords(zone: route53.IHostedZone): void {
    for (const [index, { type, name, value }] of this.records.entries()) {
      const common = { zone, recordName: `${name}.` };
      const id = `Record${index + 1}`;
      if (type === 'CNAME') new route53.CnameRecord(this, id, { ...common, domainName: value });
      else if (type === 'TXT') new route53.TxtRecord(this, id, { ...common, values: [value] });
      else
        new route53.MxRecord(this, id, {
          ...common,
          values: [{ priority: 10, hostName: value.slice('10 '.length) }],
        });
    }
  }
}
