import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import kMeans from '../../exercises/code/k-means/grader';
import logisticRegression from '../../exercises/code/logistic-regression/grader';
import memoryTidy from '../../exercises/code/tfjs-memory-tidy/grader';
import { mutate } from '../../graders/mutate';
import { Bench, fileOf } from './bench';

const root = path.join(import.meta.dirname, '..', '..');

/** What the command line says of a text under a seed. */
async function gradeOutside(slug: string, source: string, seed: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parity-'));
  const file = path.join(folder, 'solution.ts');
  await writeFile(file, source);
  try {
    const args = [path.join(root, 'cli', 'grade.mjs'), slug, file, '--seed', seed, '--json'];
    const printed = await new Promise<string>((resolve, reject) => {
      // Exit code 1 says that a file did not pass; that is an answer, not a fault.
      execFile(process.execPath, args, (error, out) =>
        error && error.code !== 1 ? reject(error) : resolve(out),
      );
    });
    return JSON.parse(printed) as {
      verdict: string;
      checks: { name: string; outcome: string }[];
      diagnosis: { say: string } | null;
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const WORDS: Record<string, RegExp> = {
  passed: /^Passed/,
  missed: /^Not yet/,
  crashed: /^Crashed/,
  'timed-out': /^Timed out/,
};

const CASES = [
  { name: 'the reference', slug: 'k-means', source: fileOf('k-means', 'solution.ts') },
  { name: 'the starter', slug: 'k-means', source: fileOf('k-means', 'starter.ts') },
  {
    name: 'a mistake',
    slug: 'k-means',
    source: mutate(fileOf('k-means', 'solution.ts'), kMeans.mutants[3]),
  },
  {
    name: 'a mistake in other numbers',
    slug: 'logistic-regression',
    source: mutate(fileOf('logistic-regression', 'solution.ts'), logisticRegression.mutants[2]),
  },
  {
    name: 'the reference, with a library',
    slug: 'tfjs-memory-tidy',
    source: fileOf('tfjs-memory-tidy', 'solution.ts'),
  },
  {
    name: 'a leak of tensors',
    slug: 'tfjs-memory-tidy',
    source: mutate(fileOf('tfjs-memory-tidy', 'solution.ts'), memoryTidy.mutants[1]),
  },
  {
    name: 'a loop',
    slug: 'k-means',
    source: fileOf('k-means', 'solution.ts').replace(
      /(export function inertia\([\s\S]*?\{\n)/,
      '$1  for (;;) {}\n',
    ),
  },
];

for (const { name, slug, source } of CASES) {
  test(`${slug}: ${name} gets the same verdict in the browser and on the command line`, async ({
    page,
  }) => {
    const bench = new Bench(page);
    await bench.open(slug);
    await bench.write(source);
    await bench.run();
    const seed = page.getByText('Data seed').locator('code');
    await expect(seed).toBeVisible({ timeout: 20_000 });
    const outside = await gradeOutside(slug, source, String(await seed.textContent()));
    await expect(bench.status).toHaveText(WORDS[outside.verdict]);
    const states = await bench.checks.evaluateAll(items =>
      items.map(item => (item as HTMLElement).dataset.state),
    );
    expect(outside.checks.map(({ outcome }) => outcome)).toEqual(states);
    const region = page.getByRole('region', { name: 'Diagnosis' });
    if (outside.diagnosis) await expect(region).toContainText(outside.diagnosis.say);
    else await expect(region).toHaveCount(0);
  });
}
