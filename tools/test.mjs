import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserFailures, unitFailures } from './failures.mjs';

/**
 * `npm test` runs every stage, whatever became of the ones before, and ends in what failed and one
 * line of counts.
 * `npm test -- k-means` runs only the unit tests whose file or name holds the pattern.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = await mkdtemp(path.join(tmpdir(), 'scratchwork-test-'));
const env = {
  ...process.env,
  PATH: path.join(root, 'node_modules/.bin') + path.delimiter + process.env.PATH,
};

/** Biome colours even what goes into a file. */
const PLAIN = process.stdout.isTTY ? [] : ['--colors=off'];

const [pattern] = process.argv.slice(2);
const stages = pattern
  ? [['unit', () => matching(pattern)]]
  : [
      ['typecheck', () => step('node', 'tools/typecheck.mjs')],
      ['lint', () => step('biome', 'ci', ...PLAIN)],
      ['unit', () => unit()],
      ['build', () => step('node', 'tools/build.mjs', '--if-stale')],
      ['size', after('build', () => step('node', 'tools/check-size.mjs'))],
      ['browser', after('build', browser)],
    ];

const NONE = { passed: 0, failed: 0, skipped: 0 };
/** Counts by stage: { passed, failed, skipped }. */
const counts = new Map();
const failures = [];
for (const [name, stage] of stages) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const count = await stage();
  counts.set(name, count);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.failed > 0 ? 'failed' : 'passed'} in ${seconds} s`);
}
await rm(reports, { recursive: true });

const total = sum([...counts.values()]);
const broken = [...counts].filter(([, { failed }]) => failed > 0).map(([name]) => name);
for (const { name, lines } of failures) console.log(`\n✗ ${name}\n  ${lines.join('\n  ')}`);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A stage that counts as one. */
async function step(...command) {
  return one(await run(...command));
}

function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** A stage that means nothing without an earlier one: an old build must not stand in for this one. */
function after(earlier, stage) {
  return async () => {
    if (counts.get(earlier).failed === 0) return stage();
    console.log(`Not run, because ${earlier} failed.`);
    return one(false);
  };
}

async function unit(...args) {
  const report = path.join(reports, `unit-${counts.size}-${args.length}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = await run('vitest', 'run', ...reporters, ...args);
  const told = await readReport(report, { numPassedTests: 0, numFailedTests: 0, testResults: [] });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = told;
  failures.push(...unitFailures(told));
  // A file that cannot be loaded has no tests to fail.
  const unloaded = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(t => t.status !== 'failed'),
  );
  return settle(passed, {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  });
}

/** Whole files by their path, then single tests by their name; what the name leaves out is not skipped. */
async function matching(text) {
  const list = path.join(reports, 'files.json');
  await run('vitest', 'list', '--filesOnly', `--json=${list}`, text);
  const files = (await readReport(list, [])).map(({ file }) => path.relative(root, file));
  const byFile = files.length > 0 ? await unit(...files) : NONE;
  const rest = files.map(file => `--exclude=${file}`);
  const byName = await unit('--passWithNoTests', '-t', text, ...rest);
  const total = sum([byFile, { ...byName, skipped: 0 }]);
  if (total.passed + total.failed > 0) return total;
  console.log(`No test's file or name holds "${text}".`);
  return one(false);
}

async function browser() {
  const report = path.join(reports, 'browser.json');
  Object.assign(env, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const passed = await run(
    'playwright',
    'test',
    '--reporter=list,json,./tests/e2e/hostile/summary.ts',
  );
  const told = await readReport(report, { stats: {}, errors: [] });
  const { stats, errors } = told;
  failures.push(...(await browserFailures(told)));
  return settle(passed, {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) + errors.length,
    skipped: stats.skipped ?? 0,
  });
}

/** A runner that ends in failure counts as one, even where no single test failed. */
function settle(passed, count) {
  return passed || count.failed > 0 ? count : { ...count, failed: 1 };
}

function sum(list) {
  const add = key => list.reduce((total, count) => total + count[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

async function readReport(file, otherwise) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => JSON.stringify(otherwise)));
}

/** Runs a command in the open and says whether it ended well. */
function run(command, ...args) {
  const shell = process.platform === 'win32';
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell });
    child.once('error', error => {
      console.error(error.message);
      resolve(false);
    });
    child.once('exit', code => resolve(code === 0));
  });
}
