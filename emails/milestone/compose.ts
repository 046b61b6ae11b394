import type { LetterView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/milestone.ts';
import { join } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { bullets, link, ownWords, p, strong } from '../parts/html.ts';
import { painChart } from '../parts/plan-html.ts';
import { weekOf } from '../parts/week.ts';
import { legs } from '../week/week-html.ts';
import { COPY } from './copy.ts';
import { milestoneText } from './text.ts';

/** A letter worth keeping, in the place of the week's second lesson. */
export function milestone(frame: MailFrame, view: LetterView): RenderedMail {
  const subject = COPY.subject(weekOf(frame), view);
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({
      heading: COPY.heading(frame, view),
      body: join([strong(view.told), p(view.meaning), ...(view.goal === null ? [] : [ownWords(view.goal)])]),
    }),
    numbers: join([
      kit.warmBox({ heading: COPY.numbers, body: bullets(view.numbers) }),
      painChart(view.painByWeek, view.painByWeek.length),
      ...legs(view.raises).map((cell) => kit.ladderTable({ cells: cell })),
    ]),
    after: join([p(view.next), p(view.unchanged), link(COPY.me, view.meUrl)]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: milestoneText(frame, view) };
}
