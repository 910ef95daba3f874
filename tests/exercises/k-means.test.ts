import { describe, expect, it } from 'vitest';
import { assign, inertia, kMeans, update } from '../../exercises/code/k-means/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/kmeans.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'k-means')!;
const grader = await folder.grader();
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 12 }, (_, i) => 1000 + 7 * i);

const close = (received: number[][], expected: number[][]) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((row, k) => {
    expect(row).toHaveLength(expected[k].length);
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[k][j], 9);
    });
  });
};

describe('the k-means reference', () => {
  it.each(golden.cases)('follows scikit-learn on $name', ({ input, expected }) => {
    const { trace } = expected;
    const run = kMeans(input.X, input.init, { maxIterations: 300 });
    expect(run.iterations).toBe(expected.n_updates);
    expect(run.labels).toEqual(expected.final_labels);
    close(run.centroids, expected.final_centers);
    close([run.inertias], [trace.inertia]);
    expect(run.inertias.at(-1)).toBeCloseTo(expected.final_inertia, 9);
    trace.centers.forEach((centers, t) => {
      const part = kMeans(input.X, input.init, { maxIterations: t });
      close(part.centroids, centers);
      expect(part.labels).toEqual(trace.labels[t]);
      expect(part.iterations).toBe(t);
    });
  });

  it('gives the figures of the seven points', () => {
    const X = [
      [1, 1],
      [1.5, 2],
      [3, 4],
      [5, 7],
      [3.5, 5],
      [4.5, 5],
      [3.5, 4.5],
    ];
    const start = [
      [1, 1],
      [5, 7],
    ];
    const { centroids, labels, inertias, iterations } = kMeans(X, start);
    expect({ labels, iterations }).toEqual({ labels: [0, 0, 1, 1, 1, 1, 1], iterations: 2 });
    close(centroids, [
      [1.25, 1.5],
      [3.9, 5.1],
    ]);
    expect(inertias[0]).toBe(33.25);
    expect(inertias[1]).toBeCloseTo(11.225694, 6);
    expect(inertias[2]).toBeCloseTo(8.525, 12);
  });

  it('may stay in a local optimum', () => {
    const X = [
      [0, 0],
      [0, 1],
      [4, 0],
      [4, 1],
    ];
    expect(
      kMeans(X, [
        [2, 0],
        [2, 1],
      ]).inertias.at(-1),
    ).toBe(16);
    expect(
      kMeans(X, [
        [0, 0.5],
        [4, 0.5],
      ]).inertias.at(-1),
    ).toBe(1);
  });

  it('gives a tie on a line to the lower label', () => {
    expect(kMeans([[0], [2], [4]], [[1], [3]]).centroids).toEqual([[1], [4]]);
  });

  it('leaves an empty cluster where it is', () => {
    expect(kMeans([[0], [1], [10]], [[0], [10], [100]]).centroids).toEqual([[0.5], [10], [100]]);
  });

  it('moves with the points when they are shifted and scaled', () => {
    const draw = drawing(4);
    const X = draw.times(25, () => draw.times(3, () => draw.normal(1, 3)));
    const start = draw.times(4, () => draw.times(3, () => draw.normal(1, 3)));
    const move = (rows: number[][]) => rows.map(row => row.map((x, j) => 2.5 * x + j - 7));
    const plain = kMeans(X, start);
    const moved = kMeans(move(X), move(start));
    expect(moved.labels).toEqual(plain.labels);
    close(moved.centroids, move(plain.centroids));
    close([moved.inertias], [plain.inertias.map(value => value * 2.5 ** 2)]);
  });

  it('ends where no point and no centroid would move', () => {
    const draw = drawing(9);
    const X = draw.times(40, () => draw.times(2, () => draw.normal(0, 4)));
    const { centroids, labels, inertias } = kMeans(X, X.slice(0, 5));
    expect(assign(X, centroids)).toEqual(labels);
    close(update(X, labels, centroids), centroids);
    expect(inertia(X, labels, centroids)).toBe(inertias.at(-1));
  });

  it.each([
    ['3 centroids for 2 points', () => kMeans([[0], [1]], [[0], [1], [2]]), RangeError],
    ['no centroids', () => assign([[0]], []), RangeError],
    ['a row of 2 numbers beside a centroid of 1', () => assign([[0, 1]], [[0]]), TypeError],
    ['1 labels for 2 points', () => inertia([[0], [1]], [0], [[0]]), TypeError],
    ['label -1 with 2 centroids', () => update([[0]], [-1], [[0], [1]]), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the k-means grader', () => {
  const alternatives = submissions('alternatives', 'k-means');
  const mistakes = submissions('mistakes', 'k-means');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(4);
    expect(mistakes.length).toBeGreaterThanOrEqual(8);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name.endsWith('single-precision.ts') ? [/single precision/] : [];
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
    ['manhattan.ts', 'measures along the axes'],
    ['nan-on-empty.ts', 'divides by zero in an empty cluster'],
    ['zero-limit.ts', 'takes a limit of 0 for none given'],
    ['centroid-stop.ts', 'leaves out the iteration that changes nothing'],
    ['default-three-hundred.ts', 'has a higher limit by default'],
    ['starts-at-a-billion.ts', 'begins the search at some large distance'],
    ['distances-sorted-as-text.ts', 'compares distances as text'],
    ['prunes-on-unsquared-gap.ts', 'compares a plain difference with a squared distance'],
    ['zero-sum-taken-for-empty.ts', 'keeps the old coordinate where a mean is 0'],
    ['repeated-points-weighed-once.ts', 'counts repeated points once'],
    ['labels-not-taken-as-given.ts', 'measures to the nearest centroid whatever the label'],
    ['undefined-limit.ts', 'lets undefined replace the default'],
    ['never-above-a-hundred.ts', 'never makes more than 100 iterations'],
    ['empty-cluster-returns-to-start.ts', 'sends an emptied cluster back to its start'],
    ['sticks-to-its-label.ts', 'keeps the old label in a tie'],
    ['labels-joined-without-separator.ts', 'stops when the cluster sizes stay'],
    ['stops-when-sizes-stand.ts', 'stops when the cluster sizes stay'],
    ['last-iteration-not-counted.ts', 'neither counts nor records the last iteration'],
    ['stale-labels-when-cut.ts', 'does not assign after the last update'],
    ['assign-refuses-spare-centroids.ts', 'refuses spare centroids in every function'],
    ['negative-label-passes.ts', 'accepts negative labels'],
    ['spare-labels.ts', 'accepts too many labels'],
    ['rows-counted-together.ts', 'counts the coordinates of all rows together'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
