import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { Bench, fileOf } from './bench';
import { nextVersion } from './next-version';
import { keep, missingPart, pictures, ready, test, version } from './own-site';

// Each of these fetches the whole site.
test.describe.configure({ timeout: 480_000 });

const SOLUTION = fileOf('k-means', 'solution.ts');

/** Empties the browser's own cache, which would mend a kept file without a network. */
async function emptyBrowserCache(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
}

/** Puts an error page in the place of each kept file whose address holds one of the words. */
async function poison(page: Page, words: string[]): Promise<void> {
  await emptyBrowserCache(page);
  const spoilt = await page.evaluate(async words => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const found = (await cache.keys()).filter(({ url }) => words.some(word => url.includes(word)));
    const headers = { 'content-type': 'text/html' };
    for (const request of found) {
      await cache.put(request, new Response('<h1>It works</h1>', { headers }));
    }
    return found.length;
  }, words);
  expect(spoilt).toBeGreaterThanOrEqual(words.length);
}

/** How many kept files hold the error page. */
function poisoned(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const texts = (await cache.keys()).map(async key => (await cache.match(key))?.text());
    return (await Promise.all(texts)).filter(text => text === '<h1>It works</h1>').length;
  });
}

/** From the first request whose address matches, the network of this page is gone. */
async function loseNetworkAt(page: Page, address: RegExp): Promise<void> {
  let gone = false;
  await page.route('**/*', route => {
    gone ||= address.test(route.request().url());
    return gone ? route.abort('internetdisconnected') : route.continue();
  });
}

test.describe('where what is kept holds other bytes', () => {
  test('the app starts from the server and what is kept is mended', async ({
    page,
    context,
    site,
  }) => {
    await keep(page);
    await poison(page, [
      'shell.html',
      'exercises/k-means.part',
      'assets/index-',
      'assets/react-',
      'assets/monaco-core-',
      'assets/ts.worker-',
      'k-means.prompt-',
      'k-means.grader-',
      'assets/plot-',
    ]);
    const bench = new Bench(page);
    await page.goto('/exercises/k-means');
    await ready(page);
    await bench.submit(SOLUTION, /^Passed/);
    await expect(pictures(page)).toBeVisible();
    await expect.poll(() => poisoned(page), { timeout: 30_000 }).toBe(0);

    await site.close();
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await bench.submit(SOLUTION, /^Passed/);
  });

  test('a file that no page asks for is mended in the background', async ({ page }) => {
    await keep(page);
    await poison(page, ['decision-tree.solution-']);
    await page.reload();
    await expect.poll(() => poisoned(page), { timeout: 30_000 }).toBe(0);
  });

  test('offline, the missing part is named and everything else goes on', async ({
    page,
    context,
    site,
  }) => {
    await keep(page);
    await page.goto('/exercises/k-means');
    await ready(page);
    await site.close();
    await context.setOffline(true);
    await poison(page, ['assets/plot-']);
    await page.reload();
    await ready(page);
    await new Bench(page).submit(SOLUTION, /^Passed/);
    await expect(missingPart(page)).toHaveText(
      /^The pictures are not on this machine, and the server does not answer\. Your drafts are saved\. Connect to the network, then reload\.Reload$/,
    );
    await page.goto('/');
    await expect(page.getByText('One file is not on this machine')).toBeVisible();
  });

  test('offline, a page that cannot start says so and keeps what is typed', async ({
    page,
    context,
    site,
  }) => {
    await keep(page);
    await site.close();
    await context.setOffline(true);
    await poison(page, ['assets/react-']);
    await page.goto('/exercises/k-means');
    await expect(missingPart(page)).toContainText('A part of the app is not on this machine');
    const field = page.locator('textarea');
    await field.press('ControlOrMeta+Home');
    await field.pressSequentially('// typed too early\n');

    const again = await serve({ root: dist, port: site.port });
    try {
      await context.setOffline(false);
      await missingPart(page).getByRole('button', { name: 'Reload' }).click();
      await ready(page);
      await expect(page.locator('.monaco-editor')).toContainText('// typed too early');
      await page.reload();
      await ready(page);
      await expect(page.locator('.monaco-editor')).toContainText('// typed too early');
    } finally {
      await again.close();
    }
  });

  test('offline without the first page there is still a sentence', async ({
    page,
    context,
    site,
  }) => {
    await keep(page);
    await site.close();
    await context.setOffline(true);
    await poison(page, ['shell.html']);
    await page.goto('/exercises/k-means');
    await expect(page.getByRole('heading', { name: 'Scratchwork cannot start' })).toBeVisible();
    const again = await serve({ root: dist, port: site.port });
    try {
      await context.setOffline(false);
      await page.getByRole('link', { name: 'reload' }).click();
      await ready(page);
    } finally {
      await again.close();
    }
  });

  test('where the server has other files, everything is fetched anew and the draft stays', async ({
    page,
    site,
    folder,
  }) => {
    await keep(page);
    await page.goto('/exercises/k-means');
    await ready(page);
    const bench = new Bench(page);
    await bench.write(SOLUTION);
    await nextVersion(dist, folder, ['plot-']);
    // Without its worker the next version cannot come by itself.
    await rm(join(folder, 'service-worker.js'));
    await site.deploy(folder);
    await poison(page, ['assets/plot-']);
    await bench.run();
    await expect(bench.status).toHaveText(/^Passed/);
    await expect(missingPart(page)).toContainText('damaged here, or no longer on the server');
    expect(await version(page)).toBeNull();
    await missingPart(page).getByRole('button', { name: 'Fetch everything anew' }).click();
    await expect(page.locator('html[data-version="next"]')).toBeAttached();
    await ready(page);
    await expect(page.locator('.monaco-editor')).toContainText('export function assign');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await bench.run();
    await expect(pictures(page)).toBeVisible();
  });
});

