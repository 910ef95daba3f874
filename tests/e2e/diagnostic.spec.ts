import { expect, type Locator, type Page, test } from '@playwright/test';
import { freshProfile } from '../../src/planning/inputs';
import type { Mock } from '../../src/progress/mock';
import type { Rehearsal } from '../../src/rehearsal/attempt';
import { Clocked } from './clocked';
import { keep, test as offline } from './own-site';
import { openPalette } from './palette';
import { put, stored } from './stored';
import { violations } from './violations';

const START = new Date('2027-03-01T09:00:00');
const MINUTE = 60_000;
const HOME = '/rehearse/diagnostic';

/** A diagnostic in a browser. */
class Diagnostic extends Clocked {
  constructor(page: Page) {
    super(page, 'diagnostic');
  }

  /** Goes on with Tab until something has the focus, and presses a key there. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await target.evaluate(element => element === document.activeElement)) break;
      await this.page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    await this.page.keyboard.press(key);
  }

  /** Commits to what was said aloud and says how sure one is; the focus is in the attempt. */
  async answer(): Promise<void> {
    await expect(this.attempt).toBeFocused();
    await this.wait();
    await this.page.keyboard.press('Control+Enter');
    await expect(this.page.getByText('Your answer is locked')).toBeVisible();
    await this.page.keyboard.press('7');
    await this.page.keyboard.press('Enter');
  }
}

/** Sets up a plan with nothing done. */
async function plan(page: Page): Promise<void> {
  await page.goto('/plan');
  await expect(page.getByRole('form', { name: 'Set-up' })).toBeVisible();
  await put(page, { profile: freshProfile('2027-03-01') });
  await page.reload();
  await expect(page.getByRole('list', { name: 'Days' })).toBeVisible();
}

