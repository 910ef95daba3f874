import type { Labelled } from './datasets';
import type { Draw } from './random';

/** A classification tree, as the tasks define it: `x[feature] <= threshold` goes left. */
export type ClassTree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | {
      kind: 'split';
      feature: number;
      threshold: number;
      gain: number;
      left: ClassTree;
      right: ClassTree;
    };

/** What a node is measured by: `classes` is the number of classes, entropy is in bits. */
export interface Measure {
  readonly classes: number;
  readonly criterion: 'gini' | 'entropy';
}

/** How far a tree may grow; the root has depth 0. */
export interface Growth extends Measure {
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
}

/** One way to part a node, with what it gains and the class counts of both sides. */
export interface Candidate {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** @returns how many examples there are of each class, [classes]. */
export function countClasses(y: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of y) counts[label] += 1;
  return counts;
}

/** @returns the class that a leaf predicts: the most frequent, the lowest of equals. */
export function majority(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}

function impurity(counts: readonly number[], { criterion }: Measure): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let mixed = 0;
  for (const count of counts) {
    const p = count / n;
    if (p > 0) mixed += criterion === 'gini' ? p * (1 - p) : -p * Math.log2(p);
  }
  return mixed;
}

/** @returns impurity of the whole minus that of the parts, weighted by their sizes. */
function gainOf(left: readonly number[], right: readonly number[], measure: Measure): number {
  const whole = left.map((count, k) => count + right[k]);
  const size = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const weighted = (counts: readonly number[]) =>
    (size(counts) / size(whole)) * impurity(counts, measure);
  return impurity(whole, measure) - (weighted(left) + weighted(right));
}

/**
 * Every way to part a node at a midpoint of neighbouring distinct values, by feature, then by
 * threshold.
 */
export function candidates({ X, y }: Labelled, measure: Measure): Candidate[] {
  const found: Candidate[] = [];
  for (let feature = 0; feature < (X[0]?.length ?? 0); feature += 1) {
    const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
    const left = new Array<number>(measure.classes).fill(0);
    const right = countClasses(y, measure.classes);
    for (let size = 1; size < order.length; size += 1) {
      const last = order[size - 1];
      left[y[last]] += 1;
      right[y[last]] -= 1;
      const [below, above] = [X[last][feature], X[order[size]][feature]];
      if (below === above) continue;
      const gain = gainOf(left, right, measure);
      found.push({
        feature,
        threshold: (below + above) / 2,
        gain,
        left: [...left],
        right: [...right],
      });
    }
  }
  return found;
}

/** @returns the first candidate of the largest gain, or undefined where there is none. */
export function bestOf(found: readonly Candidate[]): Candidate | undefined {
  return found.reduce<Candidate | undefined>(
    (best, next) => (best === undefined || next.gain > best.gain ? next : best),
    undefined,
  );
}

/** @returns the examples that go left and those that go right. */
export function part({ X, y }: Labelled, feature: number, threshold: number): [Labelled, Labelled] {
  const side = (wanted: boolean): Labelled => {
    const inside = (_: unknown, i: number) => X[i][feature] <= threshold === wanted;
    return { X: X.filter(inside), y: y.filter(inside) };
  };
  return [side(true), side(false)];
}

/** @returns why a node must be a leaf, as the end of a sentence, or null where it must be split. */
export function reasonToStop(
  { X, y }: Labelled,
  depth: number,
  { classes, maxDepth, minSamplesSplit }: Growth,
): string | null {
  const k = countClasses(y, classes).indexOf(y.length);
  if (k >= 0) return `all its ${y.length} examples are of class ${k}`;
  if (depth >= maxDepth) return `its depth is ${depth}, and maxDepth is ${maxDepth}`;
  if (y.length < minSamplesSplit) {
    return `it has ${y.length} examples, and minSamplesSplit is ${minSamplesSplit}`;
  }
  return X.every(row => row.every((x, j) => x === X[0][j]))
    ? `all its ${y.length} rows are alike, so there is no threshold`
    : null;
}

/**
 * For `draw.until`: does one split stand out at every node of the greedy tree? Ties between splits
 * whose sides have the same class counts do not matter, since their gains are equal in any
 * arithmetic.
 * @param margin by how much the best gain must beat every other
 */
export function standsOut(node: Labelled, growth: Growth, margin = 1e-5, depth = 0): boolean {
  if (reasonToStop(node, depth, growth) !== null) return true;
  const found = candidates(node, growth);
  const best = bestOf(found) as Candidate;
  const rivals = found.filter(other => other.gain > best.gain - margin);
  if (rivals.some(rival => sidesOf(rival) !== sidesOf(best))) return false;
  const [left, right] = part(node, best.feature, best.threshold);
  return standsOut(left, growth, margin, depth + 1) && standsOut(right, growth, margin, depth + 1);
}

const sidesOf = ({ left, right }: Candidate) => [`${left}`, `${right}`].sort().join(' | ');

/**
 * A tree that nobody grew, for judging predictions alone: lopsided, down to the given depth, with
 * thresholds between −3 and 3 of 3 decimals; neighbouring leaves predict different classes, each
 * in keeping with its counts.
 */
export function anyTree(draw: Draw, d: number, classes: number, depth: number): ClassTree {
  let prediction = draw.integer(0, classes - 1);
  const grow = (depth: number): ClassTree => {
    if (depth === 0) {
      const counts = draw.times(classes, () => draw.integer(0, 6));
      prediction = (prediction + 1) % classes;
      counts[prediction] += 7;
      return { kind: 'leaf', counts, prediction };
    }
    const below = draw.shuffle([depth - 1, draw.integer(0, depth - 1)]);
    return {
      kind: 'split',
      feature: draw.integer(0, d - 1),
      threshold: Math.round(draw.uniform(-3000, 3000)) / 1000,
      gain: draw.uniform(0, 0.5),
      left: grow(below[0]),
      right: grow(below[1]),
    };
  };
  return grow(depth);
}
