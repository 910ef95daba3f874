import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openPalette } from './palette';
import { answered, cardOf, put, run } from './stored';
import { violations } from './violations';

const NOW = new Date('2027-03-20T12:00:00');
const DAY = 86_400_000; // ms
const FOLDER = path.join(import.meta.dirname, '..', '..', 'exercises', 'rehearsal');

const idsOf = (type: string) =>
  readdirSync(path.join(FOLDER, type))
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => `${type}/${name.slice(0, -3)}`);
const breadth = idsOf('breadth').map(cardOf);
/** Cards that have what is missed here; which ones does not matter. */
const [numeric, other] = breadth.filter(
  ({ points, checks, traps }) =>
    checks.length > 0 &&
    traps.length > 0 &&
    points.some(({ critical }) => critical) &&
    points.some(({ critical, text }) => !critical && text.includes('katex')),
);
const design = cardOf(idsOf('design')[0]);

const half = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const critical = numeric.points.find(point => point.critical);
const formula = numeric.points.find(one => !one.critical && one.text.includes('katex'));
/** The beginning of a text without its marks and formulas. */
const plain = (html = '') => html.split(/[<&]/)[0].trim();

/** Opens the store, and puts three answers and a run with a mistake into it. */
async function fill(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await open(page);
  const points = { ...answered(numeric.id, 0).points };
  for (const point of [critical, formula]) if (point) points[point.id] = false;
  const at = NOW.getTime() - DAY;
  await put(page, {
    rehearsals: [
      answered(numeric.id, at, {
        points,
        traps: [numeric.traps[0].id],
        answers: { [numeric.checks[0].id]: { typed: '0.4321', right: false } },
        note: 'draw it first',
        ...{ rating: 1, computed: 1 },
      }),
      answered(other.id, at + 1),
      answered(design.id, at - 20 * DAY, {
        points: { ...answered(design.id, 0).points, [design.points[0].id]: false },
      }),
    ],
    attempts: [run('k-means', at, { diagnosis: 'Divide each sum by the size of its cluster.' })],
  });
}

async function open(page: Page): Promise<void> {
  await page.goto('/rehearse/sheet');
  await expect(page.getByText('Nothing is here yet')).toBeVisible();
}

test('what was missed stands on the sheet, the machine’s apart, and goes once it is made up for', async ({
  page,
}) => {
  await fill(page);
  await page.goto('/rehearse');
  await page.getByRole('link', { name: 'Missed points' }).click();
  const self = half(page, 'Self-assessed');
  const items = self.getByRole('listitem');
  await expect(self.getByRole('heading', { level: 3 })).toHaveText(['Breadth', 'Design']);
  await expect(items.first()).toContainText('Critical');
  await expect(items.first()).toContainText(plain(critical?.text));
  await expect(self).toContainText('Fell into:');
  await expect(self).toContainText('Next time I will draw it first');
  await expect(self).not.toContainText(other.title);
  const machine = half(page, 'Found by the machine');
  await expect(machine.getByRole('heading', { level: 3 })).toHaveText(['Breadth', 'Coding']);
  await expect(machine).toContainText('you typed 0.4321');
  await expect(machine).toContainText('Divide each sum by the size of its cluster.');

  await page.getByLabel('Time').selectOption('Last 7 days');
  await expect(self.getByRole('heading', { level: 3 })).toHaveText(['Breadth']);
  await page.getByLabel('Critical only').check();
  await expect(self).not.toContainText(plain(formula?.text));
  await page.reload();
  await expect(self.getByRole('heading', { level: 3 })).toHaveText(['Breadth']);
  await expect(page.getByLabel('Critical only')).toBeChecked();
  await page.getByLabel('Area').selectOption('Behaviour');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(self.getByRole('heading', { level: 3 })).toHaveText(['Breadth', 'Design']);

  await put(page, { rehearsals: [answered(numeric.id, NOW.getTime() - 5000)] });
  await page.reload();
  await expect(self.getByRole('heading', { level: 3 })).toHaveText(['Design']);
  await expect(machine.getByRole('heading', { level: 3 })).toHaveText(['Coding']);
});

test('the sheet is copied and saved as Markdown, with its formulas, by the keyboard alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fill(page);
  await openPalette(page);
  await page.keyboard.type('missed points');
  await expect(page.getByRole('option').first()).toHaveText('Missed points');
  await page.keyboard.press('Enter');
  await page.reload();
  const button = (name: string) => page.getByRole('button', { name });
  await expect(button('Print')).toBeEnabled();
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if (await button('Copy as Markdown').evaluate(it => it === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('missed-points-2027-03-20.md');
  expect(readFileSync(await download.path(), 'utf8')).toBe(copied);
  expect(copied).toContain('# Missed points\n\nAll areas, March 20, 2027\n\n## Self-assessed\n');
  expect(copied).toContain(`**${numeric.title}** (March 19, 2027)`);
  const [, source] = /<annotation[^>]*>([^<]*)</.exec(formula?.text ?? '') ?? [];
  expect(copied).toContain(`$${source.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim()}$`);
  expect(copied).toMatch(/\n- ★ .*you typed 0\.4321\.\n/);
  expect(copied).not.toMatch(/<span|undefined/);
});

test('on paper it is black on white without the app around it, and nothing is cut', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await fill(page);
  // Every key point of these, so that each formula is looked at.
  const all = [...breadth.map(({ id }) => id), ...idsOf('derivation')];
  await put(page, {
    rehearsals: all.map((id, i) =>
      answered(id, NOW.getTime() - 1000 * (i + 1), { points: {}, early: true, rating: 1 }),
    ),
  });
  await page.reload();
  await expect(half(page, 'Self-assessed').getByRole('heading', { level: 4 })).toHaveCount(
    all.length + 1,
  );
  // The width of an A4 page between its margins.
  await page.setViewportSize({ width: 672, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of [page.getByRole('banner'), page.getByRole('button', { name: 'Print' })])
    await expect(hidden).toHaveCount(0);
  await expect(page.getByText('All areas, March 20, 2027')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Self-assessed' })).toBeVisible();
  const looks = await page.evaluate(() => {
    const item = document.querySelector('main li') as Element;
    const cut = [...document.querySelectorAll('main li')].filter(
      one =>
        one.getBoundingClientRect().right > innerWidth + 0.5 ||
        one.scrollWidth > one.clientWidth + 1,
    );
    return {
      ink: getComputedStyle(item).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      whole: getComputedStyle(item).breakInside,
      cut: cut.map(one => one.textContent),
    };
  });
  expect(looks).toEqual({
    ...{ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)', whole: 'avoid', cut: [] },
  });
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`empty and full it has no accessibility violations in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    expect(await violations(page)).toEqual([]);
    await fill(page);
    await page.reload();
    await expect(half(page, 'Found by the machine')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const beyond = () => document.documentElement.scrollWidth - innerWidth;
    expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
  });
}
