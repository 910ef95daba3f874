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

/** Two gains nearer than this are equal but for rounding, single precision included. */
const ROUNDING = 1e-6;
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
  return (value, { bench }) => {
    const node = task(bench);
    const aside = () => otherCriterion(decisionsOf(value, node), node.options);
    return breachAt(value, node, { ...node.options, aside }, []);
  };
}

/**
 * A split `{ feature, threshold, gain }` that no other of the node beats; with several tasks a list
 * of splits, one call for each.
 * @param task the examples and options that the experiment searches; they must leave a threshold
 */
export function splitsBest<B>(
  task: (bench: B) => Task<Measure> | readonly Task<Measure>[],
): Law<B> {
  return (value, { bench, learner }) => {
    const given = task(bench);
    const several = 'X' in given ? null : given;
    const nodes = several ?? [given as Task<Measure>];
    const splits = several ? (Array.isArray(value) ? value : []) : [value];
    const decisions = () => nodes.map((node, i) => decisionAt(splits[i], node));
    const aside = () => otherCriterion(decisions(), nodes[0].options);
    for (let i = 0; i < nodes.length; i += 1) {
      const measure = { ...nodes[i].options, aside };
      const breach = breachOfSplit(splits[i], nodes[i], measure, [], 'Your split');
      if (!breach) continue;
      // Of several calls the last is not the one that the sentence speaks of.
      const told = { received: splits[i], call: learner.calls[i], ...breach };
      return several ? told : breach;
    }
    return null;
  };
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

/** Something to add, worked out only where a split is not what was asked for; begins with a space. */
interface Remarked {
  readonly aside: () => string;
}

function breachAt(
  tree: Value,
  node: Labelled,
  growth: Growth & Remarked,
  path: Path,
): Violation | null {
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
  measure: Measure & Remarked,
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
    const { say, ...rest } = breach(
      field,
      ` and gains ${printNumber(chosen.gain)}; ${offer(best)}`,
      behind,
    );
    return { say: say + measure.aside(), ...rest };
  }
  const middle = chosen.threshold;
  const off = Math.abs(threshold - middle);
  if (!(off <= PRECISION * Math.max(1, Math.abs(middle)))) {
    const say = `; the midpoint of the two neighbouring values is ${printNumber(middle)}`;
    return { ...breach('threshold', say, off), expected: middle };
  }
  if (!isGain(gain, chosen.gain)) {
    const say = ` with the gain ${printValue(gain)}; it gains ${printNumber(chosen.gain)}`;
    const violation = {
      ...breach('gain', say, Math.abs(gain - chosen.gain)),
      expected: chosen.gain,
    };
    return { ...violation, say: violation.say + measure.aside() };
  }
  return null;
}

/** What was chosen at one node, among all that could have been. */
interface Decision {
  readonly gain: Value;
  readonly chosen: Candidate;
  readonly found: readonly Candidate[];
}

/** @returns null where the split is not one of those that the node offers. */
function decisionAt(split: Value, node: Labelled): Decision | null {
  if (!isRecord(split)) return null;
  const { feature, threshold, gain } = split;
  if (typeof feature !== 'number' || typeof threshold !== 'number') return null;
  // Any criterion will do: only the counts are looked at.
  const classes = Math.max(...node.y) + 1;
  const found = candidates(node, { classes, criterion: 'gini' });
  const size = node.X.filter(row => row[feature] <= threshold).length;
  const chosen = found.find(other => other.feature === feature && sum(other.left) === size);
  return chosen ? { chosen, found, gain } : null;
}

/** Every split of a tree, with null in place of those that part nothing. */
function decisionsOf(tree: Value, node: Labelled): (Decision | null)[] {
  if (!isRecord(tree) || tree.kind !== 'split') return [];
  const decision = decisionAt(tree, node);
  if (!decision) return [null];
  const [left, right] = part(node, Number(tree.feature), Number(tree.threshold));
  return [decision, ...decisionsOf(tree.left, left), ...decisionsOf(tree.right, right)];
}

/** One or two splits may well be the best under some other criterion by accident. */
const TELLING = 3;

