import type { FreshView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function freshText(frame: MailFrame, view: FreshView): string {
  const { what, url } = view;
  return plainText(
    COPY.heading(what),
    frame,
    para(COPY.asked(what)),
    link(`${COPY.button(what)}:`, url),
    ...COPY.after(view).map(para),
  );
}
