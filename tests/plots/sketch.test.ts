import { describe, expect, it } from 'vitest';
import type { Picture } from '../../graders/picture';
import type { Value } from '../../graders/value';
import { sketchOf } from '../../src/plots/sketch';

const experiment = () => null;
const of = (kind: object, own: unknown, wanted: unknown = own, scene = {}) =>
  sketchOf(
    { title: 'A picture', experiment, ...kind } as unknown as Picture,
    own as Value,
    wanted as Value,
    {
      bench: undefined,
      table: null,
      ...scene,
    },
  );

describe('the steps of a picture', () => {
  it('tell both losses of a curve', () => {
    const { steps } = of({ kind: 'curve', label: 'loss' }, [4, 2, 1], [4, 3]) ?? {};
    expect(steps?.last).toBe(2);
    expect(steps?.say(1)).toBe('Step 1 of 2: loss 2, the reference’s 3.');
    expect(steps?.say(2)).toBe('Step 2 of 2: loss 1.');
  });

  it('tell where each centroid stands, and how many points it had then', () => {
    const trace = {
      X: [[0, 0], [1, 1], [9, 9]],
      labels: [0, 0, 1],
      steps: [[[0, 0], [1, 1]], [[0.5, 0.5], [9, 9]]],
      assigned: [[0, 1, 1], [0, 0, 1]],
    }; // biome-ignore format: rows
    const { steps } = of({ kind: 'centroid-trace' }, trace) ?? {};
    expect(steps?.say(0)).toBe(
      'After 0 of 1 updates, centroid 0 at (0, 0), 1 points; 1 at (1, 1), 2 points.',
    );
    expect(steps?.say(1)).toContain('0 at (0.5, 0.5), 2 points; 1 at (9, 9), 1 points');
  });

  it('tell how a boundary grows, and where the reference says another class', () => {
    const boundary = (scores: number[]) => ({
      X: [[0, 0], [1, 1]],
      y: [0, 1],
      xs: [0, 1],
      ys: [0, 1],
      scores,
      stages: [
        { name: 'Depth 0', scores: [0, 0, 0, 0] },
        { name: 'Depth 1', scores },
      ],
    }); // biome-ignore format: rows
    const { steps } =
      of({ kind: 'boundary' }, boundary([0, 1, 1, 1]), boundary([0, 1, 0, 1])) ?? {};
    expect(steps?.say(0)).toBe(
      'Depth 0: class 0 takes 100 % of the area, class 1 takes 0 % of the area. The reference says the same everywhere.',
    );
    expect(steps?.say(1)).toContain('The reference says another class on 25 %, marked ×.');
  });

  it('are left out where a boundary has only one, or stages that are not over its grid', () => {
    const plain = { X: [[0, 0], [1, 1]], y: [0, 1], xs: [0, 1], ys: [0, 1], scores: [0, 1, 0, 1] }; // biome-ignore format: rows
    expect(of({ kind: 'boundary' }, plain)?.steps).toBe(undefined);
    const odd = { ...plain, stages: [{ name: 'one', scores: [1] }] };
    expect(of({ kind: 'boundary' }, odd)?.steps).toBe(undefined);
  });

  it('tell the place, the loss and the reference of a descent', () => {
    const landscape = () => ({ height: (x: number, y: number) => x * x + y * y, bottom: [0, 0] });
    const kind = { kind: 'descent', x: 'weight', y: 'bias', landscape };
    const { steps, words } = of(kind, [[4, 2], [-8, 1], [Number.NaN, 0]], [[4, 2], [1, 1]]) ?? {}; // biome-ignore format: a way
    expect(steps?.say(0)).toBe('Step 0 of 2: (4, 2), loss 20; the reference at (4, 2).');
    expect(steps?.say(1)).toContain('That is outside of the picture.');
    expect(steps?.say(2)).toContain('no finite place');
    expect(words).toContain('it is lowest at (0, 0)');
  });
});

