import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { fileOf } from './bench';
import { Clocked } from './clocked';
import { openPalette } from './palette';
import { stored } from './stored';
import { violations } from './violations';

const START = new Date('2027-01-31T09:00:00');
const MINUTE = 60_000;

/** A mock interview in a browser, gone through the way a candidate does. */
class Round extends Clocked {
  constructor(page: Page) {
    super(page, 'round');
  }

  /** Opens the terms, chooses the parts and starts the clock. */
  async enter(parts: readonly string[]): Promise<void> {
    await this.page.goto('/rehearse/mock');
    await expect(this.button('Start the clock')).toBeVisible();
    for (const box of await this.page.getByRole('checkbox').all()) await box.uncheck();
    for (const part of parts) await this.page.getByRole('checkbox', { name: part }).check();
    await this.button('Start the clock').click();
    await expect(this.whole).toBeVisible();
  }

  /** Answers the card on the screen, which is read to be the one after another. */
  async answer(text: string, percent: number): Promise<void> {
    await this.attempt.getByRole('textbox').last().fill(text);
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
    await this.button('Commit').click();
    await this.page.getByRole('radio', { name: String(percent), exact: true }).check();
    await expect(this.page.getByText('Model answer')).toHaveCount(0);
    await this.wait();
    await this.button('Go on').click();
  }

  /** Grades the answer on the screen, which has to be this one. */
  async grade(points: 'all' | 'none', own: string): Promise<void> {
    const handIn = this.button('Hand in');
    const boxes = this.page.getByRole('region', { name: 'Key points' }).getByRole('checkbox');
    await expect(handIn.or(boxes.first())).toBeVisible();
    if (await handIn.isVisible()) await handIn.click();
    await expect(this.page.getByRole('region', { name: 'Your answer' })).toContainText(own);
    if (points === 'all') for (const box of await boxes.all()) await box.check();
    for (const group of await this.attempt.locator('fieldset:has(input[name^="level "])').all())
      await group.getByRole('radio').nth(3).check();
    await this.button('Show the rating').click();
    await expect(this.page.getByRole('region', { name: 'Rating' })).toContainText(/\w/);
  }
}

