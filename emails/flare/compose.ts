import type { FlareView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/flare.ts';
import * as kit from '../compiled/kit.ts';
import { join } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { bullets, p, strong } from '../parts/html.ts';
import * as parts from '../parts/plan-html.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { flareText } from './text.ts';

/** Rest first, so that nobody has to read on to do the right thing today. */
export function flare(frame: MailFrame, view: FlareView): RenderedMail {
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading(frame), body: join([strong(view.headline), p(COPY.thanks)]) }),
    rest: kit.warmBox({ heading: COPY.until(view), body: bullets(view.rest) }),
    after: kit.part({
      heading: COPY.after(view),
      body: join([bullets(view.changes.map(COPY.change)), p(COPY.afterRule)]),
    }),
    painRule: parts.painRule(view),
    checkIn: kit.part({ heading: COPY.checkInHeading, body: p(COPY.checkIn(view.checkInOn)) }),
    stopSigns: parts.stopSigns(view, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: flareText(frame, view) };
}
