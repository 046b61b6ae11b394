import type { MailFrame, RenderedMail, SafetyView } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/safety.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot } from '../parts/frame.ts';
import { bullets, link, p, paras, steps } from '../parts/html.ts';
import { COPY } from './copy.ts';
import { safetyText, sheetUrl } from './text.ts';

export function safety(frame: MailFrame, view: SafetyView): RenderedMail {
  const { subject, preheader } = COPY;
  const { referral } = frame.operator;
  const sheet = sheetUrl(frame, view);
  const html = page({
    subject,
    preheader,
    band: band(''),
    top: kit.topAlert({
      heading: view.headline,
      body: view.steps.length === 0 ? NOTHING : steps(view.steps),
    }),
    because: join([
      kit.part({
        heading: COPY.numbersHeading,
        body: join([bullets(COPY.numbers(frame.numbers)), link(COPY.who, frame.links.safety)]),
      }),
      view.because.length === 0 ? NOTHING : kit.part({ heading: COPY.because, body: paras(view.because) }),
    ]),
    tell: view.tell.length === 0 ? NOTHING : kit.part({ heading: COPY.tell, body: bullets(view.tell) }),
    stopped: kit.part({ heading: COPY.stopped, body: paras([view.stopped, COPY.crossed]) }),
    note:
      view.note.length === 0
        ? NOTHING
        : kit.softBox({
            heading: COPY.note,
            body: join([
              bullets(view.note),
              sheet === null ? NOTHING : link(COPY.sheet, sheet),
              referral === null ? NOTHING : p(referral),
            ]),
          }),
    back: view.comeBack === '' ? NOTHING : kit.part({ heading: COPY.back, body: p(view.comeBack) }),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: safetyText(frame, view) };
}
