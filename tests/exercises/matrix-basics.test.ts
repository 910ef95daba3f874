import { norm as mathNorm, matrix, multiply, transpose as turn } from 'mathjs';
import { describe, expect, it } from 'vitest';
import {
  cosine,
  dot,
  matmul,
  matVec,
  norm,
  transpose,
} from '../../exercises/code/matrix-basics/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/matrix-basics.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'matrix-basics')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 12 }, (_, i) => 1000 + 7 * i);

const close = (received: number[][], expected: number[][]) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((row, i) => {
    expect(row).toHaveLength(expected[i].length);
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[i][j], 11);
    });
  });
};

describe('the matrix-basics reference', () => {
  it.each(golden.products)('follows NumPy on shapes $shape', ({ A, B, x, expected, traps }) => {
    close(matmul(A, B), expected.product);
    close(transpose(A), expected.transposed);
    close([matVec(A, x)], [expected.vector]);
    close([A.map(norm)], [expected.lengths]);
    for (const trap of Object.values(traps)) {
      expect(Math.abs(matmul(A, B)[0][1] - trap[0][1])).toBeGreaterThan(0.01);
    }
  });

  it('multiplies square matrices in none of the four wrong ways', () => {
    expect(golden.products.flatMap(({ traps }) => Object.keys(traps))).toHaveLength(4);
  });

  it.each(golden.cosines)('follows scikit-learn on $name', ({ input, expected }) => {
    close(
      input.A.map(a => input.B.map(b => cosine(a, b))),
      expected.cosine,
    );
  });

  it('multiplies a matrix by its inverse, and the factors of another', () => {
    const { A, inverse } = golden.inverse;
    const identity = A.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
    close(matmul(A, inverse), identity);
    close(matmul(inverse, A), identity);
    const { Q, R } = golden.qr;
    close(matmul(Q, R), golden.qr.A);
    close(matmul(transpose(Q), Q), identity.slice(0, 3).map(row => row.slice(0, 3))); // biome-ignore format: one line
  });

  it('agrees with mathjs on random shapes', () => {
    const draw = drawing(6);
    for (let t = 0; t < 30; t += 1) {
      const [n, m, p] = draw.times(3, () => draw.integer(1, 7));
      const A = draw.times(n, () => draw.times(m, () => draw.normal(1, 3)));
      const B = draw.times(m, () => draw.times(p, () => draw.normal(1, 3)));
      close(matmul(A, B), multiply(matrix(A), matrix(B)).toArray() as number[][]);
      close(transpose(A), turn(A) as number[][]);
      close([matVec(A, transpose(B)[0])], [multiply(A, transpose(B)[0]) as unknown as number[]]);
      expect(norm(A[0])).toBeCloseTo(mathNorm(A[0]) as number, 11);
    }
  });

  it('obeys the laws of products', () => {
    const draw = drawing(8);
    const draws = (n: number, m: number) => draw.times(n, () => draw.times(m, () => draw.normal()));
    const [A, B, C] = [draws(2, 4), draws(4, 3), draws(3, 5)];
    close(transpose(matmul(A, B)), matmul(transpose(B), transpose(A)));
    close(matmul(matmul(A, B), C), matmul(A, matmul(B, C)));
    close(transpose(transpose(A)), A);
    expect(norm(A[0]) ** 2).toBeCloseTo(dot(A[0], A[0]), 12);
    expect(cosine(A[0], A[1])).toBe(cosine(A[1], A[0]));
    expect(cosine(A[0], A[1].map(x => 5 * x))).toBeCloseTo(cosine(A[0], A[1]), 12); // biome-ignore format: one line
  });

  it.each([
    ['3 numbers meets one of 2', () => dot([1, 2, 3], [4, 5])],
    ['2 numbers meets one of 3', () => cosine([0, 0], [1, 2, 3])],
    ['transpose: a row of 1 numbers below one of 2', () => transpose([[1, 2], [3]])],
    ['matmul: a row of 1 numbers below one of 2', () => matmul([[1, 2]], [[1, 2], [3]])],
    ['2 numbers meets one of 1', () => matmul([[1, 2]], [[1, 2]])],
    ['1 numbers meets one of 2', () => matVec([[1, 2], [3]], [1, 1])],
  ])('refuses where %s', (message, call) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  }); // biome-ignore format: a row for each
});

describe('the matrix-basics grader', () => {
  const alternatives = submissions('alternatives', 'matrix-basics');
  const mistakes = submissions('mistakes', 'matrix-basics');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name === 'single-precision.ts' ? [/single precision/] : [];
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict, `seed ${seed}`).toMatchObject({
        kind: 'passed',
        notes: notes.map(note => expect.stringMatching(note)),
      });
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 4)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['aliased-rows.ts', 'adds all rows up in one array'],
    ['cosine-nan-for-zeros.ts', 'divides zero by zero'],
    ['epsilon-in-the-denominator.ts', 'adds a small number to the denominator'],
    ['tiny-is-taken-for-zero.ts', 'takes tiny vectors for zeros'],
    ['only-first-vector-may-be-zero.ts', 'asks for zeros in the first vector only'],
    ['cosine-distance.ts', 'gives the distance 1 − cosine'],
    ['clipped-cosine.ts', 'clips negative cosines'],
    ['stops-at-a-zero.ts', 'stops at a zero'],
    ['vector-as-matrix.ts', 'makes a product with a vector a matrix'],
    ['zero-vector-skips-the-check.ts', 'looks for zeros before it compares lengths'],
    ['broadcasts-a-number.ts', 'takes a matrix of one number for a number'],
    ['equal-rows-shared.ts', 'shares the arrays of equal rows'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says which rule of the house is broken where the numbers are right', async () => {
    const wrong = mistakes.find(({ name }) => name === 'transposes-in-place.ts')!;
    const verdict = await verdictOn(wrong.source, 5);
    if (verdict.kind === 'not-compiled') throw new Error('does not compile');
    const missed = verdict.outcomes.filter(({ state }) => state === 'missed');
    expect(missed.map(({ name }) => name)).toContain('leaves its inputs as they were');
  });
});
