import { expect, test } from '@playwright/test';
import { mutate } from '../../graders/mutate';
import type { Attempt } from '../../src/progress/store';
import { Bench, fileOf } from './bench';
import { MUTANTS } from './mutants';
import { stored } from './stored';

for (const [slug, mutants] of Object.entries(MUTANTS)) {
  test(`${slug}: a wrong solution is told the mistake, a right one passes and is shown in pictures`, async ({
    page,
  }) => {
    const bench = new Bench(page);
    await bench.open(slug);
    const solution = fileOf(slug, 'solution.ts');
    const [mutant] = mutants;
    await bench.submit(mutate(solution, mutant), /^(Not yet|Crashed)/);
    await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText(mutant.say);
    await expect(bench.check(/^missed|^crashed/).first()).toBeVisible();
    await bench.submit(solution, /^Passed/);
    await expect(bench.check(/^passed/).first()).toBeVisible();
    await expect(page.locator('figure svg[aria-label]').first()).toBeVisible();
    await page.getByText('In words and numbers').first().click();
    await expect(page.locator('figure table').first()).toBeVisible();
  });
}

test('nothing runs until it is asked to', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await expect(bench.status).toHaveText('No run yet');
});

test('an untouched starter is told what is still to be written', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  await expect(page.getByText('is still to be written').first()).toBeVisible();
});

test('Ctrl+Enter in the editor runs the code', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(fileOf('k-means', 'solution.ts'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(bench.status).toHaveText(/^Passed/);
});

test('a run can be repeated with its seed', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  const seed = page.getByText('Data seed').locator('code');
  const first = await seed.textContent();
  await page.getByRole('button', { name: 'Run again with this seed' }).click();
  await expect(bench.status).toHaveText(/^Passed/);
  await expect(seed).toHaveText(String(first));
  await bench.run();
  await expect(seed).not.toHaveText(String(first));
});

test('an infinite loop is stopped, its check named, and the next run works', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const solution = fileOf('k-means', 'solution.ts');
  const loop = solution.replace(/(export function update\([\s\S]*?\{\n)/, '$1  while (true) {}\n');
  expect(loop).not.toBe(solution);
  await bench.submit(loop, /^Timed out/);
  await expect(bench.check(/^timed out/)).toHaveCount(1);
  await expect(page.getByText('Stopped after 2 seconds in this check').first()).toBeVisible();
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(page.locator('.monaco-editor')).toContainText('while (true)');
  await bench.submit(solution, /^Passed/);
});

test('an error in the code is linked to its own line', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const solution = fileOf('k-means', 'solution.ts');
  const crash = `const nothing: any = undefined;\n${solution.replace(/(export function assign\([\s\S]*?\{\n)/, '$1  nothing.here;\n')}`;
  const line = crash.split('\n').findIndex(text => text.includes('nothing.here')) + 1;
  await bench.submit(crash, /^Crashed/);
  await page
    .getByRole('button', { name: `line ${line}`, exact: true })
    .first()
    .click();
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
});

test('console output is shown and capped', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const talkative = `${fileOf('k-means', 'solution.ts')}\nconsole.log('once', [1, 2]);\nfor (let i = 0; i < 1e5; i++) console.log('x'.repeat(100));\n`;
  await bench.submit(talkative, /^Passed/);
  const panel = page.locator('details[open] pre', { hasText: 'once' });
  await expect(panel).toContainText('[1, 2]');
  expect((await panel.textContent())?.length).toBeLessThan(30_000);
});

test('a draft survives a reload and a second tab follows it', async ({ page, context }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('// my first lines\n');
  await page.reload();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('my first lines');

  const other = new Bench(await context.newPage());
  await other.open('k-means');
  await expect(other.page.locator('.monaco-editor')).toContainText('my first lines');
  await other.write('// written in the other tab\n');
  await expect(page.locator('.monaco-editor')).toContainText('written in the other tab');
  await expect(page.getByText('Another tab changed this draft')).toBeVisible();
});

test('a reset keeps the old text in the history, from where it comes back', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('// precious\n');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('TODO');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: /before a reset/ }).click();
  await page.getByRole('button', { name: 'Restore this text' }).click();
  await expect(page.locator('.monaco-editor')).toContainText('precious');
});

test('attempts are recorded and the catalogue shows what is solved', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/^Passed/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Scratchwork' }).click();
  const solved = page.getByRole('list', { name: 'Exercises' }).locator('li[data-state=solved]');
  await expect(solved).toHaveCount(1);
  await expect(solved.getByText('Solved', { exact: true })).toBeVisible();
});

test('who leaves at the sight of a verdict finds it recorded', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(fileOf('k-means', 'solution.ts'));
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[role=status]')?.textContent?.startsWith('Passed'))
        location.assign('/');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await bench.run();
  const solved = page.getByRole('list', { name: 'Exercises' }).locator('li[data-state=solved]');
  await expect(solved.getByText('Solved', { exact: true })).toBeVisible();
});

test('hints come one at a time, the rest after solving or on request, and runs say so', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const hints = page.getByRole('region', { name: 'Hints' }).getByRole('listitem');
  await expect(hints).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the first hint' }).click();
  await expect(hints).toHaveCount(1);
  await expect(page.getByText('The reference beside your own').locator('..')).not.toHaveAttribute(
    'open',
  );
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await page.getByText('The reference beside your own', { exact: true }).click();
  await expect(page.locator('figure', { hasText: 'Reference' }).locator('pre')).toContainText(
    'export function assign',
  );
  await bench.run();
  await expect(bench.status).toHaveText(/^Passed/);
  const runs = () => stored<Attempt>(page, 'attempts');
  await expect.poll(async () => (await runs()).length).toBe(2);
  const [first, second] = await runs();
  expect([first.hints, first.revealed]).toEqual([1, undefined]);
  expect(second).toMatchObject({ hints: 1, revealed: expect.any(Number) });
});

test('on a narrow screen a solution is typed into a plain editor, key by key', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = new Bench(page);
  await page.goto('/exercises/k-means');
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByLabel('Your solution').press('ControlOrMeta+A');
  await page.keyboard.type(fileOf('k-means', 'solution.ts').replace(/^\s+/gm, ''));
  await bench.run();
  await expect(bench.status).toHaveText(/^Passed/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('who comes back finds the text at once, and a key pressed early lands in it', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('// yesterday\n');
  // Without its own code the page is what the first moment of a visit looks like.
  await page.route('**/assets/index-*.js', route => route.abort());
  await page.reload();
  const field = page.getByLabel('Your solution');
  await expect(field).toHaveValue('// yesterday\n');
  await page.unroute('**/assets/index-*.js');

  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/assets/index-*.js', async route => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(field).toHaveValue('// yesterday\n');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// early\n');
  release();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('yesterday');
  await expect(page.locator('.monaco-editor')).toContainText('early');
  await page.reload();
  await bench.ready();
  await expect(page.locator('.monaco-editor')).toContainText('early');
});
