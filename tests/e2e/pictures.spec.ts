import { expect, type Locator, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';
import { violations } from './violations';

/** An exercise that has been run, with its pictures. */
async function seen(
  page: Page,
  slug: string,
  source = fileOf(slug, 'solution.ts'),
  verdict = /^Passed/,
) {
  const bench = new Bench(page);
  await bench.open(slug);
  await bench.submit(source, verdict);
  const pictures = page.getByRole('region', { name: 'Pictures' });
  await expect(pictures.locator('svg[role=img]').first()).toBeVisible();
  return { bench, pictures };
}

const figure = (pictures: Locator, title: RegExp) =>
  pictures.locator('figure').filter({ hasText: title });

/** Goes on with Tab until an element has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

/** The place on a pad that is farthest from all its points, in pixels from its corner. */
function freeSpot(pad: Locator): Promise<{ x: number; y: number }> {
  return pad.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const taken = [...element.querySelectorAll('[role=option]')].map(option => {
      const box = option.getBoundingClientRect();
      return { x: box.x + box.width / 2 - left, y: box.y + box.height / 2 - top };
    });
    // Well inside the axes: to the left of them a click adds nothing.
    const spots = Array.from({ length: 81 }, (_, k) => ({
      x: width * (0.2 + 0.07 * (k % 9)),
      y: height * (0.15 + 0.08 * Math.floor(k / 9)),
    }));
    const room = (spot: { x: number; y: number }) =>
      Math.min(...taken.map(({ x, y }) => Math.hypot(x - spot.x, y - spot.y)));
    return spots.reduce((best, spot) => (room(spot) > room(best) ? spot : best));
  });
}

/** How many attempts are stored. */
function attempts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('scratchwork');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction('attempts').objectStore('attempts').count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
}

