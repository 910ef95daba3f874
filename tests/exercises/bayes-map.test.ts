import { describe, expect, it } from 'vitest';
import { betaBernoulli, gaussianMLE, posterior } from '../../exercises/code/bayes-map/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { folders } from '../exercise-folders';
import golden from '../golden/bayes-map.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'bayes-map')!;
const grader = await folder.grader();
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 12 }, (_, i) => 400 + 11 * i);

/** Whether two numbers agree to ten digits. */
const near = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-10 * Math.abs(b) + 1e-13);

interface Case {
  name: string;
  input: object;
  expected: object;
  traps?: { mistake: string; key: string; wrong: number }[];
}

/** Holds every golden number, and no trap, against what the reference gives. */
function holdsAgainst(
  { expected, traps = [] }: Case,
  received: Record<string, number | null>,
): void {
  for (const [key, value] of Object.entries(expected)) {
    expect(near(received[key], value), `${key}: ${received[key]}, not ${value}`).toBe(true);
  }
  for (const { mistake, key, wrong } of traps) {
    expect(near(received[key], wrong), mistake).toBe(false);
  }
}

describe('the bayes-map reference', () => {
  it.each(golden.posterior)('gives the exact posterior for $name', one => {
    const { prior, sensitivity, specificity, positives } = one.input;
    holdsAgainst(one, { posterior: posterior(prior, sensitivity, specificity, positives) });
  });

  it.each(golden.betaBernoulli)('gives the exact estimates for $name', one => {
    const { a, b, successes, trials } = one.input;
    holdsAgainst(one, betaBernoulli(a, b, successes, trials));
  });

  it.each(golden.gaussianMLE)('gives the mean and variance of numpy for $name', one => {
    holdsAgainst(one, gaussianMLE(one.input.x));
  });

  it('gives the figures of the follow-ups', () => {
    expect(posterior(0.01, 0.99, 0.99)).toBeCloseTo(0.5, 12);
    expect(betaBernoulli(1, 1, 4, 9)).toEqual({ mle: 4 / 9, map: 4 / 9, mean: 5 / 11 });
  });

  it('puts the MAP where a search over the density finds it', () => {
    const density = (theta: number, alpha: number, beta: number) =>
      (alpha - 1) * Math.log(theta) + (beta - 1) * Math.log(1 - theta);
    const grid = Array.from({ length: 4001 }, (_, i) => 1e-9 + (i / 4000) * (1 - 2e-9));
    const parameters = [0.25, 0.5, 0.75, 1, 1.125, 1.25, 1.5, 2, 3.75];
    for (const a of parameters) {
      for (const b of parameters) {
        const { map } = betaBernoulli(a, b, 0, 0);
        const best = grid.reduce((p, q) => (density(q, a, b) > density(p, a, b) ? q : p));
        const isOpen = (a < 1 && b < 1) || (a === 1 && b === 1);
        if (isOpen) expect(map).toBe(null);
        else expect(Math.abs(map! - best), `Beta(${a}, ${b})`).toBeLessThan(3e-4);
      }
    }
  });

  it('finds the variance that the likelihood prefers', () => {
    const x = [3, 4.5, -1, 2.25];
    const { mean, variance } = gaussianMLE(x);
    const logLikelihood = (m: number, v: number) =>
      -x.reduce((sum, value) => sum + 0.5 * Math.log(v) + (value - m) ** 2 / (2 * v), 0);
    for (const [dm, dv] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ]) {
      expect(logLikelihood(mean + dm, variance + dv)).toBeLessThan(logLikelihood(mean, variance));
    }
  });

  it('gives the same for results at once and one after another', () => {
    const first = posterior(0.07, 0.8, 0.9, 2);
    expect(posterior(first, 0.8, 0.9, 3)).toBeCloseTo(posterior(0.07, 0.8, 0.9, 5), 14);
  });

  it.each([
    ['a probability of 1.2', () => posterior(1.2, 0.5, 0.5)],
    ['a count of -1', () => posterior(0.2, 0.5, 0.5, -1)],
    ['2.5 is not a whole number', () => betaBernoulli(1, 1, 1, 2.5)],
    ['6 successes in 5 trials', () => betaBernoulli(1, 1, 6, 5)],
    ['nobody could have tested positive', () => posterior(0, 0.5, 1)],
    ['no numbers', () => gaussianMLE([])],
  ])('refuses with “%s”', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe('the bayes-map grader', () => {
  const alternatives = submissions('alternatives', 'bayes-map');
  const mistakes = submissions('mistakes', 'bayes-map');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
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
    ['base-rate-ignored.ts', 'ignores the base rate'],
    ['specificity-is-not-alarm.ts', 'reads the specificity as the rate of false alarms'],
    ['powers-underflow.ts', 'lets the powers fall to 0'],
    ['no-results-is-one-result.ts', 'takes no result for one'],
    ['second-result-ignored.ts', 'counts one result only'],
    ['at-most-a-hundred-results.ts', 'makes at most a hundred steps'],
    ['impossible-result-is-zero.ts', 'answers where nobody could have tested positive'],
    ['certainty-refused.ts', 'refuses certainty'],
    ['no-trials-nan.ts', 'divides by no trials'],
    ['mean-taken-for-map.ts', 'gives the mean as the MAP'],
    ['no-map-at-the-ends.ts', 'gives no MAP at the ends'],
    ['flat-density-peaks-in-the-middle.ts', 'gives a flat density a highest point'],
    ['taller-horn.ts', 'picks the larger parameter where both ends are infinite'],
    ['sample-variance.ts', 'divides by n − 1 except for one number'],
    ['standard-deviation.ts', 'returns the standard deviation'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('leads with the first stage that fails', async () => {
    const two = mistakes.find(one => one.name.startsWith('two-bugs-linear'))!;
    expect(await verdictOn(two.source, 5)).toMatchObject({
      kind: 'missed',
      outcomes: expect.arrayContaining([
        expect.objectContaining({
          name: 'takes several positive results into account',
          state: 'missed',
        }),
      ]),
    });
  });
});
