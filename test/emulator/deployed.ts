/** What a person, a mail system and AWS do to the deployed app: over its own doors, reading its own table. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Everything } from '../../functions/shell/ports.ts';
import { makeStore } from '../../functions/shell/store/store.ts';
import { receivedEvent } from '../../local/aws/inbound.ts';
import type { Emulator } from '../../tools/emulator/ministack.ts';
import { bodyOf, formsOf } from '../local/support/forms.ts';

export interface Mail {
  readonly subject: string;
  readonly to: string;
  readonly text: string;
}
export interface Page {
  readonly path: string;
  readonly status: number;
  readonly html: string;
}
type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Longer than anything here takes on a busy machine; nothing is decided by how long something took. */
const PATIENCE_MS = 240_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again until `look` finds something. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 500) {
    const found = await look();
    if (found !== null) return found;
    await pause(500);
  }
  throw new Error(`${what} did not come`);
}

export class Deployed {
  private readonly functions = new LambdaClient({});
  private readonly queues = new SQSClient({ useQueueUrlAsEndpoint: false });
  private readonly table = new DynamoDBClient({});
  private readonly ids = new Map<string, string>();
  private readonly emulator: Emulator;
  private readonly host: string;

  private constructor(emulator: Emulator, host: string) {
    this.emulator = emulator;
    this.host = host;
  }

  /** The resources of the stage's stacks by their logical ids. */
  static async find(emulator: Emulator, host: string, stacks: readonly string[]): Promise<Deployed> {
    const made = new Deployed(emulator, host);
    const client = new CloudFormationClient({});
    for (const StackName of stacks) {
      const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName }));
      for (const { LogicalResourceId, PhysicalResourceId } of StackResources)
        made.ids.set(LogicalResourceId ?? '', PhysicalResourceId ?? '');
    }
    return made;
  }

  /** The physical id of the one resource whose logical id fits. */
  id(pattern: RegExp): string {
    const found = [...this.ids].filter(([logical]) => pattern.test(logical));
    if (found.length !== 1) throw new Error(`${pattern} fits ${found.length} resources, not one`);
    return found[0]?.[1] ?? '';
  }

  /** A request for the site's own name; redirects are followed with GET, as a browser does. */
  async open(path: string, form?: URLSearchParams): Promise<Page> {
    const { status, location, html } = await this.once(path, form);
    if (status < 300 || status > 399) return { path, status, html };
    return this.open(new URL(location, `https://${this.host}`).pathname);
  }

  private once(path: string, form?: URLSearchParams) {
    const { hostname, port } = new URL(this.emulator.url);
    return new Promise<{ status: number; location: string; html: string }>((resolve, reject) => {
      const body = form?.toString();
      const call = request(
        {
          hostname,
          port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            host: this.host,
            ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? '',
              html: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  /** Fills the page's first POST form. */
  fill(page: Page, answers: Answers): Promise<Page> {
    const form = formsOf(page.html).find(({ method }) => method === 'post');
    if (form === undefined) throw new Error(`no form on ${page.path} (${page.status})`);
    return this.open(form.action === '' ? page.path : form.action, bodyOf(form, answers));
  }

  /** All mails that SES keeps, in the order in which it took them. */
  async mails(): Promise<readonly Mail[]> {
    const answer = (await (await fetch(`${this.emulator.url}/_ministack/ses/messages`)).json()) as {
      messages: Record<string, readonly { Subject: string; To: readonly string[]; BodyText: string }[]>;
    };
    return Object.values(answer.messages)
      .flat()
      .map(({ Subject, To, BodyText }) => ({ subject: Subject, to: To.join(), text: BodyText }));
  }

  /** The newest mail with a link to `route`, once there are more than `before` mails in all. */
  mailWith(route: string, before: number): Promise<Mail> {
    return until(`a mail with a link to ${route}`, async () => {
      const fresh = (await this.mails()).slice(before);
      return fresh.findLast(({ text }) => text.includes(`https://${this.host}${route}`)) ?? null;
    });
  }

  /** The path of the link to `route` in a mail. */
  link({ text, subject }: Mail, route: string): string {
    const found = text
      .match(/https:\/\/\S+/g)
      ?.map((one) => new URL(one).pathname)
      .find((one) => one.startsWith(route));
    if (found === undefined) throw new Error(`"${subject}" has no link to ${route}`);
    return found;
  }

  async invoke(pattern: RegExp, event: unknown): Promise<void> {
    const { FunctionError, Payload } = await this.functions.send(
      new InvokeCommand({
        FunctionName: this.id(pattern),
        Qualifier: 'live',
        Payload: JSON.stringify(event),
      }),
    );
    if (FunctionError !== undefined) throw new Error(`${pattern}: ${Buffer.from(Payload ?? []).toString()}`);
  }

  /** Moves the clock and does nothing else. */
  ahead(days: number): void {
    this.emulator.shiftTo(Math.round(days * 24 * 60));
  }

  /** Moves the clock, rings the schedule once, and waits until both lanes are empty. */
  async pass(days: number): Promise<void> {
    this.ahead(days);
    await this.invoke(/^dispatchFunction[0-9A-F]{8}$/, { source: 'aws.events' });
    await until('the end of the queues', async () => {
      for (const lane of [/^UrgentQueue[0-9A-F]{8}$/, /^RoutineQueue[0-9A-F]{8}$/]) {
        const { Attributes = {} } = await this.queues.send(
          new GetQueueAttributesCommand({ QueueUrl: this.id(lane), AttributeNames: ['All'] }),
        );
        const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: taken } =
          Attributes;
        if (Number(waiting) + Number(taken) > 0) return null;
      }
      return true;
    });
  }

  async participantId(): Promise<string> {
    const { Items = [] } = await this.table.send(
      new ScanCommand({ TableName: this.id(/^Table[0-9A-F]{8}$/) }),
    );
    const person = Items.map((item) => String(unmarshall(item)['pk'])).find((pk) => pk.startsWith('P#'));
    if (person === undefined) throw new Error('nobody is in the table');
    return person.slice(2);
  }

  /** State, journal and mails of a person, read by the product's own store from the deployed table. */
  async person(id: string): Promise<Everything> {
    const store = makeStore({ client: this.table, tableName: this.id(/^Table[0-9A-F]{8}$/) });
    const found = await store.everything(id);
    if (found === null) throw new Error(`nobody is called ${id}`);
    return found;
  }

  /** Types of all events in the journal, in order. */
  async events(id: string): Promise<readonly string[]> {
    return (await this.person(id)).journal.flatMap(({ events }) => events.map(({ type }) => type));
  }

  /** SES's word about a mail, through the topic that both configuration sets publish to. */
  async sesEvent(event: unknown): Promise<void> {
    await new SNSClient({}).send(
      new PublishCommand({ TopicArn: this.id(/^MailFacts[0-9A-F]{8}$/), Message: JSON.stringify(event) }),
    );
  }

  /** A received mail: put down as SES does it, then the function is called with SES's own event. */
  async receive(to: string, from: string, raw: string): Promise<void> {
    const id = randomBytes(20).toString('hex');
    const put = await fetch(`${this.emulator.url}/${this.id(/^Replies[0-9A-F]{8}$/)}/${id}`, {
      method: 'PUT',
      body: raw,
    });
    if (!put.ok) throw new Error(`the bucket answered ${put.status}`);
    const pass = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS', spam: 'PASS', virus: 'PASS' };
    const mail = { ...pass, id, from, to, raw: Buffer.from(raw) };
    await this.invoke(/^inboundFunction[0-9A-F]{8}$/, receivedEvent(mail, new Date().toISOString()));
  }
}
