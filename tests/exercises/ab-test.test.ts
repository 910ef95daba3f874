import { describe, expect, it } from 'vitest';
import { abTest, normalTail, upperPoint } from '../../exercises/code/ab-test/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { folders } from '../exercise-folders';
import golden from '../golden/ab-test.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'ab-test')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 6 }, (_, i) => 700 + 13 * i);

const near = (a: number, b: number, relative = 1e-9) =>
  Math.abs(a - b) <= relative * Math.abs(b) + 1e-13;

describe('the ab-test reference', () => {
  it.each(golden.tests)('gives what statsmodels gives on $name', ({ input, expected, ...rest }) => {
    const received = abTest(input.control, input.treatment);
    expect(near(received.diff, expected.diff)).toBe(true);
    expect(near(received.relativeLift!, expected.relativeLift, 1e-8)).toBe(true);
    expect(near(received.z, expected.z)).toBe(true);
    expect(near(received.p, expected.p)).toBe(true);
    expect(near(received.ci[0], expected.ci[0], 1e-8)).toBe(true);
    expect(near(received.ci[1], expected.ci[1], 1e-8)).toBe(true);
    const traps = 'traps' in rest ? rest.traps : [];
    for (const { key, wrong } of traps!) {
      expect(key).toBe('z');
      expect(near(received.z, wrong)).toBe(false);
    }
  });

  it.each(golden.splits)('gives the χ² of scipy for $name', ({ input, expected, ...rest }) => {
    const [n, m] = input.observed;
    const options = { expectedTreatmentShare: input.share };
    const { srm } = abTest({ n, conversions: 5 }, { n: m, conversions: 7 }, options);
    expect(near(srm.chi2, expected.chi2)).toBe(true);
    expect(near(srm.p, expected.p)).toBe(true);
    expect(srm.flagged).toBe(expected.p < 0.001);
    const traps = 'traps' in rest ? rest.traps : [];
    for (const { key, wrong } of traps!) {
      expect(near(key === 'p' ? srm.p : srm.chi2, wrong)).toBe(false);
    }
  });

  it('is given a normal distribution that is right to 12 digits', () => {
    const { tail, quantile } = golden.normal;
    for (const [i, z] of tail.z.entries()) {
      expect(near(normalTail(z), tail.value[i], 1e-12), `tail at ${z}`).toBe(true);
    }
    for (const [i, p] of quantile.p.entries()) {
      expect(near(upperPoint(p), -quantile.value[i], 1e-11), `point of ${p}`).toBe(true);
    }
    for (const tailOf of [1e-12, 1e-6, 0.025, 0.3, 0.5, 0.75]) {
      expect(near(normalTail(upperPoint(tailOf)), tailOf, 1e-11)).toBe(true);
    }
  });

  it('gives the starter the same two functions as the reference', () => {
    const given = (text: string) => text.slice(text.indexOf('/** Given: the probability'));
    expect(given(folder.text('starter.ts'))).toBe(given(solution));
  });

  it('has a z whose square is the χ² of the table without a correction', () => {
    const control = { n: 930, conversions: 88 };
    const treatment = { n: 410, conversions: 61 };
    const { z } = abTest(control, treatment);
    const [yes, all] = [149, 1340];
    const chi2 = [control, treatment].reduce((sum, { n, conversions }) => {
      const expected = (n * yes) / all;
      return (
        sum +
        (conversions - expected) ** 2 / expected +
        (conversions - expected) ** 2 / (n - expected)
      );
    }, 0);
    expect(z * z).toBeCloseTo(chi2, 10);
  });

  it('tells the pooled test from the other', () => {
    const options = { expectedTreatmentShare: 0.1 };
    const small = { n: 1000, conversions: 130 };
    const { z } = abTest({ n: 10_000, conversions: 1000 }, small, options);
    expect(z).toBeCloseTo(2.979338, 6);
    expect(z).not.toBeCloseTo(2.71496, 3);
  });

  it.each([
    ['alpha is 0', () => abTest({ n: 2, conversions: 1 }, { n: 2, conversions: 1 }, { alpha: 0 })],
    ['control has no users', () => abTest({ n: 0, conversions: 0 }, { n: 2, conversions: 1 })],
    ['treatment has 3 of 2', () => abTest({ n: 2, conversions: 1 }, { n: 2, conversions: 3 })],
  ])('refuses with “%s”', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe('the ab-test grader', () => {
  const alternatives = submissions('alternatives', 'ab-test');
  const mistakes = submissions('mistakes', 'ab-test');
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
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['unpooled-test.ts', 'does not pool the arms for the test'],
    ['pooled-interval.ts', 'pools the arms for the interval'],
    ['one-sided.ts', 'looks at one tail'],
    ['worse-is-never-significant.ts', 'doubles the tail beyond a negative z'],
    ['verdict-by-interval.ts', 'decides by the interval'],
    ['split-ignored-in-verdict.ts', 'ignores the split in the verdict'],
    ['split-of-conversions.ts', 'checks the split of the conversions'],
    ['share-of-control.ts', 'takes the expected share for the control’s'],
    ['chi-square-without-root.ts', 'asks the normal tail of χ² itself'],
    ['fixed-ninety-five.ts', 'always makes a 95 % interval'],
    ['alpha-not-halved.ts', 'does not halve alpha'],
    ['lift-over-treatment.ts', 'measures the lift against the treatment'],
    ['infinite-lift.ts', 'divides by a rate of 0'],
    ['nobody-converts-nan.ts', 'divides zero by zero where nobody converts'],
    ['clipped-interval.ts', 'cuts the interval off at −1 and 1'],
    ['yates.ts', 'corrects for continuity'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
