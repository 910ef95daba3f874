import { describe, expect, it } from 'vitest';
import { blobs } from '../../graders/datasets';
import type { Evidence } from '../../graders/laws';
import { drawing } from '../../graders/random';
import { followsItsTree, growsGreedily, splitsBest } from '../../graders/tree-laws';
import { type Candidate, candidates, type Growth, part, reasonToStop } from '../../graders/trees';
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

/** Examples of three classes that overlap. */
const many = (seed: number) => {
  const { X, y } = blobs(drawing(seed), 40, 3, 3, 5);
  return { X, y, options: { ...options, classes: 3, maxDepth: 3, minSamplesSplit: 4 } };
};
type Many = ReturnType<typeof many>;

type Score = (split: Candidate) => number;

/** Grown by the largest score; the first of equals. */
function grownBy(score: Score, task: Many, gain: Score = one => one.gain, depth = 0): Value {
  const counts = [0, 1, 2].map(k => task.y.filter(label => label === k).length);
  if (reasonToStop(task, depth, task.options)) return leaf(...counts);
  const found = candidates(task, task.options);
  const best = found.reduce((a, b) => (score(b) > score(a) ? b : a));
  const [left, right] = part(task, best.feature, best.threshold).map(side =>
    grownBy(score, { ...side, options: task.options }, gain, depth + 1),
  );
  return split(best.feature, best.threshold, gain(best), left, right);
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const gini = (counts: readonly number[]) =>
  1 - counts.reduce((sum, count) => sum + (count / total(counts)) ** 2, 0);
const entropy = (counts: readonly number[]) =>
  counts.reduce(
    (sum, c) => (c > 0 ? sum - (c / total(counts)) * Math.log2(c / total(counts)) : sum),
    0,
  );

describe('the criterion that was followed instead', () => {
  /** What the law says of trees from several seeds after its first sentence. */
  const asides = (score: Score, gain?: Score) => {
    const said = new Map<string, number>();
    for (let seed = 1; seed <= 25; seed += 1) {
      const task = many(seed);
      const say = growsGreedily(() => task)(grownBy(score, task, gain), evidence)?.say ?? '';
      const aside = /Every split.*/.exec(say)?.[0] ?? '';
      said.set(aside, (said.get(aside) ?? 0) + 1);
    }
    said.delete('');
    return said;
  };

  it.each<[string, Score]>([
    [
      'the best under entropy',
      ({ left, right }) => -total(left) * entropy(left) - total(right) * entropy(right),
    ],
    [
      'the best under the share of misclassified examples',
      ({ left, right }) => Math.max(...left) + Math.max(...right),
    ],
    [
      'the best under the gain ratio',
      ({ gain, left, right }) => gain / entropy([total(left), total(right)]),
    ],
    [
      'the best where both children count the same, however large each is',
      ({ left, right }) => -gini(left) - gini(right),
    ],
    [
      'the best where each child is weighted by the size of the other',
      ({ left, right }) => -total(right) * gini(left) - total(left) * gini(right),
    ],
    [
      'the best where only the larger child counts',
      ({ left, right }) => -gini(total(left) >= total(right) ? left : right),
    ],
    [
      'the best where only the more mixed child counts',
      ({ left, right }) => -Math.max(gini(left), gini(right)),
    ],
    [
      'the one that parts the examples most evenly',
      ({ left, right }) => -Math.abs(total(left) - total(right)),
    ],
    ['the one that gains the least', ({ gain }) => -gain],
  ])('is %s', (name, score) => {
    const said = asides(score);
    expect([...said.keys()]).toEqual([`Every split you chose is exactly ${name}.`]);
  });

  it('is told by the gains too, where the same splits are the best', () => {
    const score = ({ left, right }: Candidate) =>
      entropy(left.map((count, k) => count + right[k])) -
      (total(left) * entropy(left) + total(right) * entropy(right)) / (total(left) + total(right));
    const said = asides(score, score);
    expect([...said.keys()]).toEqual(['Every split you chose is exactly the best under entropy.']);
    expect(said.values().next().value).toBeGreaterThan(asides(score).values().next().value!);
  });

  it.each<[string, Score]>([
    ['the first there is', () => 0],
    ['the best of all features but the last', ({ gain, feature }) => (feature < 2 ? gain : -1)],
    ['the best of a left child alone', ({ left }) => -gini(left)],
    ['the best of a right child alone', ({ right }) => -gini(right)],
    ['the best of rounded gains', ({ gain }) => Math.round(50 * gain)],
  ])('is not guessed where every choice is %s', (_, score) => {
    expect(asides(score)).toEqual(new Map());
  });

  it('is told by several calls, with the call that went wrong', () => {
    const nodes = Array.from({ length: 8 }, (_, i) => many(i + 1));
    const splits = nodes.map(node => {
      const found = candidates(node, node.options);
      const score = ({ left, right }: Candidate) => -gini(left) - gini(right);
      return found.reduce((a, b) => (score(b) > score(a) ? b : a)) as unknown as Value;
    });
    const calls = nodes.map((_, i) => ({ name: `call ${i}`, args: [] }));
    const learner = { calls };
    const law = splitsBest(() => nodes);
    expect(law(splits, { ...evidence, learner })).toMatchObject({
      say: expect.stringMatching(/^Your split asks .* Every split you chose is .* both children/),
      call: calls[0],
    });
    const best = nodes.map(node => {
      const found = candidates(node, node.options);
      return found.reduce((a, b) => (b.gain > a.gain ? b : a)) as unknown as Value;
    });
    expect(law(best, evidence)).toBe(null);
    expect(law(best.with(3, splits[3]), { ...evidence, learner })).toMatchObject({
      say: expect.not.stringContaining('Every split'),
      call: calls[3],
    });
    expect(law(best.slice(1), evidence)).not.toBe(null);
    expect(law(best[0], evidence)).not.toBe(null);
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
