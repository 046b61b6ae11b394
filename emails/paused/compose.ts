import type { MailFrame, PausedView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/paused.ts';
import { band, foot } from '../parts/frame.ts';
import { paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { pausedText } from './text.ts';

export function paused(frame: MailFrame, view: PausedView): RenderedMail {
  const { subject, preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading(view), body: paras(COPY.lines(view)) }),
    button: kit.button({ label: COPY.button, url: view.comeBackUrl }),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: pausedText(frame, view) };
}
