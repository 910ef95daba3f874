import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { resolveChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { whenIdle } from './idle.mjs';

const SLUG = 'k-means';
const SLOWDOWN = 4;
/** Letters a minute of someone quick, with a pause now and then: in each the quick checks begin. */
const BETWEEN = 120; // ms
const PAUSE = 900; // ms
const LINES = 24;

/**
 * Measures how the page answers to typing on a processor four times slower, with quick checks and, in
 * the same run, without them.
 * @param {{ runs: number }} options
 */
export async function benchTyping({ runs }) {
  const source = await readFile(
    new URL(`../../exercises/code/${SLUG}/solution.ts`, import.meta.url),
    'utf8',
  );
  const lines = source.split('\n').slice(0, LINES);
  const site = await serve({ port: 0 });
  const browser = await chromium.launch(await resolveChromium());
  const seen = { on: [], off: [] };
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const checks of ['off', 'on'])
        seen[checks].push(await type(browser, site, checks, lines));
    }
  } finally {
    await browser.close();
    await site.close();
  }
  report(seen, runs);
}

async function type(browser, site, checks, lines) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(value => {
      if (value === 'off') localStorage.setItem('quickChecks', 'false');
      const seen = { tasks: [], keys: [] };
      globalThis.typing = seen;
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) seen.tasks.push(duration);
      }).observe({ type: 'longtask' });
      // From the key to the frame that shows it, in steps of 8 ms.
      new PerformanceObserver(list => {
        for (const { duration, name } of list.getEntries())
          if (name === 'keydown') seen.keys.push(duration);
      }).observe({ type: 'event', durationThreshold: 16 });
    }, checks);
    await page.goto(`${site.url}/exercises/${SLUG}`);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await whenIdle();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.evaluate(() => {
      globalThis.typing.tasks.length = 0;
      globalThis.typing.keys.length = 0;
    });
    for (const line of lines) {
      // What the editor adds by itself, such as a closing bracket, is none of our business here.
      await page.keyboard.type(`${line.trim()}\n`, { delay: BETWEEN });
      await page.waitForTimeout(PAUSE);
    }
    return await page.evaluate(() => globalThis.typing);
  } finally {
    await context.close();
  }
}

function report(seen, runs) {
  const longest = list => Math.max(0, ...list);
  const worst = checks => seen[checks].map(({ tasks }) => longest(tasks)).sort((a, b) => a - b);
  const late = checks => {
    const keys = seen[checks].flatMap(({ keys }) => keys).sort((a, b) => a - b);
    return keys[Math.floor(0.95 * keys.length)] ?? 0;
  };
  const [off, on] = [worst('off'), worst('on')].map(list => list[Math.floor(list.length / 2)]);
  console.log(
    `\nTyping ${LINES} lines into ${SLUG} on a processor ${SLOWDOWN} times slower, median of ${runs}:\n` +
      `longest task with quick checks ${on.toFixed(0)} ms, without ${off.toFixed(0)} ms, ratio ${(on / off || 1).toFixed(2)};\n` +
      `of the keys that took 16 ms or more to show, 95 % showed within ${late('on')} ms with quick checks, ${late('off')} ms without.`,
  );
}
