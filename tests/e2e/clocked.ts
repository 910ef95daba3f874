import type { Locator, Page } from '@playwright/test';

/** A round in a browser, with its two clocks and the answer that is on. */
export class Clocked {
  readonly page: Page;
  readonly whole: Locator;
  readonly part: Locator;
  readonly attempt: Locator;

  /** @param name what the round is called */
  constructor(page: Page, name: 'round' | 'diagnostic') {
    this.page = page;
    this.whole = page.getByRole('timer', { name: `Time left in the ${name}` });
    this.part = page.getByRole('timer', { name: 'Time left in this part' });
    this.attempt = page.getByRole('region', { name: 'Attempt' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Time goes by: no two records begin at the same time. */
  async wait(ms = 1000): Promise<void> {
    await this.page.clock.setFixedTime((await this.page.evaluate(() => Date.now())) + ms);
  }
}
