/** Small helpers over the kit of compiled blocks. */

import type { OwnWords } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join } from '../escape.ts';
import { splitParagraphs } from '../plain.ts';
import { quotedWords } from './own-words.ts';

export const p = (text: string): Html => kit.p({ text });
export const strong = (text: string): Html => kit.strongP({ text });
export const labelled = (label: string, text: string): Html => kit.labelled({ label, text });
export const link = (label: string, url: string): Html => kit.linkP({ label, url });
export const items = (texts: readonly string[]): Html => join(texts.map((text) => kit.item({ text })));
export const bullets = (texts: readonly string[]): Html => kit.bullets({ items: items(texts) });
export const steps = (texts: readonly string[]): Html => kit.steps({ items: items(texts) });
export const paras = (texts: readonly string[]): Html => join(texts.map(p));
/** A longer text, its paragraphs parted by empty lines. */
export const prose = (text: string): Html => paras(splitParagraphs(text));
/** What the person wrote, under our label. */
export const ownWords = ({ label, words }: OwnWords): Html => labelled(label, quotedWords(words));
