/**
 * The other side of the wire, in a process of its own: takes whatever is posted and answers as SES would.
 * Prints its address.
 */
import { createServer } from 'node:http';

const ANSWER =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0100-00</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, { 'content-type': 'text/xml' }).end(ANSWER));
});
server.listen(0, '127.0.0.1', () => {
  const at = server.address();
  process.stdout.write(`http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}\n`);
});
