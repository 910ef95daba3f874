import { build, isStale } from './build.mjs';
import { serve } from './serve.mjs';

const FIRST_PORT = 4173;

if (await isStale()) {
  console.log('Building …');
  await build();
}
const site = await serveNear(FIRST_PORT);
console.log(`Scratchwork is at ${site.url}\nStop it with Ctrl+C.`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

// A signal to npm ends npm and its shell, but the shell does not hand it on.
const shell = process.ppid;
const watching = process.env.npm_lifecycle_event
  ? setInterval(() => process.ppid !== shell && stop(), 500)
  : undefined;

function stop() {
  clearInterval(watching);
  void site.close();
}

/** Serves on this port, or on the next free one. */
async function serveNear(port) {
  try {
    return await serve({ port });
  } catch (error) {
    if (error.code === 'EADDRINUSE' && port < FIRST_PORT + 100) return serveNear(port + 1);
    throw error;
  }
}
