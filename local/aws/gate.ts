/** A door in front of a server that can be shut: whoever calls then is broken off. */
import { connect, createServer, type Socket } from 'node:net';
import { LOOPBACK } from '../server.ts';

export interface Gate {
  readonly endpoint: string;
  /** Shut, every call is broken off, those under way too. */
  shut(shut: boolean): void;
  close(): Promise<void>;
}

/** A gate in front of `behind`, such as `http://127.0.0.1:8000`; none can stand in front of TLS. */
export async function startGate(behind: string): Promise<Gate> {
  const { protocol, hostname, port } = new URL(behind);
  if (protocol === 'https:') return noGate(behind);
  const open = new Set<Socket>();
  let isShut = false;
  const breakOff = (): void => {
    for (const socket of open) socket.destroy();
  };
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.setNoDelay(true);
    // Whichever end breaks off first ends the other; there is nothing to say about it.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  };
  const server = createServer((caller) => {
    keep(caller);
    if (isShut) {
      caller.destroy();
      return;
    }
    const called = connect(Number(port === '' ? 80 : port), hostname);
    keep(called);
    caller.on('close', () => called.destroy());
    called.on('close', () => caller.destroy());
    caller.pipe(called).pipe(caller);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  const at = server.address();
  const own = at !== null && typeof at === 'object' ? at.port : 0;
  return {
    endpoint: `http://${LOOPBACK}:${own}`,
    shut: (shut) => {
      isShut = shut;
      if (shut) breakOff();
    },
    close: () => {
      breakOff();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

const noGate = (endpoint: string): Gate => ({
  endpoint,
  shut: (shut) => {
    if (shut) throw new Error(`${endpoint} is a table of your own behind https: take it down yourself.`);
  },
  close: () => Promise.resolve(),
});
