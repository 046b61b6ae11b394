/**
 * The receipt of a consent: which words were agreed to. The time stands beside it in the state and in the
 * journal (GDPR art. 7(1)).
 */
import { createHash } from 'node:crypto';
import type { ConsentWords } from '../../../web/consents.ts';

/** SHA-256 of the words as shown, label and hint on a line each, base64url. */
export const consentHash = ({ label, hint }: ConsentWords): string =>
  createHash('sha256').update(`${label}\n${hint}`, 'utf8').digest('base64url');

/** `<version>+sha256-<43 characters>`: version for people, fingerprint for proof. */
export const consentReceipt = (words: ConsentWords): string =>
  `${words.version}+sha256-${consentHash(words)}`;
