import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { mutate } from '../../graders/mutate';
import { dist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { Bench, fileOf } from './bench';
import { MUTANTS } from './mutants';
import { nextVersion } from './next-version';
import { comeBack, keep, missingPart, pictures, ready, test, updateBar, version } from './own-site';

// Each of these fetches the whole site, most of them twice.
test.describe.configure({ timeout: 480_000 });

test('with the server gone, every exercise is failed, solved and drawn', async ({
  page,
  context,
  site,
}) => {
  await keep(page);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();

  const bench = new Bench(page);
  for (const [slug, [mutant]] of Object.entries(MUTANTS)) {
    await page.goto(`/exercises/${slug}`);
    await ready(page);
    await expect(page).toHaveTitle(/ · Scratchwork$/);
    await bench.submit(mutate(fileOf(slug, 'solution.ts'), mutant), /^(Not yet|Crashed)/);
    await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText(mutant.say);
    await bench.submit(fileOf(slug, 'solution.ts'), /^Passed/);
    await expect(pictures(page)).toBeVisible();
  }
  await page.reload();
  await ready(page);
  await expect(page.locator('.monaco-editor')).toContainText('export function');
});

test('the page can go offline on its first visit, without a reload', async ({
  page,
  context,
  site,
}) => {
  await keep(page);
  await site.close();
  await context.setOffline(true);
  await page.getByRole('link', { name: /^k-means /i }).click();
  const bench = new Bench(page);
  await ready(page);
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
});

test('an unknown address is told so offline, too', async ({ page, context, site }) => {
  await keep(page);
  await site.close();
  await context.setOffline(true);
  await page.goto('/exercises/no-such-thing');
  await expect(page.getByText('There is no such page')).toBeVisible();
});

test('a newer version waits until it is accepted, and the old one goes on', async ({
  page,
  context,
  site,
  folder,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await keep(page);
  const bench = new Bench(page);
  await page.goto('/exercises/k-means');
  await ready(page);
  const other = await context.newPage();
  await other.goto('/');

  await nextVersion(dist, folder, ['plot-']);
  await site.deploy(folder);
  await comeBack(page);
  await expect(updateBar(page)).toContainText('A newer version is ready', { timeout: 30_000 });
  expect(await version(page)).toBeNull();

  // Pictures are a chunk of the old version that this tab has not loaded and the server has no more.
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(pictures(page)).toBeVisible();
  expect(await version(page)).toBeNull();

  await updateBar(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html[data-version="next"]')).toBeAttached();
  await ready(page);
  await expect(page.locator('.monaco-editor')).toContainText('export function assign');
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(pictures(page)).toBeVisible();

  // The other tab is told and stays as it is.
  await expect(updateBar(other)).toBeVisible();
  expect(await version(other)).toBeNull();
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('html[data-version="next"]')).toBeAttached();
  expect(errors).toEqual([]);
});

test('half of a newer version changes nothing', async ({ page, site, folder }) => {
  await keep(page);
  await nextVersion(dist, folder, ['plot-']);
  const assets = await readdir(join(folder, 'assets'));
  const missing = assets.find(name => /^plot-.*\.next\.js$/.test(name));
  const half = await mkdtemp(join(tmpdir(), 'scratchwork-half-'));
  await nextVersion(dist, half, ['plot-']);
  await rm(join(half, 'assets', String(missing)));
  await site.deploy(half);
  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>(resolve => {
      registration.addEventListener(
        'updatefound',
        () => resolve(registration.installing as ServiceWorker),
        { once: true },
      );
    });
    await registration.update();
    const worker = await found;
    return new Promise<string>(resolve => {
      const tell = () => {
        if (worker.state !== 'installing') resolve(worker.state);
      };
      worker.addEventListener('statechange', tell);
      tell();
    });
  });
  expect(ended).toBe('redundant');
  await rm(half, { recursive: true });
  await expect(updateBar(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
  expect(await version(page)).toBeNull();

  await site.deploy(folder);
  await comeBack(page);
  await updateBar(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html[data-version="next"]')).toBeAttached();
});

test('a newer version whose server goes away half way is completed later', async ({
  page,
  site,
  folder,
}) => {
  await keep(page);
  await page.goto('/exercises/k-means');
  await ready(page);
  await nextVersion(dist, folder, ['plot-']);
  await site.close();
  const slow = await serve({ root: folder, port: site.port, bitsPerSecond: 4e5 });
  await comeBack(page);
  await expect
    .poll(() => page.evaluate(filesOfNext), { timeout: 60_000, intervals: [100] })
    .toBeGreaterThan(0);
  await slow.close();
  await expect.poll(() => page.evaluate(isUpdating)).toBe(false);
  await expect(updateBar(page)).toHaveCount(0);

  const bench = new Bench(page);
  await page.reload();
  await ready(page);
  expect(await version(page)).toBeNull();
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(pictures(page)).toBeVisible();

  const again = await serve({ root: folder, port: site.port });
  try {
    await comeBack(page);
    await updateBar(page).getByRole('button', { name: 'Reload' }).click({ timeout: 60_000 });
    await expect(page.locator('html[data-version="next"]')).toBeAttached();
    await ready(page);
    await expect(page.locator('.monaco-editor')).toContainText('export function assign');
  } finally {
    await again.close();
  }
});

test('a newer version that is accepted during a run waits for its verdict', async ({
  page,
  site,
  folder,
}) => {
  await keep(page);
  await page.goto('/exercises/k-means');
  await ready(page);
  await nextVersion(dist, folder, []);
  await site.deploy(folder);
  await comeBack(page);
  await expect(updateBar(page)).toContainText('A newer version is ready', { timeout: 60_000 });

  // The run takes its time, longer than the newer version would to come; both buttons are pressed while
  // it does.
  const pause = 'const until = Date.now() + 120; while (Date.now() < until) {}';
  const solution = fileOf('k-means', 'solution.ts');
  const slow = solution.replace('const maxIterations', `${pause}\n  const maxIterations`);
  expect(slow).not.toBe(solution);
  await new Bench(page).write(`// Unhurried.\n${slow}`);
  const said = await page.evaluate(async () => {
    const press = (name: string) =>
      [...document.querySelectorAll('button')].find(b => b.textContent === name)?.click();
    press('Run');
    press('Reload');
    await new Promise(requestAnimationFrame);
    return document.querySelector('[aria-label="Update"]')?.textContent;
  });
  expect(said).toContain('as soon as the run has ended');

  await expect(page.locator('html[data-version="next"]')).toBeAttached({ timeout: 30_000 });
  await ready(page);
  await expect(page.locator('.monaco-editor')).toContainText('Unhurried.');
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('dialog').getByText('Passed').first()).toBeVisible();
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page whose chunks are gone offers a reload and keeps what was typed', async ({
    page,
    site,
    folder,
  }) => {
    const bench = new Bench(page);
    await page.goto('/exercises/k-means');
    await ready(page);
    await nextVersion(dist, folder, ['plot-']);
    await site.deploy(folder);
    await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
    await expect(missingPart(page)).toContainText('The pictures could not be loaded');
    expect(await version(page)).toBeNull();
    await missingPart(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    expect(await version(page)).toBe('next');
    await expect(page.locator('.monaco-editor')).toContainText('export function assign');
  });
});

/** In the page: how many files of the next version are on the machine. */
async function filesOfNext(): Promise<number> {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
  return kept.flat().filter(({ url }) => url.includes('.next.js')).length;
}

/** In the page: whether a newer version is on its way, or complete. */
async function isUpdating(): Promise<boolean> {
  const registration = await navigator.serviceWorker.ready;
  return Boolean(registration.installing ?? registration.waiting);
}
