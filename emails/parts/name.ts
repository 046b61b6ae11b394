/** The one place where a person's own words enter a mail. */
export const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The first name as it may stand in a sentence: direction controls and braces (our marks for a gap) taken
 * out, right-to-left names isolated so that they turn nothing else round.
 */
export function shownName(firstName: string | null): string | null {
  if (firstName === null) return null;
  const clean = firstName.replace(BIDI_CONTROLS, '').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
  if (clean === '') return null;
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/** "A step up, Sam" or "A step up". */
export const withName = (sentence: string, firstName: string | null): string => {
  const name = shownName(firstName);
  return name === null ? sentence : `${sentence}, ${name}`;
};