test('a round goes from an exercise over cards to a design, and what is said of it is told apart', async ({
  page,
}) => {
  test.slow();
  await page.clock.setFixedTime(START);
  const round = new Round(page);
  await round.enter(['Coding', 'Breadth', 'Design']);
  const clock = page.getByRole('timer', { name: 'Time left', exact: true });
  await expect(clock).toHaveText('21:00');
  await expect(round.whole).toHaveText('60:00');

  // The exercise, with both clocks and the text there after a reload.
  const [mock] = await stored<{ parts: { items: string[] }[] }>(page, 'mocks');
  const slug = mock.parts[0].items[0].replace('code/', '');
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(fileOf(slug, 'solution.ts'));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.clock.setFixedTime(START.getTime() + 10 * MINUTE);
  await round.button('Commit').click();
  await page.reload();
  await expect(clock).toHaveText('11:00');
  await expect(round.whole).toHaveText('50:00');
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await round.button('Run').click();
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('status')).toHaveText(
    /^Passed/,
  );
  await page.clock.setFixedTime(START.getTime() + 12 * MINUTE);
  await round.button('End …').click();
  await page
    .getByRole('dialog', { name: 'End this part?' })
    .getByRole('button', { name: /nd$/ })
    .last()
    .click();

  // Two cards are answered; a third is begun, and left out.
  await expect(page.getByRole('heading', { name: 'Breadth' })).toBeVisible();
  await round.button('Begin this part').click();
  await expect(page.getByText(/Part 2 of 3 · Breadth · question 1 of \d/)).toBeVisible();
  await expect(round.button('Show the answer …')).toHaveCount(0);
  await round.answer('the first answer', 70);
  await expect(page.getByText(/question 2 of/)).toBeVisible();
  // It is on the screen before it is stored.
  await expect
    .poll(async () => {
      const [mock] = await stored<{ parts: { rehearsals: number[] }[] }>(page, 'mocks');
      return mock.parts[1].rehearsals.length;
    })
    .toBe(2);
  await page.reload();
  await expect(round.part).toHaveText(/^08:5\d$/);
  await round.answer('the second answer', 90);
  await expect(page.getByText(/question 3 of/)).toBeVisible();
  await round.button('End this part …').click();
  await round.button('Leave it out and end').click();

  // A design has time boxes that sum to its part.
  await expect(page.getByRole('heading', { name: 'Design' })).toBeVisible();
  await page.clock.setFixedTime(START.getTime() + 20 * MINUTE);
  await round.button('Begin this part').click();
  const boxes = page.getByRole('list', { name: 'Time line' }).getByRole('listitem');
  await expect(boxes).toHaveCount(6);
  const minutes = await boxes.locator('small').allInnerTexts();
  expect(minutes.reduce((sum, one) => sum + Number(one), 0)).toBeGreaterThan(22);
  expect(minutes.reduce((sum, one) => sum + Number(one), 0)).toBeLessThan(28);
  await expect(round.part).toHaveText('25:00');
  await page.clock.setFixedTime(START.getTime() + 50 * MINUTE);
  await expect(round.part).toHaveText('−05:00');
  await round.answer('the whole design', 40);

  // Only now is there something to grade by.
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  await expect(page.getByText('3 answers are to be graded by you')).toBeVisible();
  await round.button('Grade them').click();
  await round.grade('all', 'the first answer');
  await page.getByLabel('Next time I will').fill('give a number');
  await round.button('Done').click();
  await round.button('Next answer').click();
  await round.grade('none', 'the second answer');
  await round.button('Done').click();
  await round.button('Next answer').click();
  await round.grade('all', 'the whole design');
  await round.button('Done').click();
  await round.button('To the debrief').click();

  const parts = page.getByRole('region', { name: 'Parts with their times' });
  await expect(parts.getByRole('row', { name: /^Coding/ })).toContainText(
    /12:00\s*21 min\s*Passed, all \d+ checks/,
  );
  await expect(parts.getByRole('row', { name: /^Breadth/ })).toContainText(/2 of \d graded/);
  await expect(parts.getByRole('row', { name: /^Design/ })).toContainText(/30:\d\d\s*25 min/);
  const cards = page.getByRole('list', { name: 'Breadth, self-assessment' }).getByRole('listitem');
  await expect(cards.nth(0)).toContainText(/Self-assessment: \w+, score 1\.00, 70 % sure/);
  await expect(cards.nth(0)).toContainText('Next time I will give a number');
  await expect(page.getByRole('list', { name: 'Critical points missed' })).toHaveCount(1);
  // What was graded can be read, and stays as it is.
  await cards.nth(0).getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('region', { name: 'Your answer' })).toContainText('the first answer');
  const ticks = page.getByRole('region', { name: 'Key points' }).getByRole('checkbox');
  await expect(ticks.first()).toBeChecked();
  for (const tick of await ticks.all()) await expect(tick).toBeDisabled();
  await expect(round.button('Done')).toHaveCount(0);
  await round.button('To the debrief').click();
  await expect(cards.filter({ hasText: 'Left out, and not graded.' })).toHaveCount(1);
  await expect(cards.last()).toContainText('Not reached, and not graded.');
  await expect(page.getByRole('banner')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'What I will do next' }).fill('Sleep on it.');
  await expect(page.getByText(/The part with the lowest score is breadth\./)).toBeVisible();

  // The same things are stored as if they had been done on their own.
  const rehearsals = await stored<{ rating: number | null; self: number }>(page, 'rehearsals');
  expect(rehearsals.map(({ rating }) => rating === null)).toEqual([false, false, false]);
  expect(rehearsals[1]).toMatchObject({ rating: 1, self: 0 });
  expect(await stored(page, 'attempts')).toMatchObject([{ slug, kind: 'passed' }]);
  expect(await stored(page, 'interviews')).toEqual([]);

  await expect
    .poll(async () => (await stored<{ next: string }>(page, 'mocks'))[0].next)
    .toBe('Sleep on it.');
  await page.reload();
  const saving = page.waitForEvent('download');
  await round.button('Download').click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('mock-interview-2027-01-31.md');
  const report = readFileSync(await file.path(), 'utf8');
  expect(report).toContain('Every score of a spoken answer is self-assessment.');
  expect(report).toMatch(/Machine verdict: \*\*Passed, all \d+ checks\.\*\*/);
  expect(report).toContain('> the whole design');
  expect(report).toContain('> Sleep on it.');

  await page.getByRole('link', { name: 'All mock interviews' }).click();
  const past = page.getByRole('region', { name: 'Past mock interviews' }).getByRole('listitem');
  await expect(past).toHaveCount(1);
  await past.getByRole('link').click();
  await round.button('Delete …').click();
  await round.button('Delete it').click();
  await expect(page.getByText('None yet. Each one leaves a debrief here.')).toBeVisible();
  await expect.poll(async () => (await stored(page, 'mocks')).length).toBe(0);
  expect(await stored(page, 'rehearsals')).toHaveLength(3);
});

