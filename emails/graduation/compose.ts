import type { GraduationView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/graduation.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot } from '../parts/frame.ts';
import { bullets, ownWords, p, strong } from '../parts/html.ts';
import { painChart } from '../parts/plan-html.ts';
import { COPY } from './copy.ts';
import { graduationText } from './text.ts';

export function graduation(frame: MailFrame, view: GraduationView): RenderedMail {
  const { subject, preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading(frame), body: strong(COPY.lead(view)) }),
    numbers: kit.warmBox({ heading: COPY.numbers, body: bullets(COPY.lines(view)) }),
    pain: painChart(view.painByWeek, view.painByWeek.length),
    keepGoing:
      view.keepGoing.length === 0
        ? NOTHING
        : kit.part({ heading: COPY.keepGoing, body: bullets(view.keepGoing) }),
    after: join([...(view.goal === null ? [] : [ownWords(view.goal)]), p(COPY.after)]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: graduationText(frame, view) };
}
