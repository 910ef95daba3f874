import { expect, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';

const solution = fileOf('k-means', 'solution.ts');
const stages = (page: Page) => page.getByRole('region', { name: 'Stages' });
const stage = (page: Page, name: string) =>
  stages(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

test('a stage is done as soon as its function is right, without a run', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await expect(stage(page, 'assign')).toHaveText(/^not run: assign/);
  await bench.write(solution.replace('export function update', 'function update'));
  await expect(stage(page, 'assign')).toHaveText(/^passed: assign/);
  await expect(stage(page, 'update')).toHaveText(/^missed: update/);
  await expect(stage(page, 'update')).toHaveAttribute('aria-current', 'step');
  await expect(bench.status).toHaveText('No run yet');
  // It is no attempt.
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('dialog')).not.toContainText('of 58 checks');
});

test('the checks of the last run change in place while one types, and the focus stays', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(solution, /^Passed/);
  const first = bench.check('labels each point with its nearest centroid');
  await expect(first).toHaveText(/^passed/);
  await bench.write(solution.replace('export function assign', 'function assign'));
  await expect(first).toHaveText(/^missed/);
  await expect(page.getByText(/As it stands, \d+ of 10 pass/)).toBeVisible();
  expect(
    await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null),
  ).toBe(true);
  await expect(bench.status).toHaveText(/^Passed/);
  await bench.write(solution);
  await expect(first).toHaveText(/^passed/);
});

test('code that does not compile is waited for, and what was seen stays', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(`${solution}\n// typed`);
  await expect(page.getByText('As it stands, 10 of 10 pass.')).toBeVisible();
  await bench.write(`${solution}\nconst unfinished = (`);
  await expect(page.getByText('Waiting for code that compiles.')).toBeVisible();
  await expect(stage(page, 'assign')).toHaveText(/^passed/);
});

test('a loop stops the quick checks and says so; the next run starts them anew', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(`${solution}\nfor (;;);`);
  await expect(page.getByText('Stopped: this code takes long. Press Run.')).toBeVisible();
  await bench.write(`${solution}\n// typed`);
  await expect(page.getByText('Stopped: this code takes long. Press Run.')).toBeVisible();
  await bench.submit(solution, /^Passed/);
  await bench.write(`${solution}\n// typed again`);
  await expect(page.getByText('As it stands, 10 of 10 pass.')).toBeVisible();
});

test('quick checks can be turned off, and stay off', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const turn = page.getByRole('switch', { name: 'Quick checks' });
  await turn.click();
  await expect(turn).not.toBeChecked();
  await page.reload();
  await bench.ready();
  await expect(turn).not.toBeChecked();
  await bench.write(`${solution}\nthrow new Error('not looked at');`);
  await bench.run();
  await expect(bench.status).toHaveText(/^Crashed/);
  await expect(page.getByText('Off. Only Run looks at your code.')).toBeVisible();
});

test('what a page finds is not looked at until something is typed', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(`${solution}\nfor (;;);`);
  await expect(page.getByText('Stopped: this code takes long. Press Run.')).toBeVisible();
  await page.reload();
  await bench.ready();
  await expect(page.getByText('Run whenever you pause.')).toBeVisible();
});
