import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test as plain } from '@playwright/test';
import { readExpression } from '../../src/rehearsal/expression';
import { Bench, fileOf } from './bench';
import { keep, test as offline } from './own-site';
import { violations } from './violations';

const FOLDER = join(import.meta.dirname, '..', '..', 'exercises', 'rehearsal');
const TYPES: Record<string, { label: string; criteria: Record<string, number> }> = JSON.parse(
  readFileSync(join(FOLDER, 'types.json'), 'utf8'),
);

/** A card of a type as it stands in the folder; which one does not matter. */
interface OnDisk {
  readonly id: string;
  /** The expressions of its numeric checks. */
  readonly checks: readonly string[];
}

function cardsOf(type: string): OnDisk[] {
  let names: string[] = [];
  try {
    names = readdirSync(join(FOLDER, type)).sort();
  } catch {}
  return names.map(name => {
    const text = readFileSync(join(FOLDER, type, name), 'utf8');
    const checks = /\n## Checks\n([\s\S]*?)(\n## |$)/.exec(text)?.[1] ?? '';
    return {
      id: `${type}/${name.replace(/\.md$/, '')}`,
      checks: [...checks.matchAll(/`([^`]+)` ± /g)].map(([, expression]) => expression),
    };
  });
}

/** Those whose checks can be typed as they stand in the card, which may use all of mathjs. */
const readable = ({ checks }: OnDisk) => checks.every(text => 'value' in readExpression(text));

/** A rehearsal in a browser, held the way a learner does. */
class Stage {
  readonly page: Page;
  readonly attempt: Locator;
  readonly rating: Locator;

  constructor(page: Page) {
    this.page = page;
    this.attempt = page.getByRole('region', { name: 'Attempt' });
    this.rating = page.getByRole('region', { name: 'Rating' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/rehearse/${id}`);
    await this.button('Start the clock').click();
    await expect(this.button('Commit')).toBeVisible();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  async state(percent: number): Promise<void> {
    await this.page.getByRole('radio', { name: String(percent), exact: true }).check();
    await this.button('Go on').click();
  }

  async handIn(expressions: readonly string[]): Promise<void> {
    if (expressions.length === 0) return;
    const fields = this.attempt.getByRole('textbox');
    await expect(fields).toHaveCount(expressions.length);
    for (const [i, text] of expressions.entries()) await fields.nth(i).fill(text);
    await this.button('Hand in').click();
  }

  points(): Locator {
    return this.page.getByRole('region', { name: 'Key points' }).getByRole('checkbox');
  }

  async tickAll(): Promise<void> {
    await expect(this.points().first()).toBeVisible();
    for (const box of await this.points().all()) await box.check();
  }

  async level(number: number): Promise<void> {
    for (const group of await this.attempt.locator('fieldset:has(input[name^="level "])').all())
      await group.getByRole('radio').nth(number).check();
  }
}

/** The rehearsals as they are stored. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ card: string; rating: number | null; early: boolean; done: number | null }[]>(
        resolve => {
          const opening = indexedDB.open('scratchwork');
          opening.onsuccess = () => {
            const reading = opening.result
              .transaction('rehearsals')
              .objectStore('rehearsals')
              .getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result);
            };
          };
        },
      ),
  );

for (const [type, { label, criteria }] of Object.entries(TYPES)) {
  const [card] = cardsOf(type).filter(readable);

  plain(
    `a ${label.toLowerCase()} card is answered, committed to, graded and rated`,
    async ({ page }) => {
      plain.skip(!card, 'there is no card of this type');
      const stage = new Stage(page);
      await stage.open(card.id);
      const fields = stage.attempt.getByRole('textbox');
      if (type === 'depth') {
        await fields.nth(1).fill('the first rung');
        await stage.button('Next question').click();
        await fields.nth(2).fill('the second rung');
      } else if (type === 'design') {
        await expect(
          page.getByRole('list', { name: 'Time line' }).getByRole('listitem'),
        ).toHaveCount(6);
        for (const part of Object.keys(criteria))
          await page.getByRole('textbox', { name: part }).fill(`about ${part}`);
      } else await page.getByRole('textbox', { name: 'Your answer' }).fill('my own words');
      await expect(page.getByText('Model answer')).toHaveCount(0);
      await stage.button('Commit').click();
      await expect(stage.button('Go on')).toBeDisabled();
      await expect(stage.points()).toHaveCount(0);
      await stage.state(70);
      await stage.handIn(card.checks);
      await stage.tickAll();
      const own = page.getByRole('region', { name: 'Your answer' });
      await expect(own).toContainText(/my own words|second rung|about Metrics/);
      await expect(own).toContainText('70 % sure');
      if (Object.keys(criteria).length > 0) {
        await expect(stage.button('Show the rating')).toBeDisabled();
        await stage.level(3);
      }
      await stage.button('Show the rating').click();
      await expect(stage.rating).toContainText('Good');
      await page.getByLabel('Next time I will').fill('say the limits too');
      await stage.button('Done').click();
      await expect(stage.attempt).toContainText(/Good\s+It comes back/);
      await stage.button('Back to this card').click();
      const past = page.getByRole('region', { name: 'Earlier attempts' });
      await expect(past).toContainText(/Good, self-score 1\.00/);
      await expect(past).toContainText('Next time I will say the limits too');
    },
  );
}

const breadth = cardsOf('breadth');
const [quick] = breadth.filter(readable).sort((a, b) => a.checks.length - b.checks.length);
const [numeric] = [...breadth, ...cardsOf('derivation')].filter(
  card => card.checks.length > 0 && readable(card),
);

plain.describe('a card', () => {
  plain.skip(!quick || !numeric, 'there are no cards');

  plain('is answered with the keyboard alone', async ({ page }) => {
    await page.goto(`/rehearse/${quick.id}`);
    const stage = new Stage(page);
    await expect(stage.button('Start the clock')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(stage.attempt).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByText('another wording', { exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(stage.button('Go on')).toBeVisible();
    await page.keyboard.press('8');
    await expect(page.getByRole('radio', { name: '80', exact: true })).toBeChecked();
    await page.keyboard.press('Enter');
    for (const [i, expression] of quick.checks.entries()) {
      await expect(stage.button('Hand in')).toBeVisible();
      if (i > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(expression);
    }
    if (quick.checks.length > 0) await page.keyboard.press('Enter');
    await expect(stage.points().first()).toBeVisible();
    const count = await stage.points().count();
    for (let n = 1; n <= count; n += 1) await page.keyboard.press(String(n));
    await expect(stage.points().nth(count - 1)).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(stage.rating).toContainText('Good');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'All cards', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/rehearse$/);
  });

  plain('is all there after a reload at every step', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open(numeric.id);
    await page.getByRole('textbox', { name: 'Your answer' }).fill('half an ans');
    await stage.saved();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('half an ans');
    await page.getByRole('textbox', { name: 'Your answer' }).fill('half an answer');
    await stage.button('Commit').click();
    await expect(page.getByText('Your answer is locked')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Your answer is locked')).toBeVisible();
    await stage.state(50);
    await expect(stage.button('Hand in')).toBeVisible();
    await page.reload();
    await stage.handIn(numeric.checks);
    await stage.points().first().check();
    await expect.poll(async () => (await stored(page)).length).toBe(1);
    await page.reload();
    await expect(stage.points().first()).toBeChecked();
    await expect(page.getByRole('region', { name: 'Your answer' })).toContainText('half an answer');
  });

  plain('whose answer is locked in one tab is locked in the other', async ({ page, context }) => {
    const stage = new Stage(page);
    await stage.open(quick.id);
    await page.getByRole('textbox', { name: 'Your answer' }).fill('from the first tab');
    await stage.saved();
    const second = await context.newPage();
    await second.goto(`/rehearse/${quick.id}`);
    await expect(second.getByRole('textbox', { name: 'Your answer' })).toHaveValue(
      'from the first tab',
    );
    await stage.button('Commit').click();
    await expect(second.getByText('Your answer is locked')).toBeVisible();
    await new Stage(second).state(30);
    await expect(page.getByText('Your answer is locked')).toHaveCount(0);
  });

  plain('that is opened before an answer counts as seen, and is rated Again', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open(numeric.id);
    await stage.button('Show the answer …').click();
    await expect(page.getByText('It counts as seen, and is rated Again.')).toBeVisible();
    await stage.button('Open it').click();
    await expect(page.getByRole('heading', { name: 'Key points' })).toBeVisible();
    await expect(stage.points()).toHaveCount(0);
    await expect(stage.rating).toContainText('opened before you committed');
    await stage.button('Done').click();
    await expect(stage.attempt).toContainText(/Again\s+It comes back in \d+ min/);
    await expect
      .poll(() => stored(page))
      .toMatchObject([{ card: numeric.id, rating: 1, early: true }]);
  });

  plain('says what is wrong with an expression, and what one comes to', async ({ page }) => {
    const stage = new Stage(page);
    await stage.open(numeric.id);
    await stage.button('Commit').click();
    await stage.state(50);
    const field = stage.attempt.getByRole('textbox').first();
    await field.fill('ln(20');
    await stage.button('Hand in').click();
    await expect(page.getByText('A bracket is open: a “)” is missing.')).toBeVisible();
    await expect(field).toBeFocused();
    await field.fill('ln(20)/3');
    await field.blur();
    await expect(page.getByText('= 0.998577')).toBeVisible();
    await field.fill('123456');
    await stage.button('Hand in').click();
    await expect(page.getByRole('list', { name: 'Numbers' })).toContainText('is not right');
    await stage.tickAll();
    if (numeric.id.startsWith('derivation')) await stage.level(3);
    await stage.button('Show the rating').click();
    await expect(stage.rating).toContainText('Again');
    await expect(stage.rating).toContainText(/not right/);
  });

  plain(
    'is rated lower where one says so; a tick that is changed later is counted',
    async ({ page }) => {
      const stage = new Stage(page);
      await stage.open(quick.id);
      await stage.button('Another wording').click();
      await expect(page.getByRole('list', { name: 'Other ways it is asked' })).toBeVisible();
      await stage.button('Commit').click();
      await stage.state(100);
      await stage.handIn(quick.checks);
      await stage.tickAll();
      await stage.button('Show the rating').click();
      await expect(stage.rating).toContainText('Hard You asked for another wording.');
      await expect(stage.rating.getByRole('radio')).toHaveCount(2);
      await stage.points().first().uncheck();
      await expect(stage.rating).toContainText('Ticks changed after the rating was shown: 1');
      await stage.points().first().check();
      await stage.rating.getByRole('radio', { name: /^Again/ }).check();
      await stage.button('Done').click();
      await expect
        .poll(() => stored(page))
        .toMatchObject([{ rating: 1, computed: 2, retouched: 2 }]);
    },
  );

  plain('that misses a critical point is rated Again, and comes back', async ({ page }) => {
    const stage = new Stage(page);
    await page.clock.install({ time: new Date('2030-01-01T12:00:00') });
    await stage.open(quick.id);
    await stage.button('Commit').click();
    await stage.state(20);
    await stage.handIn(quick.checks);
    await stage.button('Show the rating').click();
    await expect(stage.rating).toContainText(/critical key points? (is|are) missing/);
    await stage.button('Done').click();
    await expect(stage.attempt).toContainText('It comes back in 10 min');
    await page.clock.setSystemTime(new Date('2030-01-01T12:11:00'));
    await page.goto('/');
    const agenda = page.getByRole('navigation', { name: 'Where to go on' });
    await expect(agenda.getByRole('link', { name: /Due again/ })).toContainText('1 card');
    await agenda.getByRole('link', { name: /Due again/ }).click();
    await expect(page).toHaveURL(/\/rehearse$/);
    await expect(page.getByRole('region', { name: 'Now' })).toContainText(/due\s*1/);
  });

  plain('has a clock that goes over the time, and can be hidden', async ({ page }) => {
    await page.clock.install({ time: new Date('2030-01-01T12:00:00') });
    const stage = new Stage(page);
    await stage.open(quick.id);
    const timer = page.getByRole('timer');
    await expect(timer).toHaveText(/^0[01]:\d\d$/);
    await page.clock.setSystemTime(new Date('2030-01-01T12:05:00'));
    await page.clock.runFor(1500);
    await expect(timer).toHaveText(/^−0[34]:\d\d$/);
    await stage.button('Hide the clock').click();
    await expect(timer).toHaveCount(0);
    await page.reload();
    await expect(stage.button('Show the clock')).toBeVisible();
    await expect(timer).toHaveCount(0);
  });
});

plain.describe('a session', () => {
  plain.skip(breadth.length < 3, 'there are not enough cards');

  plain('goes from card to card, is there after a reload, and ends', async ({ page }) => {
    await page.goto('/rehearse');
    await page.getByLabel('Length of the session').selectOption('10');
    await expect(page.getByText(/^\d+ cards, 0 of them due/)).toBeVisible();
    await page.getByRole('button', { name: 'Start a session' }).click();
    const stage = new Stage(page);
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    const titles: string[] = [];
    for (let n = 1; n <= 2; n += 1) {
      titles.push((await page.getByRole('heading', { level: 1 }).textContent()) as string);
      await stage.button('Show the answer …').click();
      await stage.button('Open it').click();
      await page.reload();
      await stage.button('Done').click();
      await stage.button('Next card').click();
      await expect(page.getByText(new RegExp(`^${n + 1} of `))).toBeVisible();
    }
    expect(new Set(titles).size).toBe(2);
    await page.getByRole('link', { name: 'Leave the session' }).click();
    await expect(page.getByRole('list', { name: 'Under way' })).toBeVisible();
    await page.getByRole('button', { name: 'Let it go' }).click();
    await expect(page.getByRole('list', { name: 'Under way' })).toHaveCount(0);
  });
});

plain('cards are searched and narrowed, and the address keeps it', async ({ page }) => {
  plain.skip(breadth.length === 0, 'there are no cards');
  await page.goto('/rehearse');
  const cards = page.getByRole('region', { name: 'All cards' });
  await expect(cards.getByRole('link')).toHaveCount(0);
  await page.getByLabel('Type').selectOption('breadth');
  await expect(cards.getByRole('link')).toHaveCount(breadth.length);
  await page.reload();
  await expect(cards.getByRole('link')).toHaveCount(breadth.length);
  const first = (await cards.getByRole('link').first().getAttribute('href')) as string;
  await page.getByRole('searchbox').fill(first.split('/').at(-1) as string);
  await expect(cards.locator(`a[href="${first}"]`)).toBeVisible();
  await page.getByLabel('State').selectOption('resting');
  await expect(cards).toContainText('No card is like that.');
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(new URL(page.url()).search).toBe('');
});

plain('the date of the interview is kept', async ({ page }) => {
  await page.goto('/rehearse');
  await page.getByLabel('Interview on').fill('2031-05-01');
  await expect(page.getByText('Nothing comes back after it.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Interview on')).toHaveValue('2031-05-01');
});

plain(
  'an exercise that was solved is to be written again from a blank editor',
  async ({ page }) => {
    await page.clock.install({ time: new Date('2030-01-01T12:00:00') });
    const bench = new Bench(page);
    await bench.open('k-means');
    await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
    await page.clock.setSystemTime(new Date('2030-01-05T12:00:00'));
    await page.goto('/rehearse');
    await expect(page.getByText('To be written again from a blank editor')).toContainText(
      'K-means',
    );
  },
);

plain('an address without a card says so', async ({ page }) => {
  await page.goto('/rehearse/breadth/no-such-card');
  await expect(page.getByText('There is no such card')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  plain(`no step has accessibility violations in ${colorScheme}`, async ({ page }) => {
    plain.skip(!numeric, 'there are no cards');
    await page.emulateMedia({ colorScheme });
    await page.goto('/rehearse');
    await page.locator('summary').filter({ hasText: 'Breadth' }).click();
    await expect(
      page.getByRole('list', { name: 'Breadth' }).getByRole('link').first(),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const [design] = cardsOf('design');
    const stage = new Stage(page);
    if (design) {
      await stage.open(design.id);
      expect(await violations(page)).toEqual([]);
    }
    await stage.open(numeric.id);
    expect(await violations(page)).toEqual([]);
    await stage.button('Commit').click();
    await expect(stage.button('Go on')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await stage.state(90);
    await expect(stage.button('Hand in')).toBeVisible();
    await stage.attempt.getByRole('textbox').first().fill('1 +* 2');
    await stage.button('Hand in').click();
    expect(await violations(page)).toEqual([]);
    await stage.handIn(numeric.checks);
    await stage.tickAll();
    if (numeric.id.startsWith('derivation')) await stage.level(2);
    await stage.button('Show the rating').click();
    await expect(stage.rating).toContainText(/\d/);
    expect(await violations(page)).toEqual([]);
    await stage.button('Done').click();
    await stage.button('Back to this card').click();
    await expect(page.getByRole('region', { name: 'Earlier attempts' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

offline('with the server gone, a card is answered and graded', async ({ page, context, site }) => {
  offline.skip(!numeric, 'there are no cards');
  offline.setTimeout(240_000);
  await keep(page);
  await site.close();
  await context.setOffline(true);
  const stage = new Stage(page);
  await stage.open(numeric.id);
  await stage.button('Commit').click();
  await stage.state(70);
  await stage.handIn(numeric.checks);
  await stage.tickAll();
  if (numeric.id.startsWith('derivation')) await stage.level(3);
  await stage.button('Show the rating').click();
  await expect(stage.rating).toContainText('Good');
  await stage.button('Done').click();
  await page.goto('/rehearse');
  await expect(page.getByRole('heading', { name: 'Rehearse' })).toBeVisible();
});
