/**
 * The answers to a morning of check-in mails, minute by minute: each brings a plan at once, by the lane that
 * stop texts take too. How long that lane is, is how late the mail of a stop sign may be; its text stands on
 * the page before.
 */

/** An assumption: who answers, and after how many minutes so many thousandths of them have. */
export const ANSWERING = 0.6;
const BY_MINUTE: readonly (readonly [number, number])[] = [
  [0, 0],
  [30, 200],
  [180, 500],
  [720, 850],
  [1_440, 1_000],
];

/** Of those who answer, the share that has answered `minutes` after their mail. */
export function answeredBy(minutes: number): number {
  for (const [i, [until, share]] of BY_MINUTE.entries()) {
    const [from, before] = BY_MINUTE[i - 1] ?? [0, 0];
    if (minutes <= until)
      return (
        (until === from ? share : before + ((share - before) * (minutes - from)) / (until - from)) / 1_000
      );
  }
  return 1;
}

export interface Answered {
  /** Answers a second, at most over a whole minute. */
  readonly mostAnswers: number;
  /** Minutes that the urgent lane is long, at most. */
  readonly longest: number;
}

/** `mails` = check-in mails of each minute; `perSecond` = what the urgent lane works off. */
export function answers(mails: readonly number[], perSecond: number): Answered {
  const last = BY_MINUTE.at(-1)?.[0] ?? 0;
  const kernel = Array.from({ length: last }, (_, m) => ANSWERING * (answeredBy(m + 1) - answeredBy(m)));
  const coming = new Float64Array(mails.length + last);
  for (const [sent, people] of mails.entries())
    if (people > 0)
      for (const [after, share] of kernel.entries())
        coming[sent + after] = (coming[sent + after] ?? 0) + people * share;
  let [backlog, longest, most] = [0, 0, 0];
  for (const people of coming) {
    most = Math.max(most, people);
    backlog = Math.max(0, backlog + people - perSecond * 60);
    longest = Math.max(longest, backlog / (perSecond * 60));
  }
  return { mostAnswers: most / 60, longest };
}
