/** `/u/{token}`: one button, and afterwards nothing else ever (RFC 8058 posts arrive at the same address). */
import type { PageFrame, UnsubscribePage } from '../../../views/page/page-views.ts';
import { button } from '../../components.ts';
import { html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { safetyPanel } from '../../panels.ts';

/** A stopped person still reads the safety text: no mail will repeat it. */
export function unsubscribePage(frame: PageFrame, view: UnsubscribePage): string {
  const safety = view.safety === null ? NOTHING : safetyPanel(view.safety, frame.numbers);
  if (view.done) {
    return page(frame, {
      title: 'You have left',
      main: html`${safety}<h1>You have left the programme</h1>
<p class="lead">No more mails from us. Take care of that calf.</p>
${view.erasedOn === null ? NOTHING : html`<p>You took back your consent about answers on your health. Your plan is deleted. On <strong>${view.erasedOn}</strong> everything else we hold about you is erased, unless you sign up again before. To have it done sooner, write to <a href="mailto:${frame.operator.email}">${frame.operator.email}</a>.</p>`}
<p>You are welcome back at any time: <a href="/signup">sign up again</a>.</p>`,
    });
  }
  return page(frame, {
    title: 'Leave the programme',
    main: html`${safety}<h1>Leave the programme?</h1>
<p class="lead">One press and no mail will follow.</p>
<form method="post" action="${view.action}">
${button('Leave and stop all mails')}
</form>
<p class="small">Only need a break? Your own page, linked in every plan, has a pause.</p>`,
  });
}
