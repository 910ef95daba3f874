import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { resolveChromium } from '../../tools/chromium.mjs';
import { serveHarness } from './harness/build';
import type { Seen } from './harness/harness';

/** Right answers, as JavaScript; tests change one function of it. */
const HONEST = {
  means: `export function means(X) {
    if (X.length === 0) throw new RangeError('means: no rows');
    return X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / X.length);
  }`,
  centre: `export function centre(X) {
    const middle = means(X);
    return X.map(row => row.map((x, j) => x - middle[j]));
  }`,
  reach: `export function reach(X) { return X.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 0); }`,
};
const honest = (change: Partial<typeof HONEST> = {}, before = '') =>
  [before, ...Object.values({ ...HONEST, ...change })].join('\n');

const PASSED = ['passed', 'passed', 'passed', 'passed', 'passed'];
/** What one experiment may take in the harness, in ms. */
const DEADLINE = 1000;

// Chromium on a desktop gives a sandboxed frame a process of its own; without a screen it must be asked.
const chromium = await resolveChromium();
test.use({ launchOptions: { ...chromium, args: [...chromium.args, '--site-per-process'] } });

let page: Page;
let site: Awaited<ReturnType<typeof serveHarness>>;
let sink: Server;
let sinkUrl: string;
let arrived: string[] = [];

test.beforeAll(async ({ browser }) => {
  site = await serveHarness();
  sink = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'text/javascript');
    response.end('globalThis.reached = true');
  });
  sink.on('upgrade', (request, socket) => {
    arrived.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>(resolve => sink.listen(0, '127.0.0.1', resolve));
  sinkUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'harness' in window);
});

test.afterAll(async () => {
  await page?.close();
  await site?.close();
  await new Promise(resolve => sink?.close(resolve));
});

test.beforeEach(() => {
  arrived = [];
});

const run = (js: string, seed = 1, only?: number[]): Promise<Seen> =>
  page.evaluate(([js, seed, only]) => window.harness.run(js, seed, only), [
    js,
    seed,
    only,
  ] as const);

async function expectNextRunToWork(): Promise<void> {
  const next = await run(honest());
  expect(next.states).toEqual(PASSED);
}

test.describe('an honest submission', () => {
  test('passes, and its experiments are told one by one', async () => {
    const seen = await run(honest());
    expect(seen.states).toEqual(PASSED);
    expect(seen.order).toEqual([0, 1, 2, 3, 4]);
    expect(seen.logs).toEqual([]);
  });

  test('passes from source text to verdict, with the types it was written with', async () => {
    const { verdict } = await page.evaluate(() =>
      window.harness.grade(window.harness.solution, 77),
    );
    expect(verdict.kind).toBe('passed');
  });

  test('is told its mistake where its numbers equal those of a mutant', async () => {
    const { verdict } = await page.evaluate(() =>
      window.harness.grade(
        window.harness.solution
          .replace('/ X.length', '/ (X.length - 1)')
          .replace('X.flat', 'X.flat'),
        5,
      ),
    );
    expect(verdict).toMatchObject({
      kind: 'missed',
      diagnosis: { from: 'mutant', mistakes: ['divides by one less'] },
    });
  });

  test('runs only the experiments that are asked for', async () => {
    const seen = await run(honest(), 1, [3]);
    expect(seen.states).toEqual(['not-run', 'not-run', 'not-run', 'passed', 'not-run']);
  });

  test('starts in a fresh realm every time', async () => {
    const counting = honest(
      {},
      'globalThis.count = (globalThis.count ?? 0) + 1; console.log(count);',
    );
    expect((await run(counting)).logs).toEqual(['1']);
    expect((await run(counting)).logs).toEqual(['1']);
  });

  test('prints values as one would type them', async () => {
    const { logs } = await run(
      `console.log('loss', 0.5, [1, -0, NaN], { a: [null, undefined, 'x'] }, new Map(), Float64Array.of(1));
       console.table([[1, 2]]);`,
    );
    expect(logs).toEqual([
      'loss 0.5 [1, -0, NaN] { a: [null, undefined, "x"] } Map Float64Array [1]',
      '[[1, 2]]',
    ]);
  });
});

