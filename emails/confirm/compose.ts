import type { ConfirmView, MailFrame, RenderedMail } from '../../program/explain/views.ts';
import { page } from '../compiled/confirm.ts';
import * as kit from '../compiled/kit.ts';
import { band, foot } from '../parts/frame.ts';
import { p, paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { confirmText } from './text.ts';

export function confirm(frame: MailFrame, view: ConfirmView): RenderedMail {
  const { subject, preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading, body: paras(COPY.lines) }),
    button: kit.button({ label: COPY.button, url: view.confirmUrl }),
    after: p(COPY.expires(view.expiresOn)),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: confirmText(frame, view) };
}
