import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';
import { violations } from './violations';

const START = new Date('2027-01-31T09:00:00');
const MINUTE = 60_000;
const SOLUTION = fileOf('k-means', 'solution.ts');

/** An interview in a browser, held the way a candidate does. */
class Room {
  readonly page: Page;
  readonly timer: Locator;
  readonly pad: Locator;
  readonly editor: Locator;
  readonly commit: Locator;
  readonly run: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timer = page.getByRole('timer');
    this.pad = page.getByRole('textbox', { name: 'Questions and assumptions' });
    this.editor = page.locator('.monaco-editor').first();
    this.commit = page.getByRole('button', { name: 'Commit', exact: true });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.status = page.getByRole('region', { name: 'Results' }).getByRole('status');
  }

  /** Sets terms and starts the clock. */
  async enter(choose: (page: Page) => Promise<unknown> = async () => {}): Promise<void> {
    await this.page.goto('/interview');
    await this.page.getByLabel('Exercise').selectOption('k-means');
    await choose(this.page);
    await this.page.getByRole('button', { name: 'Start the clock' }).click();
    await expect(this.timer).toBeVisible();
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('.monaco-editor .view-line').first()).toBeVisible();
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Replaces what stands on the whiteboard. */
  async write(source: string): Promise<void> {
    await this.ready();
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(source);
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Commits, runs, and waits for the verdict. */
  async answer(source: string, verdict: RegExp): Promise<void> {
    await this.write(source);
    await this.commit.click();
    await this.run.click();
    await expect(this.status).toHaveText(verdict);
  }

  async end(how: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'End …' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: how }).click();
    await expect(this.page.getByRole('region', { name: 'Verdict' })).toBeVisible();
  }
}

/** Makes it so many minutes later by the clock; all timers go on. */
const later = (page: Page, minutes: number) =>
  page.clock.setFixedTime(START.getTime() + minutes * MINUTE);

const timeLine = (page: Page) =>
  page.getByRole('list', { name: 'Time line' }).getByRole('listitem').allInnerTexts();

/** What was noted after each interview, as it is stored. */
const remarks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const opening = indexedDB.open('scratchwork');
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('interviews')
            .objectStore('interviews')
            .getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ remark }) => remark));
          };
        };
      }),
  );

const pasts = (page: Page) =>
  page.getByRole('region', { name: 'Past interviews' }).getByRole('listitem');

test('nothing is completed, marked or run until a first answer is committed to', async ({
  page,
}) => {
  const room = new Room(page);
  await room.enter();
  await room.write('export const a: number = "one";\nconst points = [1, 2];\n');
  await page.keyboard.type('points.fl');
  await page.keyboard.press('ControlOrMeta+Space');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Run opens when you commit')).toBeVisible();
  await expect(room.run).toHaveCount(0);
  await page.keyboard.type('at;\n');
  await room.commit.click();
  await room.run.click();
  await expect(room.status).toHaveText(/^(Not yet|Crashed)/);
  // By now the type checker would have spoken, and a list of names would have come.
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
  await expect(page.locator('.suggest-widget.visible')).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'Quick checks' })).toHaveCount(0);
});

test('an interview is all there after a reload, and its time went on', async ({
  page,
  context,
}) => {
  await page.clock.setFixedTime(START);
  const room = new Room(page);
  await room.enter(page => page.getByLabel('45 minutes').check());
  await expect(room.timer).toHaveText('45:00');
  await room.pad.fill('Is K given?');
  await room.write('// on the whiteboard\n');
  await later(page, 10);
  await room.commit.click();
  await page.reload();
  await expect(room.timer).toHaveText('35:00');
  await expect(room.pad).toHaveValue('Is K given?');
  await expect(room.editor).toContainText('on the whiteboard');
  await expect(room.run).toBeVisible();

  await page.close();
  const other = await context.newPage();
  await other.clock.setFixedTime(START.getTime() + 44.5 * MINUTE);
  await other.goto('/interview');
  await expect(new Room(other).timer).toHaveText('00:30');
  await expect(new Room(other).editor).toContainText('on the whiteboard');
});

test('a clock that is set back gives no time back', async ({ page }) => {
  await page.clock.setFixedTime(START);
  const room = new Room(page);
  await room.enter();
  await later(page, 10);
  await room.ready();
  await room.commit.click();
  await expect(room.run).toBeVisible();
  await later(page, -60);
  await page.reload();
  await expect(room.timer).toHaveText('15:00');
});

