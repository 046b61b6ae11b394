/** What AWS says when a command cannot work, as a sentence that says what to do. */

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^CredentialsProviderError|Could not load credentials/,
    'There are no AWS credentials here: sign in (aws sso login), or name a profile with --profile.',
  ],
  [
    /ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature/,
    'AWS does not accept these credentials: sign in again, or name another profile with --profile.',
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|TimeoutError/,
    'AWS cannot be reached from here: look at the connection.',
  ],
];

/** The fault in words where it is one of those an operator meets, else as it was. */
export function inOurWords(fault: unknown, stage: string): unknown {
  if (!(fault instanceof Error)) return fault;
  const said = `${fault.name} ${fault.message} ${'code' in fault ? String(fault.code) : ''}`;
  if (/AccessDenied|not authorized/i.test(said))
    return new Error(
      `These credentials may not do this on the stage "${stage}": use those of whoever deployed it, ` +
        `or ask for the right that is missing. AWS says: ${fault.message}`,
    );
  const sentence = SENTENCES.find(([pattern]) => pattern.test(said))?.[1];
  return sentence === undefined ? fault : new Error(sentence);
}
