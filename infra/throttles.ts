/** How many requests each route takes; the construct and the page about scale read the same figures. */

/** Requests a second, and how many may come at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}
/**
 * Each route has a share of its own: whoever floods the front door finds it shut, and the safety page, the
 * way out and the pages of participants open. What strangers can reach has the small shares.
 */
export const STRANGERS: Throttle = { rateLimit: 10, burstLimit: 20 };
const PICTURES: Throttle = { rateLimit: 50, burstLimit: 200 };
export const PROTECTED: Throttle = { rateLimit: 25, burstLimit: 50 };
const OPEN = [
  ...['/', '/programme', '/questions', '/privacy', '/signup', '/signup/sent'],
  ...['/l/{id}', '/{proxy+}'],
];

/** `route` in API Gateway's notation, such as `ANY /safety`. */
export function throttleOf(route: string): Throttle {
  const path = route.slice(route.indexOf(' ') + 1);
  if (path === '/drawings/{file}' || path === '/favicon.svg') return PICTURES;
  return OPEN.includes(path) ? STRANGERS : PROTECTED;
}