test.describe('a submission that does not end', () => {
  const loops: [string, string, number | 'load'][] = [
    ['in a function', honest({ centre: 'export function centre() { for (;;); }' }), 1],
    ['at the top level', 'for (;;);', 'load'],
    [
      'in a finally block',
      honest({
        reach: 'export function reach() { for (;;) try { return 1 } finally { continue } }',
      }),
      3,
    ],
    [
      'in microtasks',
      'await new Promise(() => { const again = () => queueMicrotask(again); again(); });',
      'load',
    ],
    ['in a promise that nobody settles', 'await new Promise(() => {});', 'load'],
    [
      'in swallowed recursion',
      honest({ means: 'export function means() { try { means() } catch { means() } }' }),
      0,
    ],
    [
      'in a regular expression',
      honest({ reach: `export function reach() { return /^(a+)+$/.test('a'.repeat(60) + 'b') }` }),
      3,
    ],
  ];
  for (const [where, js, index] of loops) {
    test(`${where} is stopped at the deadline, and the next run works`, async () => {
      const seen = await run(js);
      expect(seen.ms).toBeGreaterThanOrEqual(DEADLINE);
      expect(seen.ms).toBeLessThan(DEADLINE + 1500);
      if (index === 'load') {
        expect(seen.loadTimedOut).toBeGreaterThanOrEqual(1);
        expect(seen.states).toEqual(PASSED.map(() => 'not-run'));
      } else {
        expect(seen.states.slice(0, index)).toEqual(PASSED.slice(0, index));
        expect(seen.witnesses[index]).toMatchObject({ stopped: 'timed-out' });
        expect(new Set(seen.witnesses.slice(index + 1))).toEqual(
          new Set(index < 4 ? ['not-run'] : []),
        );
      }
      await expectNextRunToWork();
    });
  }

  test('gives way to a new run at once', async () => {
    const began = Date.now();
    const ends = await page.evaluate(
      ([endless, good]) => window.harness.race([endless, good]),
      ['for (;;);', honest()],
    );
    expect(ends).toEqual(['AbortError', 'finished']);
    expect(Date.now() - began).toBeLessThan(DEADLINE);
  });

  test('is stopped when each step is in time and all of them are not', async () => {
    const slow = `{ const end = performance.now() + 700; while (performance.now() < end); }`;
    const seen = await run(
      honest({ means: HONEST.means.replace('{', `{ ${slow}`), reach: HONEST.reach }),
    );
    expect(JSON.stringify(seen.witnesses)).toContain('timed-out');
    await expectNextRunToWork();
  });
});

test.describe('a flood', () => {
  test('of console lines is cut at 200 and the page stays awake', async () => {
    await page.evaluate(() => window.harness.stall());
    const seen = await run(honest({}, 'for (let i = 0; i < 1e6; i += 1) console.log(i);'));
    expect(seen.states).toEqual(PASSED);
    expect(seen.logs).toHaveLength(201);
    expect(seen.logs[200]).toContain('left out');
    expect(await page.evaluate(() => window.harness.stall())).toBeLessThan(500);
  });

  test('of characters is cut as well', async () => {
    const code = 'for (let i = 0; i < 50; i += 1) console.log("x".repeat(5e6));';
    const seen = await run(honest({}, code));
    expect(seen.states).toEqual(PASSED);
    expect(seen.logs.join('').length).toBeLessThan(21_000);
  });

  test('of messages past the worker’s own limit is stopped by the frame', async () => {
    const heard = await page.evaluate(() =>
      window.harness.abuse(`onmessage = ({ ports: [port] }) => {
        for (let i = 0; i < 1e5; i += 1) port.postMessage({ t: 'log', line: 'x'.repeat(9000) });
      }`),
    );
    expect(heard).toHaveLength(601);
    expect(heard.at(-1)).toEqual({ id: 1, t: 'killed', why: 'flood' });
    expect((heard[0] as { line: string }).line).toHaveLength(2000);
  });

  test('of errors is stopped by the frame', async () => {
    const heard = await page.evaluate(() =>
      window.harness.abuse(`onmessage = () => {
        for (let i = 0; i < 500; i += 1) setTimeout(() => { throw new Error('again'); });
      }`),
    );
    expect(heard).toHaveLength(2);
    expect(heard[0]).toMatchObject({ t: 'error', line: 2 });
    expect(heard[1]).toMatchObject({ t: 'killed', why: 'errors' });
  });

  for (const bad of [
    'null',
    '{ t: "verdict", pass: true }',
    '{ t: "observed", index: 0, shape: "\\"n\\"", numbers: [1] }',
    '{ t: "observed", index: -1, shape: "", numbers: new Float64Array() }',
    '{ t: "failed", error: { name: {}, message: "" } }',
    '{ t: "log", line: {} }',
  ]) {
    test(`of none, but one bad message, is the end as well: ${bad}`, async () => {
      const heard = await page.evaluate(
        bad =>
          window.harness.abuse(`onmessage = ({ ports: [port] }) => { port.postMessage(${bad}) }`),
        bad,
      );
      expect(heard).toEqual([{ id: 1, t: 'killed', why: 'message' }]);
    });
  }

  test('on the channel that nobody uses is the end', async () => {
    const heard = await page.evaluate(() =>
      window.harness.abuse(`onmessage = () => postMessage({ t: 'done' })`),
    );
    expect(heard).toEqual([{ id: 1, t: 'killed', why: 'message' }]);
  });
});

