import { parentPort, workerData } from 'node:worker_threads';
import { transpile } from '../src/sandbox/transpile';

/*
 * A thread that only transpiles. Its parser takes exponential time over some texts, and a thread can be
 * ended. It is told which libraries a source may import. It says 'ready' once, then answers every source with what `transpile` makes of it.
 */
await transpile('0');
parentPort?.postMessage('ready');
parentPort?.on('message', async (source: string) => {
  parentPort?.postMessage(await transpile(source, workerData));
});
