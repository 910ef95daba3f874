import { compare, EXACT } from './compare';
import type { Labelled } from './datasets';
import type { Law, Violation } from './laws';
import { printNumber, printValue } from './print';
import {
  bestOf,
  type Candidate,
  candidates,
  countClasses,
  type Growth,
  type Measure,
  majority,
  part,
  reasonToStop,
} from './trees';
import { isRecord, isVector, type Path, type Value } from './value';

/** Two gains nearer than this are equal but for rounding, so either split is best. */
const ROUNDING = 1e-9;
/** What single precision may be off by in a threshold or a recorded gain near 1. */
const PRECISION = 1e-6;

/** Examples, and how the experiment asks for them to be split; no option left to its default. */
type Task<O> = Labelled & { readonly options: O };

/**
 * A tree that has met its obligations: every node is a leaf only where it must be and else a split
 * that no other beats; counts, predictions, thresholds and gains are those of the rows that reach
 * it. Which of equal splits was taken is not judged, nor are extra fields.
 * @param task the examples and options that the experiment grows the tree from
 */
export function growsGreedily<B>(task: (bench: B) => Task<Growth>): Law<B> {
  return (value, { bench }) => breachAt(value, task(bench), task(bench).options, []);
}

/**
 * A split `{ feature, threshold, gain }` that no other of the node beats.
 * @param task the examples and options that the experiment searches; they must leave a threshold
 */
export function splitsBest<B>(task: (bench: B) => Task<Measure>): Law<B> {
  return (value, { bench }) =>
    breachOfSplit(value, task(bench), task(bench).options, [], 'Your split');
}

/**
 * A tree and labels that agree: each row gets the prediction of the leaf in which it ends, in the
 * very tree that came with the labels. Value: `{ tree, labels }`.
 * @param rows the rows that the experiment predicts for, none of them at a threshold
 */
export function followsItsTree<B>(rows: (bench: B) => number[][]): Law<B> {
  return (value, { bench }) => {
    const X = rows(bench);
    const { tree, labels } = isRecord(value) ? value : {};
    if (!isVector(labels) || labels.length !== X.length) {
      const say = `predict should return ${X.length} numbers, one for each row.`;
      return { say, path: ['labels'], received: labels };
    }
    for (let i = 0; i < X.length; i += 1) {
      const { node, path } = descend(tree, X[i]);
      const expected = isRecord(node) ? node.prediction : undefined;
      if (labels[i] === expected) continue;
      return {
        say: `The row ${printValue(X[i])} ends in ${nameOf(path)}, which predicts ${printValue(expected)}; predict gave ${labels[i]}.`,
        path: ['labels', i],
        received: labels[i],
        expected,
      };
    }
    return null;
  };
}

function descend(tree: Value, row: readonly number[]): { node: Value; path: Path } {
  let node = tree;
  let path: Path = [];
  while (isRecord(node) && node.kind === 'split') {
    const side = row[Number(node.feature)] <= Number(node.threshold) ? 'left' : 'right';
    node = node[side];
    path = [...path, side];
  }
  return { node, path };
}

function breachAt(tree: Value, node: Labelled, growth: Growth, path: Path): Violation | null {
  const name = nameOf(path);
  if (!isRecord(tree) || (tree.kind !== 'leaf' && tree.kind !== 'split')) {
    return { say: `${name} has no kind; it should be 'leaf' or 'split'.`, path, received: tree };
  }
  const stop = reasonToStop(node, path.length, growth);
  if (tree.kind === 'leaf') {
    return stop ? breachOfLeaf(tree, node, growth, path) : idleness(node, growth, path);
  }
  if (stop) {
    return { say: `${name} is split, but it must be a leaf: ${stop}.`, path, received: tree };
  }
  const breach = breachOfSplit(tree, node, growth, path);
  if (breach) return breach;
  const [left, right] = part(node, tree.feature as number, tree.threshold as number);
  return (
    breachAt(tree.left, left, growth, [...path, 'left']) ??
    breachAt(tree.right, right, growth, [...path, 'right'])
  );
}