/**
 * Says which other criterion was followed, where exactly one makes every choice the best; else
 * nothing. A split tells if what was asked for would have chosen another, or if the gain that was
 * recorded with it is that of the other criterion.
 */
function otherCriterion(all: readonly (Decision | null)[], { criterion }: Measure): string {
  const decisions = all.filter(decision => decision !== null);
  if (decisions.length < all.length) return '';
  const asked = criterion === 'gini' ? gini : entropy;
  const isBest = ({ chosen, found }: Decision, { score }: Criterion) =>
    found.every(other => score(other, asked) <= score(chosen, asked) + ROUNDING);
  const fitting = CRITERIA.filter(one => decisions.every(decision => isBest(decision, one)));
  if (fitting.length !== 1 || fitting[0].impurity === asked) return '';
  const wanted = under(asked, '');
  const telling = decisions.filter(
    decision =>
      !isBest(decision, wanted) ||
      (recorded(decision, fitting[0].score(decision.chosen, asked)) &&
        !recorded(decision, wanted.score(decision.chosen, asked))),
  );
  return telling.length < TELLING ? '' : ` Every split you chose is exactly ${fitting[0].say}.`;
}

function recorded({ gain }: Decision, expected: number): boolean {
  return typeof gain === 'number' && isGain(gain, expected);
}

function isGain(received: number, expected: number): boolean {
  return Math.abs(received - expected) <= 5e-5 * expected + PRECISION;
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

type Counts = readonly number[];
type Impurity = (counts: Counts) => number;

const shares = (counts: Counts) => counts.map(count => count / sum(counts));
const gini: Impurity = counts => shares(counts).reduce((mixed, p) => mixed + p * (1 - p), 0);
const entropy: Impurity = counts =>
  shares(counts).reduce((mixed, p) => (p > 0 ? mixed - p * Math.log2(p) : mixed), 0);
const misclassified: Impurity = counts => 1 - Math.max(...shares(counts));

const gainBy = (impurity: Impurity, left: Counts, right: Counts) => {
  const whole = left.map((count, k) => count + right[k]);
  const weighted = sum(left) * impurity(left) + sum(right) * impurity(right);
  return impurity(whole) - weighted / sum(whole);
};

/** A way to choose among the splits of a node: the largest score wins. */
interface Criterion {
  /** What each child is measured by; without it, by what the task asks for. */
  readonly impurity?: Impurity;
  readonly score: (split: Candidate, asked: Impurity) => number;
  /** What the splits are then, after "exactly". */
  readonly say: string;
}

const under = (impurity: Impurity, name: string): Criterion => ({
  impurity,
  score: ({ left, right }) => gainBy(impurity, left, right),
  say: `the best under ${name}`,
});

const where = (
  score: (left: Counts, right: Counts, asked: Impurity) => number,
  say: string,
): Criterion => ({ score: ({ left, right }, asked) => score(left, right, asked), say });

/** What splits are chosen by, as it was asked for or as mistakes have it. */
const CRITERIA: readonly Criterion[] = [
  under(gini, 'Gini'),
  under(entropy, 'entropy'),
  under(misclassified, 'the share of misclassified examples'),
  where(
    (left, right, asked) => gainBy(asked, left, right) / entropy([sum(left), sum(right)]),
    'the best under the gain ratio',
  ),
  where(
    (left, right, asked) => -asked(left) - asked(right),
    'the best where both children count the same, however large each is',
  ),
  where(
    (left, right, asked) => -sum(right) * asked(left) - sum(left) * asked(right),
    'the best where each child is weighted by the size of the other',
  ),
  where(
    (left, right, asked) => -asked(sum(left) >= sum(right) ? left : right),
    'the best where only the larger child counts',
  ),
  where(
    (left, right, asked) => -Math.max(asked(left), asked(right)),
    'the best where only the more mixed child counts',
  ),
  where(
    (left, right) => -Math.abs(sum(left) - sum(right)),
    'the one that parts the examples most evenly',
  ),
  where((left, right, asked) => -gainBy(asked, left, right), 'the one that gains the least'),
];
