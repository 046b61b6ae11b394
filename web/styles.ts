/** The one style sheet, inlined in every page and allowed by its hash alone (CSP style-src). */
import { BASE } from './styles/base.ts';
import { CONTENT } from './styles/content.ts';
import { FORMS } from './styles/forms.ts';
import { FRONT } from './styles/front.ts';
import { OWN_PAGE } from './styles/own-page.ts';
import { PRINT } from './styles/print.ts';
import { SESSION } from './styles/session.ts';

export const STYLES: string = `${BASE}${FORMS}${CONTENT}${SESSION}${OWN_PAGE}${FRONT}${PRINT}`.trim();

/** base64 SHA-256 of STYLES. A test computes it again and says the new value when the sheet has changed. */
export const STYLES_SHA256 = 'cknW29RAuNJ/cBCzPGAUTmBitVE02onkeAEnGkCb7RU=';
