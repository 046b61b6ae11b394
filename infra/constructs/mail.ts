/**
 * Mail on its way: a way out for coaching and one for safety, and the way back of what happened to each mail.
 * The identity stands in the data stack.
 */
import { Stack } from 'aws-cdk-lib';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { NOBODY } from '../../functions/shell/env.ts';
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

export interface MailProps {
  readonly settings: StageSettings;
  readonly feedback: sqs.Queue;
  readonly feedbackDeadLetters: sqs.Queue;
}

export class Mail extends Construct {
  readonly fromAddress: string;
  readonly sets: Readonly<Record<Lane, ses.ConfigurationSet>>;
  private readonly settings: StageSettings;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    const { mailDomain } = props.settings;
    this.settings = props.settings;
    this.fromAddress = `coach@${mailDomain}`;
    // A safety mail may cross an unencrypted hop rather than not arrive; a coaching mail waits for TLS.
    this.sets = {
      coaching: this.addSet('coaching', ses.ConfigurationSetTlsPolicy.REQUIRE),
      safety: this.addSet('safety', ses.ConfigurationSetTlsPolicy.OPTIONAL),
    };
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

  /**
   * What a sender needs: the identity and, because each set asks for its own permission, both sets. In its
   * sandbox SES asks for the receiver's identity too, and there is no name for who will sign up.
   */
  get sendingResources(): readonly string[] {
    const { mailDomain, sandbox } = this.settings;
    const named = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    return [
      named('identity', sandbox ? '*' : mailDomain),
      named('configuration-set', this.sets.coaching.configurationSetName),
      named('configuration-set', this.sets.safety.configurationSetName),
    ];
  }

  /**
   * Our one sender, and on a stage for trying things nobody but its own receivers; a mail to nobody shows
   * whether events come (docs/architecture.md §7.7).
   */
  get sendingConditions(): Readonly<Record<string, unknown>> {
    const { mailOnlyTo } = this.settings;
    return {
      StringEquals: { 'ses:FromAddress': this.fromAddress },
      ...(mailOnlyTo === undefined
        ? {}
        : { 'ForAllValues:StringLike': { 'ses:Recipients': [...mailOnlyTo, NOBODY] } }),
    };
  }
}
