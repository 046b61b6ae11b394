/**
 * Before any test: the build, when it is stale. `npm test` has built already and says so, because there a
 * failing build fails the command.
 */
import { build } from '../tools/build/build.ts';

export async function setup(): Promise<void> {
  if (process.env.CALF_COACH_BUILT === '1') return;
  try {
    await build();
    // Whatever a test starts need not look again.
    process.env.CALF_COACH_BUILT = '1';
  } catch (fault) {
    // Somebody runs one folder of tests while another is half written: its own tests can still tell.
    process.stderr.write(
      `${fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)} (tests of bundles and mails see the last build)\n`,
    );
  }
}
