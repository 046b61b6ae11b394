/** From a browser's request to an API Gateway event of version 2 and back: the site as it is deployed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routeOf } from './aws/lambdas.ts';
import { bodyOf, urlOf } from './server.ts';
import type { World } from './world.ts';

async function eventOf(
  request: IncomingMessage,
  url: URL,
  key: string,
  now: string,
): Promise<APIGatewayProxyEventV2> {
  const body = await bodyOf(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  return {
    version: '2.0',
    routeKey: key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    isBase64Encoded: true,
    ...(body.length > 0 ? { body: body.toString('base64') } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'local',
      requestId: `local-${Math.random().toString(36).slice(2)}`,
      routeKey: key,
      stage: '$default',
      time: now,
      timeEpoch: Date.parse(now),
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: '',
      },
    },
  };
}

/**
 * Answers one request of the site. In the bench's own frame the page may be framed; everywhere else it may
 * not, as deployed.
 */
export async function answerSite(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = urlOf(request);
  const { name, key } = routeOf(request.method ?? 'GET', url.pathname);
  await world.steady();
  const result: APIGatewayProxyStructuredResultV2 = await world
    .lambdas()
    .http(name, await eventOf(request, url, key, world.clock.now()));
  for (const [header, value] of Object.entries(result.headers ?? {}))
    response.setHeader(header, String(value));
  // The frame of the bench gets another policy: a copy that the browser kept of a page is not that of the frame.
  response.appendHeader('vary', 'sec-fetch-dest');
  for (const cookie of result.cookies ?? []) response.appendHeader('set-cookie', cookie);
  if (request.headers['sec-fetch-dest'] === 'iframe') {
    const policy = String(response.getHeader('content-security-policy') ?? '');
    const bench = "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*";
    response.setHeader('content-security-policy', policy.replace("frame-ancestors 'none'", bench));
    response.removeHeader('cross-origin-opener-policy');
  }
  const body =
    result.isBase64Encoded === true
      ? Buffer.from(result.body ?? '', 'base64')
      : Buffer.from(result.body ?? '', 'utf8');
  response.writeHead(result.statusCode ?? 200);
  response.end(request.method === 'HEAD' ? undefined : body);
}
