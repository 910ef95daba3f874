import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

const slugs = readdirSync(join(import.meta.dirname, '../../exercises/code')).sort();

/**
 * What a learner reads before the first line of code: the introduction and the section under the
 * first heading, which is the first function or the first stage. Two kinds of prompt are of another
 * form, and the same measure fits them. The repair of a broken program begins with its report, so
 * there it is the report that has to be seen whole; what the program should do comes after. Where a
 * library is given, the line that imports it is part of the introduction and counts like the rest.
 */
for (const slug of slugs) {
  test(`${slug}: what is read before the first line of code fits on one screen`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/exercises/${slug}`);
    const { beginning, height } = await secondSection(page);
    expect(beginning).toBeLessThanOrEqual(height);
  });
}

/** Where the second section begins, from the top of the pane that scrolls it, and how tall that is. */
async function secondSection(page: Page): Promise<{ beginning: number; height: number }> {
  const heading = page.locator('article .prose').first().locator('h3').nth(1);
  await heading.waitFor({ state: 'attached' });
  return heading.evaluate(async second => {
    await document.fonts.ready;
    let pane = second.parentElement;
    while (pane && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement;
    if (!pane) throw new Error('Nothing scrolls the prompt.');
    pane.scrollTop = 0;
    const top = second.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const margin = Number.parseFloat(getComputedStyle(second).marginTop);
    return { beginning: Math.round(top - margin), height: pane.clientHeight };
  });
}