test.describe('a forgery', () => {
  const wrong = { means: 'export function means(X) { return X[0].map(() => 0); }' };
  const attempts: [string, string][] = [
    [
      'by patched arrays',
      `for (const name of ['map', 'slice', 'push', 'forEach', 'filter', 'every', 'concat'])
         Array.prototype[name] = function () { return this; };
       Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };
       Array.isArray = () => false;`,
    ],
    [
      'by patched JSON',
      `JSON.stringify = () => '["v",0]'; JSON.parse = () => null;
       Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = () => 'u';`,
    ],
    [
      'by messages of its own',
      `for (const name of ['postMessage', 'onmessage', 'MessagePort', 'MessageChannel', 'BroadcastChannel'])
         if (typeof globalThis[name] !== 'undefined') console.log('reached ' + name);
       try { postMessage({ t: 'observed', index: 0, shape: '"n"', numbers: new Float64Array(1) }); console.log('reached it'); } catch {}
       globalThis.postMessage = globalThis.onmessage = () => console.log('reached hook');`,
    ],
    [
      'by patched cloning',
      `globalThis.structuredClone = x => 0; globalThis.queueMicrotask = () => {};
       globalThis.performance = null; globalThis.console = null;`,
    ],
    [
      'by listening to messages',
      `try { Object.defineProperty(MessageEvent.prototype, 'data', { get() { console.log('reached data'); return null; } }); } catch {}
       try { EventTarget.prototype.addEventListener.call(globalThis, 'message', () => console.log('reached message')); } catch {}
       try { MessagePort.prototype.postMessage = () => console.log('reached port'); } catch {}`,
    ],
    [
      'by setters on Object.prototype',
      `for (const name of ['t', 'index', 'shape', 'numbers', 'calls', 'value', 'threw', 'line', 'port', 'data', '0', '1'])
         Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 'forged',
           set(value) { if (value && typeof value.postMessage === 'function') console.log('reached a port'); } });`,
    ],
    [
      'by getters on Array.prototype',
      `for (const name of ['0', '1', '2', 'length'])
         try { Object.defineProperty(Array.prototype, name, { configurable: true, get: () => 0, set() {} }); } catch {}`,
    ],
    [
      'by patched typed arrays',
      `const typed = Object.getPrototypeOf(Float64Array.prototype);
       for (const name of ['length', 'buffer', 'byteLength']) Object.defineProperty(typed, name, { get: () => 0 });
       typed.set = typed.slice = typed.subarray = () => new Float64Array(3);
       globalThis.Float64Array = Array; ArrayBuffer.isView = () => true;`,
    ],
    [
      'by patched reflection',
      `Reflect.apply = Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 0;
       Reflect.get = Reflect.ownKeys = () => []; Object.keys = () => []; Object.is = () => true;
       WeakSet.prototype.has = () => true; Map.prototype.get = () => 0; Math.abs = () => 0;`,
    ],
    [
      'by patched promises',
      `Promise.prototype.then = function () { return this; };
       Promise.resolve = () => ({ then() {} });
       Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object });`,
    ],
    [
      'by patched errors and regular expressions',
      `Error.prepareStackTrace = () => 'forged'; Error.stackTraceLimit = Infinity;
       RegExp.prototype.exec = RegExp.prototype.test = () => null;`,
    ],
    ['by a frozen world', 'Object.freeze(globalThis); Object.freeze(Object.prototype);'],
    [
      'by a module that is a promise',
      'export function then(resolve) { resolve({ means: () => 0 }); }',
    ],
    [
      'by numbers that compute themselves',
      'Number.prototype.valueOf = () => 0; Symbol.hasInstance; Object.prototype.valueOf = () => 1;',
    ],
  ];
  for (const [how, code] of attempts) {
    test(`${how} makes no wrong answer right`, async () => {
      const seen = await run(honest(wrong, code));
      expect(seen.states).not.toContain('timed-out');
      expect(seen.states[0]).not.toBe('passed');
      expect(seen.states[1]).not.toBe('passed');
      expect(seen.logs.filter(line => line.startsWith('reached'))).toEqual([]);
      await expectNextRunToWork();
    });
  }

  test('finds neither the answers nor the author’s mistakes in its realm', async () => {
    // Every built-in that the runtime might call is made to look through its arguments.
    const seen = await run(
      honest(
        {},
        `const wanted = 'divides by one less';
        const looked = new Set();
        const { getOwnPropertyDescriptor, getOwnPropertyNames } = Object;
        const real = { includes: String.prototype.includes, apply: Reflect.apply, keys: Reflect.ownKeys };
        let found = false;
        function look(value, depth = 0) {
          if (typeof value === 'string') { if (real.apply(real.includes, value, [wanted])) found = true; return; }
          if (value === null || (typeof value !== 'object' && typeof value !== 'function') || depth > 6) return;
          if (looked.has(value)) return;
          looked.add(value);
          try { for (const key of real.keys(value)) look(getOwnPropertyDescriptor(value, key)?.value, depth + 1); } catch {}
        }
        look(globalThis);
        for (const owner of [Array.prototype, String.prototype, Map.prototype, Function.prototype, Reflect, Object, Promise.prototype])
          for (const name of getOwnPropertyNames(owner)) {
            const original = getOwnPropertyDescriptor(owner, name)?.value;
            if (typeof original !== 'function' || name === 'constructor') continue;
            try { owner[name] = function (...args) {
              const was = looking; looking = true;
              if (!was) { look(this); look(args); looking = false; }
              return real.apply(original, this, args);
            }; } catch {}
          }
        let looking = false;
        let frames = '';
        try { Error.prepareStackTrace = (error, sites) => {
          for (const site of sites) { look(site.getFunction()); look(site.getThis()); frames += site.getFileName() + ' '; }
          return '';
        }; } catch {}
        export function probe() { frames += new Error('x').stack.replaceAll('\\n', ' '); return { found, frames }; }`,
      ).replace(
        'export function means(X) {',
        'export function means(X) { globalThis.last = probe(); console.log(last.found, last.frames);',
      ),
    );
    expect(seen.logs.length).toBeGreaterThan(0);
    for (const line of seen.logs) {
      expect(line).toMatch(/^false /);
      // The grader's code goes by a name that cannot be imported; the only blobs are its own.
      expect(new Set(line.match(/blob:[^\s:]+/g)).size).toBe(1);
    }
  });
});

