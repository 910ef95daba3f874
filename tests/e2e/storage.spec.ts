import { type Browser, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { resolveChromium } from '../../tools/chromium.mjs';
import { fileOf } from './bench';

const solution = fileOf('k-means', 'solution.ts');
const notice = (page: Page) => page.getByRole('complementary', { name: 'The last run' });

/** Every record of one store of the database. */
const records = (page: Page, store: string) =>
  page.evaluate(
    name =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open('scratchwork');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    store,
  );

const SMALL = { width: 390, height: 844 };
test.use({ viewport: SMALL });

/** One exercise on a small screen: its text field is filled at once, and Monaco is not waited for. */
class Phone {
  readonly page: Page;
  readonly field: Locator;
  readonly saved: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByLabel('Your solution');
    this.saved = page.getByText('Saved', { exact: true });
    this.status = page.getByRole('status');
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/exercises/${slug}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.saved).toBeVisible();
    await this.show('Code');
  }

  async show(tab: 'Code' | 'Results'): Promise<void> {
    await this.page.getByRole('button', { name: tab, exact: true }).click();
  }

  async write(text: string): Promise<void> {
    await this.show('Code');
    await this.field.fill(text);
    await expect(this.saved).toBeVisible();
  }

  /** Types at the beginning of the text; nothing is waited for. */
  async typeAtStart(text: string): Promise<void> {
    await this.show('Code');
    await this.field.focus();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.insertText(text);
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
  }

  async submit(text: string, verdict: RegExp): Promise<void> {
    await this.write(text);
    await this.run();
    await expect(this.status).toHaveText(verdict);
  }
}

const history = async (page: Page) => {
  await page.getByRole('button', { name: 'History' }).click();
  return page.getByRole('list', { name: 'Earlier texts' }).getByRole('listitem');
};

test('a renderer that is killed during a run loses nothing, and the run is named and not repeated', async () => {
  // A browser of the test's own, one of whose processes it may end.
  const browser = await chromium.launch(await resolveChromium());
  try {
    const context = await browser.newContext({
      baseURL: process.env.SCRATCHWORK_URL,
      viewport: SMALL,
    });
    const first = await context.newPage();
    const bench = new Phone(first);
    await bench.open('k-means');
    await bench.submit(solution, /^Passed/);
    await expect.poll(() => records(first, 'attempts')).toHaveLength(1);
    const endless = `// the last words\nfor (;;) {}\n${solution}`;
    await bench.write(endless);

    const renderer = await busiest(first, browser);
    // The deadline of a run stands still with the clock, so that the run is on for as long as it takes.
    await first.clock.install();
    await first.clock.pauseAt(Date.now() + 3_600_000);
    await bench.run();
    await expect.poll(() => records(first, 'runs')).toHaveLength(1);
    const crashed = first.waitForEvent('crash');
    process.kill(renderer, 'SIGKILL');
    await crashed;
    await first.close();

    const page = await context.newPage();
    await page.clock.resume();
    await page.addInitScript(spyOnRuns);
    const again = new Phone(page);
    await again.open('k-means');
    await expect(notice(page)).toContainText(/Your last run of K-means, at \d/);
    await expect(notice(page)).toContainText('took the page down with it');
    await expect(again.field).toHaveValue(/the last words/);
    await again.show('Results');
    await expect(again.status).toHaveText('No run yet');
    expect(await records(page, 'drafts')).toMatchObject([{ text: endless }]);
    expect(await records(page, 'attempts')).toMatchObject([{ kind: 'passed', text: solution }]);
    await notice(page).getByRole('button', { name: 'Close' }).click();
    await expect(await history(page)).toContainText([/took the page down/, /Passed/]);
    await page.keyboard.press('Escape');

    // The sandbox is warmed up with our own code meanwhile, and with nothing of the learner's.
    const warm = () => page.evaluate(() => window.ran.some(sent => sent.includes('"boot"')));
    await expect.poll(warm).toBe(true);
    expect(
      await page.evaluate(() => window.ran.filter(sent => sent.includes('last words'))),
    ).toEqual([]);
    await again.run();
    await expect
      .poll(() => page.evaluate(() => window.ran.some(sent => sent.includes('last words'))))
      .toBe(true);
    await expect(again.status).toHaveText(/^Timed out/);

    await page.reload();
    await again.ready();
    expect(await records(page, 'runs')).toEqual([]);
    await expect(notice(page)).toHaveCount(0);
  } finally {
    await browser.close();
  }
});

