import type { CheckInView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/check-in.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { grid } from '../parts/grid.ts';
import { bullets, p, paras } from '../parts/html.ts';
import { replyBox } from '../parts/reply.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { checkInText } from './text.ts';

export function checkIn(frame: MailFrame, view: CheckInView): RenderedMail {
  const subject = COPY.subject(weekOf(frame), view.fromBreak);
  const { preheader } = COPY;
  const tests =
    view.tests.length === 0
      ? NOTHING
      : kit.softBox({
          heading: COPY.tests(view.tests.length),
          body: join([bullets(view.tests), p(COPY.testsRule)]),
        });
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({
      heading: COPY.heading,
      body: paras([...(view.fromBreak ? [COPY.welcome] : []), COPY.lead]),
    }),
    grid: grid(view.scale),
    after: paras([COPY.after, COPY.plan(view.planOn, view.fromBreak)]),
    tests,
    button: kit.button({ label: COPY.button, url: view.url }),
    reply: replyBox(view.reply, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: checkInText(frame, view) };
}
