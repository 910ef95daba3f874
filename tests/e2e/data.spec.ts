import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Bench } from './bench';
import { keep } from './own-site';
import { violations } from './violations';

const DRAFT = '// my own k-means\nexport const K = 3;\n';

/** Hands a file to the import. */
async function choose(page: Page, text: string, name = 'scratchwork-2027-01-31.json') {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Presses Export, and gives the file that the browser saved. */
async function exported(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Every record of every store, and all of localStorage. */
function everything(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('scratchwork');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = [...database.objectStoreNames];
    const within = database.transaction(names);
    const lists = await Promise.all(
      names.map(
        name =>
          new Promise(resolve => {
            const request = within.objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    database.close();
    return [names, lists, { ...localStorage }];
  });
}

const draftsIn = (text: string) => JSON.parse(text).drafts as { slug: string; text: string }[];

test('everything moves to another browser in a file', async ({ page, browser }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(DRAFT);
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  await page.goto('/');
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByRole('definition').last()).toHaveText('1');
  const { name, text } = await exported(page);
  expect(name).toMatch(/^scratchwork-\d{4}-\d\d-\d\d\.json$/);
  expect(draftsIn(text)).toEqual([expect.objectContaining({ slug: 'k-means', text: DRAFT })]);

  const other = await browser.newPage({ baseURL: process.env.SCRATCHWORK_URL });
  await other.goto('/data');
  await choose(other, text, name);
  await expect(other.getByRole('row', { name: /k-means/i })).toContainText('new: it is added');
  await other.getByRole('button', { name: 'Add it' }).click();
  await expect(other.getByText('Imported.')).toBeVisible();
  const again = await exported(other);
  expect(JSON.parse(again.text)).toEqual(JSON.parse(text));
  const there = new Bench(other);
  await there.open('k-means');
  await expect(other.locator('.monaco-editor')).toContainText('my own k-means');
  await other.close();
});

test('an import says what it would change, and can be undone', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(DRAFT);
  await page.goto('/data');
  const { text } = await exported(page);
  const file = JSON.parse(text);
  file.drafts = [
    { ...file.drafts[0], text: '// theirs', savedAt: file.drafts[0].savedAt - 1 },
    { ...file.drafts[0], slug: 'decision-tree', text: '// a tree' },
  ];
  file.settings.theme = 'dark';
  await choose(page, JSON.stringify(file));
  const row = page.getByRole('row', { name: /k-means/i });
  await expect(row).toContainText('older: yours stays');
  await page.getByRole('radio', { name: /^Replace/ }).check();
  await expect(row).toContainText('older: it takes the place of yours');
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await expect(page.getByText('Imported.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(
    draftsIn((await exported(page)).text)
      .map(draft => draft.text)
      .sort(),
  ).toEqual(['// a tree', '// theirs']);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('Everything is as it was before the import.')).toBeVisible();
  expect(draftsIn((await exported(page)).text).map(draft => draft.text)).toEqual([DRAFT]);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('a file that cannot be taken gets a sentence and changes nothing', async ({
  page,
}, testInfo) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(DRAFT);
  await page.goto('/data');
  const { text } = await exported(page);
  const before = await everything(page);
  const changed = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });
  const cases: [string, RegExp][] = [
    ['', /was cut short. Choose/],
    [text.slice(0, text.length / 2), /was cut short. Choose/],
    ['\0'.repeat(2000), /is no Scratchwork export/],
    ['{"name":"package"}', /is no Scratchwork export. Choose/],
    [
      changed({ version: JSON.parse(text).version + 1 }),
      /newer version of Scratchwork. Reload this page/,
    ],
    [changed({ drafts: [{ slug: '../x' }] }), /damaged: what it has at drafts.0/],
    [changed({ attempts: Array(100_001).fill(0) }), /damaged: what it has at attempts/],
    ['['.repeat(5e6), /is no Scratchwork export/],
  ];
  for (const [file, says] of cases) {
    await choose(page, '{}');
    await expect(page.getByRole('alert')).toContainText('is no Scratchwork export. Choose');
    await choose(page, file);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
    expect(await everything(page)).toEqual(before);
  }
  const huge = testInfo.outputPath('huge.json');
  writeFileSync(huge, text);
  truncateSync(huge, 65 * 2 ** 20);
  await page.locator('input[type=file]').setInputFiles(huge);
  await expect(page.getByRole('alert')).toContainText('larger than 64 MB');
  expect(await everything(page)).toEqual(before);
  await choose(page, text.replace('{', '{"__proto__":{"polluted":1},'));
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Imported.')).toBeVisible();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('deleting everything asks first, offers the export, and leaves nothing', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(DRAFT);
  await page.goto('/data');
  const open = page.getByRole('button', { name: 'Delete everything …' });
  await open.click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  expect(draftsIn((await exported(page)).text)).toHaveLength(1);
  await open.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export first' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('my own k-means');
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByText('Everything was deleted.')).toBeVisible();
  expect(draftsIn((await exported(page)).text)).toEqual([]);
  await bench.open('k-means');
  await expect(page.locator('.monaco-editor')).not.toContainText('my own k-means');
});

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('data are exported and imported offline, with the keyboard alone', async ({
  page,
  context,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(DRAFT);
  await keep(page);
  await context.setOffline(true);
  await page.reload();
  await tabTo(page, page.getByRole('link', { name: 'Your data' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Export everything' }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  const file = await download.path();
  expect(draftsIn(readFileSync(file, 'utf8'))).toHaveLength(1);
  await tabTo(page, page.getByRole('button', { name: 'Choose a file …' }));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  const changed = JSON.parse(readFileSync(file, 'utf8'));
  changed.drafts[0].slug = 'decision-tree';
  await chooser.setFiles({
    name: 'export.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(changed)),
  });
  const add = page.getByRole('button', { name: 'Add it' });
  await expect(add).toBeVisible();
  await tabTo(page, add);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Imported.')).toBeVisible();
  expect(draftsIn((await exported(page)).text)).toHaveLength(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of data and the dialogs have no accessibility violations in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const bench = new Bench(page);
    await bench.open('k-means');
    await bench.write(DRAFT);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByLabel('Link', { exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/data');
    const { text } = await exported(page);
    await choose(page, text);
    await expect(page.getByRole('table')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete everything …' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
