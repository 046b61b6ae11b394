/** The open pages and the sign-up form (docs/contract.md §2). */
import { Hono } from 'hono';
import { landingView } from '../../views/page/landing-view.ts';
import { programmeView } from '../../views/page/programme-view.ts';
import { faqAnswers } from '../../views/words/faq.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { allNumbers } from '../../views/words/safety.ts';
import { COUNTRY_CHOICES, countryFor } from '../../web/countries.ts';
import { readSignup } from '../../web/forms/signup.ts';
import { PICTURE_HEADERS } from '../../web/headers.ts';
import { ICON } from '../../web/logo.ts';
import { landingPage } from '../../web/pages/public/landing.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { privacyPage } from '../../web/pages/public/privacy.ts';
import { programmePage } from '../../web/pages/public/programme.ts';
import { questionsPage } from '../../web/pages/public/questions.ts';
import { safetyPage } from '../../web/pages/public/safety.ts';
import { signupPage } from '../../web/pages/public/signup.ts';
import { signupSentPage } from '../../web/pages/public/signup-sent.ts';
import { type App, makeApp, type Overrides } from '../shell/app.ts';
import { ownDomains } from '../shell/env.ts';
import { formOf, lambda, type Site, sourceIp } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { drawing } from './drawings.ts';
import { isFull, signUp } from './sign-up.ts';

/**
 * The pages that are the same for everybody. A process writes each once, when it is first asked for: the
 * first page and the programme play a whole course through the weekly decision.
 */
const forEverybody = (app: App<'signup'>): Readonly<Record<string, () => string>> => ({
  '/': () => landingPage(pageFrame(app), landingView(app.curriculum)),
  '/programme': () => programmePage(pageFrame(app), programmeView(app.curriculum)),
  '/questions': () => questionsPage(pageFrame(app), faqAnswers(app.curriculum)),
  '/safety': () => safetyPage(pageFrame(app), { countries: allNumbers(app.curriculum) }),
  '/privacy': () => privacyPage(pageFrame(app), { retentionDays: null, region: null }),
  '/signup/sent': () => signupSentPage(pageFrame(app)),
});

export const makeHandler = (app: App<'signup'>) => {
  const site: Site = new Hono();
  const frame = () => pageFrame(app);
  for (const [path, write] of Object.entries(forEverybody(app))) {
    let kept: string | undefined;
    site.get(path, (c) => {
      kept ??= write();
      return c.html(kept);
    });
  }
  site.get('/drawings/:file', (c) => drawing(app, c));
  site.get('/favicon.svg', (c) =>
    c.body(ICON, 200, {
      ...PICTURE_HEADERS,
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    }),
  );
  site.get('/signup', async (c) => {
    if (await isFull(app)) return c.html(noticePage(frame(), NOTICES.full, '/programme'), 200);
    return c.html(
      signupPage(frame(), {
        values: { country: countryFor(c.req.header('accept-language')) },
        errors: [],
        countries: COUNTRY_CHOICES,
      }),
      200,
      {
        vary: 'accept-language',
      },
    );
  });
  site.post('/signup', async (c) => {
    const read = readSignup(await formOf(c), { ownDomains: ownDomains(app.env) });
    if (!read.ok)
      return c.html(
        signupPage(frame(), { values: read.values, errors: read.errors, countries: COUNTRY_CHOICES }),
        422,
      );
    const isTold = await signUp(app, read.value, sourceIp(c));
    return c.redirect(isTold === 'full' ? '/signup' : '/signup/sent', 303);
  });
  return lambda(app, site);
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('signup', process.env, overrides));
export const handler = create();
