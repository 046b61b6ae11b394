/**
 * The functions' own rights on the local run: every call to the table and every hint is held against
 * `infra/rights.ts`, from which the policies are made, and refused as IAM would refuse it.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FunctionName } from '../../../functions/shell/env.ts';
import type { Queue, Store } from '../../../functions/shell/ports.ts';
import { makeQueue } from '../../../functions/shell/queue.ts';
import { makeStore } from '../../../functions/shell/store/store.ts';
import { grantsOf, leadingKey, RIGHTS, type Rights } from '../../../infra/rights.ts';
import type { PortsOf } from '../../../local/aws/lambdas.ts';

/** One thing done: an action and the partition key, or a lane. */
export interface Use {
  readonly action: string;
  readonly on: string;
}
type Input = Readonly<Record<string, unknown>>;
type Value = { readonly S?: string };
type Write = { readonly Item?: Record<string, Value>; readonly Key?: Record<string, Value> };

const pkOf = (write: Write): string => (write.Item ?? write.Key)?.['pk']?.S ?? '';

/** What IAM would be asked about a request: each write of a transaction counts by itself. */
export function usesOf(command: string, input: Input): readonly Use[] {
  const action = command.replace(/Command$/, '');
  if (action === 'TransactWriteItems')
    return (input['TransactItems'] as readonly Record<string, Write>[]).flatMap((one) =>
      Object.entries(one).map(([kind, write]) => ({ action: `dynamodb:${kind}Item`, on: pkOf(write) })),
    );
  if (action !== 'Query') return [{ action: `dynamodb:${action}`, on: pkOf(input as Write) }];
  if (input['IndexName'] !== undefined)
    return [{ action: 'dynamodb:Query', on: `index/${input['IndexName']}` }];
  const values = input['ExpressionAttributeValues'] as Record<string, Value>;
  return [{ action: 'dynamodb:Query', on: values[':pk']?.S ?? '' }];
}

/** True when a policy made of `rights` allows it. */
export function allows({ rows, lanes }: Rights, { action, on }: Use): boolean {
  if (action === 'sqs:SendMessage') return (lanes as readonly string[]).includes(on);
  if (rows === 'due') return action === 'dynamodb:Query' && on === 'index/due';
  return grantsOf(rows)
    .filter(({ actions }) => (actions as readonly string[]).includes(action))
    .flatMap((grant) => grant.rows.map(leadingKey))
    .some((key) => (key.endsWith('*') ? on.startsWith(key.slice(0, -1)) : on === key));
}

const denied = (name: FunctionName, { action, on }: Use): Error =>
  Object.assign(new Error(`${name} may not ${action} on ${on}: infra/rights.ts does not say so`), {
    name: 'AccessDeniedException',
  });

/** Ports that do what they are asked within the rights of their function, and tell `seen` of it. */
export const guardedPorts =
  (seen: (name: FunctionName, use: Use) => void): PortsOf =>
  (name, clock) => {
    const check = (use: Use): void => {
      if (!allows(RIGHTS[name], use)) throw denied(name, use);
      seen(name, use);
    };
    return { store: guardedStore(check, clock), queue: guardedQueue(check) };
  };

function guardedStore(check: (use: Use) => void, clock: Parameters<PortsOf>[1]): Store {
  const client = new DynamoDBClient({});
  client.middlewareStack.add(
    (next, context) => (args) => {
      for (const use of usesOf(context.commandName ?? '', args.input as Input)) check(use);
      return next(args);
    },
    { step: 'initialize' },
  );
  return makeStore({ client, tableName: process.env['TABLE_NAME'] ?? '', clock });
}

function guardedQueue(check: (use: Use) => void): Queue {
  const queue = makeQueue({
    URGENT_QUEUE_URL: process.env['URGENT_QUEUE_URL'] ?? '',
    ROUTINE_QUEUE_URL: process.env['ROUTINE_QUEUE_URL'] ?? '',
    FEEDBACK_QUEUE_URL: process.env['FEEDBACK_QUEUE_URL'] ?? '',
    FEEDBACK_DEAD_LETTERS_URL: process.env['FEEDBACK_DEAD_LETTERS_URL'] ?? '',
  });
  return {
    send: (lane, hints) => {
      if (hints.length > 0) check({ action: 'sqs:SendMessage', on: lane });
      return queue.send(lane, hints);
    },
    depth: (lane) => queue.depth(lane),
  };
}
