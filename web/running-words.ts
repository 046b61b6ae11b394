/**
 * Plain words for the options of the two optional pages, with the source of each question. Exhaustive over
 * program/answers.
 */
import type { Surface, YES_NO } from '../program/answers/about-running.ts';
import type { Nsaid } from '../program/answers/nsaid.ts';
import type { Arch, DROP_CHANGES, GapWord, YesNoUnsure } from '../program/answers/shoes.ts';
import type { WordsOf } from './words.ts';

export const GAP_WORDS: WordsOf<GapWord> = {
  noRoom: { label: 'No room: it touches the end', sources: ['docs/clinical-rules.md §5.6', 'S-62'] },
  fingerNail: { label: 'A finger-nail', sources: ['docs/clinical-rules.md §5.6'] },
  halfThumb: {
    label: 'Half a thumb',
    sources: ['docs/clinical-rules.md §5.1', 'docs/clinical-rules.md §5.6'],
  },
  thumb: { label: 'A thumb', sources: ['docs/clinical-rules.md §5.1', 'docs/clinical-rules.md §5.6'] },
  more: { label: 'More than a thumb', sources: ['docs/clinical-rules.md §5.6'] },
};
export const YES_NO_UNSURE_WORDS: WordsOf<YesNoUnsure> = {
  yes: { label: 'Yes', sources: ['docs/clinical-rules.md §5.6'] },
  no: { label: 'No', sources: ['docs/clinical-rules.md §5.6'] },
  unsure: { label: 'I am not sure', sources: ['docs/clinical-rules.md §5.6'] },
};
export const YES_NO_WORDS: WordsOf<(typeof YES_NO)[number]> = {
  yes: { label: 'Yes', sources: ['docs/clinical-rules.md §9.8'] },
  no: { label: 'No', sources: ['docs/clinical-rules.md §9.8'] },
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
export const NSAID_WORDS: WordsOf<Nsaid> = {
  asthmaAllergy: {
    label: 'Asthma, or an allergy or hives from aspirin or similar tablets',
    sources: ['NS-1', 'docs/clinical-rules.md §6.8'],
  },
  ulcer: {
    label: 'A stomach ulcer or stomach bleeding, now or in the past',
    sources: ['NS-2', 'docs/clinical-rules.md §6.8'],
  },
  kidney: { label: 'Kidney disease', sources: ['NS-3', 'docs/clinical-rules.md §6.8'] },
  liver: { label: 'Liver disease', sources: ['NS-4', 'docs/clinical-rules.md §6.8'] },
  heartStroke: {
    label: 'Heart failure, a heart attack, a stroke or angina',
    sources: ['NS-5', 'docs/clinical-rules.md §6.8'],
  },
  bloodPressure: {
    label: 'High blood pressure, also with tablets for it',
    sources: ['NS-6', 'docs/clinical-rules.md §6.8'],
  },
  thinnerAspirin: {
    label: 'A blood thinner, or low-dose aspirin',
    sources: ['NS-7', 'docs/clinical-rules.md §6.8'],
  },
  pregnantBreastfeeding: {
    label: 'Pregnant, trying to be, or breastfeeding',
    sources: ['NS-8', 'docs/clinical-rules.md §6.8'],
  },
  over60: { label: 'Sixty or older', sources: ['NS-9', 'docs/clinical-rules.md §6.8'] },
  alcohol: {
    label: 'Three or more alcoholic drinks a day',
    sources: ['NS-10', 'docs/clinical-rules.md §6.8'],
  },
  interacting: {
    label: 'Water tablets, ACE inhibitors, lithium, methotrexate, steroids or an antidepressant',
    sources: ['NS-11', 'docs/clinical-rules.md §6.8'],
  },
  otherPainkiller: {
    label: 'Another painkiller or a combined cold remedy today',
    sources: ['NS-12', 'docs/clinical-rules.md §6.8'],
  },
  bleedingLupus: {
    label: 'A bleeding disorder, lupus, or a heart operation',
    sources: ['NS-13', 'docs/clinical-rules.md §6.8'],
  },
  longHotRun: { label: 'A long or hot run today', sources: ['NS-14', 'docs/clinical-rules.md §6.8'] },
};
