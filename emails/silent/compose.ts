import type { MailFrame, RenderedMail, SilentView } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/silent.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { link, paras } from '../parts/html.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { silentText } from './text.ts';

export function silent(frame: MailFrame, view: SilentView): RenderedMail {
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading(frame), body: paras(COPY.lines) }),
    button: kit.button({ label: COPY.button, url: view.checkInUrl }),
    after: link(COPY.me, view.meUrl),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: silentText(frame, view) };
}
