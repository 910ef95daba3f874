import { compare } from './compare';
import type { Alike } from './grader';
import type { Law } from './laws';
import type { Value } from './value';

/**
 * For each condition, how often each outcome came up: `{ 'First of all': { '[0, 1]': 512, … } }`.
 * Conditions and outcomes are phrases, for they are read out where a frequency is wrong.
 */
export type Frequencies = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** For each condition, the probability of each outcome; those of one condition add up to 1. */
export type Odds = Frequencies;

/** Counts what came out of an experiment; null where the value has not the form that is asked for. */
export type Count = (value: Value) => Frequencies | null;

/** @returns how often each outcome was met with under each condition */
export function frequencies(
  events: Iterable<readonly [condition: string, outcome: string]>,
): Frequencies {
  const table = new Map<string, Map<string, number>>();
  for (const [condition, outcome] of events) {
    let row = table.get(condition);
    if (!row) {
      row = new Map();
      table.set(condition, row);
    }
    row.set(outcome, (row.get(outcome) ?? 0) + 1);
  }
  return table;
}

/**
 * Every outcome comes up as often as its probability makes it, as far as chance allows.
 * Each frequency is held against both tails of its own binomial distribution, at an equal share of
 * `error`. So a right solution is turned away with at most that probability, however few the trials:
 * the tails are exact, and of many unlikely events one at least happens no more often than their
 * probabilities add up to.
 * @param error how often a right solution may be turned away; all laws of a grader on chance should
 * add up to 1e-6
 * @source C. J. Clopper, E. S. Pearson, The use of confidence or fiducial limits illustrated in the
 * case of the binomial, 1934 (exact tails); O. J. Dunn, Multiple comparisons among means, 1961
 * (equal shares). The chi-square test is not used: its limit holds for large counts, and least far
 * out in the tail, where it would have to hold here.
 */
export function fallsAsOften<B>(count: Count, odds: (bench: B) => Odds, error: number): Law<B> {
  return (value, { bench }) => {
    const counted = count(value);
    if (!counted) return { say: 'This should be a list of picks.' };
    const expected = odds(bench);
    for (const [condition, outcomes] of counted) {
      for (const [outcome, hits] of outcomes) {
        if (expected.get(condition)?.get(outcome)) continue;
        return {
          say: `${condition}, ${outcome} came ${times(hits)}, and should never come.`,
          received: hits,
          expected: 0,
        };
      }
    }

    const cells = [...expected].flatMap(([condition, outcomes]) => {
      const trials = total(counted.get(condition));
      return [...outcomes].map(([outcome, probability]) => {
        const hits = counted.get(condition)?.get(outcome) ?? 0;
        const tail = logBinomialTail(hits, trials, probability);
        return { condition, outcome, hits, trials, mean: trials * probability, tail };
      });
    });
    const limit = Math.log(error / cells.length / 2);
    const [worst] = cells.filter(({ tail }) => !(tail >= limit)).sort((a, b) => a.tail - b.tail);
    if (!worst) return null;
    const { condition, outcome, hits, trials, mean } = worst;
    return {
      say: `${condition}, ${outcome} came ${times(hits)} in ${trials} draws, where about ${Math.round(mean)} are to be expected.`,
      received: hits,
      expected: mean,
      by: Math.abs(hits - mean),
    };
  };
}

/**
 * Whether two values may come of code that draws by the same odds: no frequency of one is out of
 * proportion to that of the other. Each pair of frequencies is held against both tails of Fisher's
 * exact test, at an equal share of `error`.
 * @param error how often two runs of the same odds may be told apart
 * @source R. A. Fisher, The logic of inductive inference, 1935
 */
export function alikeInFrequency(count: Count, error = 1e-7): Alike {
  // In a diagnosis one value is held against many, and counting takes longer than the test.
  const counted = new WeakMap<object, Frequencies | null>();
  const countOnce = (value: Value) => {
    if (typeof value !== 'object' || value === null) return count(value);
    const known = counted.get(value);
    if (known !== undefined) return known;
    const table = count(value);
    counted.set(value, table);
    return table;
  };

  return (a, b) => {
    const [left, right] = [countOnce(a), countOnce(b)];
    if (!left || !right) return left === right && compare(a, b) === null;
    const tails = [...new Set([...left.keys(), ...right.keys()])].flatMap(condition => {
      const [here, there] = [left.get(condition), right.get(condition)];
      const outcomes = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])]);
      return [...outcomes].map(outcome =>
        logFisherTail(here?.get(outcome) ?? 0, total(here), there?.get(outcome) ?? 0, total(there)),
      );
    });
    return tails.every(tail => tail >= Math.log(error / tails.length / 2));
  };
}

/**
 * How unlikely it is that of `trials` events, each of one probability, as many happen as did or more,
 * counted away from the mean.
 * @returns the natural logarithm of P(≤ hits) below the mean and of P(≥ hits) from the mean on
 */
export function logBinomialTail(hits: number, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  if (!(odds > 0)) return hits > 0 ? -Infinity : 0;
  if (odds === Infinity) return hits < trials ? -Infinity : 0;
  const here =
    logChoose(trials, hits) +
    hits * Math.log(probability) +
    (trials - hits) * Math.log1p(-probability);
  return hits < trials * probability
    ? here + logSeries(hits, k => k / ((trials - k + 1) * odds))
    : here + logSeries(trials - hits, k => (k * odds) / (trials - k + 1));
}

/**
 * How unlikely it is, where all hits are dealt among all trials at random, that so many or more of
 * them fall to the first side, counted away from the mean.
 * @returns the natural logarithm of P(≤ hitsA) below the mean and of P(≥ hitsA) from the mean on
 */
export function logFisherTail(
  hitsA: number,
  trialsA: number,
  hitsB: number,
  trialsB: number,
): number {
  const hits = hitsA + hitsB;
  const trials = trialsA + trialsB;
  const here = logChoose(trialsA, hitsA) + logChoose(trialsB, hitsB) - logChoose(trials, hits);
  const missesA = trialsA - hitsA;
  const missesB = trialsB - hitsB;
  // Each step moves one hit from a side to the other; it ends where a side has none left to give.
  const below = hitsA * trials < hits * trialsA;
  const [give, take, room, spare] = below
    ? [hitsA, hitsB, missesB, missesA]
    : [hitsB, hitsA, missesA, missesB];
  const steps = Math.min(give, room);
  return (
    here +
    logSeries(steps, left => {
      const done = steps - left;
      return ((give - done) * (room - done)) / ((take + done + 1) * (spare + done + 1));
    })
  );
}

/** @returns ln(1 + r(n) + r(n) · r(n − 1) + … + r(n) ⋯ r(1)), broken off where a term adds nothing. */
function logSeries(n: number, ratio: (k: number) => number): number {
  let sum = 1;
  let term = 1;
  for (let k = n; k > 0 && term > sum * 1e-17; k -= 1) {
    term *= ratio(k);
    sum += term;
  }
  return Math.log(sum);
}

/** ln k! for k = 0, 1, 2 …, as far as it was asked for. */
const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let k = LOG_FACTORIALS.length; k <= n; k += 1) {
    LOG_FACTORIALS.push(LOG_FACTORIALS[k - 1] + Math.log(k));
  }
  return LOG_FACTORIALS[n];
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

function total(row: ReadonlyMap<string, number> | undefined): number {
  let sum = 0;
  for (const hits of row?.values() ?? []) sum += hits;
  return sum;
}

function times(hits: number): string {
  return hits === 1 ? 'once' : `${hits} times`;
}
