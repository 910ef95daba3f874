import { Buffer } from 'node:buffer';
import { readSync, writeSync } from 'node:fs';
import { constants, createContext, runInContext, SourceTextModule } from 'node:vm';
import { ORPHAN } from '../limits';
import { type Inside, SUBMISSION } from './inside';
import { seal } from './seal';

/*
 * The program of a child process. It reads lines of JSON from descriptor 3 and writes lines of text to
 * descriptor 1:
 *   ready                         a context with its libraries and its bench is waiting
 *   begin                         a submission is being loaded
 *   loaded                        … and is there
 *   observed <index> <record>     an experiment has run
 *   console <JSON text>           the submission printed
 *   failed <record>               loading it threw
 *   done                          nothing more will come of it
 * and blank lines, to learn whether the grader is still there.
 * Foreign code never sees an object of this realm; if it did, it would find nothing of use in it.
 */

/** What a child is told first. */
export interface Task {
  /** The bundle that `settle` comes from, as text. */
  readonly inside: string;
  readonly seed: number;
  /** What a submission may import: each library's text by its name. */
  readonly libraries: Readonly<Record<string, string>>;
}

/** What a child is told for each module that it is to observe. */
export interface Job {
  readonly js: string;
  readonly only?: readonly number[];
}

const JOBS = 3;
const RECORDS = 1;

const buffer = Buffer.alloc(65_536);
let pending = Buffer.alloc(0);

/** @returns the next line, or undefined where there are no more. */
function readLine<T>(): T | undefined {
  let end = pending.indexOf(10);
  while (end < 0) {
    const n = readSync(JOBS, buffer);
    if (n === 0) return undefined;
    const searched = pending.length;
    pending = Buffer.concat([pending, buffer.subarray(0, n)]);
    end = pending.indexOf(10, searched);
  }
  const line = pending.toString('utf8', 0, end);
  pending = pending.subarray(end + 1);
  return JSON.parse(line);
}

/** Passed into contexts, so it has no prototype that would lead further. */
const send = Object.freeze(
  Object.setPrototypeOf((line: string) => {
    if (typeof line !== 'string' || line.includes('\n')) return;
    const bytes = Buffer.from(`${line}\n`);
    for (let from = 0; from < bytes.length; ) from += writeSync(RECORDS, bytes, from);
  }, null),
) as (line: string) => void;

async function work(): Promise<void> {
  const task = readLine<Task>();
  if (!task) return;
  for (;;) {
    const context = createContext(constants.DONT_CONTEXTIFY as never, {
      codeGeneration: { strings: false, wasm: false },
    });
    const wrapped = `(() => { const exports = {}; ${task.inside}\n; return exports; })()`;
    const { settle } = runInContext(wrapped, context, { filename: 'inside' });
    const inside: Inside = settle(task.seed, send);
    const libraries = await loadLibraries(context, inside, task.libraries);
    inside.draw(namespacesOf(libraries));
    send('ready');
    const job = readLine<Job>();
    if (!job) return;
    send('begin');
    await observe(context, inside, libraries, job);
    send('done');
  }
}

type Modules = ReadonlyMap<string, SourceTextModule>;

/** Libraries come after the realm is settled: they find no more in it than a submission does. */
async function loadLibraries(
  context: object,
  inside: Inside,
  texts: Task['libraries'],
): Promise<Modules> {
  const modules = new Map<string, SourceTextModule>();
  for (const [name, text] of Object.entries(texts)) {
    const module = new SourceTextModule(text, {
      context,
      identifier: name,
      importModuleDynamically: () => {
        throw inside.refusal();
      },
    });
    await module.link(() => {
      throw inside.refusal();
    });
    await module.evaluate();
    modules.set(name, module);
  }
  return modules;
}

/** A plain object without a prototype, so that nothing of this realm is reached by way of it. */
function namespacesOf(modules: Modules): Record<string, object> {
  const namespaces: Record<string, object> = Object.create(null);
  for (const [name, { namespace }] of modules) namespaces[name] = namespace;
  return namespaces;
}

async function observe(
  context: object,
  inside: Inside,
  libraries: Modules,
  { js, only }: Job,
): Promise<void> {
  let module: SourceTextModule;
  try {
    module = new SourceTextModule(js, {
      context,
      identifier: SUBMISSION,
      importModuleDynamically: () => {
        throw inside.refusal();
      },
    });
    await module.link(name => {
      const library = libraries.get(name);
      if (!library) throw inside.refusal();
      return library;
    });
    await module.evaluate();
  } catch (error) {
    inside.failed(error);
    return;
  }
  send('loaded');
  inside.run(module.namespace as Record<string, unknown>, only);
}

const { reallyExit } = process as unknown as { reallyExit(code: number): void };
// A module that waits for ever keeps the process waiting, for as long as somebody reads what it says.
setInterval(() => {
  try {
    writeSync(RECORDS, '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') reallyExit(1);
  }
}, ORPHAN);
seal();
work().then(
  () => reallyExit(0),
  () => reallyExit(1),
);
