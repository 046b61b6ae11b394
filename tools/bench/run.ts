/**
 * One part of the benchmark: `run.ts NAME [quick]` prints its lines as JSON. `npm run bench` starts one of
 * these a part.
 */
import { FULL, QUICK } from './measure.ts';
import { PARTS } from './parts.ts';

const [name, effort] = process.argv.slice(2);
const part = PARTS.find((one) => one.name === name);
if (part === undefined)
  throw new Error(
    `there is no part ${name ?? '(none)'}; there are ${PARTS.map((one) => one.name).join(', ')}`,
  );
const lines = await part.measure(effort === 'quick' ? QUICK : FULL);
// Handlers that were loaded may hold connections open; the answer is out, so we go.
process.stdout.write(`LINES ${JSON.stringify(lines)}\n`, () => process.exit(0));
