/** What each function may do, read off the template. */
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../functions/shell/env.ts';
import { ROOT, textFiles } from '../../tools/quality/guards/tree.ts';
import { functionName, ofType, type Resource, target, templates, type Value } from './synthesised.ts';

const { service } = templates();
const functions = ofType(service, 'AWS::Lambda::Function');
const byName = (name: string): Resource => functions.find((resource) => functionName(resource) === name)!;
const list = (value: Value): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly Value[];
  readonly condition: Value;
  readonly effect: string;
}

/** Every statement of the policies that name the function's role. */
function statementsOf(name: string): readonly Statement[] {
  const role = target(byName(name).properties.Role);
  return ofType(service, 'AWS::IAM::Policy')
    .filter(({ properties }) => list(properties.Roles).some((value) => target(value) === role))
    .flatMap(({ properties }) => list(properties.PolicyDocument.Statement))
    .map((one) => ({
      actions: list(one.Action),
      resources: list(one.Resource),
      condition: one.Condition,
      effect: one.Effect,
    }));
}

const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
];
const ROWS = [
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];
/** Nobody but the operator changes the keys or the switch. */
const FEWER: Readonly<Record<string, readonly string[]>> = {
  'K#LINKS': ['dynamodb:GetItem', 'dynamodb:PutItem'],
  'K#SENDING': ['dynamodb:GetItem'],
};
/** Beside its log: rows of the table, lanes it hands hints to, and what no other function may do. */
interface Expected {
  readonly rows: readonly string[];
  readonly lanes: readonly ('Urgent' | 'Routine')[];
  readonly beside?: readonly string[];
}
const ALLOWED: Readonly<Record<FunctionName, Expected>> = {
  signup: { rows: ['P#*', 'E#*', 'R#*', 'L#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  enrol: { rows: ['P#*', 'E#*', 'R#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  'check-in': { rows: ['P#*', 'R#*', 'L#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  account: { rows: ['P#*', 'R#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  records: { rows: ['P#*', 'E#*', 'R#*', 'L#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  running: { rows: ['P#*', 'R#*', 'K#LINKS', 'K#PLACES'], lanes: ['Urgent'] },
  dispatch: { rows: [], lanes: ['Urgent', 'Routine'], beside: ['dynamodb:Query'] },
  send: {
    rows: ['P#*', 'E#*', 'R#*', 'W#*', 'K#LINKS', 'K#SENDING', 'K#PLACES'],
    lanes: [],
    beside: ['ses:SendRawEmail', ...CONSUME],
  },
  feedback: { rows: ['P#*', 'E#*', 'R#*', 'W#*', 'K#LINKS', 'K#PLACES'], lanes: [], beside: CONSUME },
  inbound: {
    rows: ['P#*', 'R#*', 'L#*', 'K#LINKS', 'K#PLACES'],
    lanes: ['Urgent'],
    beside: ['s3:GetObject'],
  },
};

describe('the permissions', () => {
  it.each([...FUNCTION_NAMES])('of %s are exactly the listed ones', (name) => {
    const { rows, lanes, beside = [] } = ALLOWED[name];
    const actions = [...new Set(statementsOf(name).flatMap((statement) => statement.actions))].sort();
    const hints = lanes.length > 0 ? ['sqs:SendMessage'] : [];
    // The dispatcher and the reader of replies may also keep a call of theirs that failed.
    const failed = name === 'inbound' || name === 'dispatch' ? ['sqs:SendMessage'] : [];
    // It counts the hints that wait.
    const counts = name === 'dispatch' ? ['sqs:GetQueueAttributes'] : [];
    const expected = [...LOG, ...(rows.length > 0 ? ROWS : []), ...hints, ...failed, ...counts, ...beside];
    expect(actions).toEqual([...new Set(expected)].sort());
  });

  it.each([...FUNCTION_NAMES])('of %s reach its own rows of the table and no others', (name) => {
    const table = statementsOf(name).filter(({ actions }) => actions.includes('dynamodb:GetItem'));
    const { rows } = ALLOWED[name];
    const granted = table.flatMap(({ condition, actions }) =>
      list(condition['ForAllValues:StringLike']['dynamodb:LeadingKeys']).map((row) => [
        row,
        [...actions].sort(),
      ]),
    );
    expect(Object.fromEntries(granted)).toEqual(
      Object.fromEntries(rows.map((row) => [row, FEWER[row] ?? ROWS])),
    );
    for (const { condition, resources } of table) {
      expect(Object.keys(condition)).toEqual(['ForAllValues:StringLike', 'Null']);
      expect(condition.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
      // The table itself, never its index.
      expect(JSON.stringify(resources)).not.toContain('/index');
    }
  });

  it.each([...FUNCTION_NAMES])('of %s hand hints to its own lanes alone', (name) => {
    const queues = statementsOf(name)
      .filter(({ actions }) => actions.includes('sqs:SendMessage'))
      .flatMap(({ resources }) => resources)
      .map((resource) => target(resource)?.replace(/Queue.*/, '') ?? '')
      .filter((queue) => !queue.endsWith('DeadLetters'));
    expect(queues.sort()).toEqual([...ALLOWED[name].lanes].sort());
  });

  it('cover every call the shell makes to the table, and no other', () => {
    const shell = textFiles(ROOT).filter(({ name }) => name.startsWith('functions/') && name.endsWith('.ts'));
    const calls = new Set(shell.flatMap(({ text }) => text.match(/\b[A-Z]\w+(?=Command\()/g) ?? []));
    // A transaction asks for the permission of each kind of action in it.
    const inTransactions = new Set(
      shell.flatMap(({ text }) =>
        text.includes('Action') ? (text.match(/\b(?:Put|Update|Delete|ConditionCheck)(?=: \{)/g) ?? []) : [],
      ),
    );
    const table = [...calls]
      .filter((call) => /Item|Query|Scan|Statement/.test(call) && call !== 'TransactWriteItems')
      .concat([...inTransactions].map((kind) => `${kind}Item`));
    expect([...new Set(table)].map((call) => `dynamodb:${call}`).sort()).toEqual(ROWS);
    expect(calls).toContain('TransactWriteItems');
    expect([...calls].filter((call) => !/Item|Query/.test(call)).sort()).toEqual([
      'GetQueueAttributes',
      'SendMessageBatch',
      'SendRawEmail',
    ]);
  });

  it('name neither every action nor every resource, anywhere', () => {
    const statements = FUNCTION_NAMES.flatMap(statementsOf);
    expect(statements.length).toBeGreaterThan(FUNCTION_NAMES.length);
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    // A log group's own ARN ends in `:*`: that is its streams, and comes as an attribute, not as text.
    const wide = statements
      .flatMap(({ resources }) => resources)
      .filter((resource) => JSON.stringify(resource).includes('*'));
    // Nobody knows the name of a mail before it comes: every object of the one bucket of replies, for the one
    // function that reads them.
    expect(wide.map((resource) => JSON.stringify(resource))).toEqual([
      expect.stringMatching(/-data:ExportsOutputFnGetAttReplies\w+"},"\/\*"\]/),
    ]);
    expect(statements.filter(({ effect }) => effect !== 'Allow')).toEqual([]);
  });

  it('come from no managed policy', () => {
    for (const role of ofType(service, 'AWS::IAM::Role'))
      expect(role.properties.ManagedPolicyArns, role.id).toBeUndefined();
    expect(service.filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('let send alone mail, from one address, through the identity and both sets', () => {
    for (const name of FUNCTION_NAMES.filter((one) => one !== 'send')) {
      expect(
        statementsOf(name)
          .flatMap(({ actions }) => actions)
          .filter((action) => action.startsWith('ses:')),
        name,
      ).toEqual([]);
    }
    const mailing = statementsOf('send').filter(({ actions }) =>
      actions.some((action) => action.startsWith('ses:')),
    );
    expect(mailing).toHaveLength(1);
    expect(mailing[0]?.condition).toEqual({ StringEquals: { 'ses:FromAddress': 'coach@mail.example.org' } });
    const resources = mailing[0]?.resources.map((resource) => JSON.stringify(resource)) ?? [];
    expect(resources).toHaveLength(3);
    expect(resources.filter((resource) => resource.includes(':identity/'))).toHaveLength(1);
    expect(resources.filter((resource) => resource.includes(':configuration-set/'))).toHaveLength(2);
  });

  it('let the dispatcher read the index and nothing of the table', () => {
    const reads = statementsOf('dispatch').filter(({ actions }) =>
      actions.some((action) => action.startsWith('dynamodb:')),
    );
    expect(reads).toHaveLength(1);
    expect(reads[0]?.resources).toHaveLength(1);
    expect(JSON.stringify(reads[0]?.resources[0])).toMatch(/\/index\/due"/);
  });

  it('let pages be called by the API, the dispatcher by the schedule, the reader of replies by SES', () => {
    for (const { properties } of ofType(service, 'AWS::Lambda::Permission')) {
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com', 'ses.amazonaws.com']).toContain(
        properties.Principal,
      );
      expect(properties.SourceArn ?? properties.SourceAccount).toBeDefined();
    }
  });
});