/** What to say of a leaf that should have been split. */
function idleness(node: Labelled, growth: Growth, path: Path): Violation {
  const best = bestOf(candidates(node, growth)) as Candidate;
  const counts = printValue(countClasses(node.y, growth.classes));
  const say = `${nameOf(path)} is a leaf with counts ${counts} at depth ${path.length}, and nothing stops it there: ${offer(best)}${best.gain < ROUNDING ? ', which is no reason to stop' : ''}.`;
  return { say, path };
}

function breachOfLeaf(
  leaf: { readonly [field: string]: Value },
  { y }: Labelled,
  { classes }: Growth,
  path: Path,
): Violation | null {
  const name = nameOf(path);
  const counts = countClasses(y, classes);
  if (compare(leaf.counts, counts, EXACT)) {
    return {
      say: `${name} has counts ${printValue(leaf.counts)}; the examples that reach it have ${printValue(counts)}.`,
      path: [...path, 'counts'],
      received: leaf.counts,
      expected: counts,
    };
  }
  const expected = majority(counts);
  if (leaf.prediction === expected) return null;
  return {
    say: `${name} has counts ${printValue(counts)} and predicts ${printValue(leaf.prediction)}; it should predict ${expected}.`,
    path: [...path, 'prediction'],
    received: leaf.prediction,
    expected,
  };
}

function breachOfSplit(
  split: Value,
  node: Labelled,
  measure: Measure,
  path: Path,
  name = nameOf(path),
): Violation | null {
  const found = candidates(node, measure);
  const best = bestOf(found) as Candidate;
  if (!isRecord(split)) {
    return { say: `There is a split to find: ${offer(best)}.`, path, received: split };
  }
  const { feature, threshold, gain } = split;
  const breach = (
    field: 'feature' | 'threshold' | 'gain',
    say: string,
    by?: number,
  ): Violation => ({
    say: `${name} asks ${question(feature, threshold)}${say}.`,
    path: [...path, field],
    received: split[field],
    expected: best[field],
    by,
  });
  if (typeof feature !== 'number' || typeof threshold !== 'number' || typeof gain !== 'number') {
    return breach('feature', '; feature, threshold and gain should be numbers');
  }
  const size = node.X.filter(row => row[feature] <= threshold).length;
  const chosen = found.find(other => other.feature === feature && sum(other.left) === size);
  if (!chosen) return breach('threshold', `, which parts no examples; ${offer(best)}`);
  const field = feature === best.feature ? 'threshold' : 'feature';
  const behind = best.gain - chosen.gain;
  if (behind > ROUNDING) {
    return breach(field, ` and gains ${printNumber(chosen.gain)}; ${offer(best)}`, behind);
  }
  const middle = chosen.threshold;
  const off = Math.abs(threshold - middle);
  if (!(off <= PRECISION * Math.max(1, Math.abs(middle)))) {
    const say = `; the midpoint of the two neighbouring values is ${printNumber(middle)}`;
    return { ...breach('threshold', say, off), expected: middle };
  }
  const error = Math.abs(gain - chosen.gain);
  if (!(error <= 5e-5 * chosen.gain + PRECISION)) {
    const say = ` with the gain ${printValue(gain)}; it gains ${printNumber(chosen.gain)}`;
    return { ...breach('gain', say, error), expected: chosen.gain };
  }
  return null;
}

/** @example nameOf(['left', 'right']) // 'root.left.right' */
function nameOf(path: Path): string {
  return ['root', ...path].join('.');
}

function question(feature: Value, threshold: Value): string {
  return `x[${printValue(feature)}] <= ${printValue(threshold)}`;
}

function offer({ feature, threshold, gain }: Candidate): string {
  return `${question(feature, threshold)} gains ${printNumber(gain)}`;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
