/** Headers of every page (docs/architecture.md §11.1). No cookie is ever set, no script ever allowed. */
import { STYLES_SHA256 } from './styles.ts';

/**
 * `public` pages are the same for everybody; `private` ones hang on a link of a person, or carry a form with
 * errors.
 */
export type PageKind = 'public' | 'private';

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLES_SHA256}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const COMMON: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * A picture says itself what it is and how long it lasts. Mail programs in a browser show it on their own
 * pages.
 */
export const PICTURE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'strict-transport-security': COMMON['strict-transport-security'] ?? '',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * Lower-case names. A private page is never stored and never indexed; a public one may be kept for five
 * minutes.
 */
export const pageHeaders = (kind: PageKind): Readonly<Record<string, string>> =>
  kind === 'private'
    ? { ...COMMON, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' }
    : { ...COMMON, 'cache-control': 'public, max-age=300' };
