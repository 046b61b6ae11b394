/** Whoever signs up is told who can see what, and whom to ask. */
import { expect, it } from 'vitest';
import { pageFrame } from '../../functions/shell/web/page-frame.ts';
import { privacyPage } from '../../web/pages/public/privacy.ts';
import { signupPage } from '../../web/pages/public/signup.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { WEB_ENVIRONMENT } from '../support/web-environment.ts';

const frameWith = (more: { readonly OPERATOR_CONTACT?: string } = {}) =>
  pageFrame({ env: { ...WEB_ENVIRONMENT, ...more }, curriculum: theCurriculum() });
const view = { retentionDays: null, region: null };

it('the sign-up page says who can see the answers, and that a look needs a reason', () => {
  const page = signupPage(frameWith(), { values: {}, errors: [], countries: [] });
  expect(page).toContain('Club runs this and can see your answers.');
  expect(page).toContain('whoever opens them has to give a reason');
});

it('the privacy page names the person to ask where one is named', () => {
  expect(privacyPage(frameWith({ OPERATOR_CONTACT: 'Ioana <Pop>' }), view)).toContain(
    'Ask for Ioana &lt;Pop&gt;.',
  );
  expect(privacyPage(frameWith(), view)).not.toContain('Ask for');
});
