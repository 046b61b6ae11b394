/**
 * The painkiller text of its lesson: only for those who passed the painkiller questions
 * (docs/clinical-rules.md §6.8).
 */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { LessonBlock } from '../mail/views.ts';

export const painkillerText = (curriculum: Curriculum): readonly LessonBlock[] =>
  curriculum.lessons.flatMap((lesson) => lesson.painkiller);