test('the end brings the verdict, the time line, and a report that is kept', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(START);
  const room = new Room(page);
  await room.enter();
  await room.pad.fill('Is K given?\nYes.');
  await room.write(SOLUTION.replace('/ members.length', '/ centroids.length'));
  await later(page, 12);
  await room.commit.click();
  await later(page, 13);
  await room.run.click();
  await expect(room.status).toHaveText(/^(Not yet|Passed)/);
  await room.write(SOLUTION);
  await later(page, 20);
  await room.end('Judge it and end');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    /Passed all \d+ checks/,
  );
  expect(await timeLine(page)).toEqual([
    expect.stringMatching(/^00:00\s+Began$/),
    expect.stringMatching(/^12:00\s+Committed to a first answer$/),
    expect.stringMatching(/^13:00\s+Ran it: /),
    expect.stringMatching(/^20:00\s+Ran it: Passed, all \d+ checks$/),
    expect.stringMatching(/^20:00\s+Ended$/),
  ]);

  await page.getByText('What a strong answer says').first().click();
  await expect(page.getByText('the mean is the point with the least sum')).toBeVisible();
  await page.getByRole('group', { name: 'Follow-up question 1' }).getByLabel('Partly').check();
  await page
    .getByRole('group', { name: 'I wrote it without looking anything up.' })
    .getByLabel('Yes')
    .check();
  await page.getByLabel('To work on next').fill('Say the shapes first.');
  await expect.poll(() => remarks(page)).toEqual(['Say the shapes first.']);
  await page.reload();
  await expect(page.getByLabel('To work on next')).toHaveValue('Say the shapes first.');

  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [
    '# Interview: K-means',
    '> Is K given?\n> Yes.',
    'Why does the loop always stop? **Partly**',
    'without looking anything up. **Yes**',
    '> Say the shapes first.',
    '```ts\n',
    '## First answer',
  ]) {
    expect(report).toContain(part);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('interview-k-means-2027-01-31.md');
  expect(readFileSync(await download.path(), 'utf8')).toBe(report);

  await page.getByRole('link', { name: 'All interviews' }).click();
  await expect(pasts(page)).toContainText([/K-means.*Passed, all/]);
  await pasts(page).getByRole('link').click();
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('None yet.')).toBeVisible();
});

test('the draft of the exercise stays as it is, and the run counts for it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('// my own draft\n');
  const room = new Room(page);
  await room.enter();
  await expect(room.editor).not.toContainText('my own draft');
  await room.answer(SOLUTION, /^Passed/);
  await room.end('End');
  await bench.open('k-means');
  await expect(page.locator('.view-lines')).toContainText('my own draft');
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Earlier texts' })).toContainText(/Passed, \d+ of/);
  await page.goto('/');
  const listed = page
    .getByRole('list', { name: 'Exercises' })
    .getByRole('link', { name: /^K-means / });
  await expect(listed).toContainText('Solved');
});