declare global {
  interface Window {
    /** What was sent into the sandbox, ours and the learner's. */
    ran: string[];
  }
}

/** Notes what the page sends into the sandbox: what it is warmed up with, and what is run. */
function spyOnRuns(): void {
  const post = MessagePort.prototype.postMessage;
  window.ran = [];
  MessagePort.prototype.postMessage = function (this: MessagePort, ...given: never[]) {
    window.ran.push(JSON.stringify(given[0] ?? null));
    return post.apply(this, given as unknown as Parameters<typeof post>);
  } as typeof post;
}

/** @returns the id of the process that runs a page: the one that works while the page does. */
async function busiest(page: Page, browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const times = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
    );
  };
  const before = await times();
  await page.evaluate(() => {
    const end = performance.now() + 1500;
    while (performance.now() < end);
  });
  const after = [...(await times())].map(
    ([id, time]) => [id, time - (before.get(id) ?? 0)] as const,
  );
  return after.sort((a, b) => b[1] - a[1])[0][0];
}

test('who reloads during a run is not told that it took the page down', async ({ page }) => {
  const bench = new Phone(page);
  await bench.open('k-means');
  await bench.write(`for (;;) {}\n${solution}`);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await bench.run();
  await expect.poll(() => records(page, 'runs')).toHaveLength(1);
  await page.clock.resume();
  await page.reload();
  await bench.ready();
  expect(await records(page, 'runs')).toEqual([]);
  await expect(notice(page)).toHaveCount(0);
});