test('other bytes in the browser’s own cache are passed by', async ({ page, site, folder }) => {
  await cp(dist, folder, { recursive: true });
  const names = (await readdir(join(folder, 'assets'))).filter(name => name.startsWith('plot-'));
  const plot = names.find(name => name.endsWith('.js')) ?? '';
  for (const name of names) await rm(join(folder, 'assets', name));
  await writeFile(join(folder, 'assets', plot), 'throw 1');
  await site.deploy(folder);
  // No page of ours yet, so that nothing is installed: only the browser keeps what it fetches here.
  await page.goto('/icon.svg');
  const address = `/assets/${plot}`;
  await page.evaluate(async address => (await fetch(address)).arrayBuffer(), address);
  await site.deploy(dist);
  // The first try finds the wrong bytes and fetches the right ones; the next visit's finds these.
  await expect(async () => {
    await page.goto('/');
    await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
  }).toPass({ timeout: 180_000 });
  const stored = await page.evaluate(
    async address => (await caches.match(address, { ignoreSearch: true }))?.text(),
    address,
  );
  expect(stored?.length).toBeGreaterThan(10_000);
});

test('a copy that was thrown out is fetched again in the background', async ({
  page,
  context,
  site,
}) => {
  await keep(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 120_000 });
  await site.close();
  await context.setOffline(true);
  await emptyBrowserCache(page);
  await page.goto('/exercises/k-means');
  await ready(page);
  await new Bench(page).submit(SOLUTION, /^Passed/);
});

test.describe('when the network is lost during the first visit', () => {
  for (const [when, address] of [
    ['after the page', /\/assets\//],
    ['after the first script', /\/assets\/react-/],
  ] as const) {
    test(`${when}, the page says so and keeps what is typed`, async ({ page }) => {
      await loseNetworkAt(page, address);
      await page.goto('/exercises/k-means');
      await expect(missingPart(page)).toContainText('A part of the app is not on this machine');
      const field = page.locator('textarea');
      await field.press('ControlOrMeta+Home');
      await field.pressSequentially('// typed too early\n');
      await page.unroute('**/*');
      await missingPart(page).getByRole('button', { name: 'Reload' }).click();
      await ready(page);
      await expect(page.locator('.monaco-editor')).toContainText('// typed too early');
    });
  }

  test('in the middle of Monaco, the text field serves on and the next run tries again', async ({
    page,
  }) => {
    // Monaco's second chunk is under way until the rest of the page is there, and then lost.
    let lose = () => {};
    const lost = new Promise<void>(resolve => {
      lose = resolve;
    });
    await page.route(/\/assets\/monaco-core-.*\.js/, async route => {
      await lost;
      await route.abort('internetdisconnected');
    });
    await page.goto('/exercises/k-means');
    await page.locator('textarea').fill(SOLUTION);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await loseNetworkAt(page, /./);
    lose();
    await expect(missingPart(page)).toHaveText(/^The editor.* not on this machine/);
    const bench = new Bench(page);
    await bench.run();
    await expect(missingPart(page)).toContainText('the judge');
    await page.unrouteAll();
    await missingPart(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    await bench.run();
    await expect(bench.status).toHaveText(/^Passed/);
  });

  test('before everything is kept, the page goes on and the next visit completes it', async ({
    page,
    site,
    folder,
  }) => {
    // One file that this page does not need is not there yet: what is kept cannot become complete.
    await cp(dist, folder, { recursive: true });
    const others = join(folder, 'assets', 'exercises');
    for (const name of await readdir(others)) {
      if (name.startsWith('decision-tree.solution-')) await rm(join(others, name));
    }
    await site.deploy(folder);
    await page.goto('/exercises/k-means');
    await ready(page);
    const bench = new Bench(page);
    await bench.submit(SOLUTION, /^Passed/);
    await expect(pictures(page)).toBeVisible();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await site.close();
    await bench.submit(`${SOLUTION}\n// offline`, /^Passed/);

    const again = await serve({ root: dist, port: site.port });
    try {
      await page.goto('/');
      await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 120_000 });
    } finally {
      await again.close();
    }
  });
});
