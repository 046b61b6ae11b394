import type { FreshView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/fresh.ts';
import * as kit from '../compiled/kit.ts';
import { band, foot } from '../parts/frame.ts';
import { p, paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { freshText } from './text.ts';

/** A link that proves the address again, or the new links; no name and no number of the course in it. */
export function fresh(frame: MailFrame, view: FreshView): RenderedMail {
  const { what, url } = view;
  const [subject, preheader] = [COPY.subject(what), COPY.preheader(what)];
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading(what), body: p(COPY.asked(what)) }),
    button: kit.button({ label: COPY.button(what), url }),
    after: paras(COPY.after(view)),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: freshText(frame, view) };
}
