/** What a club needs to tell its members, SES and its committee, made of the settings of its stage. Pure. */
import type { StageSettings } from '../../infra/stages.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { pageWords } from '../../views/words/page-words.ts';
import type { Figures } from '../coach/cohort/figures.ts';
import { committee } from './committee.ts';
import { newsletter, sesRequest } from './letters.ts';
import { month } from './month.ts';
import { poster } from './poster.ts';

/** Every file of the kit by its name; the month only where there are figures. */
export const kitOf = (
  settings: StageSettings,
  curriculum: Curriculum,
  figures: Figures | null,
): Readonly<Record<string, string>> => ({
  'poster.html': poster(settings, pageWords(curriculum)),
  'newsletter.txt': newsletter(settings),
  'ses-request.txt': sesRequest(settings),
  'committee.html': committee(settings, !curriculum.review.pending),
  ...(figures === null ? {} : { 'month.txt': month(settings, figures) }),
});