test('what the first version stored is all there after the upgrade', async ({ page }) => {
  await page.route('**/blank', route => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('/blank');
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('scratchwork', 1);
        opening.onupgradeneeded = () => {
          const database = opening.result;
          database.createObjectStore('drafts', { keyPath: 'slug' });
          for (const name of ['history', 'attempts']) {
            const store = database.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
            store.createIndex('slug', 'slug');
          }
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(['drafts', 'history', 'attempts'], 'readwrite');
          const slug = 'k-means';
          writing.objectStore('drafts').add({ slug, text: '// of version one', savedAt: 3000 });
          writing
            .objectStore('history')
            .add({ slug, text: '// reset in version one', savedAt: 2000, why: 'reset' });
          writing.objectStore('attempts').add({
            slug,
            at: 1000,
            seed: 5,
            text: '// run in version one',
            kind: 'passed',
            passed: 34,
            total: 34,
            diagnosis: null,
          });
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
  const bench = new Phone(page);
  await bench.open('k-means');
  await expect(bench.field).toHaveValue(/of version one/);
  await expect(await history(page)).toContainText([/before a reset/, /Passed, 34 of 34/]);
  await page.getByRole('button', { name: /before a reset/ }).click();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('reset in version one');
});

test('of two tabs that type at once the newer stays, the older is in the history, both are told', async ({
  page,
  context,
}) => {
  const bench = new Phone(page);
  await bench.open('k-means');
  await bench.write('// common\n');
  // The second tab sleeps: it does not hear what the first one saves.
  const sleeping = await context.newPage();
  await sleeping.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  const other = new Phone(sleeping);
  await other.open('k-means');
  await bench.typeAtStart('// typed in the first\n');
  await expect
    .poll(() => records(page, 'drafts'))
    .toMatchObject([{ text: expect.stringContaining('typed in the first') }]);
  await other.typeAtStart('// typed in the second\n');

  await expect(sleeping.getByText('Yours is the newer and stays')).toBeVisible();
  await expect(other.field).toHaveValue(/typed in the second/);
  await expect(page.getByText('Its text is the newer and is shown here')).toBeVisible();
  await expect(bench.field).toHaveValue(/typed in the second/);
  await expect(bench.field).not.toHaveValue(/typed in the first/);
  await history(page);
  await page.getByRole('button', { name: /before another tab/ }).click();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('typed in the first');
});

test('on a full disk a draft is said to be unsaved, is there after a reload, and is stored once there is room', async ({
  page,
  context,
  baseURL,
}) => {
  const bench = new Phone(page);
  await bench.open('k-means');
  // Before anything is written: Chromium remembers for a while how much room there was.
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL as string).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await bench.typeAtStart('// typed on a full disk\n');
  await expect(page.getByRole('alert')).toContainText('the disk space for this site is used up');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();

  page.on('dialog', dialog => void dialog.accept());
  await page.reload();
  await expect(bench.field).toHaveValue(/typed on a full disk/);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await bench.typeAtStart('// there is room again\n');
  await expect(bench.saved).toBeVisible();
  expect(await records(page, 'drafts')).toMatchObject([
    { text: expect.stringMatching(/there is room again[\s\S]*typed on a full disk/) },
  ]);
});

for (const [how, clear] of [
  ['deleted', (page: Page) => page.evaluate(() => void indexedDB.deleteDatabase('scratchwork'))],
  [
    'cleared by the browser',
    async (page: Page) => {
      const session = await page.context().newCDPSession(page);
      const origin = new URL(page.url()).origin;
      await session.send('Storage.clearDataForOrigin', {
        origin,
        storageTypes: 'indexeddb,local_storage',
      });
    },
  ],
] as const) {
  test(`a database that is ${how} under the page is made anew with the text on the screen`, async ({
    page,
  }) => {
    const bench = new Phone(page);
    await bench.open('k-means');
    await bench.write('// still on the screen\n');
    await clear(page);
    await expect(page.getByText('The stored data of this site was deleted')).toBeVisible();
    expect(await records(page, 'drafts')).toMatchObject([{ text: '// still on the screen\n' }]);
    await page.reload();
    await bench.ready();
    await expect(bench.field).toHaveValue(/still on the screen/);
  });
}

test('without any storage everything works, and that is said once and calmly', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { get: refuse });
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  const bench = new Phone(page);
  await page.goto('/exercises/k-means');
  await bench.show('Code');
  const said = page.getByText('Not saved: this browser keeps no data for this site');
  await expect(said).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await bench.typeAtStart('// typed in private\n');
  await bench.run();
  await expect(bench.status).toHaveText(/^Not yet/);
  await expect(bench.field).toHaveValue(/typed in private/);
  await (await history(page)).count();
  await expect(page.getByText('This browser keeps no history')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Scratchwork' }).click();
  await page.getByRole('link', { name: /Decision tree/i }).click();
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('a clock that was set back does not bring an older text up', async ({ page }) => {
  const bench = new Phone(page);
  await bench.open('k-means');
  await bench.write('// written at noon\n');
  await page.clock.setFixedTime(new Date('2001-01-01T00:00:00'));
  await bench.typeAtStart('// written later, by a clock that is set back\n');
  await expect(bench.saved).toBeVisible();
  await expect
    .poll(() => records(page, 'drafts'))
    .toMatchObject([{ text: expect.stringContaining('written later') }]);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect
    .poll(() => records(page, 'drafts'))
    .toMatchObject([{ text: expect.stringContaining('TODO') }]);
  await page.reload();
  await bench.ready();
  await expect(bench.field).toHaveValue(/TODO/);
  await expect((await history(page)).first()).toContainText('before a reset');
});

test('an earlier text is compared with the present one and restored, which goes to the history', async ({
  page,
}) => {
  const bench = new Phone(page);
  await bench.open('k-means');
  await bench.submit(solution, /^Passed/);
  await bench.write(solution.replace('export function assign', '// mine\nexport function assign'));
  await history(page);
  await page.getByRole('button', { name: /Passed/ }).click();
  const shown = page.getByRole('region', { name: 'Changes' });
  await expect(shown).toContainText('only in yours: // mine');
  await expect(shown).toContainText(/… \d+ lines the same …/);
  await page.getByRole('button', { name: 'Whole text' }).click();
  await expect(page.getByRole('region', { name: 'Earlier text' })).toContainText('export function');
  await page.getByRole('button', { name: 'Restore this text' }).click();
  await expect(bench.field).not.toHaveValue(/\/\/ mine/);
  await history(page);
  await page.getByRole('button', { name: /before another was restored/ }).click();
  await expect(shown).toContainText('only in the earlier text: // mine');
});

test('the browser is asked to keep the work after the first solved exercise, and not before', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persisted = async () => window.asked > 0;
    StorageManager.prototype.persist = async () => {
      window.asked += 1;
      return true;
    };
  });
  const bench = new Phone(page);
  await bench.open('k-means');
  await bench.write('// short\n');
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await history(page);
  await expect(page.getByText('may clear it when its disk runs short')).toBeVisible();
  await page.keyboard.press('Escape');
  await bench.write(`${fileOf('k-means', 'starter.ts')}${'// a longer draft\n'.repeat(30)}`);
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await bench.submit(solution, /^Passed/);
  await history(page);
  await expect(page.getByText('has promised to keep your work')).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toBe(1);
});

declare global {
  interface Window {
    asked: number;
  }
}
