/**
 * What each function may do to table and queues, on the running system: every test of the local run is
 * refused whatever `infra/rights.ts` does not say, and here the guard itself is shown to refuse.
 */
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../../functions/shell/env.ts';
import { RIGHTS } from '../../../infra/rights.ts';
import { allows, usesOf } from '../support/rights.ts';

const get = (pk: string) => usesOf('GetItemCommand', { Key: { pk: { S: pk }, sk: { S: 'x' } } });
const may = (name: keyof typeof RIGHTS, uses: ReturnType<typeof usesOf>): boolean =>
  uses.length > 0 && uses.every((use) => allows(RIGHTS[name], use));

describe('the guard of the local run', () => {
  it('asks for each write of a transaction by itself', () => {
    const uses = usesOf('TransactWriteItemsCommand', {
      TransactItems: [
        { Put: { Item: { pk: { S: 'P#ann' } } } },
        { Delete: { Key: { pk: { S: 'E#hash' } } } },
        { Update: { Key: { pk: { S: 'P#ann' } } } },
      ],
    });
    expect(uses).toEqual([
      { action: 'dynamodb:PutItem', on: 'P#ann' },
      { action: 'dynamodb:DeleteItem', on: 'E#hash' },
      { action: 'dynamodb:UpdateItem', on: 'P#ann' },
    ]);
    expect(may('account', uses)).toBe(false);
    expect(may('enrol', uses)).toBe(true);
  });

  it('lets nobody scan, and the dispatcher see nothing but the index', () => {
    for (const name of FUNCTION_NAMES)
      expect(allows(RIGHTS[name], { action: 'dynamodb:Scan', on: '' }), name).toBe(false);
    const due = usesOf('QueryCommand', { IndexName: 'due', ExpressionAttributeValues: {} });
    expect(FUNCTION_NAMES.filter((name) => may(name, due))).toEqual(['dispatch']);
    expect(may('dispatch', get('P#ann'))).toBe(false);
  });

  it('keeps counters of sign-ups, addresses and events from whoever has nothing to do with them', () => {
    const who = (pk: string) => FUNCTION_NAMES.filter((name) => may(name, get(pk)));
    expect(who('E#hash')).toEqual(['signup', 'enrol', 'records', 'send', 'feedback']);
    expect(who('L#signup')).toEqual(['signup', 'check-in', 'records', 'inbound']);
    expect(who('W#EVENTS')).toEqual(['send', 'feedback']);
    expect(who('K#LINKSX')).toEqual([]);
    // The switch: whoever sends asks it, and no page.
    expect(who('K#SENDING')).toEqual(['send']);
  });

  it('lets nobody take the keys of links away or change the switch', () => {
    const who = (action: string, on: string) => FUNCTION_NAMES.filter((name) => may(name, [{ action, on }]));
    for (const action of ['UpdateItem', 'DeleteItem', 'Query'])
      expect(who(`dynamodb:${action}`, 'K#LINKS'), action).toEqual([]);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'Query'])
      expect(who(`dynamodb:${action}`, 'K#SENDING'), action).toEqual([]);
    // Whoever comes first makes the keys.
    expect(who('dynamodb:PutItem', 'K#LINKS')).toContain('signup');
  });

  it('lets hints be handed out by whoever acts for a person, and by the dispatcher to both lanes', () => {
    const to = (on: string) =>
      FUNCTION_NAMES.filter((name) => may(name, [{ action: 'sqs:SendMessage', on }]));
    expect(to('routine')).toEqual(['dispatch']);
    expect(to('urgent')).not.toContain('send');
    expect(to('urgent')).not.toContain('feedback');
  });
});
