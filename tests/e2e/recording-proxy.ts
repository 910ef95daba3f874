import { createServer, request } from 'node:http';

/**
 * A proxy on 127.0.0.1 that writes down every address it is asked for, from whatever part of a
 * browser: pages, frames, workers. It passes on what goes to 127.0.0.1 and refuses the rest.
 */
export async function recordingProxy(): Promise<{
  readonly url: string;
  /** Whole addresses, in the order of asking; for TLS only the host is known. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((from, to) => {
    const address = from.url ?? '';
    asked.push(address);
    if (!address.startsWith('http://127.0.0.1:')) {
      to.writeHead(403).end();
      return;
    }
    const onward = request(address, { method: from.method, headers: from.headers }, answer => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`https://${url}/`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${bound.port}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
