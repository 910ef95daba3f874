import { expect, test } from '@playwright/test';
import { Bench, fileOf } from './bench';
import { violations } from './violations';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the catalogue has no accessibility violations', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the workbench has none before a run, after a miss, and after a pass', async ({
      page,
    }) => {
      const bench = new Bench(page);
      await bench.open('k-means');
      expect(await violations(page)).toEqual([]);
      const solution = fileOf('k-means', 'solution.ts');
      await bench.submit(`${solution}\nthrow new Error('stop');`, /^Crashed/);
      expect(await violations(page)).toEqual([]);
      await bench.submit(solution, /^Passed/);
      await expect(page.locator('figure svg[aria-label]').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('an exercise is chosen, opened and run with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
  const link = page.getByRole('link', { name: /^k-means /i });
  while (!(await link.evaluate(element => element === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const bench = new Bench(page);
  await bench.ready();
  const run = page.getByRole('button', { name: 'Run', exact: true });
  for (let tabs = 0; tabs < 30; tabs += 1) {
    if (await run.evaluate(element => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(run).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bench.status).toHaveText(/^Not yet/);
});
