import { expect } from '@playwright/test';
import memoryTidy from '../../exercises/code/tfjs-memory-tidy/grader';
import { mutate } from '../../graders/mutate';
import { Bench, fileOf } from './bench';
import { keep, ready, test } from './own-site';

const slug = 'tfjs-memory-tidy';
const solution = fileOf(slug, 'solution.ts');
const LIBRARY = /assets\/libraries\//;

test.describe.configure({ timeout: 240_000 });

test('an exercise with TensorFlow.js is failed and solved with the server gone', async ({
  page,
  context,
  site,
}) => {
  await keep(page);
  await site.close();
  await context.setOffline(true);
  await page.goto(`/exercises/${slug}`);
  await ready(page);
  const bench = new Bench(page);
  const [, leak] = memoryTidy.mutants;
  await bench.submit(mutate(solution, leak), /^Not yet/);
  await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText(leak.say);
  await bench.submit(solution, /^Passed/);
  await bench.write(
    `import * as tf from '@tensorflow/tfjs';\n\nexport const a = tf.tensor1d([1]).`,
  );
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('arrayS');
  await expect(page.locator('.suggest-widget').getByText('arraySync').first()).toBeVisible();
});

test.describe('without a service worker', () => {
  // It would fetch everything on its own.
  test.use({ serviceWorkers: 'block' });

  test('a library and its types are fetched where they are allowed, and nowhere else', async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    const bench = new Bench(page);
    await bench.open('k-means');
    await bench.submit(fileOf('k-means', 'solution.ts'), /^Passed/);
    expect(asked.filter(url => LIBRARY.test(url))).toEqual([]);
    await bench.submit(`import * as tf from '@tensorflow/tfjs';\nexport const t = tf;`, /^Did not/);
    await expect(page.getByText('this exercise allows no libraries').first()).toBeVisible();
    expect(asked.filter(url => LIBRARY.test(url))).toEqual([]);

    await bench.open(slug);
    await bench.submit(solution, /^Passed/);
    const fetched = asked.filter(url => LIBRARY.test(url));
    expect(fetched.map(url => /libraries\/(\w+\.\w+)-/.exec(url)?.[1]).sort()).toEqual([
      'tfjs.code',
      'tfjs.types',
    ]);
    const elsewhere = asked.filter(url => !url.startsWith(site.url) && !url.startsWith('blob:'));
    expect(elsewhere).toEqual([]);
  });

  test('a mistake in types is marked, and the types go with the exercise', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open(slug);
    await bench.write(
      `import * as tf from '@tensorflow/tfjs';\nexport const n: string = tf.memory().numTensors;\n`,
    );
    const marks = page.locator('.squiggly-error');
    await expect(marks).toHaveCount(1);
    await bench.run();
    // What the types say stands under the verdict, folded away.
    await expect(
      page.getByText("Type 'number' is not assignable to type 'string'").first(),
    ).toBeAttached();
    await bench.write(`import { inv } from 'mathjs';\nexport const i = inv;\n`);
    await bench.run();
    await expect(page.getByText('only "@tensorflow/tfjs" can be, here').first()).toBeVisible();

    await page.locator('a[href="/"]').first().click();
    await page.locator('a[href="/exercises/k-means"]').first().click();
    await bench.ready();
    await bench.write(`import * as tf from '@tensorflow/tfjs';\nexport const t = tf;\n`);
    await expect(marks).toHaveCount(1);
  });

  test('who spoils the library spoils only the own run', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open(slug);
    const spoilt = `${solution}
tf.Tensor.prototype.dataSync = (() => new Float32Array([0.5])) as never;
tf.Tensor.prototype.arraySync = (() => [[0.5]]) as never;
tf.engine().state.numTensors = -1e9;
`;
    await bench.submit(spoilt, /^Not yet/);
    await expect(bench.check('standardises each column')).toHaveAttribute('data-state', 'missed');
    await bench.submit(solution, /^Passed/);
  });

  test('what a library does not export is told by its name', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open(slug);
    await bench.submit(
      `import { sequential } from '@tensorflow/tfjs';\n${solution}export const s = sequential;`,
      /^Did not/,
    );
    await expect(page.getByText(/'@tensorflow\/tfjs'.*'sequential'/).first()).toBeVisible();
  });
});
