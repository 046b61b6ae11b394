/** `/signup`: five questions and the stop signs on the same screen. */
import type { PageFrame, SignupPage } from '../../../views/page/page-views.ts';
import { button, errorSummary, input, select, tick, trap } from '../../components.ts';
import { CONSENTS } from '../../consents.ts';
import { HONEYPOT } from '../../forms/signup.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice } from '../../panels.ts';
import { emergencyInLine } from '../../phones.ts';

/** The select is prefilled with `values.country`, which the caller sets to a guess before the first POST. */
export function signupPage(frame: PageFrame, view: SignupPage): string {
  const asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'Sign up',
    error: view.errors.length > 0,
    description: 'Sign up for the twelve-week email programme for runners with a sore calf.',
    main: html`${errorSummary(view.errors)}
<h1>Start with your email</h1>
<p class="lead">We send one mail to confirm the address. Questions about your calf come after that.</p>
${notice(
  'stop',
  'Do not start, and see a doctor today, with any of these',
  html`${list(frame.words.signs.today)}
<p>In an emergency call ${emergencyInLine(frame.numbers)}. <a href="/safety">All stop signs and numbers</a></p>`,
)}
<form method="post" action="/signup" novalidate>
${input(asked, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email', required: true })}
${input(asked, { name: 'firstName', label: 'First name', optional: true, autocomplete: 'given-name', hint: 'Only for the greeting in your mails.' })}
${select(asked, {
  name: 'country',
  label: 'Country',
  hint: 'It decides the emergency numbers we print and your first time zone.',
  empty: 'Please choose',
  choices: view.countries.map(({ code, name }) => ({ value: code, label: name })),
})}
${tick(asked, { name: 'adult', label: 'I am 18 or older.' })}
${tick(asked, { name: 'consentEmail', label: CONSENTS.email.label, hint: CONSENTS.email.hint })}
${trap(HONEYPOT)}
${button('Send me the confirmation')}
</form>
<p class="small">${frame.operator.name} runs this and can see your answers. Nobody reads them as they come in;
whoever opens them has to give a reason, which you can read on your own page.</p>
<p class="small">Education, not medical advice; nobody here is your healthcare provider. <a href="/privacy">What we keep and why</a></p>`,
  });
}
