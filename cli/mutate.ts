/** `npm run mutate [-- --mutate FILE,…]`: mutation testing of the safety rules. Apart from the normal tests: it takes the better part of an hour. */
import { isMain, runMain, runTool } from './main.ts';

if (isMain(import.meta))
  await runMain(() => runTool('@stryker-mutator/core/bin/stryker.js', ['run', 'bench/mutation/stryker.config.json', ...process.argv.slice(2)]));
