/**
 * Public prices of Amazon Web Services in us-east-1, on demand, without a free tier, as read on `READ_ON`.
 * Each names the page it stands on. Change a price here and nowhere else.
 */
export const READ_ON = '2026-11-22';

interface Price {
  readonly dollars: number;
  /** How many units cost that much. */
  readonly per: number;
  readonly unit: string;
  /** A public page. */
  readonly source: string;
}
export type Prices = Readonly<Record<string, Price>>;

const DYNAMODB = 'aws.amazon.com/dynamodb/pricing/on-demand';
const LAMBDA = 'aws.amazon.com/lambda/pricing';
const SES = 'aws.amazon.com/ses/pricing';
const CLOUDWATCH = 'aws.amazon.com/cloudwatch/pricing';

export const PRICES = {
  mail: { dollars: 0.1, per: 1_000, unit: 'mails, SES without a plan', source: SES },
  writeUnits: { dollars: 0.625, per: 1e6, unit: 'write units', source: DYNAMODB },
  readUnits: { dollars: 0.125, per: 1e6, unit: 'read units', source: DYNAMODB },
  calls: { dollars: 0.2, per: 1e6, unit: 'calls of a Lambda', source: LAMBDA },
  gigabyteSeconds: { dollars: 0.0000133334, per: 1, unit: 'gigabyte-seconds, arm64', source: LAMBDA },
  queueRequests: { dollars: 0.4, per: 1e6, unit: 'queue requests', source: 'aws.amazon.com/sqs/pricing' },
  httpRequests: {
    dollars: 1,
    per: 1e6,
    unit: 'HTTP API requests',
    source: 'aws.amazon.com/api-gateway/pricing',
  },
  logGigabytes: { dollars: 0.5, per: 1, unit: 'gigabytes of log', source: CLOUDWATCH },
  alarms: { dollars: 0.1, per: 1, unit: 'alarms a month', source: CLOUDWATCH },
} as const satisfies Prices;

/** One row a price, as docs/cost.md shows them. */
export const priceRows = (prices: Prices): readonly string[] =>
  Object.values(prices).map(
    ({ dollars, per, unit, source }) =>
      `| ${unit} | $${dollars} | ${per.toLocaleString('en-GB')} | ${source} |`,
  );
