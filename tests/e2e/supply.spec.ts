import { type BrowserContext, expect } from '@playwright/test';
import { mutate } from '../../graders/mutate';
import { CANNOT_START } from '../../src/shell';
import { Bench, fileOf } from './bench';
import { MUTANTS } from './mutants';
import { keep, test as ownSite, pictures, ready } from './own-site';
import { recordingProxy } from './recording-proxy';

/** A browser whose every request goes through a proxy that writes it down. */
const test = ownSite.extend<{
  recorder: Awaited<ReturnType<typeof recordingProxy>>;
  context: BrowserContext;
}>({
  recorder: async ({ browserName: _ }, use) => {
    const recorder = await recordingProxy();
    await use(recorder);
    await recorder.close();
  },
  context: async ({ browser, baseURL, recorder }, use) => {
    // Without the bypass the browser would ask 127.0.0.1 directly.
    const context = await browser.newContext({
      baseURL,
      proxy: { server: recorder.url, bypass: '<-loopback>' },
    });
    await use(context);
    await context.close();
  },
});

test.describe.configure({ timeout: 480_000 });

test('a whole session asks nobody but its own server, and breaks no policy', async ({
  page,
  context,
  site,
  recorder,
}) => {
  const complaints: string[] = [];
  context.on('console', message => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', error => complaints.push(String(error.error())));

  await keep(page);
  await page
    .getByRole('link', { name: /^k-means /i })
    .first()
    .click();
  const bench = new Bench(page);
  await ready(page);
  const [mutant] = MUTANTS['k-means'];
  await bench.submit(mutate(fileOf('k-means', 'solution.ts'), mutant), /^Not yet/);
  await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText(mutant.say);
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(pictures(page)).toBeVisible();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('dialog').getByText('Passed').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('/licences');
  await expect(page.getByRole('list', { name: 'Packages' })).toBeVisible();

  await site.close();
  await page.goto('/exercises/k-means');
  await ready(page);
  await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
  await expect(pictures(page)).toBeVisible();

  expect(complaints).toEqual([]);
  // The session was watched: its page, its worker and its service worker went this way.
  for (const file of [/\/$/, /\/ts\.worker-/, /\/service-worker\.js$/, /\/licences\.json$/]) {
    expect(recorder.asked.some(address => file.test(address))).toBe(true);
  }
  expect(recorder.asked.filter(address => new URL(address).origin !== site.url)).toEqual([]);
});

test('a request elsewhere would be seen, from a page, a frame and a worker', async ({
  page,
  recorder,
}) => {
  await page.setContent('<iframe sandbox="allow-scripts" srcdoc="<img src=http://frame.test/>">');
  await page.evaluate(() => {
    void fetch('http://page.test/').catch(() => {});
    void fetch('https://secure.test/').catch(() => {});
    new Worker(URL.createObjectURL(new Blob(["fetch('http://worker.test/')"])));
  });
  await expect
    .poll(() => [...new Set(recorder.asked.map(address => new URL(address).hostname))].sort())
    .toEqual(['frame.test', 'page.test', 'secure.test', 'worker.test']);
});

/** What each directive of a document's policy allows. */
function policyOf(html: string): Map<string, string[]> {
  const content = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/i.exec(html)?.[1] ?? '';
  const directives = content.replace(/&#39;|&#x27;|&apos;/g, "'").split(';');
  return new Map(
    directives.map(directive => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

/** What is wrong with a policy: code from a text, inline code without its hash, another origin. */
function holes(html: string): string[] {
  const policy = policyOf(html);
  const found: string[] = [];
  if (policy.get('default-src')?.join(' ') !== "'none'") found.push('default-src is not none');
  for (const [name, sources] of policy) {
    for (const source of sources) {
      const inlineStyle = name === 'style-src' && source === "'unsafe-inline'";
      const bytes = /^(img|font)-src$/.test(name) && source === 'data:';
      const code = /^(script|worker)-src$/.test(name) && source === 'blob:';
      const recording = name === 'media-src' && source === 'blob:';
      const known = /^'(self|none|sha256-[\w+/]{43}=)'$/.test(source);
      if (!(known || inlineStyle || bytes || code || recording)) found.push(`${name} ${source}`);
    }
  }
  return found;
}

test('no policy lets a text become code, or another origin in', async ({ page, request }) => {
  for (const address of ['/', '/licences', '/exercises/k-means', '/no-such-page', '/shell.html']) {
    expect(holes(await (await request.get(address)).text()), address).toEqual([]);
  }
  expect(holes(CANNOT_START)).toEqual([]);

  await page.goto('/exercises/k-means');
  await ready(page);
  const frame = page.locator('iframe[sandbox]');
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
  expect(holes(String(await frame.getAttribute('srcdoc')))).toEqual([]);
  const fromText = () =>
    new Promise(resolve => {
      // A task of its own: what the test itself sends is not bound by the policy.
      setTimeout(() => {
        try {
          resolve(new Function('return "ran"')());
        } catch (error) {
          resolve((error as Error).name);
        }
      });
    });
  expect(await page.evaluate(fromText)).toBe('EvalError');
});

test('the reading of policies sees their holes', () => {
  const page = (policy: string) =>
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  expect(holes('<p>no policy</p>')).toEqual(['default-src is not none']);
  const policy =
    "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' 'unsafe-inline'; img-src https:; connect-src *; style-src 'unsafe-inline'";
  expect(holes(page(policy))).toEqual([
    "script-src 'unsafe-eval'",
    "script-src 'wasm-unsafe-eval'",
    "script-src 'unsafe-inline'",
    'img-src https:',
    'connect-src *',
  ]);
});

test('the licences of all that ships are read in the app, offline too', async ({
  page,
  context,
  site,
}) => {
  await keep(page);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Licences' }).click();
  await expect(page).toHaveTitle('Licences · Scratchwork');
  const packages = page.getByRole('list', { name: 'Packages' });
  // Of each bundle something: pages, editor, its worker, sandbox, service worker, styles, typefaces.
  for (const name of [
    'scratchwork',
    'react-dom',
    'monaco-editor',
    'dompurify',
    'ts-blank-space',
    'sucrase',
    'workbox-precaching',
    'katex',
    '@fontsource-variable/inter',
  ]) {
    const entry = packages
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) });
    await entry.getByText(name, { exact: true }).click();
    await expect(entry.locator('pre')).toContainText(/licen[cs]e|permission/i);
  }
  await page.reload();
  await expect(packages).toBeVisible();
});
