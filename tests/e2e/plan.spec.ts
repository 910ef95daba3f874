import { expect, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';
import { answered, put, run } from './stored';
import { violations } from './violations';

const NOW = new Date('2027-03-01T09:00:00');

const days = (page: Page) => page.getByRole('list', { name: 'Days' });
const day = (page: Page, name: string) =>
  days(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });
const views = (page: Page) => page.getByRole('navigation', { name: 'Views of the plan' });
const round = (page: Page, name: string) =>
  page.getByRole('group', { name: new RegExp(`^${name}`) });

/** Sets up a plan of five weeks, every round confirmed. */
async function setUp(page: Page, date = '2027-04-05'): Promise<void> {
  await page.clock.install({ time: NOW });
  await page.goto('/plan');
  await page.getByLabel('Day of the interview').fill(date);
  for (const name of ['Breadth', 'Depth', 'Design', 'Coding', 'Behaviour'])
    await round(page, name).getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(days(page)).toBeVisible();
}

test('a plan is set up with the keyboard alone, and is there after a reload', async ({ page }) => {
  await page.clock.install({ time: NOW });
  await page.goto('/plan');
  const form = page.getByRole('form', { name: 'Set-up' });
  await expect(form).toBeVisible();
  /** Goes on with Tab until something has the focus. */
  const reach = async (wanted: ReturnType<Page['getByLabel']>) => {
    for (let i = 0; i < 80; i++) {
      if (await wanted.evaluate(it => it === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not reached with Tab');
  };
  await reach(page.getByLabel('Day of the interview'));
  await page.keyboard.type('04052027');
  await expect(page.getByLabel('Day of the interview')).toHaveValue('2027-04-05');
  await reach(page.getByLabel('Role'));
  await page.keyboard.type('Lang');
  await reach(round(page, 'Coding').getByLabel('Not known'));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(round(page, 'Coding').getByLabel('Yes')).toBeChecked();
  await reach(page.getByLabel('Hours a week'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('10');
  const coding = page.getByRole('slider', { name: 'Coding' });
  await reach(coding);
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(coding).toHaveAttribute('aria-valuetext', '15 %');
  await reach(page.getByRole('button', { name: 'Make the plan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(page.getByText(/^35 days to Monday/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Plan', exact: true })).toBeFocused();
  const before = await days(page).innerText();
  await page.reload();
  await expect(days(page)).toBeVisible();
  expect(await days(page).innerText()).toBe(before);
  await reach(page.getByRole('button', { name: /^Show all \d+ days/ }));
  await page.keyboard.press('Enter');
  await expect(days(page).locator('> li').nth(10)).toBeFocused();
  await views(page).getByRole('link', { name: 'Set-up' }).click();
  await expect(page.getByLabel('Role')).toHaveValue('nlp');
  await expect(page.getByLabel('Hours a week')).toHaveValue('10');
  await expect(page.getByRole('slider', { name: 'Coding' })).toHaveValue('15');
});

test('the shares always sum to 100 %, and go back to what is proposed', async ({ page }) => {
  await page.goto('/plan');
  const shares = page.getByRole('slider');
  const values = () =>
    shares.evaluateAll(all => all.map(one => Number((one as HTMLInputElement).value)));
  await expect(shares).toHaveCount(4);
  const proposed = await values();
  for (const [name, value] of [
    ['Depth', '61'],
    ['Coding', '7'],
    ['Breadth', '0'],
  ]) {
    await page.getByRole('slider', { name }).fill(value);
    expect((await values()).reduce((a, b) => a + b)).toBe(100);
  }
  await page.getByRole('button', { name: 'Back to the proposal' }).click();
  expect(await values()).toEqual(proposed);
});

test('a day that has gone by, and no hours, are not taken', async ({ page }) => {
  await page.clock.install({ time: NOW });
  await page.goto('/plan');
  await page.getByLabel('Day of the interview').fill('2027-02-28');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose a day from today on, or no date.');
  await page.getByLabel('No date yet').check();
  await page.getByLabel('Hours a week').fill('0');
  await expect(page.getByRole('alert')).toHaveText('Choose between 1 and 60 hours a week.');
  await page.getByLabel('Hours a week').fill('5');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText('No date: the next four weeks')).toBeVisible();
});

test('while a round is not known, the first thing is to ask the recruiter', async ({ page }) => {
  await page.clock.install({ time: NOW });
  await page.goto('/plan');
  await page.getByLabel('Day of the interview').fill('2027-04-05');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(day(page, 'Today').getByRole('link', { name: /recruiter/i })).toBeVisible();
});

test('an exercise that is solved is done, and counts as shown', async ({ page }) => {
  await setUp(page);
  const first = day(page, 'Today').getByRole('link', { name: 'Gradient descent', exact: true });
  await expect(first).toBeVisible();
  await first.click();
  const bench = new Bench(page);
  await bench.ready();
  await bench.submit(fileOf('gradient-descent', 'solution.ts'), /^Passed/);
  await page.goto('/plan');
  await expect(days(page)).toBeVisible();
  await expect(page.getByText('Done', { exact: false }).first()).toBeVisible();
  await page.locator('summary').filter({ hasText: /^Done/ }).click();
  await expect(
    page
      .locator('details')
      .filter({ hasText: /^Done/ })
      .getByRole('link', { name: 'Gradient descent', exact: true }),
  ).toBeVisible();
  await views(page).getByRole('link', { name: 'Readiness' }).click();
  const row = page.getByRole('row', { name: /^Coding/ });
  await expect(row.getByRole('cell').nth(3)).toHaveText('1');
  await expect(row).toContainText('1 of 1');
});

test('what was missed is moved, and what cannot be made up for is dropped and listed', async ({
  page,
}) => {
  await setUp(page);
  const [exercise] = await day(page, 'Today').getByRole('link').allInnerTexts();
  await page.clock.setSystemTime(new Date('2027-03-03T09:00:00'));
  await page.reload();
  await expect(
    days(page)
      .getByText(/moved from Mon.? 1 Mar/)
      .first(),
  ).toBeVisible();
  expect(exercise).toBeTruthy();
  await page.clock.setSystemTime(new Date('2027-03-20T09:00:00'));
  await page.reload();
  await expect(page.locator('summary').filter({ hasText: /^Dropped/ })).toBeVisible();
});

test('readiness is four numbers apart, with dashes where there is too little, and no promise', async ({
  page,
}) => {
  await setUp(page);
  await page.goto('/plan#readiness');
  await expect(
    page.getByText('This measures what you have shown here, mostly graded by you.'),
  ).toBeVisible();
  const row = page.getByRole('row', { name: /^Design/ });
  await expect(row.getByRole('cell').nth(0)).toHaveText('0 %');
  await expect(row.getByText('not enough evidence').first()).toBeAttached();
  await expect(page.getByRole('table', { name: 'Graded by the machine' })).toContainText('Coding');
  await expect(page.getByRole('table', { name: 'Graded by you' })).not.toContainText('Coding');
  await expect(page.getByRole('img', { name: /^Coverage/ })).toBeVisible();
  const text = await page.getByRole('main').innerText();
  expect(text).not.toMatch(/probab|percentile|streak|will pass/i);
});

test('forgetting to the day and the time of each week are drawn, and told in numbers', async ({
  page,
}) => {
  await setUp(page);
  await page.goto('/plan#readiness');
  await expect(page.getByText('The forgetting curve of each area will stand here')).toBeVisible();
  const at = NOW.getTime() - 5 * 86_400_000;
  const minute = 60_000;
  await put(page, {
    rehearsals: [
      answered('breadth/bias-variance', at, { done: 2 * minute }),
      answered('design/payment-fraud', at + minute, { done: 50 * minute }),
    ],
    attempts: [
      run('k-means', at),
      run('k-means', at + 20 * minute, { kind: 'passed', passed: 9 }),
      run('decision-tree', at),
    ],
  });
  await page.reload();
  const shares = async (name: RegExp) => {
    const label = await page.getByRole('img', { name: /^Retention/ }).getAttribute('aria-label');
    return (name.exec(label ?? '') ?? []).slice(1).map(Number);
  };
  await expect(page.getByRole('img', { name: /^Retention.*Breadth, 1 item:/ })).toBeVisible();
  const [today, then] = await shares(/Breadth, 1 item: (\d+) % today, (\d+) % on 5 Apr/);
  expect(today).toBeGreaterThan(then);
  expect(then).toBeGreaterThan(0);
  // What is not solved is not there to be forgotten.
  expect(await shares(/Coding, (\d+) item:/)).toEqual([1]);
  const details = page.locator('figure').filter({ hasText: 'If nothing is reviewed' });
  await details.locator('summary').click();
  const rows = details.getByRole('row');
  await expect(rows.first()).toContainText(/Breadth.*Design.*Coding/);
  await expect(rows.nth(1)).toContainText(/Today.*\d+ %/);
  await expect(rows.last()).toContainText(/5 Apr.*\d+ %/);
  const time = page.locator('figure').filter({ hasText: 'Time by week' });
  await expect(time.getByRole('img').first()).toHaveAttribute(
    'aria-label',
    /This week 0 min of 8 h planned; before it 1 h 12 in the week of 22 Feb/,
  );
  await time.locator('summary').click();
  await expect(time.getByRole('row').nth(1)).toHaveText(
    /22 Feb\s*1 h 12\s*–\s*2 min\s*–\s*50 min\s*20 min/,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  const beyond = () => document.documentElement.scrollWidth - innerWidth;
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
});

test('the plan is there offline', async ({ page, context }) => {
  await setUp(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await expect(days(page)).toBeVisible();
  await context.setOffline(true);
  await page.goto('/plan');
  await expect(days(page)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('set-up, days and readiness have no accessibility violations', async ({ page }) => {
      await page.goto('/plan');
      await expect(page.getByRole('form', { name: 'Set-up' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await setUp(page);
      expect(await violations(page)).toEqual([]);
      await page.goto('/plan#readiness');
      await expect(page.getByRole('img', { name: /^Coverage/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
