import { expect, type Locator, type Page } from '@playwright/test';
import { resolveChromium } from '../../tools/chromium.mjs';
import { serve } from '../../tools/serve.mjs';
import type { WhiteboardHarness } from './harness/whiteboard';
import { buildWithWhiteboard } from './harness/with-whiteboard';
import { keep, test as ownSite } from './own-site';
import { recordingProxy } from './recording-proxy';
import { violations } from './violations';

declare global {
  interface Window {
    whiteboard: WhiteboardHarness;
  }
}

/** The whole site with a module that shows the parts; its every request is written down. */
const test = ownSite.extend<
  { recorder: Awaited<ReturnType<typeof recordingProxy>>; watched: undefined },
  { built: Awaited<ReturnType<typeof buildWithWhiteboard>> }
>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      await use(await buildWithWhiteboard());
    },
    { scope: 'worker', timeout: 400_000 },
  ],
  site: async ({ built }, use) => {
    const site = await serve({ root: built.folder });
    let stopped: Promise<void> | undefined;
    const close = () => {
      stopped ??= site.close();
      return stopped;
    };
    await use({ ...site, close });
    await close();
  },
  recorder: async ({ browserName: _ }, use) => {
    const recorder = await recordingProxy();
    await use(recorder);
    await recorder.close();
  },
  proxy: async ({ recorder }, use) => use({ server: recorder.url, bypass: '<-loopback>' }),
  watched: [
    async ({ context, recorder, site }, use) => {
      const complaints: string[] = [];
      context.on('console', message => {
        if (/Content.Security.Policy|Failed to load font/i.test(message.text())) {
          complaints.push(message.text());
        }
      });
      await use(undefined);
      expect(complaints).toEqual([]);
      expect(recorder.asked.filter(address => new URL(address).origin !== site.url)).toEqual([]);
    },
    { auto: true },
  ],
});

const chromium = await resolveChromium();
const FAKE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: { ...chromium, args: [...chromium.args, ...FAKE] } });
test.describe.configure({ timeout: 240_000 });

/** Brings the module into a page of the product. */
async function mount(page: Page, module: string, show: 'voice' | 'sketch', value?: string | null) {
  if (!page.url().endsWith('/licences')) await page.goto('/licences');
  await page.addScriptTag({ type: 'module', url: module });
  await page.waitForFunction(() => 'whiteboard' in window);
  if (show === 'voice') await page.evaluate(() => window.whiteboard.voice());
  else await page.evaluate(text => window.whiteboard.sketch(text), value ?? null);
  if (show === 'sketch') await expect(pad(page)).toBeVisible();
}

const pad = (page: Page) => page.locator('canvas.interactive');
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The kinds of elements in the newest text that the page was told of, with what is written. */
function told(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const text = window.whiteboard.told.at(-1);
    if (text === undefined) return null;
    return JSON.parse(text).elements.map(({ type, text = '' }: { type: string; text?: string }) =>
      `${type} ${text}`.trim(),
    );
  });
}
const newest = (page: Page) => page.evaluate(() => window.whiteboard.told.at(-1) as string);
const howOften = (page: Page) => page.evaluate(() => window.whiteboard.told.length);

async function dragOver(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = (await pad(page).boundingBox())!;
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 5 });
  await page.mouse.up();
}

test('shapes and strokes are drawn with a mouse, undone and redone', async ({ page, built }) => {
  await mount(page, built.module, 'sketch');
  await page.getByRole('radio', { name: 'Rectangle' }).check({ force: true });
  await dragOver(page, [0.4, 0.3], [0.6, 0.5]);
  await expect.poll(() => told(page)).toEqual(['rectangle']);
  await page.getByRole('radio', { name: 'Draw' }).check({ force: true });
  await dragOver(page, [0.4, 0.6], [0.6, 0.8]);
  await expect.poll(() => told(page)).toEqual(['rectangle', 'freedraw']);
  await undo(page).click();
  await expect.poll(() => told(page)).toEqual(['rectangle']);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => told(page)).toEqual(['rectangle', 'freedraw']);
});

