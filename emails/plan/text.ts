import { plainText } from '../parts/frame.ts';
import { para } from '../plain.ts';
import { type FittedWeek, weekTexts } from '../week/mail.ts';

export function planText(week: FittedWeek): string {
  const [title = '', ...first] = week.lead.above;
  return plainText(title, week.frame, ...first.map(para), ...weekTexts(week));
}
