import { Worker } from 'node:worker_threads';
import type { Compiled } from '../graders/grade';
import { READING } from './limits';

/** `transpile` in a thread of its own, one source after another. */
export interface Transpiler {
  transpile(source: string): Promise<Compiled>;
  /** The same without a limit of time, for our own files. */
  transpileOwn(source: string): Promise<Compiled>;
  close(): void;
}

/**
 * Boots the thread at once; a source that takes too long costs a new one.
 * @param allows the libraries that a source may import
 */
export function openTranspiler(program: string, allows: readonly string[]): Transpiler {
  let thread = start();
  let last: Promise<unknown> = Promise.resolve();

  /** The first message of a thread says that it is ready; only then does a clock run. */
  function start(): { worker: Worker; ready: Promise<unknown> } {
    const worker = new Worker(program, {
      env: {},
      workerData: allows,
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const ready = new Promise(resolve => worker.once('message', resolve));
    return { worker, ready };
  }

  async function next(source: string, limited: boolean): Promise<Compiled> {
    const { worker, ready } = thread;
    await ready;
    return new Promise(resolve => {
      let clock: NodeJS.Timeout | undefined;
      const give = (compiled: Compiled) => {
        clearTimeout(clock);
        worker.off('message', give).off('error', abandon);
        resolve(compiled);
      };
      const abandon = () => {
        give({ problems: [{ message: 'The code cannot be read in time. Nest it less deeply.' }] });
        worker.terminate();
        thread = start();
      };
      if (limited) clock = setTimeout(abandon, READING);
      worker.once('message', give);
      worker.once('error', abandon);
      worker.postMessage(source);
    });
  }

  const inTurn = (source: string, limited: boolean) => {
    const compiled = last.then(() => next(source, limited));
    last = compiled;
    return compiled;
  };
  return {
    transpile: source => inTurn(source, true),
    transpileOwn: source => inTurn(source, false),
    close: () => void thread.worker.terminate(),
  };
}
