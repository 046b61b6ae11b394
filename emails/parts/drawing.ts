/**
 * Addresses of the exercise pictures and of their full descriptions: of the site alone, the same for
 * everybody.
 */
import type { PlannedExercise } from '../../program/course/plan.ts';

/** The site as it stands in a frame, with or without its last slash. */
const root = (site: string): string => site.replace(/\/$/, '');

/** Twice the pixels of its size on screen: sharp on a phone, and small enough (30 KB at most). */
export const pictureOf = ({ drawing }: PlannedExercise, site: string): string =>
  `${root(site)}/drawings/${drawing.file}@2x.png`;
/** The exercise on the page that describes them all. */
export const describedAt = ({ id }: PlannedExercise, site: string): string => `${root(site)}/programme#${id}`;
export const allDescribedAt = (site: string): string => `${root(site)}/programme#exercises`;
