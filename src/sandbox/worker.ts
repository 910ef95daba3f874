import type { describeError } from '../../graders/errors';
import type { Thrown } from '../../graders/observation';
import type { callEach, observer } from '../../graders/observe';
import type { Packed } from '../../graders/pack';
import { quietConsole } from './console';
import type { Calls, FromWorker, ToWorker } from './protocol';
import { scrub } from './scrub';

/*
 * The whole script of a sandbox worker: a classic script from a blob, because module workers cannot
 * be started from blobs in an opaque origin. It takes the built-ins that it needs, strips its realm,
 * lets the grader draw the bench, and only then loads foreign code.
 */

/** What the code of a grader exports (see tools/vite/sandbox.mjs). */
interface GraderCode {
  boot(seed: number, surroundings: Parameters<typeof observer>[2]): ReturnType<typeof observer>;
  callEach: typeof callEach;
  describeError: typeof describeError;
}

const { apply, defineProperty } = Reflect;
const { freeze, setPrototypeOf, getOwnPropertyDescriptor } = Object;
const { iterator } = Symbol;
const { indexOf, slice } = String.prototype;
const { createObjectURL, revokeObjectURL } = URL;
const { postMessage } = MessagePort.prototype;
const bytesOf = getOwnPropertyDescriptor(Object.getPrototypeOf(Float64Array.prototype), 'buffer')
  ?.get as () => ArrayBuffer;
const Parts = Blob;
const clock = performance;
const { now } = performance;

addEventListener(
  'message',
  ({ ports: [port] }) => {
    const quiet = quietConsole(line => post({ t: 'log', line }));
    const put = (name: string, value: unknown) =>
      defineProperty(globalThis, name, { value, writable: true, configurable: true });
    put('console', quiet.console);
    put('performance', freeze({ now: () => apply(now, clock, []) }));
    // Call sites would tell the URL of the grader's code; the text of a stack does not.
    defineProperty(Error, 'prepareStackTrace', { value: undefined });
    scrub(globalThis);

    /** Nothing here asks a prototype: the message has none, and the list brings its own iterator. */
    function post(message: FromWorker, buffer?: ArrayBuffer): void {
      const bare = setPrototypeOf(message, null);
      apply(postMessage, port, buffer === undefined ? [bare] : [bare, listOf(buffer)]);
    }

    let grader: GraderCode | undefined;
    let observe: ReturnType<GraderCode['boot']> | undefined;
    let url = '';

    /** Reads the place of the topmost line of a stack that lies in the submission. */
    const locate = (stack: string) => placeIn(stack, url);

    async function load(code: string): Promise<Record<string, unknown>> {
      url = createObjectURL(new Parts([code], { type: 'text/javascript' }));
      try {
        return await import(/* @vite-ignore */ url);
      } finally {
        revokeObjectURL(url);
      }
    }

    async function boot(seed: number, code?: string): Promise<void> {
      try {
        // The other name keeps the URL of the grader's code out of every stack.
        if (code !== undefined) {
          grader = (await load(`${code}\n//# sourceURL=grader.js`)) as unknown as GraderCode;
        }
        observe = grader?.boot(seed, { locate, mute: quiet.mute });
        post({ t: 'booted' });
      } catch (error) {
        post({ t: 'failed', error: plain(error) });
      }
    }

    async function run(js: string, only?: readonly number[], calls?: Calls): Promise<void> {
      if (!grader || !observe) return;
      const { callEach, describeError } = grader;
      quiet.reset();
      let module: Record<string, unknown>;
      try {
        module = await load(js);
      } catch (error) {
        post({ t: 'failed', error: describeError(error, locate) });
        return;
      }
      post({ t: 'loaded' });
      try {
        if (calls) callEach(module, calls.name, calls.lists, emit, locate);
        else observe(module, emit, only);
        post({ t: 'done' });
      } catch (error) {
        post({ t: 'failed', error: describeError(error, locate) });
      }
    }

    function emit(index: number, { shape, numbers }: Packed): void {
      post({ t: 'observed', index, shape, numbers }, apply(bytesOf, numbers, []));
    }

    let queue = Promise.resolve();
    port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
      const next = () =>
        data.t === 'boot' ? boot(data.seed, data.code) : run(data.js, data.only, data.calls);
      queue = queue.then(next);
    };
  },
  { once: true },
);

/** An iterable of one entry that no patched iterator can reach. */
function listOf(entry: ArrayBuffer): Iterable<ArrayBuffer> {
  let given = false;
  const next = () => {
    if (given) return { done: true as const, value: undefined };
    given = true;
    return { done: false as const, value: entry };
  };
  return { [iterator]: () => ({ next }) } as unknown as Iterable<ArrayBuffer>;
}

/** @returns line and column behind the first mention of `url`: "at f (blob:null/…:3:14)" */
function placeIn(stack: string, url: string): { line: number; column: number } | undefined {
  const found = apply(indexOf, stack, [`${url}:`]) as number;
  if (found < 0) return undefined;
  let i = found + url.length + 1;
  const number = () => {
    let value = 0;
    for (; stack[i] >= '0' && stack[i] <= '9'; i += 1) value = value * 10 + +stack[i];
    return value;
  };
  const line = number();
  if (line === 0) return undefined;
  i += 1;
  return { line, column: number() };
}

function plain(error: unknown): Thrown {
  const { name, message } = error as Error;
  return {
    name: `${name}`,
    message: apply(slice, `${message}`, [0, 2000]),
    onPurpose: false,
    todo: false,
  };
}
