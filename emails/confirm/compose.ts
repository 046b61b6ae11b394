import type { ConfirmView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/confirm.ts';
import * as kit from '../compiled/kit.ts';
import { band, foot } from '../parts/frame.ts';
import { p, paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { confirmText } from './text.ts';

export function confirm(frame: MailFrame, view: ConfirmView): RenderedMail {
  const { subject, preheader, heading, lines, button, notYou } = COPY[view.what];
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading, body: paras(lines) }),
    button: kit.button({ label: button, url: view.confirmUrl }),
    after: p(`${view.until} ${notYou}`),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: confirmText(frame, view) };
}
