import { describe, expect, it } from 'vitest';
import {
  direction,
  powerIteration,
  rayleigh,
  residual,
} from '../../exercises/code/power-iteration/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/power-iteration.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'power-iteration')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 5 }, (_, k) => 3000 + 17 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 20 }, (_, k) => 6000 + 17 * k);

const close = (received: number[], expected: number[], digits = 9) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], digits);
  });
};

describe('the reference of power-iteration', () => {
  it('follows the golden trajectory', () => {
    const { A, start, steps } = golden.trace;
    steps.forEach(([value, ...vector], t) => {
      const run = powerIteration(A, start, { maxIterations: t + 1, tolerance: 0 });
      expect(run.iterations).toBe(t + 1);
      expect(run.value).toBeCloseTo(value, 9);
      close(run.vector, vector);
    });
  });

  it('ends at the eigenpair of a decomposition', () => {
    const { A, eigenvalues, eigenvectors } = golden.eigen;
    const run = powerIteration(A, [1, 0, 0]);
    expect(run.value).toBeCloseTo(eigenvalues[0], 10);
    close(run.vector, eigenvectors[0], 10);
    eigenvectors.forEach((v, k) => {
      expect(rayleigh(A, v)).toBeCloseTo(eigenvalues[k], 10);
      expect(residual(A, v)).toBeLessThan(1e-12);
      close(direction(v), v, 12);
    });
  });

  it('gives the golden ratio squared, plus one', () => {
    const { value, vector, iterations } = powerIteration(
      [
        [2, 1],
        [1, 3],
      ],
      [1, 0],
    );
    const phi = (1 + Math.sqrt(5)) / 2;
    expect(value).toBeCloseTo(phi ** 2 + 1, 12);
    close(vector, [1 / Math.hypot(1, phi), phi / Math.hypot(1, phi)]);
    // The error shrinks by the ratio of the eigenvalues, 0.381966, in every iteration.
    expect(iterations).toBe(26);
  });

  it.each(golden.traps)('does not fall for: $mistake', ({ A, start, value, vector }) => {
    const run = powerIteration(A, start);
    const same =
      Math.abs(run.value - value) < 1e-6 &&
      run.vector.every((x, i) => Math.abs(x - vector[i]) < 1e-6);
    expect(same).toBe(false);
  });

  it('scales with the matrix and turns with its axes', () => {
    const draw = drawing(7);
    const A = [
      [4, 1, -2],
      [1, -6, 0.5],
      [-2, 0.5, 3],
    ];
    const start = draw.times(3, () => draw.normal());
    const plain = powerIteration(A, start);
    const scaled = powerIteration(
      A.map(row => row.map(x => -2.5 * x)),
      start,
    );
    expect(scaled.value).toBeCloseTo(-2.5 * plain.value, 9);
    close(scaled.vector, plain.vector);
    const order = [2, 0, 1];
    const turned = powerIteration(
      order.map(i => order.map(j => A[i][j])),
      order.map(i => start[i]),
    );
    expect(turned.value).toBeCloseTo(plain.value, 9);
    close(
      turned.vector,
      order.map(i => plain.vector[i]),
    );
  });

  it('has an eigenvalue within the residual of every quotient', () => {
    const draw = drawing(3);
    const { A, eigenvalues } = golden.eigen;
    for (let k = 0; k < 50; k += 1) {
      const v = draw.times(3, () => draw.normal());
      const nearest = Math.min(...eigenvalues.map(value => Math.abs(value - rayleigh(A, v))));
      expect(nearest).toBeLessThanOrEqual(residual(A, v) + 1e-12);
    }
  });

  it('may never settle', () => {
    const A = [
      [0, 1],
      [1, 0],
    ];
    expect(powerIteration(A, [1, 0])).toEqual({ value: 0, vector: [1, 0], iterations: 1000 });
  });

  it.each([
    ['a row of 1 in a matrix of 2 rows', () => rayleigh([[1, 2], [3]], [1, 1]), TypeError],
    ['a vector of 1 for a matrix of 2 rows', () => residual([[1, 2], [2, 1]], [1]), TypeError], // biome-ignore format: one row
    ['a vector of zeros', () => powerIteration([[1]], [0], { maxIterations: 0 }), RangeError],
    ['a vector of zeros', () => direction([0, 0]), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of power-iteration', () => {
  const alternatives = submissions('alternatives', 'power-iteration');
  const mistakes = submissions('mistakes', 'power-iteration');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(7);
    expect(mistakes.length).toBeGreaterThanOrEqual(34);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const single = name === 'single-precision.ts';
    for (const seed of single ? [...SEEDS, ...MANY] : SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      const notes = single ? [expect.stringMatching(/single precision/)] : [];
      expect(verdict, `seed ${seed}`).toMatchObject({ kind: 'passed', notes });
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['no-sign-rule.ts', 'leaves the sign as it comes'],
    ['sign-of-first-entry.ts', 'makes the first entry positive'],
    ['tie-to-last.ts', 'lets the last of equal magnitudes decide'],
    ['length-as-eigenvalue.ts', 'returns how much the vector is stretched'],
    ['quotient-of-unit-vectors-only.ts', 'does not divide the Rayleigh quotient'],
    ['residual-grows-with-length.ts', 'does not divide the residual by the length'],
    ['stops-only-below.ts', 'goes on where the residual equals the tolerance'],
    ['starts-from-ones.ts', 'starts from ones'],
    ['short-vectors-refused.ts', 'takes a short vector for zero'],
    ['largest-entry-one.ts', 'divides by the largest entry'],
    ['zero-start-gives-nan.ts', 'accepts a vector of zeros'],
    ['measures-the-first-row.ts', 'measures only the first row'],
    ['counts-all-cells.ts', 'counts the cells of all rows together'],
    ['best-so-far.ts', 'returns the vector with the least residual'],
    ['always-one-iteration.ts', 'makes one iteration at least'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
