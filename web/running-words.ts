/** Plain words for the options of the two optional pages, with the source of each question. Exhaustive over program/answers. */
import type { Surface, YES_NO } from '../program/answers/about-running.ts';
import type { Arch, DROP_CHANGES, GapWord, YesNoUnsure } from '../program/answers/shoes.ts';
import type { WordsOf } from './words.ts';

export const GAP_WORDS: WordsOf<GapWord> = {
  noRoom: { label: 'No room: it touches the end', sources: ['§5.6', 'S-62'] },
  fingerNail: { label: 'A finger-nail', sources: ['§5.6'] },
  halfThumb: { label: 'Half a thumb', sources: ['§5.1', '§5.6'] },
  thumb: { label: 'A thumb', sources: ['§5.1', '§5.6'] },
  more: { label: 'More than a thumb', sources: ['§5.6'] },
};
export const YES_NO_UNSURE_WORDS: WordsOf<YesNoUnsure> = {
  yes: { label: 'Yes', sources: ['§5.6'] },
  no: { label: 'No', sources: ['§5.6'] },
  unsure: { label: 'I am not sure', sources: ['§5.6'] },
};
export const YES_NO_WORDS: WordsOf<(typeof YES_NO)[number]> = {
  yes: { label: 'Yes', sources: ['§9.8'] },
  no: { label: 'No', sources: ['§9.8'] },
};
export const DROP_CHANGE_WORDS: WordsOf<(typeof DROP_CHANGES)[number]> = {
  lower: { label: 'To a lower heel', sources: ['SH-11'] },
  same: { label: 'No, or to the same height', sources: ['SH-11'] },
  higher: { label: 'To a higher heel', sources: ['SH-11'] },
};
export const ARCH_WORDS: WordsOf<Arch> = {
  flat: { label: 'Flat: most of the sole leaves a print', sources: ['S-06', 'SH-14'] },
  usual: { label: 'In between', sources: ['S-06'] },
  high: { label: 'High: heel and ball leave a print, with little between', sources: ['S-06'] },
  unsure: { label: 'I do not know', sources: ['S-06'] },
};
export const SURFACE_WORDS: WordsOf<Surface> = {
  road: { label: 'Road or pavement', sources: ['S-17'] },
  treadmill: { label: 'Treadmill', sources: ['S-17'] },
  track: { label: 'Track', sources: ['S-17'] },
  trail: { label: 'Trails', sources: ['S-17', 'S-71'] },
  sand: { label: 'Sand', sources: ['S-17'] },
  hills: { label: 'Hills', sources: ['S-17'] },
  mixed: { label: 'A bit of everything', sources: ['S-17'] },
};
