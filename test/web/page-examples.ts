/** The page examples with the words of the repository's own curriculum, as the tests look at them. */
import path from 'node:path';
import { loadCurriculum } from '../../tools/build/curriculum.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';
import { pageWords } from '../../views/words/page-words.ts';
import { exampleFrame } from '../../web/examples/data.ts';
import { pageExamples } from '../../web/examples/pages.ts';

export const WORDS = pageWords(loadCurriculum(path.join(ROOT, 'curriculum')));
export const FRAME = exampleFrame(WORDS);
export const PAGE_EXAMPLES = pageExamples(WORDS);
