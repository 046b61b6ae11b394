/** Numbers to call inside our own words, each of which can be tapped. */
import type { EmergencyNumbers } from '../views/mail/views.ts';
import { type Html, html } from './html.ts';

/** Digits and spaces between them, a `#` before them; no part of a word, of a site's name or of "24-hour". */
const NUMBER = /((?<![\w#])#?\d(?:[\d ]*\d)?(?![\w-]|\.\w))/;
/** A shorter one is a number to call only where it is an emergency number of that country. */
const FEWEST = 3;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
function link(number: string, look: 'phone' | 'dial'): Html {
  const dials = number.replaceAll(' ', '').replace('#', '%23');
  return html`<a class="${look}" href="tel:${dials}">${number.replaceAll(' ', '\u00a0')}</a>`;
}

/** The words with a link in place of each number that is one to call. */
function dialled(text: string, look: 'phone' | 'dial', isNumber: (number: string) => boolean): Html {
  const parts = text
    .split(NUMBER)
    .map((part, at) => (at % 2 === 1 && isNumber(part) ? link(part, look) : part));
  return html`${parts}`;
}

/** An emergency number, or two of them, big enough for a thumb. */
export const emergencyPhone = ({ emergency }: EmergencyNumbers): Html =>
  dialled(emergency, 'phone', () => true);

/** The same inside a sentence. */
export const emergencyInLine = ({ emergency }: EmergencyNumbers): Html =>
  html`<strong>${dialled(emergency, 'dial', () => true)}</strong>`;

/** Whom to call when it is no emergency. */
export function urgentPhone({ emergency, urgent }: EmergencyNumbers): Html {
  const also = new Set(emergency.split(NUMBER).map(digitsOf));
  const isNumber = (number: string): boolean => {
    const digits = digitsOf(number);
    return digits.length >= FEWEST || also.has(digits);
  };
  return dialled(urgent, 'dial', isNumber);
}
