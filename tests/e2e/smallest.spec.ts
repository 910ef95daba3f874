import { expect, test } from '@playwright/test';
import { mutate } from '../../graders/mutate';
import { Bench, fileOf } from './bench';
import { MUTANTS } from './mutants';

const solution = fileOf('k-means', 'solution.ts');
const [mutant] = MUTANTS['k-means'];
/** Twice too large, and nothing else wrong. */
const WRONG = solution.replace(
  /(export function inertia\([\s\S]*?)return ([^;]+);/,
  '$1return 2 * ($2);',
);

test('a failure is shown on small data, and the call goes into the editor as one edit', async ({
  page,
}) => {
  expect(WRONG).not.toBe(solution);
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(WRONG, /^Not yet/);
  await expect(bench.smallest).toContainText(/inertia\(\[\[.{1,60}\]\], \[.{1,20}\], \[/);
  await expect(bench.smallest).toContainText(/yours {5}[\d.]+\nexpected {2}[\d.]+/);
  await expect(page.getByText('The smallest data on which it still goes wrong')).toBeVisible();

  await bench.putIntoEditor();
  await expect(page.getByText(/^Added as line \d+/)).toBeVisible();
  await expect(page.locator('.monaco-editor.focused')).toBeVisible();
  await expect(page.locator('.view-line').last()).toBeInViewport();
  await expect(page.locator('.monaco-editor .view-lines')).toContainText(/console.log\(inertia\(/);
  const yours = /yours {5}([\d.]+)/.exec((await bench.smallest.textContent()) ?? '')?.[1];

  await bench.putIntoEditor();
  await expect(page.getByText(/^It stands in line \d+ of your code already/)).toBeVisible();

  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  const printed = await page.getByRole('region', { name: 'Console' }).textContent();
  expect(Number(printed)).toBeCloseTo(Number(yours), 4);

  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('.monaco-editor .view-lines')).not.toContainText(
    /console.log\(inertia\(/,
  );
  await page.keyboard.press('ControlOrMeta+End');
  await expect(page.locator('.monaco-editor .view-lines')).not.toContainText('smallest data');
});

test('nothing below moves while the smallest data arrives', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const checks = document.querySelector('ol[aria-label="Checks"]');
      const part = document.querySelector('section[aria-label="Smallest data"]');
      if (checks && part) seen.push(Math.round(checks.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
  });
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(WRONG, /^Not yet/);
  await expect(bench.smallest).toBeVisible();
  await page.waitForFunction(() => (window as unknown as { seen: number[] }).seen.length > 20);
  const places = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(new Set(places).size).toBe(1);
});

test('a call that throws is caught by the line that makes it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const crash = solution.replace(
    /(export function update\([\s\S]*?\{\n)/,
    '$1  (undefined as any).here;\n',
  );
  await bench.submit(crash, /^Crashed/);
  await expect(bench.smallest).toContainText('throws TypeError');
  await bench.putIntoEditor();
  await bench.run();
  await expect(bench.status).toHaveText(/^Crashed/);
  await expect(page.getByRole('region', { name: 'Console' })).toContainText('TypeError');
});

test('a passing solution is not tried again', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(solution, /^Passed/);
  await expect(page.getByRole('region', { name: 'Smallest data' })).toHaveCount(0);
});

test('a loop that only small data starts costs nothing but the small case', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const trap = WRONG.replace(
    /(export function inertia\([\s\S]*?\{\n)/,
    '$1  while (X.length < 4) {}\n',
  );
  await bench.submit(trap, /^(Not yet|Timed out)/);
  const smallest = page.getByRole('region', { name: 'Smallest data' });
  await expect(smallest.and(page.locator('[aria-busy=true]'))).toHaveCount(0);
  await bench.submit(solution, /^Passed/);
  await expect(smallest).toHaveCount(0);
});

test('a named mistake shows the two numbers and how often it was put to the test', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(mutate(solution, mutant), /^Not yet/);
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis).toContainText(
    /Equal on (all \d+ checks|the one check) that this mistake/,
  );
});

test('on a narrow screen the call goes into the plain field, which is shown', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/exercises/k-means');
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  const field = page.getByLabel('Your solution');
  await field.fill(WRONG);
  const bench = new Bench(page);
  await bench.run();
  await expect(bench.smallest).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bench.putIntoEditor();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/console\.log\(inertia\(.*\/\/ expected .*\n$/);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(field).toHaveValue(WRONG);
});
