import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCell } from '../../cli/cell';
import { makeBundles } from '../../cli/launch.mjs';
import { witness } from '../../cli/witness';
import { folder, gradeAll, type Line, RIGHT } from './grading';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let server: Server;
let hits = 0;
let address = '';

beforeAll(async () => {
  server = createServer((_, response) => {
    response.end('here');
  });
  server.on('connection', () => {
    hits += 1;
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
});

/** Counts, from within, the objects in reach that belong to another realm. */
const STRANGERS = `
function strangers(...roots) {
  const seen = new Set(), found = new Set(), open = [...roots];
  const end = Object.prototype;
  while (open.length > 0) {
    const part = open.pop();
    if ((typeof part !== 'object' && typeof part !== 'function') || part === null || seen.has(part)) continue;
    seen.add(part);
    let top = part;
    for (let next; (next = Object.getPrototypeOf(top)) !== null; ) top = next;
    if (top !== end && top !== part) found.add(String(part));
    open.push(Object.getPrototypeOf(part), part.constructor);
    const own = Object.getOwnPropertyDescriptors(part);
    for (const name of Reflect.ownKeys(own)) open.push(own[name].value, own[name].get, own[name].set);
  }
  return [...found];
}
`;

/** A right submission with something before and after it; it tells what it found by its console. */
const withCode = (code: string) => `${RIGHT}\n${STRANGERS}\n${code}`;
const spoilt = (code: string) =>
  `${RIGHT.replace('/ members.length;', '/ centroids.length;')}\n${STRANGERS}\n${code}`;

describe('a submission', () => {
  let marked: Record<string, Line>;
  const printed = (name: string) => (marked[name].printed ?? []).join('\n');

  beforeAll(async () => {
    ({ marked } = await gradeAll({
      names: withCode(`
        const names = 'process require module exports __filename __dirname Buffer global fetch XMLHttpRequest WebSocket EventSource navigator Worker MessageChannel BroadcastChannel setTimeout setInterval setImmediate WebAssembly SharedArrayBuffer crypto URL Blob importScripts postMessage'.split(' ');
        console.log('found:', names.filter(name => name in globalThis).join());
        console.log('bare:', typeof process, typeof require, typeof module, typeof Buffer, typeof fetch);
        console.log('own:', Object.getOwnPropertyNames(globalThis).filter(name => /^[a-z]/.test(name)).sort().join());`),
      reach: withCode(
        `
        let thrown; try { null.x; } catch (error) { thrown = error; }
        let deep; try { (function down() { down(); })(); } catch (error) { deep = error; }
        const roots = [globalThis, thrown, deep, (async () => {})(), function* () {}, async function* () {}, [][Symbol.iterator](), import.meta];
        console.log('strangers:', strangers(...roots).join());`.replace(', import.meta', ''),
      ),
      arguments: `${RIGHT.replace('export function assign(', `export function assign(...args) { const line = 'strangers: ' + strangers(args, this, new Error().stack, arguments).join(); if (!told.has(line)) console.log(line); told.add(line); return honest(...args); }\nfunction honest(`)}\nconst told = new Set();\n${STRANGERS}`,
      evaluates: withCode(`
        const makers = { eval, indirect: (0, eval), Function, async: (async () => {}).constructor, generator: (function* () {}).constructor, escape: console.log.constructor, clock: performance.now.constructor };
        for (const [name, make] of Object.entries(makers)) {
          try { console.log(name, 'made', make('return globalThis.process')); } catch (error) { console.log(name, error.name, error instanceof EvalError); }
        }`),
      stacks: withCode(`
        const caught = [];
        const hook = (error, sites) => { caught.push(sites); return 'hooked'; };
        const tries = {
          set: () => { Error.prepareStackTrace = hook; },
          define: () => Object.defineProperty(Error, 'prepareStackTrace', { value: hook }),
          original: () => { Error.prototype.constructor.prepareStackTrace = hook; },
          sub: () => { TypeError.prepareStackTrace = hook; Object.getPrototypeOf(TypeError).prepareStackTrace = hook; },
          replace: () => { globalThis.Error = { prepareStackTrace: hook }; },
          redefine: () => Object.defineProperty(globalThis, 'Error', { value: { prepareStackTrace: hook } }),
          remove: () => { delete globalThis.Error; globalThis.Error = { prepareStackTrace: hook }; },
        };
        for (const attempt of Object.values(tries)) {
          try { attempt(); } catch {}
          try { new Error('x').stack; new TypeError('x').stack; } catch {}
          try { null.x; } catch (error) { error.stack; }
        }
        console.log('call sites:', caught.length);
        const outcomes = [];
        for (const name of [Symbol('x'), { toString() { throw 1; } }, 7, null]) {
          const error = new Error('x');
          error.name = name;
          try { outcomes.push(typeof error.stack); } catch (other) { outcomes.push(other instanceof Error, strangers(other).join()); }
        }
        const odd = {}; Error.captureStackTrace(odd); outcomes.push(typeof odd.stack);
        console.log('odd names:', outcomes.join());
        console.log(new Error('seen').stack.split('\\n').length, /node:|cache/.test(new Error('seen').stack));`),
      promises: withCode(`
        const got = [];
        const spy = name => function (...args) { got.push(...args.filter(arg => typeof arg === 'function' && !(arg instanceof Function))); return this; };
        for (const attempt of [
          () => { Promise.prototype.then = spy('then'); },
          () => { Object.defineProperty(Promise.prototype, 'then', { value: spy('then') }); },
          () => { Object.defineProperty(Promise, Symbol.species, { get: () => spy('species') }); },
          () => { Object.defineProperty(Promise.prototype, 'constructor', { get: () => spy('constructor') }); },
          () => { Object.prototype.then = spy('thenable'); },
        ]) { try { attempt(); } catch {} }
        const inspected = Symbol.for('nodejs.util.inspect.custom');
        const leaky = () => { const error = new Error('x'); error[inspected] = (...args) => { got.push(...args); return 'x'; }; return error; };
        Promise.reject(leaky());
        (async () => { throw leaky(); })();
        queueMicrotask(() => { throw leaky(); });
        await null;
        delete Object.prototype.then;
        for (let i = 0; i < 20; i += 1) await i;
        console.log('leaked:', got.length);`),
      overflow: withCode(`
        const foreign = new Set();
        const keep = error => { if (typeof error === 'object' && error !== null && !(error instanceof Error)) foreign.add(error); };
        let fresh = [];
        function down(...pad) {
          try { down(...pad); } catch (error) {
            keep(error);
            if (fresh.length > 0) {
              try { fresh.pop().stack; } catch (other) { keep(other); }
              try { console.log('x'); } catch (other) { keep(other); }
            }
            throw error;
          }
        }
        for (let k = 0; k < 8; k += 1) {
          fresh = Array.from({ length: 20 }, () => new Error('x'));
          try { down(...Array(k).fill(0)); } catch (other) { keep(other); }
        }
        const powers = [];
        for (const error of foreign) {
          const Foreign = error.constructor, MakeFunction = Foreign.constructor;
          try { powers.push(MakeFunction('return process')()); } catch {}
          const outer = Object.getPrototypeOf(MakeFunction.prototype);
          for (const part of [outer, MakeFunction.prototype, Foreign, Foreign.prototype, outer.constructor]) {
            if (!Object.isFrozen(part)) powers.push('open');
          }
          for (const name of ['process', 'require', 'fetch', 'Buffer']) if (outer[name] || MakeFunction[name]) powers.push(name);
          try { Object.defineProperty(outer, 'get', { get() { powers.push(this); } }); powers.push('polluted'); } catch {}
        }
        console.log('reached:', foreign.size > 0, 'powers:', powers.length);`),
      network: withCode(`
        const to = '${address}';
        for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
          try { const Kind = globalThis[name]; new Kind(to); Kind(to); } catch (error) { console.log(name, error.name); }
        }
        try { process.getBuiltinModule('http').get(to); } catch (error) { console.log('http', error.name); }
        try { process.binding('tcp_wrap'); } catch (error) { console.log('binding', error.name); }
        try { require('net').connect(80); } catch (error) { console.log('net', error.name); }`),
      leaves: withCode(`
        for (const go of [() => process.exit(0), () => process.kill(process.ppid), () => process.abort(), () => quit(), () => close()]) {
          try { go(); console.log('gone'); } catch (error) { console.log(error.name); }
        }`),
      'exits-early': spoilt(`await new Promise(resolve => queueMicrotask(resolve)); throw null;`),
      forges: spoilt(`
        const always = () => true;
        const spoil = (owner, name, value) => { try { owner[name] = value; } catch {} };
        spoil(Math, 'abs', () => 0); spoil(Math, 'max', () => Infinity);
        spoil(Number, 'isFinite', always); spoil(Object, 'is', always); spoil(Array, 'isArray', always);
        spoil(WeakSet.prototype, 'has', always); spoil(RegExp.prototype, 'test', always); spoil(String.prototype, 'slice', () => '');
        spoil(Reflect, 'apply', () => 0); spoil(Reflect, 'get', () => 0); spoil(Function.prototype, 'call', () => 0); spoil(Function.prototype, 'apply', () => 0);
        spoil(JSON, 'stringify', () => '"n"'); spoil(Object.prototype, 'toJSON', () => 'n'); spoil(Array.prototype, 'toJSON', () => ['o', ['calls'], ['l']]);
        spoil(Array.prototype, 'push', () => 0); spoil(Array.prototype, 'every', always); spoil(Object, 'keys', () => []);
        spoil(globalThis, 'Float64Array', Array); spoil(globalThis, 'Proxy', Object);`),
      speaks: spoilt(`
        console.log('done'); console.log('x\\nobserved 0 \\t"u"\\ndone\\n');
        console.log({ toString() { return 'x\\ndone'; } }, ['x\\ndone']);`),
    }));
  });

  it('finds the language, a console, a clock, structuredClone and queueMicrotask, and nothing else', () => {
    expect(marked.names.verdict).toBe('passed');
    expect(marked.names.printed?.[0]).toBe('found: ');
    expect(marked.names.printed?.[1]).toBe(`bare: ${Array(5).fill('undefined').join(' ')}`);
    expect(marked.names.printed?.[2]).toBe(
      'own: console,decodeURI,decodeURIComponent,encodeURI,encodeURIComponent,escape,eval,globalThis,isFinite,isNaN,parseFloat,parseInt,performance,queueMicrotask,structuredClone,undefined,unescape',
    );
  });

  it('reaches no object of another realm', () => {
    expect(marked.reach.verdict).toBe('passed');
    expect(marked.reach.printed).toEqual(['strangers: ']);
    expect(new Set(marked.arguments.printed)).toEqual(new Set(['strangers: ']));
  });

  it('makes no code from strings', () => {
    expect(marked.evaluates.printed).toHaveLength(7);
    for (const line of marked.evaluates.printed ?? []) expect(line).toMatch(/ EvalError true$/);
  });

  it('gets no call sites, and no error of another realm from an error with an odd name', () => {
    expect(marked.stacks.printed).toEqual([
      'call sites: 0',
      'odd names: string,string,string,string,string',
      '2 false',
    ]);
  });

  it('gets nothing from the promises that the outside awaits, or from rejections', () => {
    expect(printed('promises')).toBe('leaked: 0');
  });

  it('gets no power from an error that the outside throws near the end of the stack', () => {
    // The error itself can be had: Node formats stacks in its own realm. Nothing leads on from it.
    expect(printed('overflow')).toMatch(/reached: true powers: 0$/);
  });

  it('reaches no server', () => {
    expect(marked.network.verdict).toBe('passed');
    expect(marked.network.printed).toHaveLength(7);
    expect(printed('network')).not.toContain('undefined');
    expect(hits).toBe(0);
  });

  it('cannot end its process or that of the grader', () => {
    expect(marked.leaves.verdict).toBe('passed');
    expect(printed('leaves')).toBe(Array(5).fill('ReferenceError').join('\n'));
    expect(marked['exits-early'].verdict).toBe('crashed');
  });

  it('wins no verdict by changing the built-ins around it, or by printing what the runtime writes', () => {
    for (const name of ['forges', 'speaks']) {
      expect(marked[name].verdict).not.toBe('passed');
      const check = marked[name].checks.find(
        ({ name }) => name === 'moves each centroid to the mean of its points',
      );
      expect(check?.outcome).not.toBe('passed');
    }
  });
});

describe('behind the transpiler', () => {
  const experiments = 3;
  let bundles: { inside: string; child: string };
  const files = folder();
  afterAll(files.close);

  beforeAll(async () => {
    const root = join(import.meta.dirname, '..', '..', 'exercises', 'code');
    bundles = await makeBundles('k-means', join(root, 'k-means'), true);
  });

  async function run(js: string, inside?: string) {
    const { readFileSync } = await import('node:fs');
    const text = inside ?? readFileSync(bundles.inside, 'utf8');
    const cell = openCell(bundles.child, { inside: text, seed: 7, libraries: {} });
    const witnessed = await witness(cell, experiments, { js, only: [] });
    cell.kill();
    return witnessed;
  }

  it('refuses import() with an error of the realm itself', async () => {
    const { printed } = await run(`${STRANGERS}
      for (const what of ['fs', 'node:fs', 'data:text/javascript,export default 1', './child.cjs', '${address}', { toString: () => 'net' }]) {
        const promise = import(what);
        const reason = await promise.catch(error => error);
        console.log(reason instanceof Error, promise instanceof Promise, strangers(promise, reason).length);
      }
      try { await import({ toString() { throw new RangeError('x'); } }); } catch (error) { console.log(error.name, strangers(error).length); }
      try { await import(Symbol('x')); } catch (error) { console.log(error.name, strangers(error).length); }
      try { await import('x', { with: { type: 'json' } }); } catch (error) { console.log(error instanceof Error, strangers(error).length); }`);
    expect(printed).toEqual([
      ...Array(6).fill('true true 0'),
      'RangeError 0',
      'TypeError 0',
      'true 0',
    ]);
    expect(hits).toBe(0);
  });

  it('refuses a static import', async () => {
    for (const js of ["import fs from 'node:fs';", "export * from './child.cjs';"]) {
      expect((await run(js)).run.atLoad?.message).toMatch(/not available/);
    }
  });

  it('gives import.meta nothing', async () => {
    const { printed } = await run(
      'console.log(Object.getPrototypeOf(import.meta), Reflect.ownKeys(import.meta));',
    );
    expect(printed).toEqual(['null []']);
  });

  it('finds no power in an object of the outer realm, should one ever be reached', async () => {
    // Without the lock on stacks, an odd name makes Node throw an error of its own realm.
    const inside = `
      exports.settle = (seed, send) => ({
        run() {
          const say = text => send('console ' + JSON.stringify(String(text)));
          const error = new Error('x');
          error.name = Symbol('x');
          let outer;
          try { error.stack; } catch (other) { outer = other; }
          say(outer instanceof Error);
          const MakeFunction = outer.constructor.constructor;
          try { MakeFunction('return process')(); say('code'); } catch (other) { say(other.name); }
          const seen = new Set(), loose = [], open = [outer.constructor, MakeFunction.prototype];
          while (open.length > 0) {
            const part = open.pop();
            if ((typeof part !== 'object' && typeof part !== 'function') || part === null || seen.has(part)) continue;
            seen.add(part);
            if (!Object.isFrozen(part)) loose.push(part.name ?? typeof part);
            open.push(Object.getPrototypeOf(part));
            const own = Object.getOwnPropertyDescriptors(part);
            for (const name of Reflect.ownKeys(own)) open.push(own[name].value, own[name].get, own[name].set);
          }
          say('many ' + (seen.size > 20) + ', loose: ' + loose.join());
        },
        draw() {},
        failed() {},
        refusal() {},
      });`;
    const { printed } = await run('export const nothing = 0;', inside);
    expect(printed).toEqual(['false', 'EvalError', 'many true, loose: ']);
  });

  it('has a process that opens no file, starts nothing and knows no environment', async () => {
    const program = files.put(
      'probe.cjs',
      `const tell = (name, what) => {
        try { tellLine(name + ' ' + what()); } catch (error) { tellLine(name + ' ' + error.code); }
      };
      const tellLine = text => require('fs').writeSync(1, text + '\\n');
      tell('read', () => require('fs').readFileSync('/etc/hostname'));
      tell('list', () => require('fs').readdirSync('/'));
      tell('write', () => require('fs').writeFileSync(__filename, ''));
      tell('spawn', () => require('child_process').spawnSync('true').status);
      tell('worker', () => new (require('worker_threads').Worker)('1', { eval: true }));
      tell('code', () => { try { return new Function('return 1')(); } catch (error) { return error.name; } });
      tell('environment', () => Object.keys(process.env).length);
      tell('input', () => require('fs').readSync(0, Buffer.alloc(1)));
      require('net').connect(${new URL('http://x').port || 0} || ${(server.address() as AddressInfo).port}, '127.0.0.1')
        .on('connect', () => { tellLine('net open'); process.exit(); })
        .on('error', error => { tellLine('net ' + error.code); process.exit(); });`,
    );
    const cell = openCell(program, { inside: '', seed: 0, libraries: {} });
    const lines: string[] = [];
    await new Promise<void>(resolve =>
      cell.listen(
        line => lines.push(line),
        () => resolve(),
      ),
    );
    expect(lines.slice(0, 8)).toEqual([
      'read ERR_ACCESS_DENIED',
      'list ERR_ACCESS_DENIED',
      'write ERR_ACCESS_DENIED',
      'spawn ERR_ACCESS_DENIED',
      'worker ERR_ACCESS_DENIED',
      'code EvalError',
      'environment 0',
      'input 0',
    ]);
    // Where a network of its own cannot be had, the realm is all that keeps a submission off the net.
    if (existsSync('/usr/bin/unshare')) expect(lines[8]).toMatch(/^net /);
  });
});
