/**
 * The whole way out: a view to a mail accepted by SES on the loopback, through the AWS SDK on both sides;
 * sixteen under way at a time.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { ROOT } from '../../quality/guards/tree.ts';
import type { Line } from '../line.ts';
import { enginesOf, viewOf } from '../mail/suite.ts';
import { compare, type Effort } from '../measure.ts';
import { nodemailer, OPTIONS, ours as ourMessage } from '../peers/message.ts';
import { product } from '../product.ts';

const UNDER_WAY = 16;
const FROM = 'coach@mail.example.org';

/** Starts the sink; stops with its function. */
async function startSink(): Promise<{ readonly endpoint: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'tools/bench/aws/sink.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout }))
    return { endpoint: line, stop: () => void child.kill() };
  throw new Error('the sink did not start');
}

const sixteen = (one: () => Promise<unknown>) => async (): Promise<unknown> =>
  Promise.all(Array.from({ length: UNDER_WAY }, one));

/** The figures as lines of the table, beside the ratios to the two usual stacks. */
function linesOf(figure: number, [handlebars, mjml]: readonly [number, number]): readonly Line[] {
  const common = {
    area: 'sending',
    figure,
    unit: 'a second',
    what: 'plan: view to accepted by SES on the loopback',
  } as const;
  const line = (
    id: string,
    peer: Line['peer'],
    { ratio, budget, least }: { readonly ratio: number; readonly budget: number; readonly least: number },
  ): Line => ({
    ...common,
    id,
    peer,
    ratio,
    budget: `≥ ${budget} ×`,
    reached: ratio >= budget,
    gate: { least },
  });
  return [
    line('send-handlebars', 'Handlebars + nodemailer + SDK', { ratio: handlebars, budget: 4, least: 1.8 }),
    line('send-mjml', 'MJML + nodemailer + SDK', { ratio: mjml, budget: 15, least: 2.5 }),
    {
      ...common,
      id: 'send-memory',
      what: 'memory of the process afterwards, peers included',
      figure: process.memoryUsage().rss / 1_000_000,
      unit: 'MB',
      peer: null,
      ratio: null,
      budget: 'for orientation',
      reached: true,
      gate: null,
    },
  ];
}

export async function sendLines(effort: Effort): Promise<readonly Line[]> {
  const sink = await startSink();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SES: sink.endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  try {
    const view = viewOf('plan');
    const { makeMailer, renderMail } = await product();
    const { partials, mjml } = await enginesOf(view);
    const [mailer, message] = [makeMailer(), await ourMessage(view)];
    const tags = { dispatch: 'x', attempt: '1' };
    const one = () =>
      mailer.send({ from: FROM, to: OPTIONS.to, raw: message(), configurationSet: 'coaching', tags }, 10_000);
    if ((await one()).kind !== 'accepted') throw new Error('the sink did not take our mail');
    const client = new SESClient({ maxAttempts: 1 });
    const peer = (compose: () => Promise<Buffer>) => async () =>
      client.send(
        new SendRawEmailCommand({
          Source: FROM,
          Destinations: [OPTIONS.to],
          RawMessage: { Data: await compose() },
          Tags: [{ Name: 'dispatch', Value: 'x' }],
        }),
      );
    const mail = renderMail(view);
    const [withHandlebars, withMjml] = [
      peer(await nodemailer(view, mail, await partials())),
      peer(await nodemailer(view, mail, await mjml())),
    ];
    const subject = (name: string, run: () => Promise<unknown>) => ({
      name,
      run: sixteen(run),
      wait: sixteen(run),
    });
    const [ours, handlebars, runTime] = await compare(
      [subject('ours', one), subject('handlebars', withHandlebars), subject('mjml', withMjml)],
      effort,
    );
    const perSecond = (1_000_000 * UNDER_WAY) / (ours?.micros ?? Number.NaN);
    return linesOf(perSecond, [handlebars?.ratio ?? Number.NaN, runTime?.ratio ?? Number.NaN]);
  } finally {
    sink.stop();
  }
}
