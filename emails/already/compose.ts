import type { AlreadyView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/already.ts';
import * as kit from '../compiled/kit.ts';
import { band, foot } from '../parts/frame.ts';
import { paras } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { alreadyText } from './text.ts';

export function already(frame: MailFrame, view: AlreadyView): RenderedMail {
  const { subject, preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading, body: paras([COPY.known(view.status), COPY.notYou]) }),
    button: kit.button({ label: COPY.button(view.status), url: view.continueUrl }),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: alreadyText(frame, view) };
}
