/**
 * What a participant, a programme and a month cost: units times prices, nothing else. Units of the database
 * and mails are counted (`tools/quality/budgets/budgets.json`, held by `npm run budgets`); calls, their time
 * and their log lines are estimated here, each with its reason.
 */
import type { Prices } from './prices.ts';

export type Units = Readonly<Record<string, number>>;

/** Of the nominal programme, after the intake. */
const WEEKS = 12;
/** Days of a month on average, in minutes. */
const MINUTES_A_MONTH = 43_800;

/** `figures` = names and figures of budgets.json. Throws with the name of one that is not there. */
function weekUnits(figures: Units): Units {
  const counted = (name: string): number => {
    const figure = figures[name];
    if (figure === undefined || !Number.isFinite(figure))
      throw new Error(`There is no counted figure "${name}": run npm run budgets.`);
    return figure;
  };
  const mails = counted('week: mails');
  // Who opens the check-in and saves it; each save hints the sender.
  const [pages, saves] = [2, 1];
  // Each mail: the call that sends it, and the one that hears whether it arrived.
  const calls = pages + saves + 2 * mails;
  return {
    mail: mails,
    writeUnits: counted('week: write units'),
    readUnits: counted('week: read units'),
    calls,
    // At 512 MB: a fraction of a core, and waiting for the table and for SES.
    gigabyteSeconds: calls * 0.5 * 0.15,
    // A hint is sent, received and deleted; so is the news of each mail.
    queueRequests: 3 * (saves + 2 * mails),
    httpRequests: pages,
    // A call writes its own line, and Lambda its report: a kilobyte together.
    logGigabytes: calls * 1e-6,
  };
}

/** Of a deployment without a participant, in a month. `alarms` = of its template. */
function idleUnits(alarms: number): Units {
  return {
    // The dispatcher looks through eight shards every minute, half a unit each.
    calls: MINUTES_A_MONTH,
    gigabyteSeconds: MINUTES_A_MONTH * 0.25 * 0.15,
    readUnits: MINUTES_A_MONTH * 8 * 0.5,
    // Lambda asks each of three queues with five long polls of twenty seconds.
    queueRequests: MINUTES_A_MONTH * 3 * 5 * 3,
    logGigabytes: MINUTES_A_MONTH * 1e-6,
    alarms,
  };
}

interface Line {
  readonly what: string;
  readonly units: number;
  readonly dollars: number;
}
/** Throws with the name of a unit that has no price. */
function priced(units: Units, prices: Prices): readonly Line[] {
  return Object.entries(units).map(([name, amount]) => {
    const price = prices[name];
    if (price === undefined || !Number.isFinite(price.dollars) || !(price.per > 0))
      throw new Error(`There is no price for "${name}": add it to tools/cost/prices.ts with its source.`);
    return { what: price.unit, units: amount, dollars: (amount * price.dollars) / price.per };
  });
}
const sum = (lines: readonly Line[]): number => lines.reduce((all, { dollars }) => all + dollars, 0);

interface Bill {
  /** Of one participant, over the programme. */
  readonly programme: readonly Line[];
  readonly dollarsAProgramme: number;
  /** The mails of a programme alone: the least it can cost. */
  readonly dollarsOfMails: number;
  /** Over the price of the mails. */
  readonly ratio: number;
  readonly idle: readonly Line[];
  readonly dollarsIdle: number;
  readonly months: readonly { readonly participants: number; readonly dollars: number }[];
}
const SIZES = [100, 10_000, 1_000_000] as const;

/** Throws when a figure or a price is missing, with its name. */
export function billOf(figures: Units, alarms: number, prices: Prices): Bill {
  const week = weekUnits(figures);
  const times = (n: number): Units =>
    Object.fromEntries(Object.entries(week).map(([name, amount]) => [name, amount * n]));
  const programme = priced(times(WEEKS), prices);
  const idle = priced(idleUnits(alarms), prices);
  const dollarsAProgramme = sum(programme);
  const dollarsOfMails = sum(priced({ mail: (week['mail'] ?? 0) * WEEKS }, prices));
  const aMonth = dollarsAProgramme / ((WEEKS * 7 * 24 * 60) / MINUTES_A_MONTH);
  const dollarsIdle = sum(idle);
  return {
    programme,
    dollarsAProgramme,
    dollarsOfMails,
    ratio: dollarsAProgramme / dollarsOfMails,
    idle,
    dollarsIdle,
    months: SIZES.map((participants) => ({ participants, dollars: dollarsIdle + participants * aMonth })),
  };
}

const dollars = (amount: number): string => `$${amount.toFixed(amount < 0.1 ? 6 : 2)}`;
const rounded = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: 4 });
const together = ({ dollarsAProgramme: all, dollarsOfMails: mails, ratio }: Bill): string =>
  `  together ${dollars(all)}; the mails alone ${dollars(mails)}; ${ratio.toFixed(2)} times`;
const row = ({ what, units, dollars: cost }: Line): string =>
  `  ${what.padEnd(28)} ${rounded(units).padStart(14)}  ${dollars(cost).padStart(10)}`;

/** The bill as lines of text. */
export function billText(bill: Bill, readOn: string): string {
  return [
    `One participant, ${WEEKS} weeks, prices of ${readOn} (us-east-1, no free tier):`,
    ...bill.programme.map(row),
    together(bill),
    'A deployment without participants, a month:',
    ...bill.idle.map(row),
    `  together ${dollars(bill.dollarsIdle)}`,
    'A month with participants in their twelve weeks:',
    ...bill.months.map(
      ({ participants, dollars: cost }) =>
        `  ${participants.toLocaleString('en-GB').padStart(9)}  ${dollars(cost)}`,
    ),
    '',
  ].join('\n');
}
