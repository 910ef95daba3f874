import type { describeError } from '../../graders/errors';
import type { Thrown } from '../../graders/observation';
import type { callEach, observer } from '../../graders/observe';
import type { Packed } from '../../graders/pack';
import { quietConsole } from './console';
import type { FromWorker, ToWorker } from './protocol';
import { scrub } from './scrub';
import type { LibraryImport } from './stand-alone';

/*
 * The whole script of a sandbox worker: a classic script from a blob, because module workers cannot
 * be started from blobs in an opaque origin. It takes the built-ins that it needs, strips its realm,
 * loads the libraries that the exercise allows, which find no more in it than a submission does, lets
 * the grader draw the bench, and only then loads foreign code.
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
    /** Libraries by name: where each lies, for whoever imports it, and what it exports. */
    const addresses: Record<string, string> = Object.create(null);
    const libraries: Record<string, object> = Object.create(null);
    const names: string[] = [];
    let url = '';

    /** Reads the place of the topmost line of a stack that lies in the submission. */
    const locate = (stack: string) => placeIn(stack, url);

    const addressOf = (code: string) =>
      createObjectURL(new Parts([code], { type: 'text/javascript' }));

    async function load(code: string): Promise<Record<string, unknown>> {
      url = addressOf(code);
      try {
        return await import(/* @vite-ignore */ url);
      } finally {
        revokeObjectURL(url);
      }
    }

    /** The address stays: a submission that imports the library gets the instance that is here. */
    async function loadLibrary(name: string, code: string): Promise<void> {
      const address = addressOf(`${code}\n//# sourceURL=library.js`);
      libraries[name] = await import(/* @vite-ignore */ address);
      addresses[name] = address;
      names[names.length] = name;
    }

    /** Puts addresses in the place of names. */
    function resolved(js: string, imports: readonly LibraryImport[]): string {
      let text = '';
      let from = 0;
      for (let i = 0; i < imports.length; i += 1) {
        const { name, start, end } = imports[i];
        text += `${apply(slice, js, [from, start])}${addresses[name] ?? name}`;
        from = end;
      }
      return text + apply(slice, js, [from]);
    }

    /** What is said of a library names it, and not its address. */
    function withNames(thrown: Thrown): Thrown {
      let { message } = thrown;
      for (let i = 0; i < names.length; i += 1) {
        const address = addresses[names[i]];
        const at = apply(indexOf, message, [address]) as number;
        if (at < 0) continue;
        message = `${apply(slice, message, [0, at])}${names[i]}${apply(slice, message, [at + address.length])}`;
      }
      return { ...thrown, message };
    }

    async function boot(
      seed: number,
      code?: string,
      given: Readonly<Record<string, string>> = {},
    ): Promise<void> {
      try {
        // The other name keeps the URL of the grader's code out of every stack.
        if (code !== undefined) {
          grader = (await load(`${code}\n//# sourceURL=grader.js`)) as unknown as GraderCode;
        }
        for (const name of Object.keys(given)) await loadLibrary(name, given[name]);
        observe = grader?.boot(seed, { locate, mute: quiet.mute, libraries });
        post({ t: 'booted' });
      } catch (error) {
        post({ t: 'failed', error: plain(error) });
      }
    }

    async function run({
      js,
      imports,
      only,
      instead,
      calls,
    }: Extract<ToWorker, { t: 'run' }>): Promise<void> {
      if (!grader || !observe) return;
      const { callEach, describeError } = grader;
      quiet.reset();
      let module: Record<string, unknown>;
      try {
        module = await load(resolved(js, imports));
      } catch (error) {
        post({ t: 'failed', error: withNames(describeError(error, locate)) });
        return;
      }
      post({ t: 'loaded' });
      try {
        if (calls) callEach(module, calls.name, calls.lists, emit, locate);
        else observe(module, emit, only, instead);
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
        data.t === 'boot' ? boot(data.seed, data.code, data.libraries) : run(data);
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
