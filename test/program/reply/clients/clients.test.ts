/**
 * Replies as mail programs of many languages write them, around every mail we send: what was typed is read,
 * nothing of the quote is.
 */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../../emails/examples.ts';
import { renderMail } from '../../../../emails/render.ts';
import { loadKnown } from '../../../../functions/inbound/known.ts';
import { htmlToText } from '../../../../program/reply/quote/html-to-text.ts';
import { type ReplyReading, readReply } from '../../../../program/reply/read-reply.ts';
import { cases } from '../../../support/effort.ts';
import { CONTEXT } from '../corpus.ts';
import { grammar, HEADERS, type Shape, shapeOf, shapes } from './shapes.ts';

const known = loadKnown();
const MAILS = Object.entries(EXAMPLES).flatMap(([kind, examples]) =>
  examples.map(({ view }, at) => {
    const { subject, text, html } = renderMail(view);
    return { name: `${kind} ${at}`, kind, subject, text, html };
  }),
);
const read = (text: string | null, html: string | null = null): ReplyReading =>
  readReply({ text, html, known }, CONTEXT);

const TYPED: readonly (readonly [typed: string, isRight: (reading: ReplyReading) => boolean])[] = [
  ['Thanks!', ({ kind }) => kind === 'unclear' || kind === 'empty'],
  ['', ({ kind }) => kind === 'unclear' || kind === 'empty'],
  [
    '2',
    (said) =>
      said.kind === 'answer' &&
      said.answers.painAverage === 2 &&
      said.understood.length === 1 &&
      said.unread === null,
  ],
  ['STOP', (said) => said.kind === 'command' && said.command.command === 'STOP'],
  ['My calf is hot and swollen', (said) => said.kind === 'redFlags' && said.flags.join() === 'swelling'],
  [
    '4, did 3, fine next morning',
    (said) =>
      said.kind === 'answer' &&
      said.answers.painAverage === 4 &&
      said.answers.sessionsDone === 3 &&
      said.answers.nextDay === 'settled' &&
      said.unread === null,
  ],
  ['2 OK', (said) => said.kind === 'answer' && said.answers.painAverage === 2 && said.understood.length > 3],
];
/** Variants of each header: 189 headers in three ways, in twelve with everything. */
const VARIANTS = cases(12);
/** Of these, every fifth is tried with each thing typed; all with everything. */
const EVERY = VARIANTS > 3 ? 1 : 5;
const sample = <T>(all: readonly T[], from: number): readonly T[] =>
  all.filter((_, at) => at % EVERY === from % EVERY);

/** Prints what was tried and how much of it was right; gives what was not. */
function report(
  name: string,
  tried: readonly { readonly id: string; readonly right: boolean }[],
): readonly string[] {
  const wrong = tried.filter(({ right }) => !right).map(({ id }) => id);
  process.stdout.write(`corpus ${name}: ${tried.length - wrong.length} of ${tried.length} right\n`);
  return wrong.slice(0, 20);
}

describe('client shapes', () => {
  it('are four hundred and more, each header and footer with its source', () => {
    expect(shapes(VARIANTS).length).toBeGreaterThanOrEqual(400);
    const used = [...HEADERS, ...grammar.footers].map(({ source }) => source);
    expect(used.filter((source) => grammar.sources[source] === undefined)).toEqual([]);
    expect(new Set(HEADERS.map(({ client }) => client)).size).toBe(HEADERS.length);
  });

  it.each(TYPED)('%j is read in every shape, around a check-in and a plan', (typed, isRight) => {
    const around = (['check-in', 'plan'] as const).map((kind) => MAILS.find((mail) => mail.kind === kind));
    const tried = sample(shapes(VARIANTS), typed.length).map((shape, at) => {
      const mail = around[at % 2];
      if (mail === undefined) throw new TypeError('no such mail');
      return { id: shape.id, right: isRight(read(shape.reply(typed, mail.text, mail.subject))) };
    });
    expect(report(`client shapes, ${JSON.stringify(typed)}`, tried)).toEqual([]);
  });

  it('STOP is heard beside a courtesy in every shape', () => {
    const said = [
      'Stop. Thank you',
      'Please stop!',
      'unsubscribe',
      'Hi, please stop these emails. Regards, Anna',
      'Stop\n\nThanks\nAnna',
    ];
    const [mail] = MAILS;
    if (mail === undefined) throw new TypeError('no mail');
    const tried = sample(shapes(cases(4)), 2).flatMap((shape, at) => {
      const typed = said[at % said.length] ?? '';
      const reading = read(shape.reply(typed, mail.text, mail.subject));
      return {
        id: `${typed} | ${shape.id}`,
        right: reading.kind === 'command' && reading.command.command === 'STOP',
      };
    });
    expect(report('client shapes, STOP and a courtesy', tried)).toEqual([]);
  });
});

