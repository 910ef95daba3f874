import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { browserFailures, unitFailures } from '../../tools/failures.mjs';

it('tells a failed unit test by its file, its name and the first lines of the error', () => {
  const failureMessages = [`\u001b[31mAssertionError\u001b[39m: 1\n${'at x\n'.repeat(20)}`];
  const assertionResults = [
    { status: 'passed', fullName: 'holds', failureMessages: [] },
    { status: 'failed', fullName: 'a tree has leaves', failureMessages },
  ];
  const [failure, ...others] = unitFailures({
    testResults: [{ name: 'tree.test.ts', status: 'failed', assertionResults }],
  });
  expect(others).toEqual([]);
  expect(failure?.name).toBe('tree.test.ts › a tree has leaves');
  expect(failure?.lines).toEqual(['AssertionError: 1', ...Array(7).fill('at x'), '…']);
});

it('tells of a file that cannot be loaded', () => {
  const file = { name: 'tree.test.ts', status: 'failed', message: 'no such module' };
  expect(unitFailures({ testResults: [{ ...file, assertionResults: [] }] })).toEqual([
    { name: 'tree.test.ts', lines: ['no such module'] },
  ]);
});

it('tells a failed browser test with what the page showed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'failures-'));
  const path = join(folder, 'error-context.md');
  await writeFile(path, '# Page snapshot\n\n```yaml\n- heading "Exercises"\n- alert\n```\n');
  const result = {
    status: 'failed',
    error: { message: 'expected to be visible' },
    attachments: [{ name: 'error-context', path }],
  };
  const failed = {
    file: 'home.spec.ts',
    title: 'opens',
    tests: [{ status: 'unexpected', results: [result] }],
  };
  const passed = { ...failed, tests: [{ status: 'expected', results: [{ status: 'passed' }] }] };
  const failures = await browserFailures({
    suites: [{ suites: [{ specs: [passed, failed] }], specs: [] }],
    errors: [{ message: 'no browser' }],
  });
  await rm(folder, { recursive: true });
  expect(failures).toEqual([
    { name: 'The run itself', lines: ['no browser'] },
    {
      name: 'home.spec.ts › opens',
      lines: ['expected to be visible', '- heading "Exercises"', '- alert'],
    },
  ]);
});