test.describe('the box', () => {
  test('lets nothing out to the network', async () => {
    await fetch(`${sinkUrl}/control`);
    expect(arrived).toEqual(['GET /control']);
    arrived = [];
    const seen = await run(
      `const url = ${JSON.stringify(sinkUrl)};
      const attempts = {
        fetch: () => fetch(url + '/fetch'),
        post: () => fetch(url + '/post', { method: 'POST', mode: 'no-cors', body: 'x' }),
        xhr: () => { const x = new XMLHttpRequest(); x.open('GET', url + '/xhr', false); x.send(); },
        socket: () => new WebSocket(url.replace('http', 'ws') + '/socket'),
        source: () => new EventSource(url + '/source'),
        beacon: () => navigator.sendBeacon(url + '/beacon'),
        scripts: () => importScripts(url + '/scripts'),
        module: () => import(url + '/module'),
        data: () => import('data:text/javascript,0'),
        json: () => import(url + '/json', { with: { type: 'json' } }),
        worker: () => new Worker(url + '/worker'),
        nested: () => new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '/nested")']))),
        shared: () => new SharedWorker(url + '/shared'),
        font: () => new FontFace('x', 'url(' + url + '/font)').load(),
        transport: () => new WebTransport(url.replace('http', 'https') + '/transport').ready,
        eval: () => (0, eval)('1'),
        Function: () => new Function('return 1')(),
        constructor: () => (() => {}).constructor('return 1')(),
        wasm: () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        try { await attempt(); console.log('reached ' + name); } catch (error) { console.log(name + ': ' + error.name); }
      }`,
    );
    expect(seen.logs).toHaveLength(19);
    expect(seen.logs.filter(line => line.startsWith('reached'))).toEqual([]);
    expect(arrived).toEqual([]);
  });

  test('holds without the scrub: a bare worker in the frame reaches nothing', async () => {
    const heard = await page.evaluate(
      ([url, page]) =>
        window.harness.abuse(`onmessage = async ({ ports: [port] }) => {
          const attempts = {
            fetch: () => fetch('${url}/fetch'),
            own: () => fetch('${page}/'),
            post: () => fetch('${url}/post', { method: 'POST', mode: 'no-cors', body: 'x' }),
            xhr: () => { const x = new XMLHttpRequest(); x.open('GET', '${url}/xhr', false); x.send(); },
            scripts: () => importScripts('${url}/scripts'),
            module: () => import('${url}/module'),
            worker: () => new Promise((resolve, reject) => { const w = new Worker('${url}/worker'); w.onerror = reject; w.onmessage = resolve; }),
            database: () => new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = resolve; r.onerror = reject; }),
            caches: () => caches.open('x'),
            storage: () => navigator.storage.getDirectory(),
            eval: () => eval('1'),
          };
          for (const [name, attempt] of Object.entries(attempts)) {
            try { await attempt(); port.postMessage({ t: 'log', line: 'reached ' + name }); }
            catch (error) { port.postMessage({ t: 'log', line: name + ': ' + error.name }); }
          }
          port.postMessage({ t: 'log', line: origin });
          port.postMessage('end');
        }`),
      [sinkUrl, site.url],
    );
    const lines = heard.map(one => ('line' in one ? one.line : one.t));
    expect(lines).toHaveLength(13);
    expect(lines.filter(line => String(line).startsWith('reached'))).toEqual([]);
    expect(lines.at(-2)).toBe('null');
    expect(arrived).toEqual([]);
  });

  test('leaves nothing of the browser in reach', async () => {
    const seen = await run(
      `const names = ['indexedDB', 'caches', 'navigator', 'location', 'crypto', 'setTimeout', 'setInterval',
        'requestAnimationFrame', 'Worker', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'OffscreenCanvas',
        'GPU', 'BroadcastChannel', 'postMessage', 'close', 'self', 'addEventListener', 'dispatchEvent',
        'Blob', 'URL', 'FileReader', 'Notification', 'reportError', 'scheduler', 'fonts', 'origin', 'importScripts'];
       console.log(names.filter(name => typeof globalThis[name] !== 'undefined').join());
       const all = new Set();
       for (let o = globalThis; o && o !== Object.prototype; o = Object.getPrototypeOf(o))
         for (const key of Reflect.ownKeys(o)) if (o[key] !== undefined) all.add(String(key));
       console.log(String(all.size));
       console.log(typeof structuredClone, typeof queueMicrotask, typeof performance.now(), Object.keys(performance).join());`,
    );
    expect(seen.logs[0]).toBe('');
    expect(Number(seen.logs[1])).toBeLessThan(90);
    expect(seen.logs[2]).toBe('function function number now');
  });
});

