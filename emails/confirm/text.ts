import type { ConfirmView, MailFrame } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function confirmText(frame: MailFrame, view: ConfirmView): string {
  return plainText(COPY.heading, frame, ...COPY.lines.map(para), link(`${COPY.button}:`, view.confirmUrl), para(COPY.expires(view.expiresOn)));
}
