/** What gives way first as a deployment grows, each with the rate at which it does and what moves it. */
import { DUE_SHARDS } from '../../functions/shell/store/items/table.ts';
import { feedsOf } from '../../infra/lanes.ts';
import { PROTECTED } from '../../infra/throttles.ts';
import type { Measured } from './measure.ts';
import { eventMs, perWorkerOf, setupOf } from './setup.ts';

/** One partition of DynamoDB: units a second, and those of a new table on demand. */
const PARTITION_WRITES = 1_000;
const PARTITION_READS = 3_000;
const NEW_TABLE_WRITES = 4_000;
/** The provider tells of a mail that it was sent, and that it arrived. */
const EVENTS_A_MAIL = 2;
/** A check-in is opened, then saved. */
const REQUESTS_AN_ANSWER = 2;
const HALF_UNIT = 0.5;
const IN_A_TRANSACTION = 2;

export interface Break {
  readonly what: string;
  /** A second. */
  readonly rate: number;
  readonly of: 'mails' | 'answers' | 'confirmations';
  readonly why: string;
  readonly movedBy: string;
}

/** In the order in which they give way; `rate` = mails a second that SES allows. */
export function breaksOf(measured: Measured, rate: number): readonly Break[] {
  const { urgent, feedback } = feedsOf(rate);
  const { indexWrites, tableWrites } = measured.mail;
  const list: readonly Break[] = [
    {
      what: 'urgent lane',
      rate: urgent.workers * perWorkerOf(measured),
      of: 'answers',
      why: `${urgent.workers} workers, one message a call`,
      movedBy: 'workers by rate in infra/lanes.ts, or a lane of its own for stop texts',
    },
    {
      what: 'check-in route',
      rate: PROTECTED.rateLimit / REQUESTS_AN_ANSWER,
      of: 'answers',
      why: `${PROTECTED.rateLimit} requests a second a route, two an answer`,
      movedBy: 'infra/throttles.ts',
    },
    {
      what: 'one look at the index',
      rate: setupOf(rate, measured).mostWaiting / 60,
      of: 'mails',
      why: `${setupOf(rate, measured).mostWaiting} hints a minute`,
      movedBy: 'DUE_PER_SHARD in functions/dispatch/pace.ts, by rate',
    },
    {
      what: 'feedback',
      rate: (feedback.workers * 1_000) / eventMs(measured) / EVENTS_A_MAIL,
      of: 'mails',
      why: `${feedback.workers} workers, ${EVENTS_A_MAIL} events a mail`,
      movedBy: 'workers by rate in infra/lanes.ts',
    },
    {
      what: 'a new table on demand',
      rate: NEW_TABLE_WRITES / (tableWrites + indexWrites),
      of: 'mails',
      why: `${NEW_TABLE_WRITES} units a second until it has grown`,
      movedBy: 'warm throughput of table and index',
    },
    {
      what: '`DUE#0` to `DUE#7`, the index of alarms',
      rate: (DUE_SHARDS * PARTITION_WRITES) / indexWrites,
      of: 'mails',
      why: `${DUE_SHARDS} partitions, ${indexWrites} units of the index a mail`,
      movedBy: 'more shards, which rewrites every alarm',
    },
    {
      what: '`K#PLACES`, the count of places',
      rate: PARTITION_WRITES / IN_A_TRANSACTION,
      of: 'confirmations',
      why: 'one row, written in a transaction at each beginning and end',
      movedBy: 'several rows that are added up',
    },
    {
      what: '`K#SENDING`, the switch',
      rate: PARTITION_READS / HALF_UNIT,
      of: 'mails',
      why: 'one row, half a unit at each wake',
      movedBy: 'a worker that keeps it for a second',
    },
  ];
  return [...list].sort((a, b) => a.rate - b.rate);
}
