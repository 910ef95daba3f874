import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { folder, gradeAll, gradeCommand, type Line, RIGHT } from './grading';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const WRONG = RIGHT.replace('/ members.length;', '/ centroids.length;');
const LOOP = RIGHT.replace(
  'export function inertia(',
  'export function inertia(...x) { console.log("once more"); for (;;) {} }\nfunction unused(',
);

const names = ({ checks }: Line, outcome: string) =>
  checks.filter(check => check.outcome === outcome).map(check => check.name);

describe('a batch of files', () => {
  let code: number | null;
  let marked: Record<string, Line>;

  beforeAll(async () => {
    ({ code, marked } = await gradeAll({
      first: RIGHT,
      wrong: WRONG,
      throws: RIGHT.replace(
        'export function update(',
        'export function update(...x) {\n  return x.y.z;\n}\nfunction unused(',
      ),
      'throws-at-load': `${RIGHT}\nthrow new RangeError('too early');`,
      loops: LOOP,
      'loops-at-load': `${RIGHT}\nfor (;;) {}`,
      waits: `${RIGHT}\nawait new Promise(() => {});`,
      'waits-briefly': `${RIGHT}\nawait Promise.resolve();`,
      syntax: `${RIGHT}\nexport const = 1;`,
      'early-error': `const twice = 1;\nconst twice = 2;\n${RIGHT}`,
      empty: '\n',
      imports: `import { readFileSync } from 'node:fs';\n${RIGHT}`,
      missing: RIGHT.replace('export function inertia', 'function inertia'),
      prints: `${RIGHT}\nfor (let i = 0; i < 1e4; i += 1) console.log('x'.repeat(1000), i);`,
      returns: RIGHT.replace(
        'export function assign(',
        "export function assign(...x) { return 'x'.repeat(1e7); }\nfunction unused(",
      ),
      'returns-much': RIGHT.replace(
        'export function assign(',
        'export function assign(...x) { return Array.from({ length: 3e6 }, () => [{}]); }\nfunction unused(',
      ),
      'hoards-arrays': `${RIGHT}\nconst all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5));`,
      'hoards-bytes': `${RIGHT}\nconst all = []; for (;;) all.push(new Float64Array(1e6).fill(1));`,
      'hoards-text': `${RIGHT}\nlet all = 'x'; for (;;) { all += all; all.charCodeAt(all.length - 1); }`,
      'hard-to-read': `export const x = ${'<T>('.repeat(22)}1${')'.repeat(22)};`,
      strange: RIGHT.replace(
        'export function inertia(',
        'export function inertia(...x) { return Number.NaN; }\nfunction unused(',
      ),
      last: RIGHT,
    }));
  });

  it('passes the right ones, whatever stands between them', () => {
    for (const name of ['first', 'waits-briefly', 'last']) {
      expect(marked[name].verdict).toBe('passed');
      expect(names(marked[name], 'passed')).toHaveLength(marked[name].checks.length);
    }
    expect(code).toBe(1);
  });

  it('names file, exercise, seed and time on every line', () => {
    for (const [name, line] of Object.entries(marked)) {
      expect(line).toMatchObject({ exercise: 'k-means', seed: 7 });
      expect(line.file.endsWith(`${name}.ts`)).toBe(true);
      expect(line.ms).toBeGreaterThanOrEqual(0);
    }
  });

  it('says what a missed check received and expected, and which mistake gives that', () => {
    const { verdict, checks, diagnosis } = marked.wrong;
    expect(verdict).toBe('missed');
    const first = checks.find(check => check.outcome === 'missed');
    expect(first).toMatchObject({
      name: 'moves each centroid to the mean of its points',
      path: [0, 0],
    });
    expect(first?.call).toMatch(/^update\(\[\[/);
    expect(first?.received).toHaveLength((first?.expected as number[] | undefined)?.length ?? -1);
    expect(first?.by).toBeGreaterThan(first?.allowed as number);
    expect(diagnosis?.from).toBe('mutant');
    expect(diagnosis?.say).toMatch(/divided by K/);
  });

  it('keeps the checks before a crash, and gives its line', () => {
    expect(marked.throws.verdict).toBe('crashed');
    expect(marked.throws.checks[0].outcome).toBe('passed');
    const line =
      RIGHT.split('\n').findIndex(text => text.startsWith('export function update(')) + 2;
    const crashed = marked.throws.checks.find(check => check.outcome === 'crashed');
    expect(crashed?.error).toMatchObject({ name: 'TypeError', line });
  });

  it('tells a crash while loading, with its line', () => {
    const { verdict, error } = marked['throws-at-load'];
    expect(verdict).toBe('crashed');
    expect(error).toEqual({
      name: 'RangeError',
      message: 'too early',
      line: RIGHT.split('\n').length + 1,
    });
  });

  it('keeps the checks and the output before an endless loop', () => {
    const { verdict, checks, printed } = marked.loops;
    expect(verdict).toBe('timed-out');
    expect(checks[0].outcome).toBe('passed');
    expect(checks.find(check => check.outcome === 'timed-out')).toMatchObject({ seconds: 2 });
    expect(printed).toContain('once more');
    expect(checks.some(check => check.outcome === 'not-run')).toBe(true);
  });

  it('times out where loading does not end', () => {
    for (const name of ['loops-at-load', 'waits']) expect(marked[name].verdict).toBe('timed-out');
  });

  it('does not compile what is not a module of its own', () => {
    for (const name of ['syntax', 'early-error', 'empty', 'imports', 'hard-to-read']) {
      expect(marked[name]).toMatchObject({ verdict: 'not-compiled', checks: [], diagnosis: null });
      expect(marked[name].problems?.[0].message).toMatch(/\w/);
    }
    expect(marked.syntax.problems?.[0].line).toBe(RIGHT.split('\n').length + 1);
    expect(marked['early-error'].problems?.[0].message).toMatch(/twice/);
    expect(marked.imports.problems?.[0]).toMatchObject({ line: 1 });
  });

  it('misses an export that is not there', () => {
    const missed = marked.missing.checks.find(check => check.outcome === 'missed');
    expect(missed?.say).toMatch(/no exported function named inertia/);
  });

  it('cuts ten megabytes of output, on the console and in a result', () => {
    expect(marked.prints.verdict).toBe('passed');
    expect(marked.prints.printed?.length).toBeLessThanOrEqual(201);
    expect(marked.prints.printed?.join('').length).toBeLessThan(21_000);
    expect(marked.returns.verdict).toBe('missed');
    expect(marked['returns-much'].verdict).not.toBe('passed');
    for (const line of Object.values(marked))
      expect(JSON.stringify(line).length).toBeLessThan(300_000);
  });

  it('ends a submission that takes all memory', () => {
    for (const name of ['hoards-arrays', 'hoards-bytes', 'hoards-text']) {
      expect(marked[name].verdict).toMatch(/^(crashed|timed-out)$/);
    }
    expect(marked['hoards-arrays'].error?.message).toMatch(/more memory than it may have/);
  });

  it('writes numbers that JSON lacks as texts', () => {
    const missed = marked.strange.checks.find(check => check.outcome === 'missed');
    expect(missed?.received).toBe('NaN');
  });
});

describe('the command', () => {
  const files = folder();
  afterAll(files.close);

  it('ends with 0 and a readable report where all passed', async () => {
    const file = files.put('right.ts', RIGHT);
    const { code, out } = await gradeCommand(['k-means', file], { FORCE_COLOR: '1' });
    expect(code).toBe(0);
    expect(out).toMatch(/^Passed {2}.*right\.ts/);
    expect(out).toContain('✓ labels each point with its nearest centroid');
    expect(out).toMatch(
      /seed (\d+); again: npm run --silent grade -- k-means .*right\.ts --seed \1\n/,
    );
    expect(out).not.toContain('\u001b');
  });

  it('shows the first failure in full', async () => {
    const file = files.put('wrong.ts', `${WRONG}\nconsole.log('\\u001b[2Jhello');`);
    const { code, out } = await gradeCommand(['k-means', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/^Not yet/);
    expect(out).toMatch(
      /✗ moves each centroid to the mean of its points\n {6}\S.*\n {6}call +update\(/,
    );
    for (const word of ['received', 'expected', 'off by', 'divided by K', '| ·[2Jhello']) {
      expect(out).toContain(word);
    }
  });

  it('gives the same line again for the same seed, and another seed without one', async () => {
    const file = files.put('wrong.ts', WRONG);
    const run = async (...args: string[]) =>
      (await gradeCommand(['k-means', file, '--json', ...args])).lines[0];
    const [a, b, c] = [await run('--seed', '11'), await run('--seed=11'), await run()];
    expect({ ...a, ms: 0 }).toEqual({ ...b, ms: 0 });
    expect(c.seed).not.toBe(11);
  });

  it.each([
    ['no arguments', [], /^Usage: /],
    [
      'an exercise that is not there',
      ['k-mean', 'x.ts'],
      /no exercise “k-mean”[\s\S]*\n {2}k-means\n/,
    ],
    ['an exercise that leads elsewhere', ['../code/k-means', 'x.ts'], /There are:/],
    ['no file', ['k-means'], /No file/],
    [
      'a file that cannot be read',
      ['k-means', '/nowhere/x.ts'],
      /\/nowhere\/x\.ts cannot be read \(ENOENT\)/,
    ],
    ['a seed that is no whole number', ['k-means', 'x.ts', '--seed', '1.5'], /“1\.5” given/],
    ['a seed left out', ['k-means', 'x.ts', '--seed'], /whole number/],
    ['an option that is not there', ['k-means', 'x.ts', '--loud'], /no option --loud/],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { code, out, err } = await gradeCommand(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });
});
