import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { mutate } from '../../graders/mutate';
import { dist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { Bench, fileOf } from './bench';
import { MUTANTS } from './mutants';
import { nextVersion } from './next-version';

/** A server of the test's own, which it may stop, and a folder for what it deploys there. */
const test = base.extend<{
  site: Awaited<ReturnType<typeof serve>>;
  folder: string;
  baseURL: string;
}>({
  site: async ({ browserName: _ }, use) => {
    const site = await serve({ root: dist });
    let stopped: Promise<void> | undefined;
    const close = () => {
      stopped ??= site.close();
      return stopped;
    };
    await use({ ...site, close });
    await close();
  },
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'scratchwork-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.url),
});

// Each of these fetches the whole site, most of them twice.
test.describe.configure({ timeout: 240_000 });

/** Opens the catalogue and waits until everything is on the machine. */
async function keep(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
}

/** Waits until the editor is there; right after a reload Monaco is read from the cache and compiled. */
async function ready(page: Page): Promise<void> {
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 });
  await new Bench(page).ready();
}

/** What a person does who comes back to the tab; the site then looks for a newer version. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

const version = (page: Page) => page.locator('html').getAttribute('data-version');
const updateBar = (page: Page) => page.getByRole('complementary', { name: 'Update' });
const pictures = (page: Page) => page.locator('figure svg[aria-label]').first();

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
    await expect(updateBar(page)).toContainText('no longer on the server');
    expect(await version(page)).toBeNull();
    await updateBar(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    expect(await version(page)).toBe('next');
    await expect(page.locator('.monaco-editor')).toContainText('export function assign');
  });
});
