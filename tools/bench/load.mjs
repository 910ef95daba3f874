import { chromium } from '@playwright/test';
import { resolveChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { whenIdle } from './idle.mjs';

const LINK = { bitsPerSecond: 9e6, roundTrip: 60 }; // "fast 4G"
const ADDRESS = '/exercises/k-means';
/** Typed at once at the very start of the file; TypeScript must object to it. */
const TYPED = "let n: number = 'no';";

/** What is measured, with the budget of each setting in the order of SETTINGS; ms where not said. */
const MEASURES = [
  ['first paint', 'paint', [500, 300, 500, 300]],
  ['prompt readable', 'prompt', [500, 300, 500, 300]],
  ['first key accepted', 'key', [500, 300, 500, 300]],
  ['Monaco live', 'monaco', [2500, 1600, 2000, 800]],
  ['diagnostics there', 'diagnostics', [3000, 2300, 2500, 1200]],
  ['longest task', 'longestTask', [300, 100, 300, 100]],
  ['layout shift (CLS)', 'shift', [0, 0, 0, 0]],
  ['KB before the prompt', 'bytesBeforePrompt', []],
  ['KB in all', 'bytes', []],
];
const SETTINGS = ['first visit, CPU ÷ 4', 'first visit', 'offline, CPU ÷ 4', 'offline'];

/**
 * Measures how an exercise's page loads, with nothing cached over a modelled link, and then again with
 * the server gone, and prints medians and minima beside the budget.
 * @param {{ runs: number }} options
 */
export async function benchLoad({ runs }) {
  const browser = await chromium.launch(await resolveChromium());
  const results = SETTINGS.map(() => []);
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const [index, slowdown] of [4, 1].entries()) {
        const [first, again] = await visitTwice(browser, slowdown);
        results[index].push(first);
        results[index + 2].push(again);
      }
    }
  } finally {
    await browser.close();
  }
  report(results, runs);
}

/** A visitor who has never been here, and who comes back once everything is kept and the link is cut. */
async function visitTwice(browser, slowdown) {
  const site = await serve({ port: 0, ...LINK });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const first = await visit(page, site.url + ADDRESS, slowdown, '');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.close();
    await site.close();
    const again = await visit(await context.newPage(), site.url + ADDRESS, slowdown, TYPED);
    return [first, again];
  } finally {
    await context.close();
    await site.close();
  }
}

/**
 * Opens the page, types as soon as the text of the last visit is there, and waits for diagnostics. The
 * keys go to the browser directly, the way a keyboard's do, and wait their turn there.
 */
async function visit(page, url, slowdown, kept) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'readyToType' });
  const typed = new Promise((done, failed) => {
    devtools.once('Runtime.bindingCalled', () => {
      const keys = [...TYPED].flatMap(text => [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
      ]);
      Promise.all(keys).then(done, failed);
    });
  });
  await page.addInitScript(watch, kept);
  await whenIdle();
  await page.goto(url, { waitUntil: 'commit' });
  await typed;
  await page.waitForFunction(() => globalThis.seen.diagnostics !== undefined);
  await page.waitForFunction(startsWith, TYPED + kept).catch(error => {
    throw new Error('Keys were lost between the first text field and Monaco.', { cause: error });
  });
  return page.evaluate(readSeen);
}

/** Runs in the page: whether the editor, whichever is there, shows a text that starts so. */
function startsWith(text) {
  const line = document.querySelector('.monaco-editor .view-line')?.textContent;
  const shown = line?.replaceAll('\u00a0', ' ') ?? document.querySelector('textarea')?.value;
  return shown?.startsWith(text) ?? false;
}

/** Runs in the page before its own code: notes when the things a visitor waits for are first there. */
function watch(kept) {
  const seen = { shift: 0, longestTask: 0 };
  globalThis.seen = seen;
  const observe = (type, note) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  observe('paint', entry => {
    if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
  });
  observe('longtask', entry => {
    if (seen.diagnostics === undefined)
      seen.longestTask = Math.max(seen.longestTask, entry.duration);
  });
  observe('layout-shift', entry => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  addEventListener('beforeinput', () => (seen.key ??= performance.now()), { capture: true });

  const waited = {
    prompt: () => document.querySelector('article .prose')?.textContent.length > 200,
    monaco: () => document.querySelector('[data-editor="monaco"] .view-line'),
    diagnostics: () => document.querySelector('[data-editor="monaco"] .squiggly-error'),
  };
  const look = () => {
    const field = document.querySelector('textarea');
    if (!seen.ready && seen.paint && field?.value.startsWith(kept)) {
      seen.ready = true;
      field.focus();
      field.setSelectionRange(0, 0);
      globalThis.readyToType('');
    }
    for (const [name, there] of Object.entries(waited)) {
      if (seen[name] === undefined && there()) seen[name] = performance.now();
    }
    if (seen.diagnostics === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page at the end: what was seen, and the KB that had come over the link by then. */
function readSeen() {
  const { seen } = globalThis;
  const files = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ];
  const kilobytes = until =>
    files.filter(f => f.responseEnd <= until).reduce((sum, f) => sum + f.transferSize, 0) / 1024;
  // A frame is noted as it begins; what it shows can be read once it is painted.
  const prompt = Math.max(seen.prompt, seen.paint);
  return {
    ...seen,
    prompt,
    bytesBeforePrompt: kilobytes(prompt),
    bytes: kilobytes(seen.diagnostics),
  };
}

function report(results, runs) {
  console.log(
    `\nPage load of ${ADDRESS} at ${LINK.bitsPerSecond / 1e6} Mbit/s and ${LINK.roundTrip} ms round trip; ` +
      `median (minimum) of ${runs} / budget.\n` +
      'The divided CPU is that of the page; Chromium does not slow workers down, so diagnostics come\n' +
      'later on a machine that really is that slow.\n',
  );
  console.log(row('', SETTINGS));
  for (const [name, key, budgets] of MEASURES) {
    const cells = results.map((visits, index) => {
      const values = visits.map(visit => visit[key]).sort((a, b) => a - b);
      const shown = value => value.toFixed(key === 'shift' ? 3 : 0);
      const middle = shown(median(values));
      const budget = budgets[index];
      const over = Number(middle) > budget ? ' !' : '';
      return `${middle} (${shown(values[0])})${budget === undefined ? '' : ` / ${budget}${over}`}`;
    });
    console.log(row(name, cells));
  }
}

const row = (name, cells) => name.padEnd(22) + cells.map(cell => cell.padStart(22)).join('');

/** The middle of ascending values; of an even number of them, the mean of the two in the middle. */
function median(values) {
  const half = values.length / 2;
  return (values[Math.ceil(half) - 1] + values[Math.floor(half)]) / 2;
}
