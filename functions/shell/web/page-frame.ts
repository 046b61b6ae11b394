/** What every page shows around its content. */
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { pageWords } from '../../../views/words/page-words.ts';
import { emergencyNumbers } from '../../../views/words/safety.ts';

interface Site {
  readonly env: {
    readonly OPERATOR_NAME: string;
    readonly OPERATOR_POSTAL: string;
    readonly OPERATOR_EMAIL: string;
    readonly OPERATOR_CONTACT?: string | undefined;
    readonly SITE_URL: string;
  };
  readonly curriculum: Curriculum;
}

/** The frame of a page for a country; `default` where no participant is known. */
export const pageFrame = ({ env, curriculum }: Site, country = 'default'): PageFrame => ({
  operator: {
    name: env.OPERATOR_NAME,
    postal: env.OPERATOR_POSTAL,
    email: env.OPERATOR_EMAIL,
    referral: null,
    contact: env.OPERATOR_CONTACT ?? null,
  },
  awaitingReview: curriculum.review.pending,
  siteUrl: env.SITE_URL,
  numbers: emergencyNumbers(curriculum, country),
  words: pageWords(curriculum),
});