test.describe('an error', () => {
  const LINES = (line: string) => ['// one', '// two', line].join('\n');

  test('thrown in a helper tells the line where it was thrown', async () => {
    const seen = await run(
      LINES(`function helper() { throw new RangeError('helper: no') }
        export function means() { return helper(); }`),
    );
    expect(seen.witnesses[0]).toMatchObject({
      threw: { name: 'RangeError', message: 'helper: no', line: 3, onPurpose: true },
    });
    expect(seen.states[0]).toBe('crashed');
    await expectNextRunToWork();
  });

  test('of the engine tells its line and counts as an accident', async () => {
    const seen = await run(LINES('export function means(X) { return X.a.b; }'));
    expect(seen.witnesses[0]).toMatchObject({
      threw: { name: 'TypeError', line: 3, onPurpose: false },
    });
  });

  test('at the top level is an error of loading', async () => {
    const seen = await run(LINES(`throw new Error('top');`));
    expect(seen.atLoad).toMatchObject({ message: 'top', line: 3, onPurpose: true });
    expect(seen.states).toEqual(PASSED.map(() => 'not-run'));
  });

  test('that is a slip of syntax ends before loading', async () => {
    const seen = await run('export function means( {');
    expect(seen.atLoad).toMatchObject({ name: 'SyntaxError', onPurpose: false });
  });

  test('in a microtask is printed with its line and does no harm', async () => {
    const seen = await run(
      honest({}, LINES(`queueMicrotask(() => { throw new Error('later') });`)),
    );
    expect(seen.states).toEqual(PASSED);
    expect(seen.logs).toEqual(['Uncaught Error: later (line 3)']);
  });

  for (const thrown of [
    'null',
    'undefined',
    'Symbol("x")',
    'new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })',
    '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()',
    '{ get message() { throw 1 }, get stack() { throw 2 } }',
    'Object.create(null)',
    '() => 1',
    'new Error("x".repeat(1e8))',
  ]) {
    test(`that is ${thrown} can be told`, async () => {
      const seen = await run(honest({ means: `export function means() { throw ${thrown} }` }));
      expect(seen.states[0]).toBe('crashed');
      await expectNextRunToWork();
    });
  }

  for (const [what, value] of [
    ['a giant array', 'new Array(4e9 >>> 0)'],
    ['a long array', 'new Array(1e7).fill("x")'],
    ['a deep value', '(() => { let v = 1; for (let i = 0; i < 1e5; i += 1) v = [v]; return v })()'],
    ['a million fields', 'Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => ["k" + i, i]))'],
    ['a long text', '"x".repeat(3e8)'],
    ['an endless proxy', 'new Proxy([], { get: (t, k) => (k === "length" ? 1e12 : t) })'],
    ['a promise', 'Promise.resolve(1)'],
    ['itself', 'means'],
  ]) {
    test(`is not needed to refuse ${what}`, async () => {
      const seen = await run(honest({ means: `export function means() { return ${value} }` }));
      expect(['missed', 'timed-out']).toContain(seen.states[0]);
      await expectNextRunToWork();
    });
  }
});

