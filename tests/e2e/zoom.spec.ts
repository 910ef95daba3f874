import { expect, type Page, test } from '@playwright/test';
import { fileOf } from './bench';

/**
 * What stands in the way of someone who has made everything larger: a page that scrolls sideways, and
 * controls that are cut off or lie under something else wherever one scrolls to.
 */
async function obstacles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    const modal = document.querySelector('dialog[open]');
    const controls = (modal ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="separator"][tabindex]',
    );
    for (const control of controls) {
      if (control.closest('.monaco-editor, .visually-hidden, [inert]')) continue;
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      // A link may go over two lines, with nothing of it in the middle.
      const [{ left, right, top, bottom, width, height }] = control.getClientRects();
      if (width < 2 || height < 2) continue;
      const name = `${control.tagName} "${(control.ariaLabel || control.textContent || '').trim()}"`;
      if (left < -1 || right > innerWidth + 1)
        found.push(`${name} reaches from ${left} to ${right} px`);
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const label = control.closest('label');
      if (!at || !(control.contains(at) || at.contains(control) || label?.contains(at)))
        found.push(`${name} is under ${at?.outerHTML.slice(0, 80) ?? 'nothing that can be seen'}`);
      else if (at !== control && at.contains(control) && at !== label)
        found.push(`${name} is cut off by ${at.outerHTML.slice(0, 80)}`);
    }
    scrollTo(0, 0);
    return found;
  });
}

/** Writes into what the editor is at this width, and runs it. */
async function submit(page: Page, source: string): Promise<void> {
  await page.goto('/exercises/k-means');
  const code = page.getByRole('button', { name: 'Code', exact: true });
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  if (await code.isVisible()) await code.click();
  if ((page.viewportSize()?.width ?? 0) < 600) {
    await page.getByLabel('Your solution').first().fill(source);
  } else {
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(text => navigator.clipboard.writeText(text), source);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
  }
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Not yet/ })).toBeVisible();
  await expect(page.getByText('The likely mistake')).toBeVisible();
}

for (const [zoom, viewport] of [
  ['400 %', { width: 320, height: 256 }],
  ['200 %', { width: 720, height: 450 }],
] as const) {
  test.describe(`at ${zoom}`, () => {
    test.use({ viewport, deviceScaleFactor: 2 });

    test('pages that are read and filled in fit the width, and every control is within reach', async ({
      page,
    }) => {
      await page.goto('/');
      await expect(page.getByRole('list', { name: 'Exercises' })).toBeVisible();
      const next = page.getByRole('navigation', { name: 'Where to go on' });
      await expect(next.getByRole('link').first()).toBeVisible();
      expect(await obstacles(page), 'home').toEqual([]);
      await page.getByRole('button', { name: 'Settings' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await obstacles(page), 'settings').toEqual([]);

      for (const address of ['/interview', '/data', '/licences']) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await obstacles(page), address).toEqual([]);
      }

      await page.clock.setFixedTime(new Date('2027-03-01T09:00:00'));
      await page.goto('/plan');
      await page.getByLabel('Day of the interview').fill('2027-04-05');
      expect(await obstacles(page), 'the set-up of a plan').toEqual([]);
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await expect(page.getByRole('list', { name: 'Days' })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
      expect(await obstacles(page), 'a plan').toEqual([]);
      await page.getByRole('link', { name: 'Readiness' }).click();
      await expect(page.getByRole('table').first()).toBeVisible();
      expect(await obstacles(page), 'readiness').toEqual([]);
    });

    test('so do the cards, and one that is answered', async ({ page }) => {
      await page.goto('/rehearse');
      await expect(page.getByText(/^\d+ cards$/).first()).toBeVisible();
      await page.locator('summary').filter({ hasText: 'System design' }).click();
      await expect(page.getByRole('link', { name: /Payment-fraud/ })).toBeVisible();
      expect(await obstacles(page), 'the list').toEqual([]);
      await page.goto('/rehearse/design/payment-fraud');
      await page.getByRole('button', { name: 'Start the clock' }).click();
      const commit = page.getByRole('button', { name: 'Commit', exact: true });
      await expect(commit).toBeVisible();
      expect(await obstacles(page), 'a card').toEqual([]);
      await commit.click();
      await page.getByRole('radio', { name: '70', exact: true }).check();
      expect(await obstacles(page), 'how sure').toEqual([]);
    });

    test('so does the workbench before a run and with a verdict, and the page stays in place', async ({
      page,
    }) => {
      await submit(
        page,
        fileOf('k-means', 'solution.ts').replace('/ members.length', '/ centroids.length'),
      );
      expect(await obstacles(page), 'a verdict').toEqual([]);
      for (const pane of ['Code', 'Prompt']) {
        const tab = page.getByRole('button', { name: pane, exact: true });
        if (await tab.isVisible()) await tab.click();
        expect(await obstacles(page), pane).toEqual([]);
      }
      // The panes scroll, the page does not.
      const [whole, seen] = await page.evaluate(() => [
        document.documentElement.scrollHeight,
        document.documentElement.clientHeight,
      ]);
      expect(whole).toBe(seen);
    });
  });
}
