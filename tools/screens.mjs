import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, isStale } from './build.mjs';
import { resolveChromium } from './chromium.mjs';
import { STATES } from './screens/states.mjs';
import { serve } from './serve.mjs';

/**
 * `npm run screens [-- state…]`: every page and state, in both themes and three widths, as
 * `docs/screens/<state>-<width>-<theme>.jpg`.
 */
const WIDTHS = [
  [1440, 900],
  [768, 1024],
  [390, 844],
];
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const named = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
const unknown = named.find(name => !(name in STATES));
if (unknown)
  throw new Error(`There is no state "${unknown}", only ${Object.keys(STATES).join(', ')}.`);

if (await isStale()) await build();
const site = await serve({ port: 0 });
const browser = await chromium.launch(await resolveChromium());
if (named.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
try {
  for (const [name, reach] of Object.entries(STATES)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const [width, height] of WIDTHS) {
      const context = await browser.newContext({
        baseURL: site.url,
        viewport: { width, height },
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
        // The service worker would go on fetching while pictures are taken.
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      await reach(page);
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.evaluate(() => document.fonts.ready);
        // Two frames: the theme's colours, and what is drawn anew in them.
        await page.evaluate(
          () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        const path = `${folder}${name}-${width}-${theme}.jpg`;
        await page.screenshot({ path, type: 'jpeg', quality: 72, animations: 'disabled' });
      }
      await context.close();
    }
    console.log(name);
  }
} finally {
  await browser.close();
  await site.close();
}
