import { deflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { Bench } from './bench';

const MINE = '// mine\n';
const THEIRS = '// theirs: 🦉\nexport const shared = true;\n';
const carrying = (bytes: Uint8Array) => `#code=${Buffer.from(bytes).toString('base64url')}`;
const codeFrom = (page: Page) => page.getByRole('region', { name: 'Code from the link' });

test('a draft is shared by a link that holds it, and nothing is sent', async ({
  page,
  browser,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(THEIRS);
  const requests: string[] = [];
  page.on('request', request => requests.push(`${request.method()} ${request.url()}`));
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/exercises\/k-means#code=[\w-]+$/);
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(link);
  await expect(page.getByText(`${link.length} characters.`)).toBeVisible();
  await expect(page.getByText('Some chat tools cut')).toBeHidden();
  // The page fetches parts of itself, and the sandbox reads its own blobs; nothing else is asked for.
  const own = /^GET (blob:|http:\/\/127\.0\.0\.1:\d+\/assets\/[^?]+$)/;
  expect(requests.filter(request => !own.test(request))).toEqual([]);

  const other = await browser.newPage({ baseURL: process.env.SCRATCHWORK_URL });
  const asked: string[] = [];
  other.on('request', request => asked.push(request.url()));
  await other.goto(link);
  await expect(codeFrom(other)).toHaveText(THEIRS);
  expect(other.url()).toMatch(/\/exercises\/k-means$/);
  const sent = asked.map(url => new URL(url)).map(({ pathname, search }) => pathname + search);
  expect(sent).toContain('/exercises/k-means');
  expect(sent.filter(part => part.includes(link.slice(-20)))).toEqual([]);
  await other.close();
});

test('a long draft is shared with a warning about tools that cut links', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const words = Array.from({ length: 900 }, (_, i) => `x${(i * 7919 * 104729) % 999983}`);
  await bench.write(`// ${words.join(' ')}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Some chat tools cut a message after 2,000')).toBeVisible();
});

test('code from a link is shown and not run, and leaves the draft as it was', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(MINE);
  await page.goto('/');
  await page.goto(`/exercises/k-means${carrying(deflateRawSync(THEIRS))}`);
  await expect(codeFrom(page)).toHaveText(THEIRS);
  expect(page.url()).toMatch(/\/exercises\/k-means$/);
  await expect(page.getByText('Nobody can say who wrote it')).toBeVisible();
  await expect(bench.status.first()).toHaveText('No run yet');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('// mine');
  await page.reload();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('// mine');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('code from a link takes the place of the draft, which goes to the history', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(MINE);
  // Gone to without leaving the page: only the fragment changes.
  await page.evaluate(
    hash => {
      location.hash = hash;
    },
    carrying(deflateRawSync(THEIRS)),
  );
  await page.getByRole('button', { name: 'Put it in place of my draft' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('theirs');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(bench.status).toHaveText('No run yet');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('before another was restored').first().click();
  await expect(page.getByRole('dialog')).toContainText('// mine');
});

test('a broken link and a bomb get a sentence, and the draft is as it was', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(MINE);
  const bomb = deflateRawSync(Buffer.alloc(2 ** 28), { level: 9 });
  const cases: [string, string][] = [
    ['#code=%%%', 'is damaged or was cut off. Ask for the link again'],
    [carrying(deflateRawSync(THEIRS)).slice(0, -8), 'is damaged or was cut off'],
    [carrying(bomb), 'carries more than any solution holds'],
  ];
  for (const [hash, says] of cases) {
    await page.evaluate(hash => {
      location.hash = hash;
    }, hash);
    await expect(page.getByRole('dialog')).toContainText(says);
    expect(page.url()).toMatch(/\/exercises\/k-means$/);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(page.locator('.monaco-editor')).toContainText('// mine');
});
