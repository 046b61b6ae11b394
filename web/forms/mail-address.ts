/** A mail address as people type it: for the sign-up and for the change of address alike. */
import { quoted } from './form-values.ts';

/** RFC 5321: 64 octets before the @, 254 in all. */
export const MAX_EMAIL = 254;

/** What to say of an address that is none. */
export const noAddress = (text: string): string =>
  `${quoted(text)} does not look like an email address. An example: name@example.org`;

/**
 * An address as it travels: a domain in other letters becomes its ASCII form (`xn--…`), as the mail
 * program of whoever answers writes it. What is no such domain stays as it is.
 */
export function travelling(text: string): string {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || /^[\x20-\x7e]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return text;
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
  // Digits that look like letters would make an IP address of it.
  return /[a-z][^.]*$/.test(ascii) ? text.slice(0, at + 1) + ascii : text;
}

/** Plain addresses only: no quoted local part, no line break, no display name (docs/architecture.md §9.5). */
export const isAddress = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || text.length > MAX_EMAIL || !/^[\x21-\x7e]+$/.test(text)) return false;
  const labels = domain.split('.');
  return (
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label))
  );
};

/** What to say of an address that is ours. */
export const ownAddress = (text: string): string =>
  `${quoted(text)} is an address of this programme itself. Please give one where you read your mail.`;

/**
 * Whether an address lies in a domain of this deployment or under one: mail to it would come back to
 * ourselves. `own` = host names in lower case.
 */
export function isOwnAddress(address: string, own: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return own.some((host) => domain === host || domain.endsWith(`.${host}`));
}

/** `ownDomains`: host names of this deployment, in lower case. */
export interface AddressContext {
  readonly ownDomains: readonly string[];
}

/** What is wrong with an address, as a sentence; null when mail can go there. */
export const addressFault = (email: string, { ownDomains }: AddressContext): string | null =>
  !isAddress(email) ? noAddress(email) : isOwnAddress(email, ownDomains) ? ownAddress(email) : null;
