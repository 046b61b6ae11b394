import type { LessonBlock, LessonView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/lesson.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { bullets, link, p } from '../parts/html.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { lessonText } from './text.ts';

const block = (b: LessonBlock): Html => (b.kind === 'list' ? bullets(b.items) : p(b.text));

export function lesson(frame: MailFrame, view: LessonView): RenderedMail {
  const subject = COPY.subject(weekOf(frame), view.subject);
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: view.title, body: join([p(COPY.greeting(frame)), ...view.blocks.map(block)]) }),
    action: view.action === null ? NOTHING : kit.softBox({ heading: COPY.action, body: p(view.action) }),
    after: join([
      ...(view.link === null ? [] : [link(view.link.label, view.link.url)]),
      p(COPY.reminder),
      ...(frame.links.me === null ? [] : [link(COPY.me, frame.links.me)]),
    ]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: lessonText(frame, view) };
}
