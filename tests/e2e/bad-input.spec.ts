import { expect, test } from '@playwright/test';
import { Bench, fileOf } from './bench';

const solution = fileOf('k-means', 'solution.ts');

/** What a learner may hand in, the verdict, and a sentence that must be on the page. */
const CASES: { name: string; source: string; verdict: RegExp; says: RegExp | string }[] = [
  { name: 'an empty editor', source: '', verdict: /^Did not compile/, says: /empty/i },
  {
    name: 'a syntax error',
    source: solution.replace('export function assign(', 'export function assign(('),
    verdict: /^Did not compile/,
    says: /line \d+/,
  },
  {
    name: 'a missing export',
    source: solution.replace('export function inertia', 'function inertia'),
    verdict: /^Not yet/,
    says: 'There is no exported function named inertia',
  },
  {
    name: 'an export that is not a function',
    source: solution.replace(
      'export function inertia',
      'export const inertia = 3;\nfunction unused',
    ),
    verdict: /^(Not yet|Crashed|Did not compile)/,
    says: /inertia/,
  },
  {
    name: 'an import statement',
    source: `import { kmeans } from 'ml-kmeans';\n${solution}`,
    verdict: /^Did not compile/,
    says: /import/,
  },
  {
    name: 'a dynamic import',
    source: `${solution}\nvoid import('https://example.org/answer.js');`,
    verdict: /^Did not compile/,
    says: /import/,
  },
  {
    name: 'ten megabytes of output',
    source: `${solution}\nconsole.log('x'.repeat(1e7));`,
    verdict: /^Passed/,
    says: 'Console',
  },
  {
    name: 'an error outside any function',
    source: `throw new Error('too early');\n${solution}`,
    verdict: /^Crashed/,
    says: 'too early',
  },
  {
    name: 'a loop outside any function',
    source: `for (;;) {}\n${solution}`,
    verdict: /^Timed out/,
    says: 'did not finish loading in time',
  },
];

for (const { name, source, verdict, says } of CASES) {
  test(`${name} gets a sentence and nothing is lost`, async ({ page }) => {
    const bench = new Bench(page);
    await bench.open('k-means');
    await bench.submit(source, verdict);
    await expect(
      page.getByRole('region', { name: 'Results' }).getByText(says).first(),
    ).toBeVisible();
    await page.reload();
    await bench.ready();
    await bench.submit(solution, /^Passed/);
  });
}

test('a type error is a warning and the code runs anyway', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(`${solution}\nconst wrong: number = 'text';\n`, /^Passed/);
  await expect(page.getByText(/1 type warning; the code ran all the same/)).toBeVisible();
});

test('a browser that refuses storage says so and still runs the code', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    });
  });
  const bench = new Bench(page);
  await page.goto('/exercises/k-means');
  await expect(page.getByText('Not saved: this browser')).toBeVisible();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
});

test('a full disk is told, and the text stays on the screen', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.insertText('// kept on the screen\n');
  await expect(page.getByText('Not saved: the disk space')).toBeVisible();
  await expect(page.locator('.monaco-editor')).toContainText('kept on the screen');
  await bench.run();
  await expect(bench.status).toHaveText(/^(Not yet|Did not compile)/);
});

test('a draft that no longer parses opens as it was left', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('export function assign( {{{ `');
  await page.reload();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('{{{');
});

test('an unknown exercise leads back to the catalogue', async ({ page }) => {
  await page.goto('/exercises/no-such-thing');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('link', { name: 'See all exercises' }).click();
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
});
