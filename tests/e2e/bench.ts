import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '..', '..', 'exercises', 'code');

/** The text of one file of an exercise. */
export function fileOf(slug: string, file: 'solution.ts' | 'starter.ts'): string {
  return readFileSync(join(folder, slug, file), 'utf8');
}

/** One exercise in a browser, used the way a learner does. */
export class Bench {
  readonly page: Page;
  readonly status: Locator;
  readonly checks: Locator;
  readonly editor: Locator;
  /** The smallest call on which the last failure still shows. */
  readonly smallest: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('status');
    this.checks = page.getByRole('list', { name: 'Checks' }).getByRole('listitem');
    this.editor = page.getByLabel('Your solution').first();
    this.smallest = page.getByRole('region', { name: 'Smallest call' });
  }

  /** Opens an exercise and waits for Monaco, the draft and what a run needs. */
  async open(slug: string): Promise<void> {
    await this.page.goto(`/exercises/${slug}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('.monaco-editor .view-line').first()).toBeVisible();
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Replaces what stands in the editor by pasting over it. */
  async write(source: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(text => navigator.clipboard.writeText(text), source);
    await this.page.locator('.monaco-editor').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press(source === '' ? 'Delete' : 'ControlOrMeta+V');
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Writes, runs, and waits for a verdict that begins so; one of an earlier run does not count. */
  async submit(source: string, verdict: RegExp): Promise<void> {
    await this.write(source);
    const began = this.page.evaluate(
      () =>
        new Promise<void>(resolve => {
          const running = () =>
            document.querySelector('[role=status]')?.textContent?.startsWith('Running') ?? false;
          new MutationObserver((_, observer) => {
            if (!running()) return;
            observer.disconnect();
            resolve();
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }),
    );
    await this.run();
    await began;
    await expect(this.status).toHaveText(verdict, { timeout: 15_000 });
  }

  /** Has the smallest call put behind the learner's code. */
  async putIntoEditor(): Promise<void> {
    await this.page.getByRole('button', { name: 'Put this call into the editor' }).click();
  }

  check(name: string | RegExp): Locator {
    return this.checks.filter({ hasText: name });
  }
}
