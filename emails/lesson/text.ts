import type { LessonView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function lessonText(frame: MailFrame, view: LessonView): string {
  const blocks = view.blocks.map((b) => (b.kind === 'list' ? bullets(b.items) : para(b.text)));
  const action = view.action === null ? [] : [para(`${COPY.action} ${view.action}`)];
  const me = frame.links.me === null ? [] : [link(`${COPY.me}:`, frame.links.me)];
  const page = view.link === null ? [] : [link(`${view.link.label}:`, view.link.url)];
  return plainText(
    view.title,
    frame,
    para(COPY.greeting(frame)),
    ...blocks,
    ...action,
    ...page,
    para(COPY.reminder),
    ...me,
  );
}
