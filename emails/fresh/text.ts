import type { FreshView, MailFrame } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function freshText(frame: MailFrame, view: FreshView): string {
  return plainText(
    COPY.heading,
    frame,
    para(COPY.asked[view.what]),
    link(`${COPY.button[view.what]}:`, view.url),
    para(COPY.minutes(view)),
    para(COPY.notYou),
  );
}