test('a round is offered where one looks for it, with role and level from the plan', async ({
  page,
}) => {
  await page.goto('/plan');
  await page.getByLabel('No date yet').check();
  await page.getByLabel('Role').selectOption('nlp');
  await page.getByLabel('Senior').check();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('list', { name: 'Days' })).toBeVisible();
  const all = page.getByRole('button', { name: /^Show all/ });
  if (await all.isVisible()) await all.click();
  await page.getByRole('link', { name: /^Breadth, against the clock/ }).click();
  await expect(page.getByLabel('Role')).toHaveValue('nlp');
  await expect(page.getByLabel('Senior')).toBeChecked();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: 'Breadth' })).toBeChecked();

  // What has no room, or nothing to ask, is said.
  const made = page.getByRole('list', { name: 'The round' });
  for (const name of ['Coding', 'Depth', 'Design']) await page.getByLabel(name).check();
  await expect(page.getByText('Depth is left out: the others fill the time.')).toBeVisible();
  await expect(made.getByRole('listitem')).toHaveCount(4);
  await page.getByLabel('Junior').check();
  await page.getByLabel('Design').uncheck();
  await expect(page.getByText('Depth is left out: there is nothing for this role')).toBeVisible();

  await page.goto('/interview');
  await page.getByRole('link', { name: 'A mock interview of several parts' }).click();
  await expect(page.getByRole('heading', { name: 'Mock interview', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'All cards' }).click();
  await expect(page.getByRole('region', { name: 'Now' })).toBeVisible();
  await openPalette(page);
  await page.getByRole('combobox', { name: 'Commands' }).fill('mock');
  await page.getByRole('option', { name: 'Mock interview' }).click();
  await expect(page).toHaveURL(/\/rehearse\/mock$/);
});

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a round is held, ended early and graded with the keyboard alone', async ({ page }) => {
  const round = new Round(page);
  await page.goto('/rehearse/mock');
  await tabTo(page, page.getByRole('checkbox', { name: 'Coding' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'The round' }).getByRole('listitem')).toHaveCount(3);
  await tabTo(page, round.button('Start the clock'));
  await page.keyboard.press('Enter');
  await expect(round.attempt).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your answer is locked')).toBeVisible();
  await page.keyboard.press('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/question 2 of/)).toBeVisible();
  await expect(round.attempt).toBeFocused();

  // Meanwhile the list of cards does not offer what is to be graded at the end.
  const other = await page.context().newPage();
  await other.goto('/rehearse');
  await expect(other.getByRole('link', { name: 'Back to the round' })).toBeVisible();
  await expect(other.getByRole('list', { name: 'Under way' })).toHaveCount(0);
  await other.close();

  await page.keyboard.press('Shift+Tab');
  await tabTo(page, round.button('End this part …'));
  await page.keyboard.press('Enter');
  await tabTo(page, round.button('Leave it out and end'));
  await page.keyboard.press('Enter');
  await expect(round.button('Begin this part')).toBeFocused();
  await tabTo(page, round.button('End the round here …'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not reached: design.')).toBeVisible();
  await tabTo(page, round.button('End the round'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('One answer is to be graded by you')).toBeVisible();
  const debrief = page.getByRole('heading', { name: 'Debrief' });
  await expect(debrief).toBeFocused();
  await expect(page.getByRole('row', { name: /^Design/ })).toContainText('not reached');
  await tabTo(page, round.button('Grade it').first());
  await page.keyboard.press('Enter');
  const points = page.getByRole('region', { name: 'Key points' }).getByRole('checkbox');
  await expect(round.button('Hand in').or(points.first())).toBeVisible();
  if (await round.button('Hand in').isVisible()) await page.keyboard.press('Enter');
  await expect(points.first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(points.first()).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Rating' })).toContainText(/\w/);
  await page.keyboard.press('Enter');
  await expect(round.button('To the debrief')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^Breadth/ })).toContainText(/1 of \d graded/);
  await expect(debrief).toBeFocused();
  await expect(page.getByText(/The part with the lowest score is/)).toBeVisible();
});

test('a round without another part can be ended, and a card that is gone holds nothing up', async ({
  page,
}) => {
  await page.clock.setFixedTime(START);
  const round = new Round(page);
  await round.enter(['Breadth']);
  await round.answer('to a card of another version', 70);
  await round.button('End this part …').click();
  await round.button('Leave it out and end').click();
  await expect(page.getByText('One answer is to be graded by you')).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('scratchwork');
        opening.onsuccess = () => {
          const mocks = opening.result.transaction('mocks', 'readwrite').objectStore('mocks');
          mocks.getAll().onsuccess = ({ target }) => {
            const [mock] = (target as IDBRequest).result;
            mock.ended = null;
            mock.parts[0].items[0] = 'breadth/gone';
            mocks.put(mock).onsuccess = () => {
              opening.result.close();
              resolve();
            };
          };
        };
      }),
  );
  await page.goto('/rehearse/mock');
  await round.button('End the round').click();
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeFocused();
  await expect(page.getByText(/^Answered, and not graded: this version/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'To be graded' })).toHaveCount(0);
  await expect(page.getByText(/The part with the lowest score is breadth/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a round has no accessibility violations from the terms to the debrief', async ({
      page,
    }) => {
      test.slow();
      await page.clock.setFixedTime(START);
      const round = new Round(page);
      await page.goto('/rehearse/mock');
      await expect(round.button('Start the clock')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await round.enter(['Coding', 'Breadth', 'Design']);
      await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await round.button('End …').click();
      await round.button('Leave without a run').click();
      await expect(round.button('Begin this part')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.clock.setFixedTime(START.getTime() + 1000);
      await round.button('Begin this part').click();
      await expect(round.button('Commit')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await round.answer('one', 60);
      await round.answer('two', 60);
      await round.button('End this part …').click();
      expect(await violations(page)).toEqual([]);
      await round.button('Leave it out and end').click();
      await page.clock.setFixedTime(START.getTime() + 20 * MINUTE);
      await round.button('Begin this part').click();
      await expect(round.button('Commit')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await round.answer('three', 60);
      await round.button('Grade them').click();
      await round.grade('none', 'one');
      await round.button('Done').click();
      await round.button('Next answer').click();
      await page.getByRole('button', { name: 'Back to the debrief' }).click();
      await expect(page.getByRole('list', { name: 'Critical points missed' })).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
    });
  });
}
