import { expect, type Frame, type Page, test } from '@playwright/test';
import { resolveChromium } from '../../tools/chromium.mjs';
import { serveHarness } from './harness/build';
import type { Seen } from './harness/harness';
import { honest } from './hostile/cases';

// What hostile code tries, and what must come of it, stands in hostile/cases.ts; here is how the sandbox works.

const PASSED = ['passed', 'passed', 'passed', 'passed', 'passed'];
/** What one experiment may take in the harness, in ms. */
const DEADLINE = 1000;

// Chromium on a desktop gives a sandboxed frame a process of its own; without a screen it must be asked.
const chromium = await resolveChromium();
test.use({ launchOptions: { ...chromium, args: [...chromium.args, '--site-per-process'] } });

let page: Page;
let site: Awaited<ReturnType<typeof serveHarness>>;

test.beforeAll(async ({ browser }) => {
  site = await serveHarness();
  page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'harness' in window);
});

test.afterAll(async () => {
  await page?.close();
  await site?.close();
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
});

test.describe('the realm of a submission', () => {
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
  const running = ask("console.log('on'); for (;;);");
  await own.waitForFunction(() => window.harness.printed().includes('on'));
  await session.send('Page.crash').catch(() => {});
  const seen = await running;
  expect(seen.atLoad).toMatchObject({ name: 'Stopped' });
  expect(seen.loadTimedOut).toBeUndefined();
  expect((await ask(honest())).states).toEqual(PASSED);
  await own.close();
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
