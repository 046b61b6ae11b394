import type { ClosedView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/closed.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot } from '../parts/frame.ts';
import { bullets, p, paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { closedText } from './text.ts';

export function closed(frame: MailFrame, view: ClosedView): RenderedMail {
  const subject = COPY.subject(view);
  const preheader = COPY.preheader(view);
  const { referral } = frame.operator;
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading(view), body: paras(COPY.lines(view)) }),
    note:
      view.note.length === 0
        ? NOTHING
        : kit.softBox({
            heading: COPY.note,
            body: join([bullets(view.note), referral === null ? NOTHING : p(referral)]),
          }),
    button: view.why === 'silence' ? kit.button({ label: COPY.button, url: view.signupUrl }) : NOTHING,
    foot: foot(frame),
  });
  return { subject, preheader, html, text: closedText(frame, view) };
}
