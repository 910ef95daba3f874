import { describeError, type Locate, watchErrors } from '../../graders/errors';
import type { Grader } from '../../graders/grader';
import { type Observe, observer } from '../../graders/observe';
import { pack } from '../../graders/pack';
import { clone } from './clone';
import { limitedConsole } from './console';
import { encode } from './record';

/*
 * Runs inside the context that the submission will run in, before it. Only strings leave by `send`;
 * what is returned is called from outside and is never within reach of the submission.
 */
const { defineProperty, deleteProperty, apply } = Reflect;
const { exec } = RegExp.prototype;
const { stringify } = JSON;
const { now } = Date;
const { then } = Promise.prototype;
const ThisPromise = Promise;
const ThisError = Error;

/** The name that the submission's code is compiled under. */
export const SUBMISSION = 'submission.ts';

/** What the outside holds of a context. */
export interface Inside {
  /** Observes a module that is loaded. */
  run(module: Record<string, unknown>, only?: readonly number[]): void;
  /** Reports what was thrown while the module was loaded. */
  failed(error: unknown): void;
  /** Draws the bench, once the libraries that a submission may import are there. */
  draw(libraries: Readonly<Record<string, object>>): void;
  /** The error for an `import()`: an object of this realm, like everything a submission can catch. */
  refusal(): Error;
}

/**
 * Leaves the realm with the language and four things more: console,
 * performance.now, structuredClone, queueMicrotask.
 * @param send takes one line of text; see `outside.ts` for what the lines mean
 */
export function settle(grader: Grader, seed: number, send: (line: string) => void): Inside {
  const say = (line: string) => {
    try {
      send(line);
    } catch {
      // Near the end of the stack `send` may throw an error of the outer realm. It ends here.
    }
  };
  const { console, mute } = limitedConsole(line => say(`console ${stringify(line)}`));
  let observe: Observe;
  lock();
  furnish(console);

  return {
    draw(libraries) {
      observe = observer(grader, seed, { locate, mute, libraries: { ...libraries } });
    },
    run(module, only) {
      observe(module, (index, packed) => say(`observed ${index} ${encode(packed)}`), only);
    },
    failed: error =>
      say(`failed ${encode(pack({ calls: [], threw: describeError(error, locate) }))}`),
    refusal: () => new ThisError('import() is not available here.'),
  };
}

const PLACE = /\(submission\.ts:(\d+):(\d+)\)/;

/** The topmost frame of the submission. */
const locate: Locate = stack => {
  const found = apply(exec, PLACE, [stack]) as RegExpExecArray | null;
  return found ? { line: +found[1], column: +found[2] } : undefined;
};

/** What a bare context has beyond the language as the browser's sandbox leaves it. */
const FOREIGN_TO_A_WORKER = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];

function furnish(console: object): void {
  const start = now();
  const settled = ThisPromise.resolve();
  const things = {
    console,
    performance: { now: () => now() - start },
    structuredClone: clone,
    queueMicrotask: (task: () => void) => {
      apply(then, settled, [() => task()]);
    },
  };
  for (const [name, value] of Object.entries(things)) {
    defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  for (const name of FOREIGN_TO_A_WORKER) deleteProperty(globalThis, name);
}

/**
 * Closes the two doors through which Node itself would hand out objects of the outer realm: it formats
 * stacks for whoever reads `stack`, and it awaits the promise of a module.
 */
function lock(): void {
  watchErrors(globalThis as unknown as Record<string, unknown>);
  const fixed = (owner: object, name: PropertyKey, value: unknown) =>
    defineProperty(owner, name, { value, writable: false, configurable: false });
  fixed(ThisError, 'prepareStackTrace', formatStack);
  fixed(globalThis, 'Error', Error);
  fixed(ThisPromise, Symbol.species, ThisPromise);
  fixed(ThisPromise.prototype, 'constructor', ThisPromise);
  fixed(ThisPromise.prototype, 'then', then);
}

/** Only the submission's own frames are told; nothing in here throws. */
function formatStack(error: unknown, sites: NodeJS.CallSite[]): string {
  let text = '';
  try {
    const { name, message } = error as Error;
    if (typeof name === 'string') text = name;
    if (typeof message === 'string') text += `: ${message}`;
  } catch {
    text = 'Error';
  }
  for (let i = 0; i < sites.length; i += 1) {
    if (sites[i].getFileName() !== SUBMISSION) continue;
    const place = `(${SUBMISSION}:${sites[i].getLineNumber()}:${sites[i].getColumnNumber()})`;
    text += `\n    at ${sites[i].getFunctionName() ?? 'module'} ${place}`;
  }
  return text;
}
