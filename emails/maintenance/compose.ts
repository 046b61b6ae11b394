import type { MailFrame, MaintenanceView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/maintenance.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { grid } from '../parts/grid.ts';
import { bullets, link, p, paras, strong } from '../parts/html.ts';
import { lines, painRule, stopSigns } from '../parts/plan-html.ts';
import { replyBox } from '../parts/reply.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { maintenanceText } from './text.ts';

export function maintenance(frame: MailFrame, view: MaintenanceView): RenderedMail {
  const subject = COPY.subject(view, weekOf(frame));
  const preheader = COPY.preheader(view);
  const { question, keep } = view;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({
      heading: COPY.heading(view, frame),
      body: join([paras(COPY.lead(view)), ...(question === null ? [] : [strong(COPY.ask)])]),
    }),
    grid: question === null ? NOTHING : grid(question.scale),
    button: question === null ? NOTHING : kit.button({ label: COPY.button, url: question.url }),
    strength: kit.part({
      heading: COPY.strength(keep.sessions),
      body: join([lines(keep.strength, frame.links.site), ...(view.tip === null ? [] : [p(view.tip)])]),
    }),
    feet: kit.part({
      heading: COPY.feet,
      body: join([
        p(view.feet),
        lines(keep.footCoreMoves, frame.links.site),
        link(COPY.steps, view.programmeUrl),
      ]),
    }),
    also: join([
      kit.part({ heading: COPY.also, body: bullets(view.also) }),
      ...(view.raises === null ? [] : [kit.softBox({ heading: COPY.raises, body: p(view.raises) })]),
    ]),
    painRule: painRule(view),
    // With a question the whole weekly list stands in the reply box.
    stopSigns:
      question === null ? stopSigns(view, frame.links.safety) : replyBox(question.reply, frame.links.safety),
    after: view.next === null ? NOTHING : p(COPY.next(view.next)),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: maintenanceText(frame, view) };
}
