/** One lesson, public and whole (docs/contract.md §2, `/l`): the same for everybody, and nothing is stored. */
import type { Context } from 'hono';
import { lessonPage } from '../../web/pages/public/lesson.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import type { Telling } from './may-tell.ts';

export function showLesson(app: Telling, c: Context): Response | Promise<Response> {
  const lesson = app.curriculum.lessons.find(({ id }) => id === c.req.param('id'));
  return lesson === undefined ? deadLink(app, c) : c.html(lessonPage(pageFrame(app), lesson), 200);
}
