import { expect, type Page, test } from '@playwright/test';
import { VERDICT_WORDS } from '../../../graders/verdict';
import { dist } from '../../../tools/build.mjs';
import { resolveChromium } from '../../../tools/chromium.mjs';
import { serve } from '../../../tools/serve.mjs';
import { Bench, fileOf } from '../bench';
import { WORKBENCH_CASES } from './cases';
import { note } from './note';
import { type Asked, asked, lookAfter, plant, untouched } from './page';
import { openSinks, type Sinks } from './sinks';

const SECRET = 'planted-4711';
const RIGHT = fileOf('k-means', 'solution.ts');

const chromium = await resolveChromium();
test.use({ launchOptions: { ...chromium, args: [...chromium.args, '--site-per-process'] } });

// Opening a page with Monaco takes its time on a busy machine.
test.describe.configure({ timeout: 240_000 });

let page: Page;
let bench: Bench;
let inspector: Asked;
let site: Awaited<ReturnType<typeof serve>>;
let sinks: Sinks;

test.beforeAll(async ({ browser }) => {
  // A server of this process: what arrives there is overheard.
  [site, sinks] = await Promise.all([serve({ root: dist }), openSinks()]);
  page = await browser.newPage({ baseURL: site.url });
  bench = new Bench(page);
  await page.goto('/exercises/k-means');
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await bench.ready();
  await bench.submit(RIGHT, /^Passed/);
  inspector = await asked(page);
});

test.afterAll(async () => {
  await page?.close();
  await Promise.all([site?.close(), sinks?.close()]);
});

/** Presses Run; ms from the click to the word “Passed”, as the page itself sees them. */
async function passAgain(): Promise<number> {
  const took = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let began: number | undefined;
        let left = false;
        const said = () => document.querySelector('[role=status]')?.textContent ?? '';
        addEventListener(
          'click',
          () => {
            began = performance.now();
            left = !said().startsWith('Passed');
          },
          { capture: true, once: true },
        );
        new MutationObserver((_, observer) => {
          if (began === undefined) return;
          if (!said().startsWith('Passed')) left = true;
          else if (left) {
            observer.disconnect();
            resolve(performance.now() - began);
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await bench.run();
  await expect(bench.status).toHaveText(/^Passed/);
  return took;
}

/** The draft as it is stored. Runs in the page. */
async function storedDraft(): Promise<string> {
  const opening = indexedDB.open('scratchwork');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = reject;
  });
  const reading = database.transaction('drafts').objectStore('drafts').get('k-means');
  const draft = await new Promise<{ text: string }>(resolve => {
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return draft.text;
}

for (const { group, name, code, ends, says } of WORKBENCH_CASES) {
  test(`${group}: ${name}`, async ({ browser }) => {
    sinks.arrived.length = 0;
    await inspector.ask(plant, SECRET);
    const title = await page.title();
    const words = ends.map(end => VERDICT_WORDS[end]);
    const text = `const SINK = '${sinks.http}', QUIC = '${sinks.quic}', HOST = '${site.url}';\n${code}`;
    await bench.submit(text, new RegExp(`^(${words.join('|')})`));
    const said = (await bench.status.textContent()) ?? '';
    const ended = ends.find(end => said.startsWith(VERDICT_WORDS[end]));
    expect(ended, said).toBeDefined();
    const printed = says ? await page.getByRole('region', { name: 'Console' }).textContent() : '';

    await bench.write(RIGHT);
    const next = await passAgain();
    note({
      group,
      name,
      as: 'workbench',
      ended: ended ?? said,
      next,
      browser: `Chromium ${browser.version()}`,
    });

    if (says) {
      const lines = (printed ?? '').split('\n').filter(line => line !== '');
      expect(lines).not.toEqual([]);
      for (const line of lines) expect(line).toMatch(says);
    }
    expect(printed).not.toContain(SECRET);
    expect(await inspector.ask(storedDraft)).toBe(RIGHT);
    const address = `${site.url}/exercises/k-means`;
    expect(await inspector.ask(lookAfter)).toEqual(untouched(SECRET, title, address));
    expect(sinks.arrived).toEqual([]);
  });
}
