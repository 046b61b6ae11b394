/** In the place of a participant in the tag of a mail to nobody; no id looks like it. */
export const CANARY = 'canary';
