import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openPalette } from './palette';
import { violations } from './violations';

const NOW = new Date('2027-03-01T09:00:00');

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();
const title = (page: Page) => page.getByLabel('Title of the story');

/** Begins a story with a title and waits until it is stored. */
async function begin(page: Page, name: string): Promise<void> {
  await page.goto('/rehearse/stories');
  await page.getByRole('button', { name: 'New story' }).click();
  await title(page).fill(name);
  await saved(page);
}

test('a story is written and told with the keyboard alone, and its times stand beside the plan', async ({
  page,
}) => {
  await page.clock.install({ time: NOW });
  await page.goto('/rehearse');
  await openPalette(page);
  await page.keyboard.type('Stories');
  const option = page.getByRole('option', { name: 'Stories', exact: true });
  await expect(option).toBeVisible();
  for (let i = 0; i < 20; i += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Questions about behaviour ask for something')).toBeVisible();
  await expect(page.getByText('0 of 8 behavioural cards have a story.')).toBeVisible();
  const begin = page.getByRole('button', { name: 'New story' });
  for (let i = 0; i < 20; i += 1) {
    if (await begin.evaluate(it => it === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.type('The queue');
  const rehearse = page.getByRole('button', { name: 'Rehearse it' });
  const situation = page.getByLabel('Situation');
  for (let i = 0; i < 10; i += 1) {
    if (await situation.evaluate(it => it === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('We were late, and I owned the queue.');
  await expect(page.getByText('8 words · about 3–4 s of 18 s')).toBeVisible();
  await expect(page.getByText(/“We” stands 1 time, “I” 1 time\./)).toBeVisible();
  await saved(page);

  for (let i = 0; i < 10; i += 1) {
    if (await rehearse.evaluate(it => it === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await page.clock.pauseAt(new Date(NOW.getTime() + 3_600_000));
  await expect(page.getByRole('heading', { name: 'Situation' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop, keep no times' }).click();
  await expect(rehearse).toBeFocused();
  await page.keyboard.press('Enter');
  const steps = ['Situation', 'Task', 'Own actions', 'Measured result', 'Reflection'];
  for (const [i, name] of steps.entries()) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await page.clock.runFor([20, 18, 100, 40, 27][i] * 1000);
    await expect(page.getByRole('timer')).toHaveText(
      ['00:20', '00:18', '01:40', '00:40', '00:27'][i],
    );
    await page.keyboard.press(i % 2 === 0 ? 'Space' : 'Enter');
  }
  await expect(page.getByText('Told in 3:25; planned are 3:00.')).toBeVisible();
  await page.clock.resume();
  await saved(page);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Own actions').getByRole('cell')).toHaveText(['72 s', '–', '1:40']);
  await page.reload();
  await expect(row('All').getByRole('cell')).toHaveText(['3:00', '3–4 s', '3:25']);
  await page.getByRole('button', { name: 'Leave the last rehearsal out' }).click();
  await expect(row('All').getByRole('cell')).toHaveText(['3:00', '3–4 s']);
});

test('each number of a result asks for its source, and a card offers the stories for it', async ({
  page,
}) => {
  await begin(page, 'The queue');
  await page.getByLabel('Measured result').fill('9 % more at p99, in 2000 cases.');
  const sources = page.getByRole('list', { name: 'Where each number is known from' });
  await expect(sources.getByRole('listitem')).toHaveText([
    /^9 %no source yet/,
    /^2000no source yet/,
  ]);
  await sources.getByLabel('9 %').fill('the weekly report');
  await expect(sources.getByRole('listitem')).toHaveText([/^9 %$/, /no source yet/]);
  await page.getByLabel('Measured result').fill('8 % more.');
  await expect(sources.getByRole('listitem')).toHaveText([/no source yet/, /^9 %not in the text/]);
  await sources.getByRole('button', { name: 'Remove' }).click();
  await expect(sources.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Conflict with a colleague' }).check();
  await saved(page);

  await page.getByRole('button', { name: 'All stories' }).click();
  await expect(page.getByText('1 of 8 behavioural cards has a story.')).toBeVisible();
  await expect(page.getByText('no source yet for 8 %')).toBeVisible();
  await page.getByRole('link', { name: 'Conflict with a colleague' }).click();
  const own = page.getByRole('region', { name: 'Your stories for this' });
  await expect(own.getByRole('link', { name: 'The queue' })).toBeVisible();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(page.getByText('Tell me about a conflict')).toBeVisible();
  await expect(own).toBeHidden();
  await page.goto('/rehearse/behavioural/influence');
  await expect(own.getByText('No story is marked for this card yet.')).toBeVisible();
});

test('a story that is deleted comes back, and what was typed last is there after a crash', async ({
  page,
  context,
}) => {
  await begin(page, 'The queue');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Deleted: “The queue”.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Stories' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'The queue' }).click();
  await page.getByLabel('Task').fill('I owned it.');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Task')).toHaveValue('I owned it.');

  // As a crash between a key and the database leaves it.
  await page.evaluate(() => {
    const id = Number(new URLSearchParams(location.search).get('story'));
    const story = { id, revision: 99, savedAt: 1, title: 'The queue, typed on', parts: {} };
    localStorage.setItem(`script:stories:${id}`, JSON.stringify(story));
  });
  const other = await context.newPage();
  await other.goto('/rehearse/stories');
  await other.getByRole('link', { name: 'The queue, typed on' }).click();
  await expect(other.getByText('Kept copies')).toBeVisible();
  expect(
    await other.evaluate(() => Object.keys(localStorage).filter(k => /^script:/.test(k))),
  ).toEqual([]);
});

test('of two tabs the newer text stays, and the other can be taken back', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await begin(one, 'The queue');
  await two.goto(one.url());
  await expect(title(two)).toHaveValue('The queue');
  await two.getByLabel('Task').fill('From the second tab.');
  await expect(one.getByText('Another tab changed this; its text is shown here.')).toBeVisible();
  await expect(one.getByLabel('Task')).toHaveValue('From the second tab.');

  // The first is not told, as in a tab that slept.
  await two.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await two.getByLabel('Task').fill('Only in the second.');
  await saved(two);
  await one.getByLabel('Task').fill('Newer, in the first.');
  await expect(
    one.getByText('Yours is the newer and stays; the other is kept below.'),
  ).toBeVisible();
  await expect(two.getByLabel('Task')).toHaveValue('Newer, in the first.');

  const kept = one.getByRole('region', { name: 'Kept copies' });
  await kept.locator('summary').click();
  await expect(kept.getByText('Only in the second.')).toBeVisible();
  await kept.getByRole('button', { name: 'Use this text' }).click();
  await expect(one.getByLabel('Task')).toHaveValue('Only in the second.');
  await expect(kept.getByText('Newer, in the first.')).toHaveCount(1);
  await one.reload();
  await expect(one.getByLabel('Task')).toHaveValue('Only in the second.');

  await two.getByRole('button', { name: 'Delete' }).click();
  await expect(two.getByText('Deleted: “The queue”.')).toBeVisible();
});

test('a pitch has three lengths, asks for a baseline, and is held to two or three minutes', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install({ time: NOW });
  await page.goto('/rehearse/pitch');
  await expect(page.getByText('comes in almost any length')).toBeVisible();
  await page.getByRole('button', { name: 'New pitch' }).click();
  await page.getByLabel('Title of the project').fill('Routing tickets');
  const note = page.getByRole('note');
  await expect(note).toBeHidden();
  await page.getByLabel('Metric').fill('74 % right on the latest two months');
  await expect(note).toHaveText(/^There is a number and no baseline\./);
  await page.getByLabel('Baseline', { exact: true }).fill('62 % by rules');
  await expect(note).toBeHidden();
  await page.getByLabel('Problem, and who cared').fill('Agents lost time.');
  await page.getByLabel('30 seconds').check();
  await page.getByRole('button', { name: 'Begin with the text of the 150 seconds' }).click();
  await expect(page.getByLabel('Problem, and who cared')).toHaveValue('Agents lost time.');
  await expect(page.getByText('3 words · about 1 s of 4 s')).toBeVisible();
  await page.getByLabel('150 seconds').check();
  await saved(page);

  const tell = async (seconds: number) => {
    await page.getByRole('button', { name: 'Rehearse it' }).click();
    for (let i = 0; i < 7; i += 1) {
      await expect(
        page.getByRole('list', { name: 'Parts' }).getByRole('listitem').nth(i),
      ).toHaveAttribute('aria-current', 'step');
      await page.clock.runFor(seconds * 1000);
      await page.keyboard.press('Space');
    }
  };
  await page.clock.pauseAt(new Date(NOW.getTime() + 3_600_000));
  await tell(20);
  await expect(page.getByText('Told in 2:20, within 2:00 to 3:00.')).toBeVisible();
  await tell(30);
  await expect(page.getByText('Told in 3:30: 30 s longer than 2:00 to 3:00.')).toBeVisible();
  await page.clock.resume();

  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('# Routing tickets\n\n## The main number\n\n- Metric: 74 % right');
  expect(text).toContain('## 30 seconds\n\n### Problem, and who cared\n\nAgents lost time.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article').getByText('Agents lost time.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  // It goes with all else into the file, and is named where that is read.
  await page.goto('/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8')).pitches).toMatchObject([
    { title: 'Routing tickets', goes: [{ length: 150 }, { length: 150 }] },
  ]);
  await page.getByRole('button', { name: 'Delete everything …' }).click();
  await expect(page.getByRole('dialog')).toContainText('0 stories and 1 pitch will be gone');
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await page.setInputFiles('input[type=file]', file);
  await expect(page.getByText(/^Pitches: 1 in the file, 1 here/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`stories and pitches have no accessibility violations in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/rehearse/stories');
    await expect(page.getByRole('button', { name: 'New story' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'New story' }).click();
    await title(page).fill('The queue');
    await page.getByLabel('Measured result').fill('9 % more.');
    await expect(page.getByLabel('9 %')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rehearse it' }).click();
    await expect(page.getByRole('timer')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto('/rehearse/pitch');
    await page.getByRole('button', { name: 'New pitch' }).click();
    await page.getByLabel('Metric').fill('74 %');
    await expect(page.getByRole('note')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