test('the way of the centroids is gone through step by step with the keyboard', async ({
  page,
}) => {
  const { pictures } = await seen(page, 'k-means');
  const trace = figure(pictures, /^Where your centroids went/);
  const slider = trace.getByRole('slider', { name: 'Step' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(trace.getByText(/^After 0 of \d+ updates/)).toBeVisible();
  await expect(trace.getByRole('button', { name: 'Step back' })).toBeDisabled();
  await page.keyboard.press('ArrowRight');
  await expect(trace.getByText(/^After 1 of \d+ updates/)).toBeVisible();
  await expect(slider).toHaveAttribute('aria-valuetext', /^After 1 of/);
  await trace.getByRole('button', { name: 'Last step' }).press('Enter');
  await expect(trace.getByText(/^After (\d+) of \1 updates/)).toBeVisible();
  await trace.getByRole('button', { name: 'Play' }).press('Enter');
  await expect(trace.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(trace.getByText(/^After (\d+) of \1 updates/)).toBeVisible();
  await expect(trace.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('nothing can be played where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { pictures } = await seen(page, 'k-means');
  await expect(pictures.getByRole('button', { name: 'Step back' }).first()).toBeVisible();
  await expect(pictures.getByRole('button', { name: 'Play' })).toHaveCount(0);
});

test('another learning rate is run again, and neither the verdict nor the attempts change', async ({
  page,
}) => {
  const { bench, pictures } = await seen(page, 'gradient-descent');
  const before = await attempts(page);
  const way = figure(pictures, /^The way of 30 steps/);
  const told = way.getByText(/^Step \d+ of \d+:/);
  const first = await told.textContent();
  await pictures.getByRole('slider', { name: 'learning rate' }).focus();
  await page.keyboard.press('End');
  await expect(pictures.getByText(/This is no attempt; the verdict stays/)).toBeVisible();
  await expect(told).not.toHaveText(first ?? '');
  await expect(told).toContainText('the reference at');
  await expect(bench.status).toHaveText(/^Passed/);
  expect(await attempts(page)).toBe(before);

  await pictures.getByRole('button', { name: 'As in the run' }).click();
  await expect(told).toHaveText(first ?? '');
});

test('a row is followed through the tree with the keyboard alone', async ({ page }) => {
  const { pictures } = await seen(page, 'decision-tree');
  const pad = figure(pictures, /^The regions of your tree/).getByRole('listbox');
  // Behind the editor, which keeps Tab to itself.
  await page.getByRole('separator', { name: 'Width of the results' }).focus();
  await tabTo(page, pad);
  await page.keyboard.press('ArrowRight');
  const tree = figure(pictures, /^Your tree/);
  await expect(tree.getByText(/^Row 0, class [01]\..* The leaf says class/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByText(/^Row 1, class/)).toBeVisible();
  await expect(pictures.getByLabel('Row to look at')).toHaveValue('1');
  await page.keyboard.press('Escape');
  await expect(tree.getByText(/^Row 1, class/)).toHaveCount(0);
});

test('own points are added, moved and removed with the keyboard alone', async ({ page }) => {
  const { bench, pictures } = await seen(page, 'knn');
  // Behind the editor, which keeps Tab to itself.
  await page.getByRole('separator', { name: 'Width of the results' }).focus();
  const summary = pictures.locator('summary').filter({ hasText: 'Try other data' });
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  const moons = pictures.getByRole('button', { name: 'Two moons' });
  await tabTo(page, moons);
  await page.keyboard.press('Enter');
  await expect(pictures.getByText('Your own data, 60 rows')).toBeVisible();
  await expect(pictures.getByText(/This is no attempt; the verdict stays/)).toBeVisible();

  const pad = pictures.getByRole('listbox');
  await tabTo(page, pad);
  await page.keyboard.press('End');
  const chosen = pad.locator('[aria-selected=true]');
  await expect(chosen).toHaveAttribute('aria-label', /^Row 59 at/);
  await page.keyboard.press('Enter');
  await expect(pictures.getByText('Your own data, 61 rows')).toBeVisible();
  await expect(chosen).toHaveAttribute('aria-label', /^Row 60 at/);
  const where = await chosen.getAttribute('aria-label');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen).not.toHaveAttribute('aria-label', where ?? '');
  await page.keyboard.press('Delete');
  await expect(pictures.getByText('Your own data, 60 rows')).toBeVisible();
  await expect(pictures.locator('details p').filter({ hasText: '60 examples' })).toHaveCount(1);
  await expect(bench.status).toHaveText(/^Passed/);
});

test('a click adds a point, a drag moves it, and both are run', async ({ page }) => {
  const { pictures } = await seen(page, 'k-means');
  await pictures.getByText('Try other data').click();
  const pad = pictures.getByRole('listbox');
  const before = await pad.getByRole('option').count();
  // A click on a point of the run would take that one.
  await pad.click({ position: await freeSpot(pad) });
  await expect(pad.getByRole('option')).toHaveCount(before + 1);
  await expect(pictures).toHaveAttribute('aria-busy', 'false');
  const added = pad.locator('[aria-selected=true]');
  const label = await added.getAttribute('aria-label');
  await added.hover();
  const spot = await added.boundingBox();
  if (!spot) throw new Error('no point');
  await page.mouse.move(spot.x + 12, spot.y + 12);
  await page.mouse.down();
  await page.mouse.move(spot.x + 60, spot.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(pad.getByRole('option')).toHaveCount(before + 1);
  await expect(added).not.toHaveAttribute('aria-label', label ?? '');
  await expect(
    pictures.locator('details p').filter({ hasText: `${before + 1} points in` }),
  ).toHaveCount(1);
});

test('pasted rows are used, or refused with a sentence', async ({ page }) => {
  const { pictures } = await seen(page, 'linear-regression');
  await pictures.getByText('Try other data').click();
  const field = pictures.getByRole('textbox', { name: /^Paste lines of x, y/ });
  const use = pictures.getByRole('button', { name: 'Use these lines' });
  await field.fill('1,2\n3,four\n5,6');
  await use.click();
  await expect(pictures.getByText('“four” in line 2 is not a number.')).toBeVisible();
  await field.fill('x,y\n0,1\n1,3\n2,5\n3,7.5');
  await use.click();
  await expect(pictures.getByText('Your own data, 4 rows')).toBeVisible();
  const line = figure(pictures, /^Your line/);
  await expect(line.locator('details p')).toContainText(/It is y = 2\.15 x \+ 0\.9/);

  // Kept over a run, and gone with the page.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(pictures.getByText('Your own data, 4 rows')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(pictures.getByText('Try other data')).toBeVisible();
});

test('pasted scores are parted by a threshold, and a row changes its class by a key, at 390 px', async ({
  page,
}) => {
  const { bench, pictures } = await seen(page, 'roc-pr-auc');
  await page.setViewportSize({ width: 390, height: 844 });
  await pictures.getByText('Try other data').click();
  const field = pictures.getByRole('textbox', { name: /^Paste lines of score, class/ });
  const use = pictures.getByRole('button', { name: 'Use these lines' });
  await field.fill('score,class\n0.9,1\n0.4,1');
  await use.click();
  await expect(pictures.getByText('No row has the class 0; each class is needed.')).toBeVisible();
  await field.fill('score,class\n0.9,1\n0.6,0\n0.4,1\n0.4,0\n0.1,0');
  await use.click();
  await expect(pictures.getByText('Your own data, 5 rows')).toBeVisible();

  const catches = figure(pictures, /^What each threshold catches/);
  const slider = catches.getByRole('slider', { name: 'Step' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(catches.getByText(/^Above every score: 0 of 2 rows of class 1/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(catches.getByText(/^From 0\.9 up: 1 of 2 rows of class 1/)).toContainText(
    'ROC AUC 0.75; average precision 0.75, as the reference’s.',
  );

  // The negative at 0.6 becomes a positive: every positive is then above or beside every negative.
  const pad = catches.getByRole('listbox');
  await pad.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const chosen = pad.locator('[aria-selected=true]');
  await expect(chosen).toHaveAttribute('aria-label', 'Row 1 at 0.6, 0');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen).toHaveAttribute('aria-label', 'Row 1 at 0.6, 1');
  await expect(catches.getByText(/^From 0\.9 up: 1 of 3 rows of class 1/)).toContainText(
    'ROC AUC 0.9167',
  );
  await expect(pictures.getByText('Row 1: score 0.6, class 1.')).toBeVisible();
  await expect(bench.status).toHaveText(/^Passed/);
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('the components turn with a point that is added and moved by keys', async ({ page }) => {
  const { pictures } = await seen(page, 'pca');
  await pictures.getByText('Try other data').click();
  const field = pictures.getByRole('textbox', { name: /^Paste lines of x0, x1/ });
  await field.fill('0,0\n1,0\n2,0\n3,0\n4,0');
  await pictures.getByRole('button', { name: 'Use these lines' }).click();
  const components = figure(pictures, /^Your components/);
  const words = components.locator('details p');
  await expect(words).toContainText(/^5 points and 2 arrows: \(2, 0\) to \(5\.162, 0\)/);
  await expect(words).toContainText(
    'The reference’s, the wide lines, go from (2, 0) to (5.162, 0)',
  );

  const pad = components.getByRole('listbox');
  await pad.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(pictures.getByText('Your own data, 6 rows')).toBeVisible();
  const chosen = pad.locator('[aria-selected=true]');
  const where = await chosen.getAttribute('aria-label');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen).not.toHaveAttribute('aria-label', where ?? '');
  await expect(words).toContainText(/^6 points and 2 arrows/);
  await expect(words).not.toContainText(', 0) to');
});

test('a rate starts anew on other rows, and stays while one of them is moved', async ({ page }) => {
  const { pictures } = await seen(page, 'gradient-descent');
  const rate = pictures.getByRole('slider', { name: 'learning rate' });
  const start = await rate.getAttribute('aria-valuetext');
  await pictures.getByText('Try other data').click();
  const field = pictures.getByRole('textbox', { name: /^Paste lines of x, y/ });
  await field.fill('0,1\n100,3\n200,5\n300,7.5');
  await pictures.getByRole('button', { name: 'Use these lines' }).click();
  await expect(rate).not.toHaveAttribute('aria-valuetext', start ?? '');
  const scaled = (await rate.getAttribute('aria-valuetext')) ?? '';
  expect(Number(scaled)).toBeLessThan(Number(start) / 100);
  const line = figure(pictures, /^The line after/);
  await expect(line.locator('details p')).toContainText(/^4 points and 5 lines/);

  const pad = line.getByRole('listbox');
  await pad.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(pad.locator('[aria-selected=true]')).not.toHaveAttribute('aria-label', /at 300,/);
  await expect(rate).toHaveAttribute('aria-valuetext', scaled);
  await pictures.getByRole('button', { name: 'Back to the data of the run' }).click();
  await expect(rate).toHaveAttribute('aria-valuetext', start ?? '');
});

test('the case that failed is looked at in the picture', async ({ page }) => {
  const wrong = fileOf('k-means', 'solution.ts').replace('distance < least', 'distance <= least');
  const { pictures } = await seen(page, 'k-means', wrong, /^Not yet/);
  await page.getByRole('button', { name: 'Look at it in the picture' }).click();
  await expect(pictures).toBeFocused();
  await expect(
    pictures.getByText(/^This is the case on which “gives a tie to the lower label” fails/),
  ).toBeVisible();
  await expect(pictures).toHaveAttribute('aria-busy', 'false');
  await expect(
    pictures.locator('details p').filter({ hasText: /^5 points in 4 clusters/ }),
  ).toHaveCount(1);
  await expect(pictures.getByText(/^Row \d at .*: cluster \d in the end/)).toBeVisible();
  await pictures.getByRole('button', { name: 'Back to the data of the run' }).first().click();
  await expect(pictures.getByText(/^This is the case on which/)).toHaveCount(0);
});

test('a loop that only other data starts is stopped, and the next run is as ever', async ({
  page,
}) => {
  const trap = fileOf('knn', 'solution.ts').replace(
    /(export function predict\([\s\S]*?\): \{ labels[^{]*\{\n)/,
    '$1  while (X.length === 60) {}\n',
  );
  expect(trap).toContain('while (X');
  const { bench, pictures } = await seen(page, 'knn', trap);
  await pictures.getByText('Try other data').click();
  await pictures.getByRole('button', { name: 'Two moons' }).click();
  await expect(pictures.getByText(/Your code was stopped after \d/)).toBeVisible();
  await expect(bench.status).toHaveText(/^Passed/);
  await pictures.getByRole('button', { name: 'Back to the data of the run' }).click();
  await expect(pictures.locator('svg[role=img]').first()).toBeVisible();
  await bench.submit(fileOf('knn', 'solution.ts'), /^Passed/);
});

test('what other data makes of a hostile submission is text, and draws nothing', async ({
  page,
}) => {
  const solution = fileOf('knn', 'solution.ts').replace(
    /(export function predict\([\s\S]*?\): \{ labels[^{]*\{\n)/,
    `$1  if (X.length === 60) {
    Array.prototype.map = () => { throw new RangeError('<img src=x onerror=document.title=1>'); };
    return { labels: '<b>', probabilities: { map: () => ['<b>'] } } as never;
  }\n`,
  );
  const { bench, pictures } = await seen(page, 'knn', solution);
  const title = await page.title();
  await pictures.getByText('Try other data').click();
  await pictures.getByRole('button', { name: 'Two moons' }).click();
  await expect(pictures).toHaveAttribute('aria-busy', 'false');
  await expect(pictures.locator('figure')).toHaveCount(0);
  await expect(pictures.locator('img')).toHaveCount(0);
  expect(await page.title()).toBe(title);
  await expect(bench.status).toHaveText(/^Passed/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures that are changed have no violations in ${colorScheme}, and fit 390 px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const { pictures } = await seen(page, 'decision-tree');
    await pictures.getByText('Try other data').click();
    await pictures.getByRole('button', { name: 'Two moons' }).click();
    await pictures.getByText('Rows as numbers').click();
    await pictures.getByLabel('Row to look at').selectOption('3');
    await expect(pictures).toHaveAttribute('aria-busy', 'false');
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(pictures.locator('svg[role=img]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
}
