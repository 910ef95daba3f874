import { expect, type Page, test } from '@playwright/test';
import { Bench, fileOf } from './bench';

const MONACO = /monaco|live-editor|ts\.worker/;

/** Holds Monaco's files back until the returned function is called. */
async function holdMonaco(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(MONACO, async route => {
    await held;
    await route.continue();
  });
  return release;
}

/** Opens an exercise while Monaco's files, and with them the page's load event, are held back. */
async function openWithoutMonaco(page: Page): Promise<void> {
  await page.goto('/exercises/k-means', { waitUntil: 'commit' });
  await saved(page).waitFor();
}

const plainField = (page: Page) => page.locator('textarea[aria-label="Your solution"]');
const monaco = (page: Page) => page.locator('[data-editor="monaco"]');
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** Opens an exercise with a text of our own in place of the starter. */
async function openWith(page: Page, source: string): Promise<Bench> {
  const bench = new Bench(page);
  await bench.open('k-means');
  await bench.write(source);
  return bench;
}

test.describe('before Monaco has arrived', () => {
  // A service worker would serve the files that these tests hold back.
  test.use({ serviceWorkers: 'block' });

  test('no key is lost while Monaco takes over', async ({ page }) => {
    test.slow(); // a key at a time
    const release = await holdMonaco(page);
    await openWithoutMonaco(page);
    await plainField(page).fill('');
    await plainField(page).focus();
    let typed = '';
    const type = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const letter = String.fromCharCode(97 + (typed.length % 26));
        typed += letter;
        await page.keyboard.press(letter);
      }
    };
    await type(30);
    await expect(monaco(page)).toHaveCount(0);
    release();
    while ((await monaco(page).count()) === 0) await type(5);
    await type(30);
    await page.keyboard.press('Escape');
    await expect(page.locator('.view-lines')).toHaveText(typed);
    await expect(saved(page)).toBeVisible();
    await page.reload();
    await expect(page.locator('.view-lines')).toHaveText(typed);
  });

  test('selection and focus are kept', async ({ page }) => {
    const release = await holdMonaco(page);
    await openWithoutMonaco(page);
    await plainField(page).fill('const one = 1;\nconst two = 2;\n');
    await plainField(page).evaluate(field =>
      (field as HTMLTextAreaElement).setSelectionRange(21, 24, 'backward'),
    );
    release();
    await expect(monaco(page)).toBeVisible();
    await page.keyboard.type('zwei');
    await expect(page.locator('.view-lines')).toContainText('const zwei = 2;');
  });

  test('the text field indents, can be left by keyboard, and runs', async ({ page }) => {
    await holdMonaco(page);
    await openWithoutMonaco(page);
    const field = plainField(page);
    await field.fill('');
    await field.focus();
    await page.keyboard.type('if (a) {');
    await page.keyboard.press('Enter');
    await page.keyboard.type('b;');
    await expect(field).toHaveValue('if (a) {\n  b;');
    await page.keyboard.press('Shift+Tab');
    await expect(field).toHaveValue('if (a) {\nb;');
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue('if (a) {\nb;  ');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(field).toHaveValue('if (a) {\nb;');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(field).not.toBeFocused();

    await field.fill(fileOf('k-means', 'solution.ts'));
    await field.press('ControlOrMeta+Enter');
    await expect(page.getByRole('status')).toHaveText(/^Passed/, { timeout: 15_000 });
  });
});

test('a type error is underlined, and names of the browser are unknown', async ({ page }) => {
  await openWith(
    page,
    'export const a: number = "one";\nexport const b = [2, 1].toSorted();\nconsole.log(structuredClone(b), performance.now());\n',
  );
  await expect(page.locator('.squiggly-error')).toHaveCount(1);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('document.title;\nfetch("/");\nsetTimeout(() => {}, 0);\n');
  await expect(page.locator('.squiggly-error')).toHaveCount(4);
});

test('completion offers what a value has', async ({ page }) => {
  await openWith(page, 'const points = [1, 2];\n');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('points.fl');
  await expect(page.locator('.suggest-widget').getByText('flatMap').first()).toBeVisible();
});

test('a syntax error is placed, and nothing is run', async ({ page }) => {
  const bench = await openWith(page, 'export function a() {\n  return 1 +;\n}\n');
  await bench.run();
  await expect(bench.status).toHaveText(/^Did not compile/);
  await expect(page.getByText('Expression expected.').first()).toBeVisible();
});

test('an import is refused with a sentence', async ({ page }) => {
  const bench = await openWith(
    page,
    'import { mean } from "mathjs";\nexport const a = mean([1]);\n',
  );
  await bench.run();
  await expect(bench.status).toHaveText(/^Did not compile/);
  await expect(page.getByText('"mathjs" cannot be imported').first()).toBeVisible();
});

test('an enum, which cannot merely be erased, runs all the same', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('k-means');
  const source = `enum Side {\n  Left,\n  Right,\n}\nconsole.log('side', Side.Right);\n`;
  await bench.submit(source + fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(page.getByText('side 1').first()).toBeVisible();
});

test('each exercise keeps its own undo history', async ({ page }) => {
  const bench = await openWith(page, 'const first = 1;\n');
  await page.goto('/');
  await page.locator('a[href="/exercises/k-means"]').first().click();
  await bench.ready();
  await expect(page.locator('.view-lines')).toContainText('const first = 1;');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// here');
  await page.locator('a[href="/"]').first().click();
  await page.locator('a[href="/exercises/decision-tree"]').first().click();
  await bench.ready();
  await expect(page.locator('.view-lines')).not.toContainText('const first = 1;');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// there');
  await page.locator('a[href="/"]').first().click();
  await page.locator('a[href="/exercises/k-means"]').first().click();
  await bench.ready();
  await expect(page.locator('.view-lines')).toContainText('// here');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('.view-lines')).not.toContainText('// here');
  await expect(page.locator('.view-lines')).toContainText('const first = 1;');
});

test('Ctrl+M lets Tab leave Monaco', async ({ page }) => {
  await openWith(page, 'const a = 1;\n');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor.focused')).toHaveCount(0);
});

test('nothing in the editor breaks the policy of the page', async ({ page }) => {
  const said: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') said.push(message.text());
  });
  page.on('pageerror', error => said.push(String(error)));
  await openWith(page, 'const points = [1, 2];\npoints.map(String).join();\n');
  await page.locator('.view-line span', { hasText: 'points' }).last().hover();
  await expect(page.locator('.monaco-hover').getByText('points').first()).toBeVisible();
  expect(said).toEqual([]);
});