/** What a mail program does to the HTML of the mail that is answered. */
const HTML_SHAPES: readonly ((typed: string, html: string) => string)[] = [
  (typed, html) => `<div>${typed}</div><br>${html}`,
  (typed, html) =>
    `<div dir="ltr">${typed}</div><br><div class="gmail_quote">
      <div>On Sun, 8 Mar 2026 Calf Coach wrote:<br></div><blockquote>${html}</blockquote></div>`,
  (typed, html) =>
    `<p>${typed}</p><div style="border:none;border-top:solid #E1E1E1 1.0pt">
      <p><b>Lähettäjä:</b> Calf Coach<br><b>Lähetetty:</b> 8.3.2026 7.00<br>
      <b>Aihe:</b> Viikko</p></div>${html}`,
  (typed, html) =>
    `<html><head></head><body>${typed}<br><br>Lähetetty iPhonesta<br>
      <blockquote type="cite">${html}</blockquote></body></html>`,
  (typed, html) =>
    `<div>${typed}</div><table><tr><td><div class="reply-of-some-app">${html}</div></td></tr></table>`,
  (typed, html) => `<span>${typed}</span><hr>${html}`,
];

describe('"Thanks!" to every mail we send', () => {
  const SHAPES_A_MAIL = VARIANTS > 3 ? 52 : 4;
  const isThanks = ({ kind }: ReplyReading): boolean => kind === 'unclear' || kind === 'empty';

  it.each(['bare', 'marks'] as const)('%s: is thanks, whatever the client', (quote) => {
    expect(MAILS.length).toBeGreaterThanOrEqual(80);
    const tried = MAILS.flatMap(({ name, subject, text, html }, m) =>
      [text, htmlToText(html)].flatMap((body, form) =>
        Array.from({ length: SHAPES_A_MAIL }, (_, k) => {
          const at = (m * 31 + k * 13 + form * 7) % HEADERS.length;
          const shape: Shape = shapeOf(HEADERS[at] as (typeof HEADERS)[number], at, k % 5, quote);
          return {
            id: `${name} | ${shape.id}`,
            right: isThanks(read(shape.reply('Thanks!', body, subject))),
          };
        }),
      ),
    );
    expect(report(`thanks to ${MAILS.length} mails, text and HTML, ${quote}`, tried)).toEqual([]);
  });

  it('in HTML, kept or dropped', () => {
    const tried = MAILS.flatMap(({ name, html }) =>
      HTML_SHAPES.map((shape, k) => ({
        id: `${name} | HTML ${k}`,
        right: isThanks(read(null, shape('Thanks!', html))),
      })),
    );
    expect(report('thanks in HTML', tried)).toEqual([]);
  });

  it('and a mail sent back alone, with or without marks, says nothing', () => {
    const tried = MAILS.flatMap(({ name, text, html }) =>
      [text, htmlToText(html)].flatMap((body, form) => [
        { id: `${name} ${form} bare`, right: isThanks(read(body)) },
        { id: `${name} ${form} marks`, right: isThanks(read(body.replaceAll(/^/gm, '> '))) },
      ]),
    );
    expect(report('mails sent back alone', tried)).toEqual([]);
  });
});
