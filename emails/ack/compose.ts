import type { AckView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/ack.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { bullets, link, p, paras, steps } from '../parts/html.ts';
import { cardsHtml, titlesHtml } from './cards.ts';
import { COPY, WORDS } from './copy.ts';
import { linksOf } from './links.ts';
import { ackText } from './text.ts';

/** What became of a reply. It repeats the answer as we store it, never the words that were written. */
export function ack(frame: MailFrame, view: AckView): RenderedMail {
  const { subject, preheader, heading, lines } = COPY[view.code];
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading, body: paras(lines(view)) }),
    understood:
      view.understood.length === 0
        ? NOTHING
        : kit.part({ heading: WORDS.understood, body: join([bullets(view.understood), p(WORDS.correct)]) }),
    missing:
      view.missing.length === 0
        ? NOTHING
        : kit.part({ heading: WORDS.missing, body: join([bullets(view.missing), p(WORDS.missingRule)]) }),
    steps: view.steps.length === 0 ? NOTHING : kit.part({ heading: WORDS.steps, body: steps(view.steps) }),
    cards: join([cardsHtml(frame, view), titlesHtml(view)]),
    links: join(linksOf(frame, view).map(({ label, url }) => link(label, url))),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: ackText(frame, view) };
}
