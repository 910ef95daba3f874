import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../cli/bundle.mjs';
import { makeBundles } from '../../cli/launch.mjs';
import { folder, gradeCommand, type Line, RIGHT } from './grading';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const root = join(import.meta.dirname, '..', '..');
const SECRET = 'planted-4711';
const WRONG = RIGHT.replace('/ members.length;', '/ centroids.length;');
const files = folder();
afterAll(files.close);

/** Something done while the module is loaded; it says what came of it. */
const trying = (attempt: string) =>
  `${RIGHT}\ntry { console.log('reached', await (${attempt})); } catch (error) { console.log('stopped', error.name); }`;
/** The same from within a call. */
const inUpdate = (body: string) =>
  RIGHT.replace(
    'export function update(',
    `export function update(...x) { ${body} }\nfunction unused(`,
  );
const inWrong = (code: string) => `${WRONG}\n${code}`;

/** What the submission does, and how it may end. PORT, SECRET and PLACE stand for what it would like to have. */
const CASES: readonly [string, string, RegExp][] = [
  ['reads a file with require', trying(`require('fs').readFileSync('PLACE', 'utf8')`), /^passed/],
  [
    'reads a file with process',
    trying(`process.getBuiltinModule('fs').readFileSync('PLACE', 'utf8')`),
    /^passed/,
  ],
  ['reads a file with a binding', trying(`process.binding('fs').open('PLACE', 0, 0)`), /^passed/],
  ['reads a file with fetch', trying(`fetch('file://PLACE').then(r => r.text())`), /^passed/],
  ['imports a file', `import text from 'PLACE';\n${RIGHT}`, /^not-compiled/],
  [
    'imports Node’s own modules',
    `import { readFileSync } from 'node:fs';\n${RIGHT}`,
    /^not-compiled/,
  ],
  ['imports while it runs', `${RIGHT}\nawait import('node:fs');`, /^not-compiled/],
  [
    'imports by a name that it computes',
    `${RIGHT}\nawait import(['node', 'fs'].join(':'));`,
    /^not-compiled/,
  ],
  ['asks for its own address', `${RIGHT}\nconsole.log(import.meta.url);`, /^not-compiled/],
  ['connects with net', trying(`require('net').connect(PORT, '127.0.0.1')`), /^passed/],
  ['connects with fetch', trying(`fetch('http://127.0.0.1:PORT/')`), /^passed/],
  ['connects with WebSocket', trying(`new WebSocket('ws://127.0.0.1:PORT/')`), /^passed/],
  [
    'connects with a binding',
    trying(`new (process.binding('tcp_wrap').TCP)(0).connect({}, '127.0.0.1', PORT)`),
    /^passed/,
  ],
  [
    'imports from a server',
    `${RIGHT}\nawait import('http://127.0.0.1:PORT/x.js');`,
    /^not-compiled/,
  ],
  ['reads the environment', trying(`JSON.stringify(process.env)`), /^passed/],
  [
    'reads the environment by way of the global object',
    trying(`JSON.stringify(globalThis.process.env)`),
    /^passed/,
  ],
  [
    'starts a process',
    trying(`require('child_process').execSync('echo ' + 'SEC' + 'RET')`),
    /^passed/,
  ],
  ['starts a thread', trying(`new Worker('1', { eval: true })`), /^passed/],
  ['makes a thread of WebAssembly', trying(`new WebAssembly.Memory({ initial: 1 })`), /^passed/],
  ['makes code of text', trying(`new Function('return process')()`), /^passed/],
  [
    'makes code by way of a host function',
    trying(`console.log.constructor('return process')()`),
    /^passed/,
  ],
  [
    'makes code by way of an error',
    trying(
      `(() => { try { null.x } catch (e) { return e.constructor.constructor('return process')() } })()`,
    ),
    /^passed/,
  ],
  [
    'makes code by way of import',
    trying(`(async () => {}).constructor('return import("fs")')()`),
    /^passed/,
  ],
  ['exits', trying(`process.exit(0)`), /^passed/],
  ['exits from within a call', inUpdate('process.exit(0)'), /^crashed/],
  ['kills its grader', trying(`process.kill(process.ppid, 'SIGKILL')`), /^passed/],
  ['aborts', trying(`process.abort()`), /^passed/],
  ['throws nothing', `${RIGHT}\nthrow null;`, /^crashed/],
  ['rejects where nobody looks', `${RIGHT}\nPromise.reject(new Error('x'));`, /^passed/],
  [
    'throws in a microtask',
    `${RIGHT}\nqueueMicrotask(() => { throw new Error('x'); });`,
    /^(passed|crashed)/,
  ],
  ['overflows the stack', inUpdate('return update(...x)'), /^crashed/],
  [
    'overflows the stack and says nothing',
    inUpdate('try { update(...x) } catch { update(...x) }'),
    /^(timed-out|crashed|missed)/,
  ],
  ['loops', inUpdate('for (;;);'), /^timed-out/],
  [
    'loops in microtasks',
    `${RIGHT}\nawait new Promise(() => { const again = () => queueMicrotask(again); again(); });`,
    /^timed-out/,
  ],
  [
    'loops in a regular expression',
    inUpdate(`return /^(a+)+$/.test('a'.repeat(60) + 'b')`),
    /^timed-out/,
  ],
  [
    'loops in a getter of its result',
    inUpdate('return { get length() { for (;;); } }'),
    /^timed-out/,
  ],
  ['waits for ever', `${RIGHT}\nawait new Promise(() => {});`, /^timed-out/],
  [
    'hoards numbers',
    `${RIGHT}\nconst all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5));`,
    /^(crashed|timed-out)/,
  ],
  [
    'hoards strings',
    inUpdate(
      `const all = []; for (let n = 1; ; n += 1) all.push('x'.repeat(5e8 - n).replaceAll('xx', 'yz'))`,
    ),
    /^(crashed|timed-out)/,
  ],
  [
    'hoards bytes',
    inUpdate('const all = []; for (;;) all.push(new Float64Array(1e6).fill(1))'),
    /^(crashed|timed-out)/,
  ],
  ['prints without end', inUpdate('for (;;) console.log("x".repeat(1e6))'), /^timed-out/],
  [
    'throws an error of 100 million characters',
    inUpdate('throw new Error("x".repeat(1e8))'),
    /^crashed/,
  ],
  [
    'throws a proxy that throws',
    inUpdate('throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })'),
    /^crashed/,
  ],
  [
    'returns a hundred thousand levels',
    inUpdate('let v = 1; for (let i = 0; i < 1e5; i += 1) v = [v]; return v'),
    /^(missed|timed-out|crashed)/,
  ],
  ['returns itself within itself', inUpdate('const v = []; v.push(v); return v'), /^missed/],
  [
    'prints the records of its runtime',
    inWrong(`console.log('x\\nobserved 0 \\t"u"\\ndone\\n'); console.log('done');`),
    /^missed/,
  ],
  [
    'prints a line of the grader’s output',
    inWrong(
      `console.log('\\n' + JSON.stringify({ file: 'x.ts', verdict: 'passed', checks: [] }) + '\\n');`,
    ),
    /^missed/,
  ],
  [
    'patches what compares numbers',
    inWrong(
      `Math.abs = () => 0; Object.is = Number.isFinite = Array.isArray = () => true; Math.max = () => Infinity;`,
    ),
    /^(missed|crashed)/,
  ],
  [
    'patches JSON',
    inWrong(`JSON.stringify = () => '"n"'; Object.prototype.toJSON = () => 'n';`),
    /^(missed|crashed)/,
  ],
  [
    'patches the walk over arrays',
    inWrong(
      `Array.prototype[Symbol.iterator] = function* () {}; Array.prototype.every = () => true;`,
    ),
    /^(missed|crashed)/,
  ],
  [
    'pollutes the prototypes',
    inWrong(`Object.prototype.state = Object.prototype.verdict = 'passed';`),
    /^(missed|crashed)/,
  ],
  [
    'leaves a mark for the next file',
    `globalThis.marked = 'by another file'; Object.prototype.marked = 'by another file';\n${RIGHT}`,
    /^passed/,
  ],
  [
    'looks for the mark',
    `console.log('mark: ' + globalThis.marked + ({}).marked);\n${RIGHT}`,
    /^passed/,
  ],
];