describe('a threshold over scores', () => {
  const thresholds = (rate: number) => ({
    scores: [0.9, 0.4, 0.4, 0.1],
    y: [1, 1, 0, 0],
    thresholds: [Infinity, 0.9, 0.4, 0.1],
    told: [{ name: 'true positive rate', values: [0, rate, 1, 1] }],
    whole: [{ name: 'ROC AUC', value: 0.875 }],
  });

  it('counts what lies above it, ties at once, and tells where the reference says something else', () => {
    const { steps, pad } = of({ kind: 'thresholds' }, thresholds(0.25), thresholds(0.5)) ?? {};
    expect(pad?.lanes).toBe(true);
    expect(steps?.say(0)).toBe(
      'Above every score: 0 of 2 rows of class 1, 0 of 2 of class 0. True positive rate 0; ROC AUC 0.875, as the reference’s.',
    );
    expect(steps?.say(1)).toContain('True positive rate 0.25, the reference’s 0.5; ROC AUC 0.875.');
    expect(steps?.say(2)).toContain('From 0.4 up: 2 of 2 rows of class 1, 1 of 2 of class 0.');
  });

  it('is not drawn where something is not told of each', () => {
    const short = { ...thresholds(1), told: [{ name: 'recall', values: [0, 1] }] };
    expect(of({ kind: 'thresholds' }, short)).toBe(null);
    expect(of({ kind: 'thresholds' }, { ...thresholds(1), scores: [1, Number.NaN, 0, 0] })).toBe(null); // biome-ignore format: one line
  });
});

it('tells the arrows of a scatter beside the reference’s, and lets its rows be moved where they are rows', () => {
  const points = [[0, 0], [2, 1]]; // biome-ignore format: points
  const arrow = (x: number) => ({ points, arrows: [{ from: [0, 0], to: [x, 1] }] });
  const kind = { kind: 'scatter', x: 'feature 0', y: 'feature 1' };
  const sketch = of({ ...kind, ofRows: true }, arrow(1), arrow(3));
  expect(sketch?.words).toBe(
    '2 points and an arrow: (0, 0) to (1, 1). The reference’s, the wide lines, go from (0, 0) to (3, 1).',
  );
  expect(sketch?.pad?.places).toHaveLength(2);
  expect(of(kind, arrow(1))?.pad).toBe(undefined);
});

describe('the way of a row through a tree', () => {
  const leaf = (prediction: number, counts: number[]) => ({ kind: 'leaf', prediction, counts });
  const tree = {
    kind: 'split',
    feature: 0,
    threshold: 2,
    left: leaf(0, [3, 0]),
    right: {
      kind: 'split',
      feature: 1,
      threshold: 5,
      left: leaf(1, [0, 4]),
      right: leaf(0, [2, 1]),
    },
  };
  const table = { X: [[2, 9], [3, 5], [3, 6]], y: [0, 1, 0] }; // biome-ignore format: rows

  it('is told question by question; what equals a threshold goes left', () => {
    const { ofRow } = of({ kind: 'tree' }, tree, tree, { table }) ?? {};
    expect(ofRow?.(0)).toBe(
      'Row 0, class 0. x0 ≤ 2? yes, for x0 is 2. The leaf says class 0; the classes came to it 3 : 0 times.',
    );
    expect(ofRow?.(1)).toContain('x0 ≤ 2? no, for x0 is 3. x1 ≤ 5? yes, for x1 is 5.');
    expect(ofRow?.(2)).toContain('x1 ≤ 5? no, for x1 is 6. The leaf says class 0');
    expect(ofRow?.(7)).toBe('');
  });

  it('is beside a sentence on the reference’s tree', () => {
    expect(of({ kind: 'tree' }, tree)?.words).toContain('The reference grows the same tree.');
    expect(of({ kind: 'tree' }, tree, leaf(0, [3, 2]))?.words).toContain('grows another: depth 0');
  });

  it('ends for a tree that holds itself', () => {
    const endless: { kind: string; left?: object; right?: object } = { kind: 'split' };
    endless.left = endless.right = endless;
    expect(of({ kind: 'tree' }, endless)).toBe(null);
  });
});

it('draws nothing of values that have not the form, whatever they are', () => {
  const kinds = [
    { kind: 'curve', label: 'loss' },
    { kind: 'boundary' },
    { kind: 'centroid-trace' },
    { kind: 'fitted-lines' },
    { kind: 'tree' },
    { kind: 'path', x: 'x', y: 'y' },
    { kind: 'scatter', x: 'x', y: 'y' },
    { kind: 'thresholds' },
    { kind: 'descent', x: 'x', y: 'y', landscape: () => ({ height: () => 0, bottom: [0, 0] }) },
  ];
  const values = [
    null,
    3,
    'text',
    [],
    [[]],
    {},
    [[1, 2, 3]],
    { X: [[1]], steps: [[[1]]], labels: [0] },
  ];
  for (const kind of kinds)
    for (const value of values) {
      if (kind.kind === 'curve' && Array.isArray(value) && typeof value[0] === 'number') continue;
      expect(of(kind, value), `${kind.kind} of ${JSON.stringify(value)}`).toBe(null);
    }
});
