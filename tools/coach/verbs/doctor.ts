/** `doctor`: looks whether all is well with a deployed stage; ends with 1 when something is wrong. */
import { makeCloud } from '../../stage/cloud.ts';
import { examine, report } from '../doctor.ts';
import { gather } from '../facts.ts';
import type { Said, Verb } from '../verb.ts';

export const doctor: Verb = async ({ settings }): Promise<Said> => {
  const stage = settings();
  const findings = examine(stage, await gather(stage, await makeCloud(stage.region)));
  return { text: report(findings), json: findings, code: findings.every(({ ok }) => ok) ? 0 : 1 };
};
