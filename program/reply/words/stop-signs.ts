/**
 * The stop signs in plain English (docs/clinical-rules.md §6.2, §6.4, §6.6), as data. A pattern is a row of
 * words with at most two others between neighbours; `|` separates choices, `@name` stands for a group below,
 * ` & ` for "also within eight words, on either side". The first word of a pattern is the one that a "no"
 * must stand before.
 */
import type { StopSign } from '../signs/stop-sign.ts';
import { BODY_SIGNS } from './signs-of-the-body.ts';
import { LEG_SIGNS } from './signs-of-the-leg.ts';

export const GROUPS: Readonly<Record<string, string>> = {
  leg: 'calf|calves|calfs|leg|legs|foot|feet|ankle|ankles|shin|toe|toes|skin|achilles|heel|muscle|spot|area|patch|knee|side|limb|lump',
  foot: 'foot|feet|toe|toes|leg|legs|calf|calves|ankle|heel|sole',
  cant: 'cant|couldnt|wont|wouldnt|unable|barely|hardly|impossible|scarcely',
  hurt: 'pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|sore|tender|tenderness|stabbing|burning|throbbing|throbs',
  hard: 'hard|difficult|difficulty|trouble|problem|problems|painful|hurts|hurt|struggle|struggling|agony|pain',
  walk: 'walk|walking|walked|stand|standing|step|steps',
};

export const STOP_SIGNS: readonly StopSign[] = [...LEG_SIGNS, ...BODY_SIGNS];
