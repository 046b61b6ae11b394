import type { AlreadyView } from '../../views/mail/views.ts';
import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const links = { ...LINKS, me: null, worse: null };
const body = (status: AlreadyView['status']): AlreadyView => ({
  kind: 'already',
  status,
  continueUrl: status === 'confirmed' ? OWN.start : LINKS.me,
});
const STATUSES = [
  'confirmed',
  'active',
  'paused',
  'stopped',
  'completed',
] as const satisfies readonly AlreadyView['status'][];
export const alreadyExamples: readonly Example[] = STATUSES.map((status) =>
  example(status, body(status), { firstName: null, links }),
);
