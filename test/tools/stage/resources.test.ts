/** A stack has more parts than one answer holds: all of them are seen, and of no stack none. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf, type Listening, LOOPBACK, listen } from '../../../local/server.ts';
import { resourcesOf } from '../../../tools/stage/resources.ts';

const PARTS = Array.from({ length: 142 }, (_, i) => `Part${i}`);
const PAGE = 100;
const member = (name: string): string =>
  `<member><LogicalResourceId>${name}</LogicalResourceId>` +
  `<PhysicalResourceId>the-${name}</PhysicalResourceId>` +
  '<ResourceType>AWS::SQS::Queue</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>';
const answer = (parts: readonly string[], next: string): string =>
  '<ListStackResourcesResponse><ListStackResourcesResult>' +
  `<StackResourceSummaries>${parts.map(member).join('')}` +
  `</StackResourceSummaries>${next}</ListStackResourcesResult></ListStackResourcesResponse>`;
const missing = (name: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>` +
  `<Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`;

let cloud: Listening;
beforeAll(async () => {
  cloud = await listen(async (request, response) => {
    const asked = new URLSearchParams((await bodyOf(request)).toString('utf8'));
    const name = asked.get('StackName') ?? '';
    const [status, body] =
      name !== 'calf-coach-prod-service'
        ? ([400, missing(name)] as const)
        : asked.get('NextToken') === 'more'
          ? ([200, answer(PARTS.slice(PAGE), '')] as const)
          : ([200, answer(PARTS.slice(0, PAGE), '<NextToken>more</NextToken>')] as const);
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_CLOUDFORMATION: `http://${LOOPBACK}:${cloud.port}`,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
});
afterAll(() => cloud?.close());

it('all parts are seen, page by page', async () => {
  const found = await resourcesOf('eu-west-1', 'calf-coach-prod-service');
  expect(found.map(({ logicalId }) => logicalId)).toEqual(PARTS);
  expect(found[141]).toEqual({ type: 'AWS::SQS::Queue', logicalId: 'Part141', id: 'the-Part141' });
});

it('a stack that is not there has none', async () => {
  expect(await resourcesOf('eu-west-1', 'calf-coach-nope-service')).toEqual([]);
});
