import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { dist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { Bench } from './bench';

export type Site = Awaited<ReturnType<typeof serve>>;

/** A server of the test's own, which it may stop, and a folder for what it deploys there. */
export const test = base.extend<{ site: Site; folder: string; baseURL: string }>({
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
  // A profile on the disk, as a visitor has one.
  context: async ({ playwright, browserName, launchOptions, contextOptions, baseURL }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'scratchwork-profile-'));
    const options = { ...launchOptions, ...contextOptions, baseURL };
    const context = await playwright[browserName].launchPersistentContext(profile, options);
    await use(context);
    await context.close();
    await rm(profile, { recursive: true });
  },
});

/** Opens the catalogue and waits until everything is on the machine. */
export async function keep(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 120_000 });
}

/** Waits until the editor is there; right after a reload Monaco is read from the cache and compiled. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 120_000 });
  await new Bench(page).ready();
}

/** What a person does who comes back to the tab; the site then looks for a newer version. */
export function comeBack(page: Page): Promise<boolean> {
  return page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** The version that a page runs: null for the present build, 'next' for the one after it. */
export function version(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-version');
}

export function updateBar(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Update' });
}

/** What the page says when a part of it did not come. */
export function missingPart(page: Page): Locator {
  return page.getByRole('alert').filter({ hasText: 'Your drafts are saved' });
}

export function pictures(page: Page): Locator {
  return page.locator('figure svg[aria-label]').first();
}
