import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { resolveChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { content } from '../vite/content.mjs';
import { libraries } from '../vite/libraries.mjs';
import { sandbox } from '../vite/sandbox.mjs';
import { whenIdle } from './idle.mjs';

/** Runs of each exercise for each run that is asked for. */
const RUNS = 6;

/**
 * Measures the way from Run to a verdict for the reference of each exercise, beside a bare worker with
 * a spare booted ahead that makes the same calls, turn about in one page; and what a loop costs.
 * @param {{ runs: number, exercises?: string[] }} options the exercises by slug; all where none are named
 */
export async function benchVerdict({ runs, exercises }) {
  const outDir = await mkdtemp(path.join(tmpdir(), 'bench-'));
  await build({
    root: path.join(import.meta.dirname, 'verdict'),
    configFile: false,
    logLevel: 'error',
    plugins: [content(), sandbox(), libraries()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  });
  const site = await serve({ root: outDir, port: 0 });
  const browser = await chromium.launch(await resolveChromium());
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const slugs = exercises ?? (await page.evaluate(() => globalThis.slugs));
    console.log(
      `\nFrom Run to outcomes, the reference of each exercise, ${runs * RUNS} warm runs, ms: median, p95 (minimum).\n` +
        'First: from nothing, the code of the sandbox and of libraries fetched from this machine.\n' +
        'Bare: a worker of the page, started ahead, no wall, no time limit, same calls, same run.\n',
    );
    console.log(
      row([
        'exercise',
        'first',
        'sandbox',
        'bare',
        'ratio ≤ 1.5',
        'fixed ≤ 5',
        'diagnosis',
        'loop',
        'after loop ≤ 100',
      ]),
    );
    for (const slug of slugs) {
      await whenIdle();
      const costs = await page.evaluate(
        ([name, n]) => globalThis.measure(name, n),
        [slug, runs * RUNS],
      );
      const [ours, floor] = [median(costs.sandbox), median(costs.bare)];
      const pairs = costs.sandbox.map((ms, i) => ms - costs.bare[i]);
      console.log(
        row([
          slug,
          costs.first.toFixed(0),
          spread(costs.sandbox),
          spread(costs.bare),
          (ours / floor).toFixed(2),
          median(pairs).toFixed(1),
          median(costs.diagnosis).toFixed(0),
          median(costs.loop).toFixed(0),
          median(costs.afterLoop).toFixed(0),
        ]),
      );
    }
  } finally {
    await browser.close();
    await site.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

const WIDTHS = [22, 8, 22, 22, 13, 11, 11, 8, 16];
const row = cells =>
  cells.map((cell, i) => (i ? cell.padStart(WIDTHS[i]) : cell.padEnd(WIDTHS[i]))).join('');

const sorted = values => [...values].sort((a, b) => a - b);
const quantile = (values, q) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))];
const median = values => quantile(values, 0.5);
const spread = values =>
  `${median(values).toFixed(1)}, ${quantile(values, 0.95).toFixed(1)} (${Math.min(...values).toFixed(1)})`;
