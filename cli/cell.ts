import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { GLANCE, HEAP, OUTPUT, RESIDENT } from './limits';
import type { Job, Task } from './runtime/outside';

/** A child process without powers, which observes modules; see `runtime/outside.ts`. */
export interface Cell {
  /** Takes a module as soon as the child has booted. One at a time. */
  give(job: Job): void;
  /** Called with each line that the child writes, then once with why no more will come. */
  listen(onLine: (line: string) => void, onEnd: (end: End) => void): void;
  /** @returns for how long the child has computed, in ms; undefined where the system does not tell */
  effort(): number | undefined;
  kill(): void;
}

/** How a child ended: too much memory, too much output, or anything else. */
export type End = 'memory' | 'output' | 'exit';

/** V8 aborts a process that is out of heap; which signal that is depends on the platform. */
const OUT_OF_HEAP = ['SIGABRT', 'SIGTRAP', 'SIGILL'];
/** Starts a child and gives it its task. */
export function openCell(file: string, task: Task): Cell {
  // The permission model would not let Node follow a link to what it may read.
  const program = realpathSync(file);
  const [command, ...rest] = [...wrappers(), process.execPath, ...flags(program), program];
  const child = spawn(command, rest, {
    cwd: dirname(program),
    env: {},
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const jobs = child.stdio[3] as Writable;
  jobs.on('error', () => {});
  jobs.write(`${JSON.stringify(task)}\n`);

  let onLine: (line: string) => void = () => {};
  let onEnd: (end: End) => void = () => {};
  let end: End = 'exit';
  let ended = false;
  const kill = () => void child.kill('SIGKILL');
  const finish = (how: End) => {
    if (ended) return;
    ended = true;
    end = how;
    clearInterval(watch);
    kill();
    onEnd(how);
  };

  const watch = setInterval(() => {
    if (residentMegabytes(child) <= RESIDENT) return;
    end = 'memory';
    kill();
  }, GLANCE);
  watch.unref();
  readLines(
    child,
    line => ended || onLine(line),
    () => finish('output'),
  );
  child.on('error', () => finish('exit'));
  child.on('close', (_, signal) => {
    finish(signal && OUT_OF_HEAP.includes(signal) ? 'memory' : end);
  });

  return {
    give: job => jobs.write(`${JSON.stringify(job)}\n`),
    listen(line, ending) {
      onLine = line;
      onEnd = ending;
      if (ended) ending(end);
    },
    effort: () => effortOf(child),
    kill,
  };
}

/** Node's permission model, by the name that this Node has for it, and limits that every Node has. */
function flags(program: string): string[] {
  const permission = ['--permission', '--experimental-permission'].find(name =>
    process.allowedNodeEnvironmentFlags.has(name),
  );
  return [
    ...(permission ? [permission, `--allow-fs-read=${program}`] : []),
    '--disallow-code-generation-from-strings',
    '--experimental-vm-modules',
    '--unhandled-rejections=none',
    '--no-warnings',
    `--max-old-space-size=${HEAP}`,
  ];
}

let wrapping: string[] | undefined;

/**
 * What a child is started by on Linux, as far as it is there and allowed: `unshare` gives it a network
 * of its own with nothing in it, and `setpriv` has the kernel end it with its grader, loops included.
 * The order counts: a change of rights would make the kernel forget the latter.
 */
function wrappers(): string[] {
  wrapping ??= [
    ['unshare', '--map-root-user', '--net', '--'],
    ['setpriv', '--pdeathsig', 'KILL', '--'],
  ].flatMap(wrapper);
  return wrapping;
}

function wrapper([name, ...options]: string[]): string[] {
  const path = ['/usr/bin', '/bin'].map(folder => `${folder}/${name}`).find(existsSync);
  if (process.platform !== 'linux' || !path) return [];
  return spawnSync(path, [...options, '/bin/true']).status === 0 ? [path, ...options] : [];
}

function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return (Number(pages) * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}

/** Ticks of the kernel's clock are 10 ms on every Linux that Node runs on. */
function effortOf({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

function readLines(child: ChildProcess, onLine: (line: string) => void, onFlood: () => void): void {
  let parts: string[] = [];
  let total = 0;
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    total += chunk.length;
    if (total > OUTPUT) return onFlood();
    const pieces = chunk.split('\n');
    for (const piece of pieces.slice(0, -1)) {
      const line = [...parts, piece].join('');
      parts = [];
      onLine(line);
    }
    parts.push(pieces[pieces.length - 1]);
  });
}
