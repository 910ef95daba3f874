import { expect, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';
import { openPalette } from './palette';
import { violations } from './violations';

const lines = (page: Page) => page.locator('.view-lines');
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const plainField = (page: Page) => page.locator('textarea[aria-label="Your solution"]');

/** Opens an exercise with keys and sizes chosen before, and a text of our own. */
async function openWith(
  page: Page,
  settings: Record<string, string>,
  source: string,
): Promise<Bench> {
  await page.addInitScript(chosen => {
    for (const [name, value] of Object.entries(chosen)) localStorage.setItem(name, value);
  }, settings);
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(source);
  return bench;
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(dialog(page, 'Settings')).toBeVisible();
}

test.describe('with the keys of Vim', () => {
  test('a line is deleted, put back and changed, and the mode is told', async ({ page }) => {
    const said: string[] = [];
    page.on('console', message => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', error => said.push(String(error)));
    const bench = new Bench(page);
    await bench.open('k-means');
    await bench.write('const one = 1;\nconst two = 2;');
    await openSettings(page);
    await page.getByRole('radio', { name: 'Vim' }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Normal', { exact: true })).toBeVisible();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.type('ggdd');
    await expect(lines(page)).toHaveText('const two = 2;');
    await page.keyboard.type('p');
    await expect(lines(page)).toHaveText(/^const\stwo\s=\s2;const\sone\s=\s1;$/);
    await page.keyboard.type('cwlet');
    await expect(page.getByText('Insert', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Normal', { exact: true })).toBeVisible();
    await expect(lines(page)).toHaveText(/^const\stwo\s=\s2;let\sone\s=\s1;$/);
    await page.keyboard.type('/two');
    await page.keyboard.press('Enter');
    await page.keyboard.type('x');
    await expect(lines(page)).toHaveText(/^const\swo\s=\s2;/);
    expect(said).toEqual([]);
  });

  test('Ctrl and Enter runs, and F6 leaves the editor', async ({ page }) => {
    const bench = await openWith(page, { keys: 'vim' }, '');
    await page.keyboard.type('i');
    await page.keyboard.insertText('export const a = 1;');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(bench.status).toHaveText(/^(Crashed|Not yet)/);
    await page.keyboard.press('F6');
    await expect(page.getByRole('region', { name: 'Results' })).toBeFocused();
  });
});

test('with the keys of Emacs the caret moves, and what is killed is yanked', async ({ page }) => {
  const bench = await openWith(page, {}, 'alpha beta\n');
  await openSettings(page);
  await page.getByRole('radio', { name: 'Emacs' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Emacs', { exact: true }).last()).toBeVisible();
  await bench.editor.focus();
  await page.keyboard.press('Control+P');
  await page.keyboard.press('Control+E');
  await page.keyboard.insertText('!');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText('-');
  await expect(lines(page)).toHaveText(/^a-lpha\sbeta!$/);
  await page.keyboard.press('Control+K');
  await expect(lines(page)).toHaveText('a-');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+Y');
  await expect(lines(page)).toHaveText(/^lpha\sbeta!a-$/);
  await page.keyboard.press('Control+Space');
  await expect(page.getByText('Emacs · mark set')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Alt+w');
  await page.keyboard.press('Control+E');
  await page.keyboard.press('Control+Y');
  await expect(lines(page)).toHaveText(/^lpha\sbeta!a-lpha\sbeta!$/);
  await page.keyboard.press('Alt+x');
  await expect(dialog(page, 'Commands')).toBeVisible();
});

test('the size of code is kept, before any code has run and in both editors', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await openSettings(page);
  await page.getByRole('radio', { name: '20' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.view-line').first()).toHaveCSS('font-size', '20px');
  await page.route(/monaco|live-editor/, route => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('#root textarea').first()).toHaveCSS('font-size', '20px');
  await page.unroute(/monaco|live-editor/);
  await page.reload();
  await bench.ready();
  await expect(page.locator('.view-line').first()).toHaveCSS('font-size', '20px');
  await expect(page.locator('.view-line').first()).toHaveCSS('line-height', '30px');
});

test('the plain text field is chosen from the help, keeps the text and runs it', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(fileOf('k-means', 'solution.ts'));
  await page.keyboard.press('Alt+F1');
  await page.getByRole('button', { name: 'Use the plain text field' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(plainField(page)).toHaveValue(fileOf('k-means', 'solution.ts'));
  await page.reload();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await plainField(page).press('ControlOrMeta+Enter');
  await expect(bench.status).toHaveText(/^Passed/);
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await openSettings(page);
  await page.getByLabel('Plain text field').uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  await bench.ready();
  await expect(lines(page)).toContainText('inertias');
});

test.describe('in the editor', () => {
  test('Shift, Alt and F formats', async ({ page }) => {
    await openWith(page, {}, 'export   const a=[1,2 ];');
    await page.keyboard.press('Shift+Alt+KeyF');
    await expect(lines(page)).toHaveText('export const a = [1, 2];');
  });

  test('F8 goes to the next problem and tells it', async ({ page }) => {
    await openWith(page, {}, 'const a: number = "one";\nconst b: string = 2;');
    await expect(page.locator('.squiggly-error')).toHaveCount(2);
    await page.keyboard.press('F8');
    await expect(page.locator('.marker-widget')).toContainText('is not assignable');
  });

  test('Ctrl and F finds, and there is no minimap', async ({ page }) => {
    await openWith(page, {}, 'const alpha = 1;\nconst beta = alpha;');
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('alpha');
    await expect(page.locator('.find-widget')).toContainText(/of 2/);
    await expect(page.locator('.minimap canvas')).toHaveCount(0);
  });
});

test('with the keyboard alone the palette leads to another exercise and runs it', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('attention');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/exercises\/attention$/);
  const bench = new Bench(page);
  await bench.ready();
  await bench.editor.focus();
  await openPalette(page);
  await page.keyboard.type('history');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'History')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench.editor).toBeFocused();
  await openPalette(page);
  await page.keyboard.press('Enter');
  await expect(bench.status).toHaveText(/^Not yet/);
});

test('the palette leads to a page by its name', async ({ page }) => {
  await page.goto('/');
  for (const [name, path] of [
    ['plan', '/plan'],
    ['rehearse', '/rehearse'],
    ['licences', '/licences'],
  ]) {
    await openPalette(page);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(path);
  }
});

test('the palette says which keys a command has, and what has no such name', async ({ page }) => {
  await page.goto('/data');
  await openPalette(page);
  await expect(page.getByRole('option', { name: /Settings/ })).toContainText(',');
  await expect(page.getByRole('option', { name: /^Run\b/ })).toHaveCount(0);
  await page.keyboard.type('xyzzy');
  await expect(page.getByText('Nothing has this name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Commands')).toHaveCount(0);
});

test('“?” lists the shortcuts where nothing is typed, and can be turned off', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write('');
  await page.keyboard.type('?');
  await expect(lines(page)).toHaveText('?');
  await page.keyboard.press('F6');
  await page.keyboard.type('?');
  const list = dialog(page, 'Keyboard shortcuts');
  await expect(list.getByRole('region', { name: 'In an exercise' })).toContainText('History');
  await page.keyboard.press('Escape');
  await openSettings(page);
  await page.getByLabel('Single-key commands').uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.type('?');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(dialog(page, 'Settings')).toBeVisible();
  await expect(list).toHaveCount(0);
});

test('F6 goes round the parts of a page', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  await page.keyboard.press('F6');
  await expect(page.getByRole('link', { name: 'Scratchwork' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Prompt: k-means' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(bench.editor).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Results' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the panels and the status line have no accessibility violations', async ({ page }) => {
      await openWith(page, { keys: 'vim' }, '');
      expect(await violations(page)).toEqual([]);
      for (const [keys, name] of [
        ['ControlOrMeta+K', 'Commands'],
        ['ControlOrMeta+,', 'Settings'],
        ['Alt+F1', 'Writing code with a screen reader'],
      ]) {
        await page.keyboard.press(keys);
        await expect(dialog(page, name)).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog(page, name)).toHaveCount(0);
      }
      await page.keyboard.press('F6');
      await page.keyboard.press('?');
      await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
