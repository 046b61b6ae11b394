/**
 * `npm run cost [-- --json]`: what a participant, a programme and a month cost, from the counted units of
 * tools/quality/budgets/budgets.json and the prices of tools/cost/prices.ts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { command, runIfStarted } from '../tools/command.ts';
import { billOf, billText, type Units } from '../tools/cost/bill.ts';
import { PRICES, READ_ON } from '../tools/cost/prices.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const run = command(
  {
    name: 'npm run cost',
    does: 'prices the counted units of a programme, of an idle deployment and of a month.',
    options: { json: { type: 'boolean', help: 'as JSON, every unit with its dollars' } },
  },
  async ({ values }) => {
    const { alarmsOfStage } = await import('../tools/cost/alarms.ts');
    const counted = path.join(ROOT, 'tools/quality/budgets/budgets.json');
    const bill = billOf(JSON.parse(readFileSync(counted, 'utf8')) as Units, alarmsOfStage(), PRICES);
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ pricesReadOn: READ_ON, ...bill }, null, 2)}\n`
        : billText(bill, READ_ON),
    );
    return 0;
  },
);

await runIfStarted(import.meta, run);
