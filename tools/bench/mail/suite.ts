/**
 * Rendering and message writing beside named peers: equal content, one peer a process, so that no engine's
 * heap is another's burden.
 */
import { EXAMPLES } from '../../../emails/examples.ts';
import type { MailView } from '../../../views/mail/views.ts';
import type { Line } from '../line.ts';
import { compare, type Effort, type Subject } from '../measure.ts';
import type { PairId, WEEK } from '../part-names.ts';
import * as engines from '../peers/engines.ts';
import { nodemailer, ours as ourMessage } from '../peers/message.ts';
import { product } from '../product.ts';
import { compiledParts, flatten, makeRecorder, type Node } from './recorded.ts';

export const viewOf = (kind: (typeof WEEK)[number]): MailView => {
  const [first] = EXAMPLES[kind];
  if (first === undefined) throw new Error(`no example of ${kind}`);
  return first.view;
};

/** Every engine for one mail, made when it is asked for; `whole` and `flat` are ours. */
export async function enginesOf(view: MailView) {
  const parts = await compiledParts();
  const root = (await makeRecorder())(view);
  const flat = flatten(root, parts);
  const htmlOf = (node: Node): string =>
    flatten(node, parts)
      .map((piece) => ('literal' in piece ? piece.literal : String(piece.value)))
      .join('');
  const { renderMail } = await product();
  return {
    whole: () => Buffer.from(renderMail(view).html, 'latin1'),
    flat: () => engines.ours(flat),
    handlebars: () => engines.handlebars(flat),
    partials: () => engines.handlebarsPartials(root, parts),
    mjml: () => engines.mjml(root, htmlOf),
    react: () => engines.reactEmail(flat),
  };
}

/** One kind of the week, without a peer. */
export async function kindLines(kind: (typeof WEEK)[number], effort: Effort): Promise<readonly Line[]> {
  const view = viewOf(kind);
  const { renderMail } = await product();
  const [html, raw] = await compare(
    [
      { name: 'html', run: () => Buffer.from(renderMail(view).html, 'latin1') },
      { name: 'message', run: await ourMessage(view) },
    ],
    effort,
  );
  const [least, all] = [html?.least ?? Number.NaN, raw?.least ?? Number.NaN];
  const common = { unit: 'µs', peer: null, ratio: null, gate: null } as const;
  const what = `${kind}: view to`;
  return [
    {
      ...common,
      id: `render-${kind}`,
      area: 'rendering',
      what: `${what} HTML bytes and text`,
      figure: least,
      budget: '≤ 20 µs',
      reached: least <= 20,
    },
    {
      ...common,
      id: `message-${kind}`,
      area: 'message',
      what: `${what} message bytes`,
      figure: all,
      budget: '≤ 40 µs',
      reached: all <= 40,
    },
  ];
}

interface Wanted {
  readonly id: PairId;
  readonly area: Line['area'];
  readonly what: string;
  readonly peer: string;
  readonly least: number;
  readonly budget: number | null;
}
type Engines = Awaited<ReturnType<typeof enginesOf>>;
interface Pair extends Wanted {
  readonly subjects: (engines: Engines, view: MailView) => Promise<readonly [ours: Subject, peer: Subject]>;
}
const slots = 'plan: the same slots to the same HTML';
const written = 'plan: view to HTML and text, the peer HTML alone';
const message = 'plan: view to message';
const waits = (run: () => Promise<unknown>): Subject => ({ name: 'peer', run, wait: run });
const own = (run: () => unknown): Subject => ({ name: 'ours', run });
const composed = async (
  view: MailView,
  html: () => Buffer | Promise<Buffer>,
): Promise<readonly [Subject, Subject]> => {
  const { renderMail } = await product();
  return [own(await ourMessage(view)), waits(await nodemailer(view, renderMail(view), html))];
};
/** Gates stand about a third below what a quiet machine showed. */
const PAIRS: readonly Pair[] = [
  {
    id: 'slots-handlebars',
    area: 'rendering',
    what: slots,
    peer: 'Handlebars, flat',
    least: 1.1,
    budget: 3,
    subjects: async ({ flat, handlebars }) => [own(await flat()), { name: 'peer', run: await handlebars() }],
  },
  {
    id: 'slots-partials',
    area: 'rendering',
    what: slots,
    peer: 'Handlebars, a partial a block',
    least: 2,
    budget: 3,
    subjects: async ({ flat, partials }) => [own(await flat()), { name: 'peer', run: await partials() }],
  },
  {
    id: 'slots-mjml',
    area: 'rendering',
    what: slots,
    peer: 'MJML at run time',
    least: 30,
    budget: 400,
    subjects: async ({ flat, mjml }) => [own(await flat()), waits(await mjml())],
  },
  {
    id: 'slots-react',
    area: 'rendering',
    what: slots,
    peer: 'react-email',
    least: 30,
    budget: 60,
    subjects: async ({ flat, react }) => [own(await flat()), waits(await react())],
  },
  {
    id: 'written-partials',
    area: 'rendering',
    what: written,
    peer: 'Handlebars, a partial a block',
    least: 0.4,
    budget: null,
    subjects: async ({ whole, partials }) => [own(whole), { name: 'peer', run: await partials() }],
  },
  {
    id: 'message-handlebars',
    area: 'message',
    what: message,
    peer: 'Handlebars + nodemailer',
    least: 5,
    budget: null,
    subjects: async ({ partials }, view) => composed(view, await partials()),
  },
  {
    id: 'message-mjml',
    area: 'message',
    what: message,
    peer: 'MJML + nodemailer',
    least: 10,
    budget: null,
    subjects: async ({ mjml }, view) => composed(view, await mjml()),
  },
  {
    id: 'message-react',
    area: 'message',
    what: message,
    peer: 'react-email + nodemailer',
    least: 10,
    budget: null,
    subjects: async ({ react }, view) => composed(view, await react()),
  },
];

/** One comparison with one peer. */
export async function pairLine(id: PairId, effort: Effort): Promise<Line> {
  const pair = PAIRS.find((one) => one.id === id);
  if (pair === undefined) throw new Error(`there is no comparison ${id}`);
  const view = viewOf('plan');
  const [ours, peer] = await compare(await pair.subjects(await enginesOf(view), view), effort);
  const ratio = peer?.ratio ?? Number.NaN;
  return {
    id,
    area: pair.area,
    what: pair.what,
    figure: ours?.least ?? Number.NaN,
    unit: 'µs',
    peer: pair.peer,
    ratio,
    budget: pair.budget === null ? 'for orientation' : `≥ ${pair.budget} ×`,
    reached: pair.budget === null || ratio >= pair.budget,
    gate: { least: pair.least },
  };
}
