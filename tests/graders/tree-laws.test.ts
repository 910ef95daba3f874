import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../graders/laws';
import { followsItsTree, growsGreedily, splitsBest } from '../../graders/tree-laws';
import type { Growth } from '../../graders/trees';
import { Strange, type Value } from '../../graders/value';

const evidence: Evidence<unknown> = {
  bench: {},
  expected: undefined,
  reference: { calls: [] },
  learner: { calls: [] },
};

// biome-ignore format: a table
const X = [[2, 3], [1, 1], [3, 2], [6, 5], [7, 8], [8, 6], [7, 2], [6, 1]];
const y = [0, 0, 0, 1, 1, 1, 0, 1];
const options: Growth = { classes: 2, criterion: 'gini', maxDepth: 2, minSamplesSplit: 2 };

const leaf = (...counts: number[]) => ({
  kind: 'leaf',
  counts,
  prediction: counts.indexOf(Math.max(...counts)),
});
const split = (feature: number, threshold: number, gain: number, left: Value, right: Value) => ({
  kind: 'split',
  feature,
  threshold,
  gain,
  left,
  right,
});
const below = split(1, 3.5, 0.12, leaf(1, 1), leaf(0, 3));
const tree = split(0, 4.5, 0.3, leaf(3, 0), below);

const grown = (value: Value, limits: Partial<Growth> = {}) =>
  growsGreedily(() => ({ X, y, options: { ...options, ...limits } }))(value, evidence);

describe('growsGreedily', () => {
  it('is obeyed by the tree that the tie rule asks for', () => {
    expect(grown(tree)).toBe(null);
  });

  it('is obeyed by the other tree, whose root gains as much', () => {
    const left = split(0, 4.5, 0.32, leaf(3, 0), leaf(1, 1));
    expect(grown(split(1, 4, 0.3, left, leaf(0, 3)))?.path).toEqual(['left', 'gain']);
    expect(grown(split(1, 4, 0.3, { ...left, gain: 0.12 }, leaf(0, 3)))).toBe(null);
  });

  it('is obeyed to single precision, and with fields of its own', () => {
    const f = Math.fround;
    expect(grown({ ...tree, threshold: f(4.5), gain: f(0.3), depth: 0 })).toBe(null);
  });

  it.each<[string, Value, string]>([
    [
      'a worse split',
      { ...tree, feature: 1, threshold: 2.5 },
      'root asks x[1] <= 2.5 and gains 0.125; x[0] <= 4.5 gains 0.3.',
    ],
    [
      'a threshold off the middle',
      { ...tree, threshold: 3 },
      'root asks x[0] <= 3; the midpoint of the two neighbouring values is 4.5.',
    ],
    [
      'another gain',
      { ...tree, gain: 0.2 },
      'root asks x[0] <= 4.5 with the gain 0.2; it gains 0.3.',
    ],
    [
      'a gain that is no number',
      { ...tree, gain: '0.3' },
      'root asks x[0] <= 4.5; feature, threshold and gain should be numbers.',
    ],
    [
      'a split that parts nothing',
      { ...tree, threshold: 9 },
      'root asks x[0] <= 9, which parts no examples; x[0] <= 4.5 gains 0.3.',
    ],
    [
      'a feature that is not there',
      { ...tree, feature: 2 },
      'root asks x[2] <= 4.5, which parts no examples; x[0] <= 4.5 gains 0.3.',
    ],
    [
      'a leaf that nothing stops',
      { ...tree, right: leaf(1, 4) },
      'root.right is a leaf with counts [1, 4] at depth 1, and nothing stops it there: x[1] <= 3.5 gains 0.12.',
    ],
    [
      'a split of a pure node',
      { ...tree, left: below },
      'root.left is split, but it must be a leaf: all its 3 examples are of class 0.',
    ],
    [
      'a node too deep',
      { ...tree, right: { ...below, left: below } },
      'root.right.left is split, but it must be a leaf: its depth is 2, and maxDepth is 2.',
    ],
    [
      'other counts',
      { ...tree, left: leaf(2, 1) },
      'root.left has counts [2, 1]; the examples that reach it have [3, 0].',
    ],
    [
      'counts as a text',
      { ...tree, left: { ...leaf(3, 0), counts: '3,0' } },
      "root.left has counts '3,0'; the examples that reach it have [3, 0].",
    ],
    [
      'the higher of equal classes',
      { ...tree, right: { ...below, left: { ...leaf(1, 1), prediction: 1 } } },
      'root.right.left has counts [1, 1] and predicts 1; it should predict 0.',
    ],
    [
      'a node that is missing',
      { ...tree, left: null },
      "root.left has no kind; it should be 'leaf' or 'split'.",
    ],
  ])('is broken by %s', (_, value, say) => {
    expect(grown(value)?.say).toBe(say);
  });

  it('says that a gain of 0 is no reason to stop', () => {
    // biome-ignore format: a table
    const xor = { X: [[0, 0], [0, 1], [1, 0], [1, 1]], y: [0, 1, 1, 0], options };
    expect(growsGreedily(() => xor)(leaf(2, 2), evidence)?.say).toBe(
      'root is a leaf with counts [2, 2] at depth 0, and nothing stops it there: x[0] <= 0.5 gains 0, which is no reason to stop.',
    );
  });

  it.each<[string, Value]>([
    ['nothing', undefined],
    ['a number', 3],
    ['a list', [tree]],
    ['a function', new Strange('a function')],
    ['an empty object', {}],
    ['a split without anything', { kind: 'split' }],
    ['a leaf without anything', { kind: 'leaf' }],
  ])('is broken by %s', (_, value) => {
    expect(grown(value)?.say).toMatch(/\.$/);
    expect(grown(value, { maxDepth: 0 })?.say).toMatch(/\.$/);
  });
});

describe('splitsBest', () => {
  const judged = (value: Value) => splitsBest(() => ({ X, y, options }))(value, evidence);

  it('is obeyed by either of two splits that gain the same', () => {
    expect(judged({ feature: 0, threshold: 4.5, gain: 0.3 })).toBe(null);
    expect(judged({ feature: 1, threshold: 4, gain: 0.3 })).toBe(null);
  });

  it('says what would have been best', () => {
    expect(judged({ feature: 0, threshold: 2.5, gain: 0.2 })).toMatchObject({
      say: 'Your split asks x[0] <= 2.5 and gains 0.1666667; x[0] <= 4.5 gains 0.3.',
      path: ['threshold'],
      received: 2.5,
      expected: 4.5,
    });
    expect(judged(null)?.say).toBe('There is a split to find: x[0] <= 4.5 gains 0.3.');
  });
});

describe('followsItsTree', () => {
  // biome-ignore format: a table
  const rows = [[1, 9], [9, 1], [9, 9]];
  const law = followsItsTree(() => rows);

  it('is obeyed by the predictions of the tree that came with them', () => {
    expect(law({ tree, labels: [0, 0, 1] }, evidence)).toBe(null);
  });

  it('names the leaf in which a row ends', () => {
    expect(law({ tree, labels: [0, 1, 1] }, evidence)).toMatchObject({
      say: 'The row [9, 1] ends in root.right.left, which predicts 0; predict gave 1.',
      path: ['labels', 1],
    });
  });

  it.each<[string, Value]>([
    ['labels of another length', { tree, labels: [0, 0] }],
    ['labels that are no numbers', { tree, labels: ['0', '0', '1'] }],
    ['no tree', { tree: null, labels: [0, 0, 1] }],
    ['nothing', undefined],
  ])('is broken by %s', (_, value) => {
    expect(law(value, evidence)?.say).toMatch(/\.$/);
  });
});