test.describe('on a telephone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a finger draws, and what it drew is undone', async ({ page, built, context }) => {
    await mount(page, built.module, 'sketch');
    await page.getByRole('radio', { name: 'Draw' }).check({ force: true });
    const { x, y, width, height } = (await pad(page).boundingBox())!;
    const cdp = await context.newCDPSession(page);
    // As slow as a finger, and at rest when it is lifted: a flick goes on, and the next tap only stops it.
    let timestamp = Date.now() / 1000 - 2;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) => {
      timestamp += 0.2;
      return cdp.send('Input.dispatchTouchEvent', {
        type,
        timestamp,
        touchPoints: at ? [{ x: x + width * at, y: y + height * at }] : [],
      });
    };
    await touch('touchStart', 0.4);
    for (const at of [0.45, 0.5, 0.55, 0.6, 0.6]) await touch('touchMove', at);
    await touch('touchEnd');
    await expect.poll(() => told(page)).toEqual(['freedraw']);
    await undo(page).tap();
    await expect.poll(() => told(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('a diagram is drawn, written and undone with the keyboard alone', async ({ page, built }) => {
  await mount(page, built.module, 'sketch');
  const box = button(page, 'Box');
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await box.evaluate(element => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(box).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('query');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => told(page)).toEqual(['rectangle', 'text query']);
  await page.keyboard.down('Control');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Control');
  await expect.poll(() => told(page)).toEqual(['rectangle', 'text query', 'rectangle', 'arrow']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => told(page)).toEqual(['rectangle', 'text query']);
});

test('a saved sketch is shown again, and is told of only when it changes', async ({
  page,
  built,
}) => {
  await mount(page, built.module, 'sketch');
  await button(page, 'Box').click();
  await button(page, 'Ellipse').click();
  await expect.poll(() => told(page)).toEqual(['rectangle', 'ellipse']);
  const saved = await newest(page);

  await page.reload();
  await mount(page, built.module, 'sketch', saved);
  await dragOver(page, [0.1, 0.9], [0.15, 0.95]);
  await page.waitForFunction(() => document.querySelector('.excalidraw') !== null);
  await button(page, 'Arrow').click();
  await expect.poll(() => told(page)).toEqual(['rectangle', 'ellipse', 'arrow']);
  // The touch before it changed nothing.
  expect(await howOften(page)).toBe(1);

  // Another sketch takes its place; what was drawn before is not mixed in.
  await page.evaluate(() => window.whiteboard.replace(null));
  await button(page, 'Text').click();
  await expect.poll(() => told(page)).toEqual(['text Text']);

  // What was drawn a moment ago is told of when the page takes the pad away.
  await button(page, 'Box').click();
  await page.evaluate(() => window.whiteboard.leave());
  expect(await told(page)).toEqual(['text Text', 'rectangle']);

  await page.evaluate(text => window.whiteboard.sketch(text, true), saved);
  await expect(pad(page)).toBeVisible();
  await expect(button(page, 'Box')).toHaveCount(0);
});

test('a broken sketch gets a sentence, and stays until something is drawn', async ({
  page,
  built,
}) => {
  await mount(page, built.module, 'sketch', '{"type":"excalidraw","elements":[7]}');
  await expect(page.getByText('The saved sketch cannot be read.')).toBeVisible();
  await dragOver(page, [0.4, 0.5], [0.5, 0.6]);
  await pad(page).press('Escape');
  await button(page, 'Box').click();
  await expect.poll(() => told(page)).toEqual(['rectangle']);
  expect(await howOften(page)).toBe(1);
});

test('a sketch becomes a picture that stands on its own', async ({ page, built }) => {
  await mount(page, built.module, 'sketch');
  await button(page, 'Text').click();
  await expect.poll(() => told(page)).toEqual(['text Text']);
  const svg = await page.evaluate(text => window.whiteboard.svg(text), await newest(page));
  expect(svg).toMatch(/^<svg/);
  expect(svg).toContain('>Text</text>');
  const addresses = [...svg.matchAll(/url\(\s*["']?([a-z]+:)/g)].map(found => found[1]);
  expect(new Set(addresses)).toEqual(new Set(['data:']));
  expect(await page.evaluate(() => window.whiteboard.svg('broken'))).toBe('');
});

test.describe('without the service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('no byte of the pad is fetched before it is asked for', async ({
    page,
    built,
    recorder,
  }) => {
    const ofPad = () => recorder.asked.filter(address => /excali|SketchPad/i.test(address));
    await page.goto('/licences');
    await page.addScriptTag({ type: 'module', url: built.module });
    await page.waitForFunction(() => 'whiteboard' in window);
    expect(ofPad()).toEqual([]);
    await page.evaluate(() => window.whiteboard.sketch(null));
    await expect(pad(page)).toBeVisible();
    expect(ofPad().length).toBeGreaterThan(1);
  });
});

test('the pad opens for the first time offline, its typefaces included', async ({
  page,
  built,
  site,
}) => {
  await keep(page);
  await page.goto('/licences');
  await page.addScriptTag({ type: 'module', url: built.module });
  await page.waitForFunction(() => 'whiteboard' in window);
  await site.close();
  await page.evaluate(() => window.whiteboard.sketch(null));
  await expect(pad(page)).toBeVisible();
  for (const family of ['Hand-drawn', 'Normal', 'Code']) {
    await button(page, 'Text').click();
    await page.getByRole('button', { name: family }).click();
  }
  const drawn = () =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
  await expect
    .poll(drawn)
    .toEqual(expect.arrayContaining(['Excalifont', 'Nunito', 'Comic Shanns']));
});

/** Waits until so many seconds are told, or more: a busy machine may skip one. */
async function reach(time: Locator, seconds: number): Promise<void> {
  const told = async () => {
    const [minutes, rest] = ((await time.textContent()) ?? '').split(':').map(Number);
    return 60 * minutes + rest;
  };
  await expect.poll(told, { timeout: 15_000 }).toBeGreaterThanOrEqual(seconds);
}

test('an answer is recorded, played, deleted and brought back', async ({ page, built }) => {
  await mount(page, built.module, 'voice');
  await button(page, 'Record').click();
  // The browser is not asked before the learner has agreed.
  await expect(page.getByText('nothing is sent')).toBeVisible();
  await button(page, 'Not now').click();
  await button(page, 'Record').click();
  await button(page, 'Use the microphone').click();
  const time = page.getByRole('timer', { name: 'Recorded' });
  await reach(time, 1);
  const bar = page.locator('[aria-hidden="true"] > span');
  await expect
    .poll(() => bar.evaluate(element => Number.parseFloat(getComputedStyle(element).scale)))
    .toBeGreaterThan(0.1);
  await button(page, 'Pause').click();
  await expect(page.getByText('Paused')).toBeVisible();
  await button(page, 'Go on').click();
  await reach(time, 2);
  await button(page, 'Stop').click();

  const play = button(page, 'Play');
  await expect(play).toBeVisible();
  await expect(page.getByText(/^0:00 \/ 0:\d\d$/)).toBeVisible();
  expect(await page.evaluate(() => window.whiteboard.recorded[0]?.size)).toBeGreaterThan(1000);
  await play.click();
  await expect(page.getByText(/^0:(?!00)\d\d \/ 0:\d\d$/)).toBeVisible();
  await expect(play).toBeVisible();

  await button(page, 'Delete').click();
  await expect(play).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(play).toBeVisible();
  const sizes = await page.evaluate(() => window.whiteboard.recorded.map(blob => blob?.size ?? 0));
  expect(sizes).toEqual([sizes[0], 0, sizes[0]]);
  // Agreed once, it is not asked again.
  await button(page, 'Record anew').click();
  await expect(time).toBeVisible();
});

test('an answer is recorded with the keyboard alone', async ({ page, built }) => {
  await mount(page, built.module, 'voice');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Use the microphone')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Stop')).toBeFocused();
  await reach(page.getByRole('timer'), 1);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Record anew')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The recording is deleted.')).toBeVisible();
});

