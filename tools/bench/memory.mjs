import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { resolveChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';

const SLUG = 'k-means';
const FIRST = 20;
const LAST = 200;

/**
 * Measures what the page holds on to after two hundred runs, beside what it held after twenty: one that
 * keeps what it no longer needs grows with each.
 */
export async function benchMemory() {
  const source = await readFile(
    new URL(`../../exercises/code/${SLUG}/solution.ts`, import.meta.url),
    'utf8',
  );
  const site = await serve({ port: 0 });
  const browser = await chromium.launch(await resolveChromium());
  const held = new Map();
  try {
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/exercises/${SLUG}`);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.evaluate(text => navigator.clipboard.writeText(text), source);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    const devtools = await context.newCDPSession(page);
    const button = page.getByRole('button', { name: 'Run', exact: true });
    for (let run = 1; run <= LAST; run += 1) {
      await button.evaluate(runOnce);
      if (run === FIRST || run === LAST) held.set(run, await measure(devtools));
    }
  } finally {
    await browser.close();
    await site.close();
  }
  const [early, late] = [held.get(FIRST), held.get(LAST)];
  console.log(
    `\nAfter ${LAST} runs of ${SLUG} the page holds ${megabytes(late.heap)} MB in its heap, after ${FIRST} ` +
      `${megabytes(early.heap)}, ratio ${(late.heap / early.heap).toFixed(2)}; ` +
      `${late.nodes} nodes of the document beside ${early.nodes}, ${late.listeners} listeners beside ${early.listeners}.`,
  );
}

/** Runs in the page: presses the button and waits for the verdict of this very run. */
function runOnce(button) {
  return new Promise(resolve => {
    let began = false;
    const observer = new MutationObserver(() => {
      const words = document.querySelector('[role=status]')?.textContent ?? '';
      began ||= words.startsWith('Running');
      if (!began || !words.startsWith('Passed')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    button.click();
  });
}

/** What is still held when everything that can go is gone. */
async function measure(devtools) {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

const megabytes = bytes => (bytes / 2 ** 20).toFixed(1);
