import { expect, type Page } from '@playwright/test';

/** Opens the palette by its keys; what hears them comes after the page. */
export async function openPalette(page: Page): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Commands' });
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
}
