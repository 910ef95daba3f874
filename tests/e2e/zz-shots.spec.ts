import { test } from '@playwright/test';
import { readdirSync } from 'node:fs';
for (const colorScheme of ['light', 'dark'] as const)
  for (const [w, h] of [[1440, 900], [390, 844]] as const)
    test.describe(`${colorScheme} ${w}`, () => {
      test.use({ colorScheme, viewport: { width: w, height: h } });
      test('shots', async ({ page }) => {
        const at = (n: string) => `/tmp/supply-shots/${n}-${colorScheme}-${w}.png`;
        await page.goto('/licences');
        await page.getByText('idb', { exact: true }).click();
        await page.screenshot({ path: at('licences') });
        await page.goto('/');
        await page.getByRole('link', { name: 'Licences' }).scrollIntoViewIfNeeded();
        await page.screenshot({ path: at('catalogue') });
        await page.route('**/*', r => (/react-|exercises\/decision-tree\.prompt/.test(r.request().url()) ? r.abort() : r.continue()));
        await page.goto('/exercises/k-means');
        await page.getByRole('alert').first().waitFor();
        await page.screenshot({ path: at('guard') });
      });
    });
