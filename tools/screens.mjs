import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
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
/** The fonts come with the second visit; every picture is one of that. */
const FONTS = [
  ['Inter', 'inter/files/inter-latin-wght-normal'],
  ['Source Serif 4', 'source-serif-4/files/source-serif-4-latin-wght-normal'],
  ['Source Serif 4', 'source-serif-4/files/source-serif-4-latin-wght-italic', 'italic'],
  ['JetBrains Mono', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal'],
];
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const named = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
const unknown = named.find(name => !(name in STATES));
if (unknown)
  throw new Error(`There is no state "${unknown}", only ${Object.keys(STATES).join(', ')}.`);

if (await isStale()) await build();
const site = await serve({ port: 0 });
const browser = await chromium.launch(await resolveChromium());
await mkdir(folder, { recursive: true });
for (const old of named.length === 0 ? await readdir(folder) : [])
  if (old.endsWith('.jpg')) await rm(folder + old);
const fonts = await Promise.all(
  FONTS.map(async ([family, file, style = 'normal']) => {
    const from = new URL(`../node_modules/@fontsource-variable/${file}.woff2`, import.meta.url);
    return { family, style, bytes: await readFile(from, 'base64') };
  }),
);
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
      await context.addInitScript(asOnTheSecondVisit, fonts);
      const page = await context.newPage();
      await reach(page);
      await page.evaluate(fontsCome);
      // From light to dark and back: what was set before the fonts had come is set anew.
      for (const theme of ['dark', 'light']) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
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

/** In the page. */
async function fontsCome() {
  const families = ['Inter', 'Source Serif 4', 'JetBrains Mono'];
  await Promise.all(
    families.flatMap(family => [
      document.fonts.load(`1em "${family}"`),
      document.fonts.load(`italic 1em "${family}"`),
    ]),
  );
  await document.fonts.ready;
}

/** In the page, ahead of all scripts: the fonts are at hand. */
function asOnTheSecondVisit(fonts) {
  if (window !== top) return;
  for (const { family, style, bytes } of fonts) {
    const file = Uint8Array.from(atob(bytes), byte => byte.charCodeAt(0));
    document.fonts.add(new FontFace(`"${family}"`, file, { style, weight: '100 900' }));
  }
  const mark = () => document.documentElement?.setAttribute('data-kept', '');
  mark();
  new MutationObserver(mark).observe(document, { childList: true });
}
