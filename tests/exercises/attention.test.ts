import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attention,
  attentionScores,
  causalMask,
  maskedSoftmax,
} from '../../exercises/code/attention/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/attention.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'attention')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 8 }, (_, i) => 4000 + 13 * i);

type Rows = number[][];

interface Case {
  name: string;
  input: { q: Rows; k: Rows; v: Rows; dout: Rows; mask?: boolean[][] };
  expected: { weights: Rows; out: Rows; dq: Rows; dk: Rows; dv: Rows };
  traps: { mistake: string; key: string; wrong: Rows }[];
}
const cases = golden.cases as Case[];

const close = (received: Rows, expected: Rows, digits = 9) => {
  expect(received.map(row => row.length)).toEqual(expected.map(row => row.length));
  received.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value, `[${i}][${j}]`).toBeCloseTo(expected[i][j], digits);
    });
  });
};

const times = (A: Rows, B: Rows) =>
  A.map(row => B[0].map((_, j) => row.reduce((sum, x, k) => sum + x * B[k][j], 0)));

describe('the attention reference', () => {
  it.each(cases)('gives the golden numbers of $name', ({ input, expected, traps }) => {
    const { output, weights } = attention(input.q, input.k, input.v, { mask: input.mask });
    close(weights, expected.weights);
    close(output, expected.out);
    for (const { wrong } of traps) {
      const apart = wrong.flat().map((value, p) => Math.abs(value - weights.flat()[p]));
      expect(Math.max(...apart)).toBeGreaterThan(0.01);
    }
  });

  it('gives the golden causal numbers by its own mask', () => {
    const { input, expected } = cases.find(({ name }) => name === 'causal_mask')!;
    const { output, weights } = attention(input.q, input.k, input.v, { causal: true });
    close(weights, expected.weights);
    close(output, expected.out);
    expect(causalMask(4, 4)).toEqual(input.mask);
  });

  it.each(cases)('has the golden slopes on $name', ({ input, expected }) => {
    const h = 1e-5;
    const loss = (q: Rows, k: Rows, v: Rows) =>
      attention(q, k, v, { mask: input.mask })
        .output.flat()
        .reduce((sum, x, p) => sum + x * input.dout.flat()[p], 0);
    const parts = [input.q, input.k, input.v];
    [expected.dq, expected.dk, expected.dv].forEach((slopes, which) => {
      slopes.forEach((row, i) => {
        row.forEach((slope, j) => {
          const at = (by: number) => {
            const moved = parts.map(rows => rows.map(r => [...r]));
            moved[which][i][j] += by;
            return loss(moved[0], moved[1], moved[2]);
          };
          expect((at(h) - at(-h)) / (2 * h)).toBeCloseTo(slope, 5);
        });
      });
    });
  });

  it.each(golden.multi)('makes up the heads of $name', ({ params, input, expected }) => {
    const { x, Wq, Wk, Wv, Wo } = input;
    const width = params.d_model / params.heads;
    const heads = Array.from({ length: params.heads }, (_, h) => {
      const part = (rows: Rows) => rows.map(row => row.slice(h * width, (h + 1) * width));
      const [q, k, v] = [Wq, Wk, Wv].map(W => part(times(x, W)));
      return attention(q, k, v, { causal: params.causal });
    });
    heads.forEach(({ weights }, h) => {
      close(weights, expected.head_weights[h]);
    });
    const joined = x.map((_, i) => heads.flatMap(({ output }) => output[i]));
    close(times(joined, Wo), expected.out);
  });

  it('gives the figures of the example by hand', () => {
    const queries = [[1, 0], [0, 1]]; // biome-ignore format: rows in one row
    const keys = [[1, 0], [0, 1], [1, 1]]; // biome-ignore format: rows in one row
    const values = [[1, 0], [0, 2], [3, 1]]; // biome-ignore format: rows in one row
    expect(Math.exp(Math.SQRT1_2)).toBeCloseTo(2.028115, 6);
    expect(2 * Math.exp(Math.SQRT1_2) + 1).toBeCloseTo(5.05623, 5);
    close(attentionScores(queries, keys).slice(0, 1), [[Math.SQRT1_2, 0, Math.SQRT1_2]], 12);
    const { weights, output } = attention(queries, keys, values);
    close([weights[0], output[0]], [[0.401112, 0.197776, 0.401112], [1.604448, 0.796664]], 6); // biome-ignore format: two rows
    close(
      attention(queries, keys, values, { causal: true }).weights.slice(1),
      [[0.330238, 0.669762, 0]],
      6,
    );
  });

  describe('gives what tensorflow gives', () => {
    beforeAll(async () => {
      await tf.setBackend('cpu');
    });
    const draw = drawing(21);
    const rows = (n: number, d: number) => draw.times(n, () => draw.times(d, () => draw.normal()));
    const [q, k, v] = [rows(4, 3), rows(6, 3), rows(6, 2)];
    const mask = draw.times(4, i => draw.times(6, j => (i + 2 * j) % 3 > 0));

    it.each([
      ['without a mask', undefined],
      ['under a mask', mask],
    ])('%s', (_, mask) => {
      const [weights, output] = tf.tidy(() => {
        const scores = tf.matMul(tf.tensor2d(q), tf.tensor2d(k), false, true).div(Math.sqrt(3));
        const open = tf.tensor2d(mask ?? q.map(() => k.map(() => true)), [4, 6], 'bool');
        const shares = tf.softmax(tf.where(open, scores, tf.fill([4, 6], -1e9)));
        const sums = tf.matMul(shares as tf.Tensor2D, tf.tensor2d(v));
        return [shares.arraySync() as Rows, sums.arraySync() as Rows];
      });
      const own = attention(q, k, v, { mask });
      close(own.weights, weights, 6);
      close(own.output, output, 5);
    });
  });

  it('does not mind in which order keys come with their values', () => {
    const draw = drawing(5);
    const rows = (n: number, d: number) => draw.times(n, () => draw.times(d, () => draw.normal()));
    const [q, k, v] = [rows(3, 4), rows(5, 4), rows(5, 2)];
    const order = [3, 0, 4, 2, 1];
    const moved = attention(
      q,
      order.map(j => k[j]),
      order.map(j => v[j]),
    );
    close(moved.output, attention(q, k, v).output, 12);
    // A vector added to every key adds the same to every score of a row.
    const shifted = k.map(key => key.map((x, t) => x + [2, -3, 1, 4][t]));
    close(attention(q, shifted, v).weights, attention(q, k, v).weights, 12);
  });

  it('averages plainly where all keys are the same', () => {
    const { weights, output } = attention([[3, -1]], [[2, 5], [2, 5], [2, 5]], [[3], [6], [0]]); // biome-ignore format: one call
    close(weights, [[1 / 3, 1 / 3, 1 / 3]], 12);
    close(output, [[3]], 12);
  });

  it('knows nothing of what comes later', () => {
    const draw = drawing(8);
    const rows = (n: number, d: number) => draw.times(n, () => draw.times(d, () => draw.normal()));
    const x = rows(6, 3);
    const whole = attention(x, x, x, { causal: true }).output;
    for (let t = 1; t <= 6; t += 1) {
      const prefix = x.slice(0, t);
      close(attention(prefix, prefix, prefix, { causal: true }).output, whole.slice(0, t), 12);
    }
  });

  it('keeps weights finite for scores of any size', () => {
    expect(maskedSoftmax([[1e6, -1e6], [-1e6, -1e6]])).toEqual([[1, 0], [0.5, 0.5]]); // biome-ignore format: two tables
    expect(maskedSoftmax([[1e300, 1, 1]], [[false, true, true]])).toEqual([[0, 0.5, 0.5]]);
  });

  it.each([
    ['no keys', () => attention([[1]], [], []), RangeError],
    ['a row of 1 numbers, not of 2', () => attentionScores([[1]], [[1, 2]]), TypeError],
    ['a row of 3 numbers, not of 1', () => maskedSoftmax([[1], [1, 2, 3]]), TypeError],
    ['2 values for 1 keys', () => attention([[1]], [[1]], [[1], [2]]), TypeError],
    ['a mask of 2 rows, not 1', () => maskedSoftmax([[1]], [[true], [true]]), TypeError],
    [
      'a row of 1 in the mask, not of 2',
      () => attention([[1]], [[1], [2]], [[1], [2]], { mask: [[true]] }),
      TypeError,
    ],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the attention grader', () => {
  const alternatives = submissions('alternatives', 'attention');
  const mistakes = submissions('mistakes', 'attention');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: readonly Mutant[] = []) =>
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
    ['no-scaling.ts', 'does not divide by √d'],
    ['scaled-by-d.ts', 'divides by d'],
    ['scaled-by-number-of-keys.ts', 'divides by the root of the number of keys'],
    ['root-of-two.ts', 'divides by the root of 2 whatever d is'],
    ['softmax-over-queries.ts', 'makes the weights of a column add up to 1'],
    ['naive-exp.ts', 'raises e to the scores as they are'],
    ['largest-starts-at-min-value.ts', 'takes off at least 0 and divides 0 by 0'],
    ['one-largest-for-all-rows.ts', 'takes off the largest score of the whole table'],
    ['mask-times-scores.ts', 'gives blocked keys the score 0'],
    ['mask-after-softmax.ts', 'masks after the softmax'],
    ['blocked-row-nan.ts', 'divides by 0 where no key is open'],
    ['blocked-row-uniform.ts', 'weighs all keys alike where none is open'],
    ['causal-without-itself.ts', 'blocks a query’s own position'],
    ['causal-from-the-end.ts', 'lines the last query up with the last key'],
    ['causal-replaces-mask.ts', 'lets causal replace the mask'],
    ['mask-or-causal.ts', 'opens a key where one of the two does'],
    ['keys-as-values.ts', 'averages the keys'],
    ['reads-undefined-options.ts', 'takes causal: undefined for true'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, grader.mutants);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it.each([
    [
      'two-bugs-no-scaling-and-blocked-row.ts',
      ['does not divide by √d', 'divides by 0 where no key is open'],
    ],
    [
      'two-bugs-naive-exp-and-mask-unchecked.ts',
      ['raises e to the scores as they are', 'accepts a mask of any shape'],
    ],
  ])('names both mistakes in %s', async (name, names) => {
    const { source } = mistakes.find(one => one.name === name)!;
    const { verdict } = await grade({ grader, solution }, source, 5, workplace, {
      pairsUntil: () => true,
    });
    expect(verdict).toMatchObject({ diagnosis: { from: 'pair', mistakes: names } });
  });

  it('speaks of a mask that was written into', async () => {
    const { source } = mistakes.find(({ name }) => name === 'writes-into-the-mask.ts')!;
    const verdict = await verdictOn(source, 5, grader.mutants);
    const missed = 'outcomes' in verdict && verdict.outcomes.filter(one => one.state === 'missed');
    expect(missed).toMatchObject([{ failure: { say: expect.stringMatching(/mask/) } }]);
  });
});
