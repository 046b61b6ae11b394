/**
 * Flesch–Kincaid grade: years of school a text asks for. Syllables are counted by vowel groups, which is
 * close enough for a limit.
 */
const syllablesIn = (word: string): number => {
  const w = word.toLowerCase().replace(/[^a-z]/g, '');
  if (w === '') return 1;
  const groups = w.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups);
};

export function grade(text: string): number {
  const sentences = text.split(/[.!?:;]+(?:\s|$)|\n/).filter((s) => /[a-z0-9]/i.test(s));
  const words = text.split(/\s+/).filter((w) => /[a-z0-9]/i.test(w));
  const syllables = words.reduce((n, w) => n + syllablesIn(w), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
