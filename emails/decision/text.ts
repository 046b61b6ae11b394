import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { para } from '../plain.ts';
import { weekTexts } from '../week/mail.ts';
import { leadOf } from './copy.ts';

export function decisionText(frame: MailFrame, view: PlanView): string {
  const lead = leadOf(frame, view);
  const [title = '', ...first] = lead.above;
  return plainText(title, frame, ...first.map(para), ...weekTexts(view, frame, lead));
}
