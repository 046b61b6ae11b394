import type { ClearanceView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/clearance.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot } from '../parts/frame.ts';
import { bullets, link, p, paras, steps } from '../parts/html.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { COPY } from './copy.ts';
import { clearanceText } from './text.ts';

export function clearance(frame: MailFrame, view: ClearanceView): RenderedMail {
  const subject = COPY.subject(view.day);
  const preheader = COPY.preheader(view.day);
  const back = [
    p(COPY.backLine),
    frame.links.me === null ? NOTHING : link(PLAN_WORDS.myPage, frame.links.me),
    view.day === 14 ? p(COPY.last) : NOTHING,
  ];
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.top({ heading: COPY.heading(view.day), body: paras([COPY.lead(view.day)]) }),
    because:
      view.because.length === 0 ? NOTHING : kit.part({ heading: COPY.because, body: bullets(view.because) }),
    steps: view.steps.length === 0 ? NOTHING : kit.part({ heading: COPY.steps, body: steps(view.steps) }),
    back: kit.part({ heading: COPY.back, body: join(back) }),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: clearanceText(frame, view) };
}