test('a part that is taken away while it records hands on what was said', async ({
  page,
  built,
}) => {
  await mount(page, built.module, 'voice');
  await button(page, 'Record').click();
  await button(page, 'Use the microphone').click();
  await reach(page.getByRole('timer'), 1);
  await page.evaluate(() => window.whiteboard.leave());
  await expect
    .poll(() => page.evaluate(() => window.whiteboard.recorded[0]?.size ?? 0))
    .toBeGreaterThan(500);
});

test('a refused microphone gets a sentence that says what to do', async ({
  playwright,
  built,
  site,
}) => {
  // A browser whose person always says no.
  const args = [...chromium.args, FAKE[0], `${FAKE[1]}=deny`];
  const browser = await playwright.chromium.launch({ ...chromium, args });
  const page = await browser.newPage({ baseURL: site.url });
  await mount(page, built.module, 'voice');
  await button(page, 'Record').click();
  await button(page, 'Use the microphone').click();
  await expect(page.getByRole('alert')).toContainText('Allow it in the browser’s settings');
  await expect(button(page, 'Record')).toBeFocused();
  expect(await page.evaluate(() => window.whiteboard.recorded)).toEqual([]);
  await browser.close();
});

const HINDRANCES: [string, () => void, RegExp][] = [
  [
    'a missing microphone',
    () => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('none', 'NotFoundError'));
    },
    /No microphone was found\. Connect one/,
  ],
  [
    'a microphone in use elsewhere',
    () => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('busy', 'NotReadableError'));
    },
    /another program may be using it/,
  ],
  [
    'a browser that cannot record',
    () => Object.assign(window, { MediaRecorder: undefined }),
    /This browser cannot record\. Open the page in/,
  ],
];
for (const [what, hinder, says] of HINDRANCES) {
  test(`${what} gets a sentence that says what to do`, async ({ page, built }) => {
    await page.addInitScript(hinder);
    await mount(page, built.module, 'voice');
    await button(page, 'Record').click();
    await button(page, 'Use the microphone').click();
    await expect(page.getByRole('alert')).toHaveText(says);
  });
}

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a word says that sound comes in, and nothing moves', async ({ page, built }) => {
    await mount(page, built.module, 'voice');
    await button(page, 'Record').click();
    await button(page, 'Use the microphone').click();
    await expect(page.getByText(/^(Sound|Silence)$/)).toBeVisible();
    await expect(page.locator('[aria-hidden="true"] > span')).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('pad and recorder have no accessibility violations', async ({ page, built }) => {
      await mount(page, built.module, 'sketch', 'broken');
      await expect(page.locator(`.excalidraw.theme--dark`)).toHaveCount(
        colorScheme === 'dark' ? 1 : 0,
      );
      expect(await violations(page)).toEqual([]);
      await button(page, 'Box').click();
      await expect(page.getByText('Stroke width')).toBeVisible();
      expect(await violations(page)).toEqual([]);

      await page.evaluate(() => window.whiteboard.voice());
      await button(page, 'Record').click();
      expect(await violations(page)).toEqual([]);
      await button(page, 'Use the microphone').click();
      await reach(page.getByRole('timer'), 1);
      expect(await violations(page)).toEqual([]);
      await button(page, 'Stop').click();
      await expect(button(page, 'Play')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
