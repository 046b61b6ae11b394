/** The page examples with the words of the repository's own curriculum, as the tests look at them. */
import { pageWords } from '../../views/words/page-words.ts';
import { exampleFrame } from '../../web/examples/data.ts';
import { pageExamples } from '../../web/examples/pages.ts';
import { theCurriculum } from '../support/curriculum.ts';

export const WORDS = pageWords(theCurriculum());
export const FRAME = exampleFrame(WORDS);
export const PAGE_EXAMPLES = pageExamples(WORDS);
