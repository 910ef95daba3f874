import { expect, type Page, test } from '@playwright/test';

// A service worker would serve the files that these tests hold back.
test.use({ serviceWorkers: 'block' });

test('what is chosen before a page works is heard as soon as it does', async ({ page }) => {
  const release = await openHeld(page, '/rehearse');
  await page.getByLabel('Interview on').fill('2031-05-01');
  await page.getByLabel('Length of the session').selectOption('45');
  await page.getByLabel('Type').selectOption('breadth');
  release();
  await expect(page.getByText('Nothing comes back after it.')).toBeVisible();
  await expect(page).toHaveURL(/type=breadth/);
  await expect(page.getByLabel('Length of the session')).toHaveValue('45');
  await page.reload();
  await expect(page.getByLabel('Interview on')).toHaveValue('2031-05-01');
});

test('what is searched for before the catalogue works is found, and typing goes on', async ({
  page,
}) => {
  const release = await openHeld(page, '/');
  const search = page.getByRole('searchbox');
  await search.fill('k-me');
  await search.focus();
  release();
  const exercises = page.getByRole('main').locator('a[href^="/exercises/"]');
  await expect(page).toHaveURL(/k-me/);
  await page.keyboard.press('End');
  await page.keyboard.type('ans');
  await expect(search).toHaveValue('k-means');
  await expect(exercises.filter({ hasText: 'Decision tree' })).toHaveCount(0);
  await expect(exercises.filter({ hasText: 'K-means' }).first()).toBeVisible();
});

test('a file that is chosen before the page of your data works is read', async ({ page }) => {
  const release = await openHeld(page, '/data');
  const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('no') };
  await page.getByLabel('File to import').setInputFiles(file);
  release();
  await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
});

test('cards that are unfolded before a page works are listed as soon as it does', async ({
  page,
}) => {
  const release = await openHeld(page, '/rehearse');
  await page.locator('summary').filter({ hasText: 'System design' }).click();
  release();
  await expect(page.getByRole('link', { name: /Payment-fraud/ })).toBeVisible();
});

test('a button that is pressed before a page works does its work as soon as it does', async ({
  page,
}) => {
  const release = await openHeld(page, '/');
  await page.getByRole('button', { name: 'Map' }).click();
  release();
  await expect(page.getByRole('region', { name: 'Map of prerequisites' })).toBeVisible();
});

test('a run that is asked for before the workbench works is run', async ({ page }) => {
  const release = await openHeld(page, '/exercises/k-means');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  release();
  await expect(page.getByRole('status')).toHaveText(/^Not yet/);
});

/** Shows a page as the build made it, and holds back its code. @returns what lets the code come */
async function openHeld(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async route => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return release;
}