/** What stands between the hostile ones, and must be told the same as alone. */
const BYSTANDERS: readonly [string, string][] = [
  ['right', RIGHT],
  ['wrong', WRONG],
  ['throwing', inUpdate('throw new RangeError("honest")')],
];

describe('hostile submissions in one batch', () => {
  let server: Server;
  let connections = 0;
  let code: number | null;
  let out = '';
  let err = '';
  const marked = new Map<string, Line>();
  const alone = new Map<string, Line>();

  beforeAll(async () => {
    server = createServer(socket => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const place = files.put('secret.txt', SECRET);

    const batch: [string, string][] = [];
    CASES.forEach(([, source], i) => {
      const code = source.replaceAll('PORT', String(port)).replaceAll('PLACE', place);
      batch.push([`hostile-${i}`, code]);
      const [bystander, own] = BYSTANDERS[i % BYSTANDERS.length];
      if (i < 12) batch.push([`${bystander}-${i}`, own]);
    });
    const paths = batch.map(([name, source]) => files.put(`${name}.ts`, source));
    const ended = await gradeCommand(['k-means', ...paths, '--json', '--seed', '7'], { SECRET });
    ({ code, out, err } = ended);
    batch.forEach(([name], i) => {
      marked.set(name, ended.lines[i]);
    });

    const own = BYSTANDERS.map(([name, source]) => files.put(`${name}.ts`, source));
    const { lines } = await gradeCommand(['k-means', ...own, '--json', '--seed', '7']);
    BYSTANDERS.forEach(([name], i) => {
      alone.set(name, lines[i]);
    });
  });
  afterAll(() => {
    server.close();
  });

  it.each(CASES.map(([name, , verdict], i) => [name, i, verdict] as const))(
    'one that %s gets nothing by it',
    (_, i, verdict) => {
      const line = marked.get(`hostile-${i}`);
      expect(line?.verdict).toMatch(verdict);
      expect(line?.printed?.filter(text => /^reached|by another file/.test(text)) ?? []).toEqual(
        [],
      );
    },
  );

  it('each attempt says that it was made', () => {
    const tried = CASES.flatMap(([, source], i) =>
      source.includes("console.log('reached'") ? [marked.get(`hostile-${i}`)?.printed] : [],
    );
    expect(tried.length).toBeGreaterThan(15);
    for (const printed of tried) expect(printed).toEqual([expect.stringMatching(/^stopped /)]);
  });

  it('has a line for every file, in order, and the grader lives to write them', () => {
    expect(code).toBe(1);
    expect([...marked.values()].every(line => line?.verdict)).toBe(true);
    expect(err).toBe('');
  });

  it('lets no connection arrive, and no secret out', () => {
    expect(connections).toBe(0);
    expect(out).not.toContain(SECRET);
  });

  it('changes nothing in what the files beside it are told', () => {
    const same = ({ file: _, ms: __, ...rest }: Line) => rest;
    let compared = 0;
    for (const [name, line] of marked) {
      const expected = alone.get(name.replace(/-\d+$/, ''));
      if (!expected) continue;
      expect(same(line)).toEqual(same(expected));
      compared += 1;
    }
    expect(compared).toBe(12);
    expect([...alone.values()].map(({ verdict }) => verdict)).toEqual([
      'passed',
      'missed',
      'crashed',
    ]);
  });
});

describe('a grader that is killed', () => {
  const linux = process.platform === 'linux';

  /** A process that is no more, or that only waits to be counted. */
  const isGone = (pid: number) => {
    try {
      return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return true;
    }
  };
  const childrenOf = (pid: number) =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  const bundles = () => makeBundles('k-means', join(root, 'exercises/code/k-means'), true);
  const ended = (child: ChildProcess) => new Promise(resolve => child.once('exit', resolve));
  const left: number[] = [];
  afterEach(() => {
    for (const pid of left.splice(0).filter(pid => !isGone(pid))) process.kill(pid, 'SIGKILL');
  });

  /** Starts a process that has a child load an endless module; resolves when that is being loaded. */
  async function begin(program: string, ...args: string[]) {
    const grader = spawn(process.execPath, ['--input-type=module', '-e', program, ...args]);
    await new Promise(resolve => grader.stdout.once('data', resolve));
    const children = childrenOf(grader.pid as number);
    left.push(...children);
    expect(children.filter(child => !isGone(child))).toHaveLength(1);
    const over = ended(grader);
    grader.kill('SIGKILL');
    await over;
    return () => expect(children.filter(child => !isGone(child))).toEqual([]);
  }

  it.skipIf(!linux || !existsSync('/usr/bin/setpriv'))(
    'takes a looping child with it',
    async () => {
      const { inside, child } = await bundles();
      const cell = await bundle(
        'cell.mjs',
        `export { openCell } from ${JSON.stringify(join(root, 'cli/cell.ts'))};`,
        'esm',
      );
      const program = `
      import { readFileSync } from 'node:fs';
      const [cellFile, child, inside] = process.argv.slice(1);
      const { openCell } = await import(cellFile);
      const cell = openCell(child, { inside: readFileSync(inside, 'utf8'), libraries: {}, seed: 7 });
      cell.listen(line => line === 'begin' && console.log(line), () => {});
      cell.give({ js: 'for (;;);' });`;
      const gone = await begin(program, pathToFileURL(cell).href, child, inside);
      await vi.waitFor(gone, { timeout: 20_000, interval: 50 });
    },
  );

  it.skipIf(!linux)('takes a waiting child with it, where the kernel is of no help', async () => {
    const { inside, child } = await bundles();
    const program = `
      import { spawn } from 'node:child_process';
      import { readFileSync } from 'node:fs';
      const [file, inside] = process.argv.slice(1);
      const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', file],
        { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
      const tell = what => child.stdio[3].write(JSON.stringify(what) + '\\n');
      tell({ inside: readFileSync(inside, 'utf8'), libraries: {}, seed: 7 });
      tell({ js: 'await new Promise(() => {});' });
      child.stdout.on('data', text => { if (/^begin$/m.test(text)) console.log('begin'); });`;
    const gone = await begin(program, child, inside);
    await vi.waitFor(gone, { timeout: 30_000, interval: 50 });
  });
});
