import { existsSync } from 'node:fs';
import { type Browser, expect, firefox, type Page, test } from '@playwright/test';
import { resolveChromium } from '../../../tools/chromium.mjs';
import { serveHarness } from '../harness/build';
import { CASES, type Case, LIBRARY_CASES, trying } from './cases';
import { note } from './note';
import { type Asked, asked, lookAfter, plant, untouched } from './page';
import { openSinks, type Sinks } from './sinks';

const SECRET = 'planted-4711';
const TITLE = 'Sandbox harness';

// Chromium on a desktop gives a sandboxed frame a process of its own; without a screen it must be asked.
const chromium = await resolveChromium();
test.use({ launchOptions: { ...chromium, args: [...chromium.args, '--site-per-process'] } });
test.describe.configure({ timeout: 40_000 });

let page: Page;
let inspector: Asked;
let site: Awaited<ReturnType<typeof serveHarness>>;
let sinks: Sinks;

test.beforeAll(async ({ browser }) => {
  // The harness is built first.
  test.setTimeout(240_000);
  [site, sinks] = await Promise.all([serveHarness(), openSinks()]);
  page = await openHarness(browser);
  inspector = await asked(page);
  // The first run loads what later ones have.
  await inspector.ask(() => window.harness.grade(window.harness.solution, 1));
});

test.afterAll(async () => {
  await page?.close();
  await Promise.all([site?.close(), sinks?.close()]);
});

async function openHarness(browser: Browser, query = ''): Promise<Page> {
  const opened = await browser.newPage();
  await opened.goto(site.url + query);
  await opened.waitForFunction(() => 'harness' in window);
  return opened;
}

/** The addresses that the code of a case may use, on its first line. */
const knowing = (code: string, host = site.url) =>
  `const SINK = '${sinks.http}', QUIC = '${sinks.quic}', HOST = '${host}'; ${code}`;

/** Has one case done its worst, then looks at all that it must not have changed. */
async function suffer(one: Case, { ask }: Asked, browser: string, query = ''): Promise<void> {
  sinks.arrived.length = 0;
  await ask(plant, SECRET);
  const seen = await ask((as, code) => window.harness.attack(as, code), one.as, knowing(one.code));
  const next = one.as === 'submission' ? seen.next.ms : undefined;
  const { group, name, as } = one;
  note({ group, name, as, ended: seen.ended, next, stall: seen.stall, browser });

  expect(one.ends).toContain(seen.ended);
  if (one.says) expect(seen.printed).not.toEqual([]);
  for (const line of seen.printed) expect(line).toMatch(one.says ?? /^(?!reached)/);
  expect(seen.printed.length).toBeLessThanOrEqual(601);
  expect(seen.printed.join('')).not.toContain(SECRET);
  expect(seen.next.ended).toBe('passed');
  expect(await ask(lookAfter)).toEqual(untouched(SECRET, TITLE, `${site.url}/${query}`));
  expect(sinks.arrived).toEqual([]);
}

for (const group of new Set(CASES.map(({ group }) => group))) {
  test.describe(group, () => {
    for (const one of CASES.filter(one => one.group === group)) {
      test(`${one.name} (${one.as})`, ({ browser }) =>
        suffer(one, inspector, `Chromium ${browser.version()}`));
    }
  });
}

test.describe('libraries', () => {
  const query = '?libraries';
  let allowing: Page;
  let of: Asked;

  test.beforeAll(async ({ browser }) => {
    allowing = await openHarness(browser, `/${query}`);
    of = await asked(allowing);
    await of.ask(() => window.harness.grade(window.harness.solution, 1));
  });

  test.afterAll(() => allowing?.close());

  for (const one of LIBRARY_CASES) {
    test(`${one.name} (${one.as})`, ({ browser }) =>
      suffer(one, of, `Chromium ${browser.version()}`, query));
  }
});

test('without the sandbox every attempt gets through', async ({ browser }) => {
  test.setTimeout(240_000);
  const open = await browser.newPage();
  await open.goto(sinks.http);
  for (const { name, attempt } of CASES) {
    if (attempt === undefined) continue;
    sinks.arrived.length = 0;
    const worker = knowing(trying(attempt, 'postMessage(line)'), sinks.http);
    const said: string[] = [];
    const hear = (line: string) => said.push(line);
    const saying = open.evaluate(
      code =>
        new Promise<string>(resolve => {
          const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
          const worker = new Worker(address);
          worker.onmessage = ({ data }) => typeof data === 'string' && resolve(data);
          worker.postMessage(null);
        }),
      worker,
    );
    // Some never say how they ended: what they sent arrives all the same.
    saying.then(hear, hear);
    const through = () => said.includes('reached') || sinks.arrived.length > 0;
    await expect.poll(through, name).toBe(true);
  }
  await open.close();
});

test('in Firefox every submission of the table ends alike', async () => {
  test.skip(
    !existsSync(firefox.executablePath()),
    'there is no Firefox here; "npx playwright install firefox" brings one',
  );
  test.setTimeout(300_000);
  const browser = await firefox.launch();
  const opened = await openHarness(browser);
  const direct: Asked = {
    ask: (what, ...args) =>
      opened.evaluate(`(${what})(...${JSON.stringify(args)})`) as ReturnType<typeof what>,
  } as Asked;
  await direct.ask(() => window.harness.grade(window.harness.solution, 1));
  for (const one of CASES) {
    await test.step(one.name, () => suffer(one, direct, `Firefox ${browser.version()}`));
  }
  await browser.close();
});
