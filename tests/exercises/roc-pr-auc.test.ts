import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  prCurve,
  rocAuc,
  rocCurve,
} from '../../exercises/code/roc-pr-auc/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/roc-pr-auc.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'roc-pr-auc')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 10 }, (_, i) => 7000 + 19 * i);

const near = (received: number[], expected: number[]) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i], 12);
  });
};

const sample = (seed: number, n: number) => {
  const draw = drawing(seed);
  const y = draw.times(n, i => (i < 3 ? i % 2 : Number(draw.random() < 0.4)));
  return { y, scores: y.map(label => draw.integer(label, 6 + label) / 4), draw };
};

describe('the reference of roc-pr-auc', () => {
  it.each(golden.cases)('follows scikit-learn on $name', ({ input, expected, traps }) => {
    const { y, scores } = input;
    const roc = rocCurve(y, scores);
    near(roc.fpr, expected.fpr);
    near(roc.tpr, expected.tpr);
    expect(roc.thresholds).toEqual([Infinity, ...expected.thresholds]);
    const pr = prCurve(y, scores);
    near(pr.precision, expected.precision);
    near(pr.recall, expected.recall);
    expect(pr.thresholds).toEqual(expected.thresholds);
    near([rocAuc(y, scores)], [expected.auc]);
    near([averagePrecision(y, scores)], [expected.average_precision]);
    for (const { key, wrong, mistake } of traps) {
      const received = key === 'auc' ? rocAuc(y, scores) : averagePrecision(y, scores);
      expect(Math.abs(received - wrong), mistake).toBeGreaterThan(0.005);
    }
  });

  it('counts pairs, ties as one half', () => {
    for (const seed of [1, 2, 3]) {
      const { y, scores } = sample(seed, 30);
      let [won, pairs] = [0, 0];
      y.forEach((label, i) => {
        y.forEach((other, k) => {
          if (label !== 1 || other !== 0) return;
          pairs += 1;
          won += scores[i] > scores[k] ? 1 : scores[i] === scores[k] ? 0.5 : 0;
        });
      });
      expect(rocAuc(y, scores)).toBeCloseTo(won / pairs, 12);
    }
  });

  it('sees the order of the scores only', () => {
    const { y, scores } = sample(4, 25);
    const grown = scores.map(score => Math.exp(2 * score) - 7);
    expect(rocAuc(y, grown)).toBe(rocAuc(y, scores));
    expect(averagePrecision(y, grown)).toBe(averagePrecision(y, scores));
    const turned = scores.map(score => -score);
    expect(rocAuc(y, turned)).toBeCloseTo(1 - rocAuc(y, scores), 12);
  });

  it('keeps its area and loses precision where every negative comes ten times', () => {
    const { y, scores } = sample(5, 25);
    const rows = [...y.keys()].flatMap(i => (y[i] === 1 ? [i] : new Array<number>(10).fill(i)));
    const [more, often] = [rows.map(i => y[i]), rows.map(i => scores[i])];
    expect(rocAuc(more, often)).toBeCloseTo(rocAuc(y, scores), 12);
    expect(averagePrecision(more, often)).toBeLessThan(averagePrecision(y, scores) - 0.05);
  });

  it('gives constant scores one half, and the share of positives', () => {
    const level = [1, 0, 0, 1, 0].map(() => 0.3);
    expect(rocAuc([1, 0, 0, 1, 0], level)).toBe(0.5);
    expect(averagePrecision([1, 0, 0, 1, 0], level)).toBe(0.4);
  });

  it('knows what is missing where a class is', () => {
    expect(rocAuc([1, 1], [0.2, 0.7])).toBeNaN();
    expect(rocAuc([0, 0], [0.2, 0.7])).toBeNaN();
    expect(rocAuc([], [])).toBeNaN();
    expect(averagePrecision([0, 0], [0.2, 0.7])).toBeNaN();
    expect(averagePrecision([], [])).toBeNaN();
    expect(averagePrecision([1, 1], [0.2, 0.7])).toBe(1);
  });

  it.each([
    ['1 scores for 2 labels', () => rocAuc([0, 1], [0.5]), TypeError],
    ['label 2, neither 0 nor 1', () => prCurve([0, 2], [0.5, 0.1]), RangeError],
    ['score NaN', () => averagePrecision([0, 1], [0.5, Number.NaN]), RangeError],
    ['score -Infinity', () => rocCurve([0, 1], [0.5, -Infinity]), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of roc-pr-auc', () => {
  const alternatives = submissions('alternatives', 'roc-pr-auc');
  const mistakes = submissions('mistakes', 'roc-pr-auc');
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
    ['one-point-per-example.ts', 'walks tied scores one at a time'],
    ['no-origin.ts', 'leaves out the point where nothing is predicted'],
    ['axes-exchanged.ts', 'exchanges the axes'],
    ['drops-points-on-lines.ts', 'leaves out points on straight lines'],
    ['left-rectangles.ts', 'takes the height before each step'],
    ['pairs-without-halves.ts', 'takes the height before each step'],
    ['pairs-with-full-credit.ts', 'takes the height after each step'],
    ['never-below-a-half.ts', 'turns areas below one half round'],
    ['trapezia-under-precision.ts', 'takes trapezia under the precision'],
    ['interpolated-precision.ts', 'takes the best precision that follows'],
    ['half-for-one-class.ts', 'has an area of one half where a class is missing'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says how many points a curve lacks', async () => {
    const { source } = mistakes.find(({ name }) => name === 'one-point-per-example.ts')!;
    const verdict = await verdictOn(source, 5);
    if (verdict.kind !== 'missed') throw new Error(verdict.kind);
    const failed = verdict.outcomes.find(({ state }) => state === 'missed');
    expect(failed).toMatchObject({
      name: 'lets equal scores cross a threshold together',
      failure: {
        say: expect.stringMatching(/^fpr has \d+ entries where \d+ entries are expected/),
      },
    });
  });
});