offline(
  'offline and with the keyboard alone, it goes from the plan through its parts to the week that it orders',
  async ({ page, context, site }) => {
    offline.setTimeout(300_000);
    const it = new Diagnostic(page);
    await keep(page);
    await page.clock.setFixedTime(START);
    await plan(page);
    await site.close();
    await context.setOffline(true);

    const tomorrow = page
      .getByRole('list', { name: 'Days' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Tomorrow' }) });
    await expect(tomorrow.getByRole('link').first()).toBeVisible();
    await expect(tomorrow.getByRole('link', { name: 'Logistic regression' })).toHaveCount(0);
    await it.press(page.getByRole('link', { name: 'A 30-minute diagnostic' }));
    await it.press(page.getByRole('radio', { name: 'Decision tree' }), 'ArrowDown');
    await expect(page.getByRole('group', { name: 'Exercise' })).toContainText(
      'sigmoid and predictProba',
    );
    await expect(
      page.getByRole('list', { name: 'Parts' }).getByRole('listitem').locator('b'),
    ).toHaveText(['10 min', '12 min', '5 min', '3 min']);
    await it.press(it.button('Start the clock'));

    // Twelve questions on as many subjects; the clocks and the place survive a reload.
    const place = page.getByText(/^Part 1 of 4 · Breadth/);
    for (let question = 1; question <= 12; question += 1) {
      await expect(place).toHaveText(`Part 1 of 4 · Breadth · question ${question} of 12`);
      if (question === 4) {
        await page.clock.setFixedTime(START.getTime() + 3 * MINUTE);
        await page.reload();
        await expect(place).toHaveText('Part 1 of 4 · Breadth · question 4 of 12');
        await expect(it.whole).toHaveText('27:00');
        await expect(it.part).toHaveText('07:00');
      }
      await it.answer();
    }
    const [mock] = await stored<Mock>(page, 'mocks');
    const topics = new Set(mock.parts[0].items);
    expect(topics.size).toBe(12);

    // Of the exercise two functions, against its own clock. Nothing of it is written.
    await it.press(it.button('Begin this part'));
    await expect(page.getByText('only sigmoid and predictProba')).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Time left', exact: true })).toHaveText('12:00');
    await it.press(it.button('End …'));
    await it.press(it.button('Judge it and end'));

    // Five minutes for an outline, three for the numbers of an experiment.
    await expect(page.getByRole('heading', { name: 'Outline' })).toBeVisible();
    await it.wait();
    await it.press(it.button('Begin this part'));
    await expect(it.part).toHaveText('05:00');
    await it.answer();
    await expect(page.getByRole('heading', { name: 'Experiment', exact: true })).toBeVisible();
    await it.wait();
    await it.press(it.button('Begin this part'));
    await expect(it.part).toHaveText('03:00');
    await it.answer();
    await expect(it.attempt.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('1');
    await it.press(it.button('Hand in'));

    // The machine has found the exercise weak, and the number; the rest is not graded, and shows nothing.
    await expect(page.getByText('14 answers are to be graded by you')).toBeVisible();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row('Coding')).toContainText('comes first');
    await expect(row('Breadth')).toContainText('nothing to go by');
    await expect(row('Depth')).toContainText('nothing to go by');
    await expect(page.getByRole('region', { name: 'The first week by area' })).not.toContainText(
      /%|\d\.\d|of \d/,
    );

    // Each thing counts as one ordinary attempt.
    await it.press(it.button('Grade them'));
    const points = page.getByRole('region', { name: 'Key points' }).getByRole('checkbox');
    const handIn = it.button('Hand in');
    await expect(handIn.or(points.first())).toBeVisible();
    if (await handIn.isVisible()) await it.press(handIn);
    await expect(points.first()).toBeVisible();
    await it.press(it.button('Show the rating'));
    await it.press(it.button('Done'));
    await it.press(it.button('Next answer'));
    await it.press(it.button('Back to the diagnostic'));
    await expect(page.getByText('13 answers are to be graded by you')).toBeVisible();
    await expect(row('Breadth')).toContainText('comes first');
    const graded = (await stored<Rehearsal>(page, 'rehearsals')).filter(one => one.done !== null);
    expect(graded).toHaveLength(1);
    expect(graded[0].rating).toBe(1);
    expect(await stored(page, 'attempts')).toHaveLength(1);

    // The plan has taken it in, and offers it no more.
    await it.press(page.getByRole('link', { name: 'Plan', exact: true }).first());
    await expect(tomorrow.getByRole('link', { name: 'Logistic regression' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'A 30-minute diagnostic' })).toHaveCount(0);
  },
);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a diagnostic has no accessibility violations, and waits for whoever leaves it', async ({
      page,
    }) => {
      test.slow();
      await page.clock.setFixedTime(START);
      const it = new Diagnostic(page);
      await page.goto('/plan');
      await openPalette(page);
      await page.getByRole('combobox', { name: 'Commands' }).fill('diagnostic');
      await page.getByRole('option', { name: 'Diagnostic' }).click();
      await expect(it.button('Start the clock')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await it.button('Start the clock').click();
      await it.answer();
      await it.answer();
      expect(await violations(page)).toEqual([]);

      // A mock interview is another thing, and the list of cards does not ask for these.
      await page.goto('/rehearse/mock');
      await expect(it.button('Start the clock')).toBeVisible();
      await expect(page.getByText('None yet. Each one leaves a debrief here.')).toBeVisible();
      await page.goto('/rehearse');
      await expect(page.getByRole('region', { name: 'Now' })).toBeVisible();
      await expect(page.getByRole('list', { name: 'Under way' })).toHaveCount(0);
      await page.goto(HOME);

      await it.button('End this part …').click();
      await it.button('Leave it out and end').click();
      await it.button('Begin this part').click();
      await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await it.button('End …').click();
      await it.button('Leave without a run').click();
      await it.wait();
      await it.button('Begin this part').click();
      await expect(it.button('Commit')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await it.answer();
      expect(await violations(page)).toEqual([]);
      await it.button('End the diagnostic here …').click();
      await expect(page.getByText('Not reached: experiment.')).toBeVisible();
      await it.button('End the diagnostic').click();
      await expect(page.getByText('There is no plan yet.')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await put(page, { profile: freshProfile('2027-03-01') });
      await page.reload();
      await expect(page.getByRole('region', { name: 'The first week by area' })).toBeVisible();
      expect(await violations(page)).toEqual([]);

      await it.button('Delete …').click();
      await it.button('Delete it').click();
      await expect(it.button('Start the clock')).toBeVisible();
      await expect.poll(async () => (await stored(page, 'mocks')).length).toBe(0);
    });
  });
}
