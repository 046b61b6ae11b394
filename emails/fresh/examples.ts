import type { FreshView } from '../../views/mail/views.ts';
import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const body = (what: FreshView['what']): FreshView => ({
  kind: 'fresh',
  what,
  url: what === 'links' ? LINKS.me : OWN.fresh,
  minutes: 15,
});
export const freshExamples: readonly Example[] = [
  example('come-back', body('return')),
  ...(['history', 'export', 'erase', 'address', 'links'] as const).map((what) => example(what, body(what))),
];
