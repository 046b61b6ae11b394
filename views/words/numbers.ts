/** Whole numbers in words. */

const ONES = [
  ...'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' '),
  ...'fifteen sixteen seventeen eighteen nineteen'.split(' '),
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** "no", "one" … "ninety-nine"; from a hundred on in digits. */
export function numberInWords(n: number): string {
  if (n < ONES.length) return ONES[n] ?? String(n);
  const tens = TENS[Math.floor(n / 10)];
  if (tens === undefined || tens === '') return String(n);
  return n % 10 === 0 ? tens : `${tens}-${ONES[n % 10]}`;
}