test.describe('when memory runs out', () => {
  test('a bomb ends with the frame, not with the page', async () => {
    test.setTimeout(30_000);
    const seen = await run(
      honest({
        means: `export function means() {
          const kept = [];
          for (let n = 1; ; n += 1) kept.push('x'.repeat(5e8 - n).replaceAll('xx', 'yz'));
        }`,
      }),
    );
    expect(['timed-out', 'crashed']).toContain(seen.states[0]);
    expect(seen.states.slice(1)).toEqual(['not-run', 'not-run', 'not-run', 'not-run']);
    await expectNextRunToWork();
  });

  test('a crash of the frame is told as such, and the next run works', async ({ browser }) => {
    // Playwright takes the crash of a frame for that of its page, so the page is asked by other means.
    const own = await browser.newPage();
    // The crash must come before the deadline does, however busy the machine.
    await own.goto(`${site.url}?deadline=60000`);
    await own.waitForFunction(() => 'harness' in window);
    await own.evaluate(js => window.harness.run(js), honest());
    const inspector = await own.context().newCDPSession(own);
    const ask = async (js: string): Promise<Seen> => {
      const expression = `window.harness.run(${JSON.stringify(js)})`;
      const { result } = await inspector.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    };
    const frame = own.frames().find(one => one !== own.mainFrame());
    const session = await own.context().newCDPSession(frame as Frame);
    const running = ask('for (;;);');
    await session.send('Page.crash').catch(() => {});
    const seen = await running;
    expect(seen.atLoad).toMatchObject({ name: 'Stopped' });
    expect(seen.loadTimedOut).toBeUndefined();
    expect((await ask(honest())).states).toEqual(PASSED);
    await own.close();
  });
});

test('says plainly that the browser does not allow the sandbox, and runs nothing outside it', async ({
  browser,
}) => {
  const other = await browser.newPage();
  await other.addInitScript(() => {
    const { append } = Element.prototype;
    // A browser that shows the frame and runs no script in it.
    Element.prototype.append = function (...nodes) {
      for (const node of nodes) if (node instanceof HTMLIFrameElement) node.srcdoc = '';
      append.apply(this, nodes);
    };
  });
  await other.goto(site.url);
  const said = await other.evaluate(() =>
    window.harness.race(['globalThis.escaped = true']).then(
      ([end]) => end,
      error => String(error),
    ),
  );
  expect(said).toBe('Error');
  expect(await other.evaluate(() => 'escaped' in window)).toBe(false);
  await other.close();
});

test('a warm run costs little more than a bare worker', async () => {
  test.setTimeout(60_000);
  const { sandbox, bare } = await page.evaluate(() => window.harness.measure(15));
  const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1];
  console.log(
    `warm run, ms: sandbox ${median(sandbox).toFixed(1)}, bare ${median(bare).toFixed(1)}`,
  );
  expect(median(sandbox)).toBeLessThan(2 * median(bare) + 10);
});
