import { describe, expect, it } from 'vitest';
import { confusionMatrix, report } from '../../exercises/code/confusion-metrics/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/confusion-metrics.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'confusion-metrics')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 10 }, (_, i) => 6000 + 11 * i);

const near = (received: number[], expected: number[]) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i], 12);
  });
};

/** What the report gives for a key of the golden file. */
function found(matrix: number[][], key: string): unknown {
  if (key === 'confusion') return matrix;
  if (key === 'balanced_accuracy') return report(matrix).balancedAccuracy;
  const { precision, recall, fBeta } = report(matrix, { average: key as 'macro' });
  return [precision, recall, fBeta];
}

describe('the reference of confusion-metrics', () => {
  it.each(golden.cases)('follows scikit-learn on $name', ({ input, K, expected, traps }) => {
    const matrix = confusionMatrix(input.y, input.predicted, K);
    expect(matrix).toEqual(expected.confusion);
    const { perClass, accuracy, balancedAccuracy, mcc } = report(matrix);
    near([accuracy, balancedAccuracy], [expected.accuracy, expected.balanced_accuracy]);
    near(
      perClass.map(one => one.precision),
      expected.precision,
    );
    near(
      perClass.map(one => one.recall),
      expected.recall,
    );
    near(
      perClass.map(one => one.fBeta),
      expected.f1,
    );
    expect(perClass.map(one => one.support)).toEqual(expected.support);
    for (const average of ['macro', 'micro', 'weighted'] as const) {
      const whole = report(matrix, { average });
      near([whole.precision, whole.recall, whole.fBeta], expected[average]);
    }
    if (K === 2) expect(mcc).toBeCloseTo(expected.mcc, 12);
    else expect(mcc).toBe(null);
    for (const { key, wrong, mistake } of traps) {
      expect(found(matrix, key), mistake).not.toEqual(wrong);
    }
  });

  it.each(golden.beta)('has the exact F of beta $beta on $case', ({ case: name, beta, fbeta }) => {
    const { expected } = golden.cases.find(one => one.name === name)!;
    near(
      report(expected.confusion, { beta }).perClass.map(one => one.fBeta),
      fbeta,
    );
  });

  it('gives the figures of a thousand users', () => {
    const { accuracy, balancedAccuracy, mcc, perClass } = report([
      [890, 60],
      [20, 30],
    ]);
    expect(accuracy).toBe(0.92);
    expect(balancedAccuracy).toBeCloseTo(0.768421, 6);
    expect(mcc).toBeCloseTo(0.408838, 6);
    expect(perClass[1].precision).toBeCloseTo(1 / 3, 12);
    expect(perClass[1].fBeta).toBeCloseTo(3 / 7, 12);
    const nobody = report([
      [950, 0],
      [50, 0],
    ]);
    expect(nobody).toMatchObject({ accuracy: 0.95, balancedAccuracy: 0.5, mcc: 0 });
  });

  it('obeys the laws that the metrics obey', () => {
    const draw = drawing(8);
    const matrix = draw.times(4, () => draw.times(4, () => draw.integer(1, 20)));
    const turned = matrix.map((_, j) => matrix.map(row => row[j]));
    const [plain, swapped] = [report(matrix), report(turned)];
    // Truth and prediction change places: so do precision and recall.
    plain.perClass.forEach((one, k) => {
      expect(swapped.perClass[k].precision).toBeCloseTo(one.recall, 12);
      expect(swapped.perClass[k].fBeta).toBeCloseTo(one.fBeta, 12);
    });
    const order = [2, 0, 3, 1];
    const renamed = report(order.map(j => order.map(k => matrix[j][k])));
    near([renamed.fBeta, renamed.accuracy], [plain.fBeta, plain.accuracy]);
    expect(renamed.perClass).toEqual(order.map(k => plain.perClass[k]));
    const [recallOnly, precisionOnly] = [
      report(matrix, { beta: 1e6 }),
      report(matrix, { beta: 0 }),
    ];
    plain.perClass.forEach((one, k) => {
      expect(recallOnly.perClass[k].fBeta).toBeCloseTo(one.recall, 9);
      expect(precisionOnly.perClass[k].fBeta).toBeCloseTo(one.precision, 12);
    });
    expect(report(matrix, { average: 'weighted' }).recall).toBeCloseTo(plain.accuracy, 12);
  });

  it.each([
    ['1 predictions for 2 labels', () => confusionMatrix([0, 1], [0], 2), TypeError],
    ['label 2 with 2 classes', () => confusionMatrix([0], [2], 2), RangeError],
    ['label 0.5 with 2 classes', () => confusionMatrix([0.5], [1], 2), RangeError],
    ['a matrix without rows', () => report([]), RangeError],
    ['2 rows, one of them of 1 cells', () => report([[1, 2], [3]]), TypeError],
    ['beta -1', () => report([[1]], { beta: -1 }), RangeError],
    ['average binary', () => report([[1]], { average: 'binary' as 'macro' }), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of confusion-metrics', () => {
  const alternatives = submissions('alternatives', 'confusion-metrics');
  const mistakes = submissions('mistakes', 'confusion-metrics');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name.startsWith('single-precision') ? [/single precision/] : [];
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
    ['columns-for-truth.ts', 'has rows for predictions'],
    ['one-row-for-all.ts', 'fills the matrix with one row'],
    ['classes-read-off-the-labels.ts', 'reads the number of classes off the labels'],
    ['f-of-the-means.ts', 'takes F of the averaged precision and recall'],
    ['nan-where-nothing.ts', 'divides 0 by 0'],
    ['beta-unsquared.ts', 'does not square beta'],
    ['beta-on-recall.ts', 'weighs precision as beta says'],
    ['beta-or-one.ts', 'takes a beta of 0 for none given'],
    ['support-of-the-predictions.ts', 'takes predictions for support'],
    ['only-classes-that-occur.ts', 'averages over the classes that occur'],
    ['balanced-over-all-classes.ts', 'counts classes without examples in balanced accuracy'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says which row does not add up', async () => {
    const { source } = mistakes.find(({ name }) => name === 'columns-for-truth.ts')!;
    const verdict = await verdictOn(source, 5);
    if (verdict.kind !== 'missed') throw new Error(verdict.kind);
    expect(verdict.outcomes[0]).toMatchObject({
      state: 'missed',
      failure: {
        say: expect.stringMatching(/^Row \d adds up to \d+, and class \d occurs \d+ times/),
      },
    });
  });
});
