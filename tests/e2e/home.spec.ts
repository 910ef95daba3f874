import { expect, type Page, test } from '@playwright/test';
import { freshProfile } from '../../src/planning/inputs';
import { Bench, fileOf } from './bench';
import { answered, put, run } from './stored';
import { violations } from './violations';

const exercises = (page: Page) => page.getByRole('list', { name: 'Exercises' });
const agenda = (page: Page) => page.getByRole('navigation', { name: 'Where to go on' });
const card = (page: Page, label: string) =>
  agenda(page).getByRole('link').filter({ hasText: label });

test('the list is searched and narrowed, and the address keeps it', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Search').fill('kmeans');
  await expect(exercises(page).getByRole('link')).toHaveCount(2);
  await expect(exercises(page).getByRole('link', { name: /^K-means /i })).toBeVisible();
  await page.getByLabel('Search').fill('');
  await page.getByLabel('Track').selectOption('Trees and ensembles');
  await expect(exercises(page).getByRole('heading')).toHaveText(['Trees and ensembles']);
  await page.reload();
  await expect(page.getByLabel('Track')).toHaveValue('Trees and ensembles');
  await expect(exercises(page).getByRole('heading')).toHaveText(['Trees and ensembles']);
  await page.getByLabel('State').selectOption('solved');
  await expect(page.getByText('No exercise is like that.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await expect(exercises(page).getByRole('link', { name: /^K-means /i })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
});

test('what was left half done is offered, and what was solved a while ago is due', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2030-01-01T12:00:00') });
  await page.goto('/');
  await expect(card(page, 'Begin with')).toBeVisible();
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await bench.open('decision-tree');
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  await page.goto('/');
  await expect(card(page, 'Go on with')).toContainText('Decision tree');
  await expect(card(page, 'Go on with')).toContainText(/\d+ of \d+ checks pass/);
  await expect(card(page, 'Due again')).toHaveCount(0);
  await expect(exercises(page).getByRole('link', { name: /^K-means /i })).toContainText('Solved');
  await page.clock.setSystemTime(new Date('2030-01-05T12:00:00'));
  await page.reload();
  await expect(card(page, 'Due again')).toContainText('K-means');
});

test('what the plan has for today stands beside what is due, until it is done', async ({
  page,
}) => {
  const now = new Date('2027-03-01T09:00:00');
  await page.clock.setFixedTime(now);
  await page.goto('/');
  await expect(card(page, 'Begin with')).toBeVisible();
  const rehearsals = [answered('breadth/bias-variance', now.getTime() - 40 * 86_400_000)];
  await put(page, { rehearsals, profile: { ...freshProfile('2027-03-01'), hours: 10 } });
  await page.reload();
  const planned = agenda(page).locator('div').filter({ hasText: 'Today, by your plan' });
  await expect(planned).toBeVisible();
  await expect(card(page, 'Begin with')).toHaveCount(0);
  await expect(card(page, 'Due again, aloud')).toContainText('1 card');
  const first = planned.getByRole('link').first();
  await expect(planned).toContainText(/\d+ min · \d+ more today/);
  const title = await first.innerText();
  await planned.getByRole('link', { name: /more today/ }).click();
  const today = page
    .getByRole('list', { name: 'Days' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Today' }) });
  await expect(today.getByRole('link', { name: title, exact: true })).toBeVisible();
  await page.goBack();
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const slug = new URL(page.url()).pathname;
  const done = slug.startsWith('/rehearse/')
    ? { rehearsals: [answered(slug.slice('/rehearse/'.length), now.getTime() - 3_600_000)] }
    : {
        attempts: [
          run(slug.slice('/exercises/'.length), now.getTime() - 3_600_000, { kind: 'passed' }),
        ],
      };
  await put(page, done);
  await page.goto('/');
  await expect(planned).toBeVisible();
  await expect(planned).not.toContainText(title);
});

test('an exercise offers what it rests on, and asks for nothing', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('optimizers');
  await expect(page.getByText('Rests on Gradient descent (not solved yet)')).toBeVisible();
  await bench.submit(fileOf('optimizers', 'solution.ts'), /^Passed/);
  await page.getByRole('link', { name: 'Gradient descent', exact: true }).click();
  await bench.ready();
  await bench.submit(fileOf('gradient-descent', 'solution.ts'), /^Passed/);
  await page.goBack();
  await expect(page.getByText('Rests on Gradient descent (solved)')).toBeVisible();
});

test('nothing moves when what is known of the learner comes in', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await expect(card(page, 'Go on with')).toContainText('K-means');
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(
    0.02,
  );
});

test('the map shows every exercise with what it rests on, and leads to it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Map' }).click();
  const map = page.getByRole('region', { name: 'Map of prerequisites' });
  const link = map.getByRole('link', { name: /Optimizers.* rests on Gradient descent/ });
  await expect(link).toBeVisible();
  const count = Number.parseInt(
    (await page.getByText(/^\d+ exercises$/).textContent()) as string,
    10,
  );
  await expect(map.getByRole('link')).toHaveCount(count);
  await link.click();
  await expect(page).toHaveURL(/\/exercises\/optimizers$/);
});

test('the list is narrowed and an exercise opened with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Search').focus();
  await page.keyboard.type('decision');
  await expect(exercises(page).getByRole('link')).toHaveCount(1);
  const link = exercises(page).getByRole('link');
  for (let tabs = 0; tabs < 15; tabs += 1) {
    if (await link.evaluate(element => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/exercises\/decision-tree$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list, the empty list and the map have no accessibility violations in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await expect(card(page, 'Begin with')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Map' }).click();
    await expect(page.getByRole('region', { name: 'Map of prerequisites' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Search').fill('nothing like it');
    await expect(page.getByText('No exercise is like that.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
