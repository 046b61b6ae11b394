/** `npm run build [-- --force]`: builds what is stale, or everything. */
import { build, seconds } from '../tools/build/build.ts';
import { runMain } from '../tools/command.ts';

await runMain(async () => {
  const report = await build({ force: process.argv.includes('--force') });
  const what =
    report.ran.length === 0 ? 'nothing to build, everything is fresh' : `built ${report.ran.length} steps`;
  process.stdout.write(`${what} in ${seconds(report.milliseconds)}\n`);
  return 0;
});