test('who leaves early is told what is kept, and finds it', async ({ page }) => {
  await page.clock.setFixedTime(START);
  const room = new Room(page);
  await room.enter();
  await room.write('// half an idea\n');
  await later(page, 4);
  await page.getByRole('button', { name: 'End …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('04:00 of 25 minutes have passed');
  await expect(dialog).toContainText('You have not committed to an answer.');
  await expect(dialog).toContainText('Your text, your questions and the time line are kept');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(room.editor).toContainText('half an idea');
  await room.end('Leave without a run');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('No verdict');
  await expect(page.getByRole('region', { name: 'Your last text' })).toHaveText(/half an idea/);
  await page.getByRole('link', { name: 'All interviews' }).click();
  await expect(pasts(page)).toContainText([/K-means.*Nothing was run/]);
});

test('on paper first, the editor opens when the paper is put away', async ({ page }) => {
  const room = new Room(page);
  await room.enter(page => page.getByLabel('On paper, then type').check());
  await expect(page.getByRole('region', { name: 'Paper' })).toBeVisible();
  await expect(room.commit).toBeDisabled();
  await expect(page.getByLabel('Your solution')).toHaveCount(0);
  await page.getByRole('button', { name: 'Put the paper away and type' }).click();
  await room.ready();
  await page.reload();
  await room.ready();
  await room.end('Leave without a run');
  expect((await timeLine(page)).map(line => line.replace(/^\S+\s+/, ''))).toEqual([
    ...['Began, on paper', 'Put the paper away and typed', 'Ended'],
  ]);
});

test('title, difficulty and hints are hidden as chosen, and a hint that is taken is noted', async ({
  page,
}) => {
  const room = new Room(page);
  const hide = async (page: Page, ...names: string[]) => {
    for (const name of ['The title', 'The difficulty', 'The hints'])
      await page.getByLabel(name).setChecked(names.includes(name));
  };
  await room.enter(page => hide(page, 'The title', 'The difficulty', 'The hints'));
  const prompt = page.getByRole('region', { name: 'Prompt' });
  await expect(prompt.getByRole('heading', { level: 1 })).toHaveText('The task');
  await expect(prompt).not.toContainText('25 min');
  await expect(prompt.getByRole('heading', { name: 'Hints' })).toHaveCount(0);
  await expect(page).toHaveTitle('Interview · Scratchwork');
  await room.end('Leave without a run');

  await page.getByRole('link', { name: 'All interviews' }).click();
  await expect(page.getByLabel('The title')).toBeChecked();
  await room.enter(page => hide(page));
  await expect(prompt.getByRole('heading', { level: 1 })).toHaveText('K-means');
  await expect(prompt).toContainText('core · 25 min');
  await page.getByRole('button', { name: 'Show the first hint' }).click();
  await expect(page.getByRole('button', { name: 'Show hint 2 of 3' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show hint 2 of 3' })).toBeVisible();
  await room.end('Leave without a run');
  expect((await timeLine(page))[1]).toMatch(/Took hint 1/);
});

test('a surprise fits into the time', async ({ page }) => {
  await page.addInitScript(() => {
    Math.random = () => 0.999999;
  });
  const room = new Room(page);
  await room.enter(page => page.getByLabel('Exercise').selectOption('Surprise me'));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText(/Decision tree|Logistic regression|Optimizers/);
});

test('what is run after the time is marked so', async ({ page }) => {
  await page.clock.setFixedTime(START);
  const room = new Room(page);
  await room.enter();
  await room.write(SOLUTION);
  await later(page, 26);
  await expect(room.timer).toHaveText('−01:00');
  await expect(page.getByText('The time is up. End the interview')).toBeVisible();
  await room.commit.click();
  await room.run.click();
  await expect(room.status).toHaveText(/^Passed/);
  await room.end('End');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    'after the time was up',
  );
  expect((await timeLine(page))[1]).toMatch(/^25:00\s+The time was up$/);
});

test('an answer that is committed to in one tab is committed to in the other', async ({
  page,
  context,
}) => {
  const room = new Room(page);
  await room.enter();
  await room.ready();
  const second = await context.newPage();
  await second.goto('/interview');
  const other = new Room(second);
  await other.ready();
  await room.commit.click();
  await expect(other.run).toBeVisible();
  await room.end('Leave without a run');
  await expect(second.getByRole('heading', { name: 'Past interviews' })).toBeVisible();
});

test('interviews move to another browser with everything else', async ({ page, browser }) => {
  const room = new Room(page);
  await room.enter();
  await room.pad.fill('Is K given?');
  await room.write('// half an idea\n');
  await room.end('Leave without a run');
  await page.goto('/data');
  await expect(page.getByRole('definition').last()).toHaveText('1');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);

  const other = await browser.newPage({ baseURL: process.env.SCRATCHWORK_URL });
  await other.goto('/data');
  await other.locator('input[type=file]').setInputFiles({
    name: 'scratchwork.json',
    mimeType: 'application/json',
    buffer: readFileSync(await download.path()),
  });
  await expect(other.getByRole('columnheader', { name: 'Interviews' })).toBeVisible();
  await other.getByRole('button', { name: 'Add it' }).click();
  await expect(other.getByText('Imported.')).toBeVisible();
  await other.goto('/interview');
  await pasts(other).getByRole('link').click();
  await expect(other.getByRole('region', { name: 'Your last text' })).toHaveText(/half an idea/);
  await expect(other.getByText('Is K given?').first()).toBeVisible();
  await other.close();
});

test('without any storage an interview can be held, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const room = new Room(page);
  await room.enter();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await expect(page.getByText('this browser keeps no data for this site')).toBeVisible();
  await room.editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(SOLUTION);
  await room.commit.click();
  await room.run.click();
  await expect(room.status).toHaveText(/^Passed/);
  await room.end('End');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Passed');
});

test('on a narrow screen the panes are shown one at a time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const room = new Room(page);
  await room.enter();
  await page.getByRole('button', { name: 'Questions' }).click();
  await room.pad.fill('Is K given?');
  await page.getByRole('button', { name: 'Code' }).click();
  await page.getByLabel('Your solution').fill(SOLUTION);
  await room.commit.click();
  await room.run.click();
  await expect(room.status).toHaveText(/^Passed/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('an interview is set up, held, ended and marked with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Interview' }));
  await page.keyboard.press('Enter');
  const exercise = page.getByLabel('Exercise');
  await expect(exercise).toBeVisible();
  await tabTo(page, exercise);
  await page.keyboard.type('K-means,');
  await expect(exercise).toHaveValue('k-means');
  await tabTo(page, page.getByRole('button', { name: 'Start the clock' }));
  await page.keyboard.press('Enter');
  const room = new Room(page);
  await room.ready();
  await tabTo(page, room.pad);
  await page.keyboard.type('Is K given?');
  await tabTo(page, page.getByLabel('Your solution').first());
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, room.commit);
  await page.keyboard.press('Enter');
  await expect(room.run).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(room.status).toHaveText(/^Passed/);
  await tabTo(page, page.getByRole('button', { name: 'End …' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'End', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Passed');
  const answers = page.getByRole('group', { name: 'Follow-up question 1' });
  await tabTo(page, answers.getByLabel('No'));
  await page.keyboard.press('ArrowRight');
  await expect(answers.getByLabel('Partly')).toBeChecked();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('an interview has no accessibility violations from the terms to the report', async ({
      page,
    }) => {
      const room = new Room(page);
      await page.goto('/interview');
      await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await room.enter(page => page.getByLabel('On paper, then type').check());
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Put the paper away and type' }).click();
      await room.ready();
      expect(await violations(page)).toEqual([]);
      await room.answer(`${SOLUTION}\nthrow new Error('stop');`, /^Crashed/);
      await page.getByRole('button', { name: 'End …' }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await violations(page)).toEqual([]);
      await room.end('End');
      await page.getByText('Read it').click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: 'All interviews' }).click();
      await expect(pasts(page)).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
    });
  });
}
