import { createSocket } from 'node:dgram';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on the loopback that write down everything that arrives. */
export interface Sinks {
  /** Where they listen: for HTTP and its upgrades, and for datagrams. */
  readonly http: string;
  readonly quic: string;
  /** What has arrived, in order: here, and at any server of this process by an address of `/taken`. */
  readonly arrived: string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '/': 'text/html',
  '/json': 'application/json',
  '/css': 'text/css',
  '/source': 'text/event-stream',
};
const BODIES: Record<string, string> = { '/': '<!doctype html>', '/json': '{}', '/css': '' };

export async function openSinks(): Promise<Sinks> {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    arrived.push(`${request.method} ${url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', TYPES[url] ?? 'text/javascript');
    // A worker from here says so; whatever else runs here has no such function, or no harm comes of it.
    response.end(BODIES[url] ?? 'globalThis.postMessage?.(0)');
  });
  // Even a connection that asks for nothing counts.
  server.on('connection', () => arrived.push('connection'));
  server.on('upgrade', (request, socket) => {
    arrived.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const datagrams = createSocket('udp4', bytes =>
    arrived.push(`datagram of ${bytes.length} bytes`),
  );
  const overhear = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (!request.url?.startsWith('/taken')) return;
    const cookie = request.headers.cookie ? ' with a cookie' : '';
    arrived.push(`${request.method} ${request.headers.host}${request.url}${cookie}`);
  };
  subscribe('http.server.request.start', overhear);
  await Promise.all([
    new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)),
    new Promise<void>(resolve => datagrams.bind(0, '127.0.0.1', resolve)),
  ]);
  return {
    http: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    quic: `https://127.0.0.1:${datagrams.address().port}`,
    arrived,
    async close() {
      unsubscribe('http.server.request.start', overhear);
      datagrams.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
