import type { MailFrame, QuestionView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/question.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, questionsUrl, weekLabel } from '../parts/frame.ts';
import { bullets, link, ownWords, p, paras, steps, strong } from '../parts/html.ts';
import { replyBox, signsBox } from '../parts/reply.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { lineText, questionText, wordsText } from './text.ts';

/** Asked once a week; shows again what a machine reads without doubt. */
export function question(frame: MailFrame, view: QuestionView): RenderedMail {
  if (view.line !== undefined) return lineQuestion(frame, view, view.line);
  if (view.words !== undefined) return wordsQuestion(frame, view, view.words.quoted);
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading, body: paras([...COPY.lines, COPY.once(view.repeats)]) }),
    button: kit.button({ label: COPY.button, url: view.url }),
    reply: join([
      replyBox(view, frame.links.safety),
      p(COPY.asked),
      link(COPY.askedLink, questionsUrl(frame)),
    ]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: questionText(frame, view) };
}

/** Words that nobody could read, quoted, and the list of stop signs (docs/clinical-rules.md §12 A4). */
function wordsQuestion(frame: MailFrame, view: QuestionView, quoted: string | null): RenderedMail {
  const { words } = COPY;
  const subject = words.subject(weekOf(frame));
  const { preheader } = words;
  const wrote = quoted === null ? p(words.unquoted) : ownWords({ label: words.wrote, words: quoted });
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: words.heading, body: join([wrote, paras(words.lines)]) }),
    button: kit.button({ label: words.button, url: view.url }),
    reply: join([signsBox(view, frame.links.safety), p(words.reply), strong(words.line), p(words.once)]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: wordsText(frame, view, quoted) };
}

/** A line of our list that stood alone in a reply; where it would be an emergency, help comes first. */
function lineQuestion(
  frame: MailFrame,
  view: QuestionView,
  { quoted, steps: doNow, urgent }: NonNullable<QuestionView['line']>,
): RenderedMail {
  const { line } = COPY;
  const subject = line.subject(weekOf(frame));
  const { preheader } = line;
  const held = join([p(line.held), bullets(quoted), paras(line.lines), p(line.again)]);
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: urgent
      ? join([kit.topAlert({ heading: line.urgent, body: steps(doNow) }), held])
      : kit.top({ heading: line.heading, body: held }),
    button: kit.button({ label: line.button, url: view.url }),
    reply: join([
      urgent || doNow.length === 0 ? NOTHING : kit.part({ heading: line.ifTrue, body: steps(doNow) }),
      signsBox(view, frame.links.safety),
      p(line.reply),
      strong(line.line),
      p(line.once),
    ]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: lineText(frame, view, { quoted, steps: doNow, urgent }) };
}
