/** A sentence of the curriculum, and where it comes from. */
import * as z from 'zod';

/**
 * An id of the evidence register: S-, AD-, MD-, TR-, SH-, EX-, LES-, BC-, a section of the rules
 * (docs/clinical-rules.md §4.4) or a work of `sources.yaml`. Never empty.
 */
export const sources = z.array(z.string().min(2)).min(1).readonly();
export const sentence = z.string().trim().min(3);
