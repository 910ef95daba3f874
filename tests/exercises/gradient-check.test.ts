import { compile, derivative } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { gradientCheck, numericalGradient } from '../../exercises/code/gradient-check/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { printCall } from '../../graders/print';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/gradient-check.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'gradient-check')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 15 }, (_, k) => 1000 + 37 * k);

const example = ([x, y]: number[]) => x * x * y + Math.sin(y);

/** A golden expression as a function of its parameters, in doubles. */
function live({ expression, variables }: (typeof golden.cases)[number]) {
  const code = compile(expression);
  const scope = (p: number[]) => Object.fromEntries(variables.map((name, i) => [name, p[i]]));
  const slopes = variables.map(name => derivative(expression, name));
  return {
    f: (p: number[]): number => code.evaluate(scope(p)),
    gradient: (p: number[]): number[] => slopes.map(slope => slope.evaluate(scope(p))),
  };
}

const near = (received: number[], expected: number[], within: number) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((slope, i) => {
    const by = Math.abs(slope - expected[i]);
    expect(by, `entry ${i}: ${slope} for ${expected[i]}`).toBeLessThan(within);
  });
};

describe('the reference of gradient-check', () => {
  it.each(golden.cases)('follows both formulas on $name (mathjs, 64 digits)', one => {
    const { f } = live(one);
    for (const { step, central, forward } of one.differences) {
      // Two values of f, each right to some ε |f|, divided by the step.
      const rounding = (1e-14 * (1 + Math.abs(one.value))) / step;
      near(numericalGradient(f, one.point, { step }), central, rounding);
      near(numericalGradient(f, one.point, { step, scheme: 'forward' }), forward, rounding);
    }
  });

  it.each(golden.cases)('comes to the derivative of $name (mathjs)', one => {
    const { f, gradient } = live(one);
    expect(gradient(one.point)).toEqual(one.gradient);
    one.gradient.forEach((slope, i) => {
      const [numerical] = [numericalGradient(f, one.point)[i]];
      expect(Math.abs(numerical - slope)).toBeLessThan(1e-7 * (1 + Math.abs(slope)));
    });
    expect(gradientCheck(f, gradient, one.point)).toMatchObject({ ok: true });
    const flipped = (p: number[]) => gradient(p).map((slope, i) => (i === 0 ? -slope : slope));
    expect(gradientCheck(f, flipped, one.point).maxRelativeError).toBeCloseTo(1, 6);
  });

  it('gives the figures of the curriculum', () => {
    near(numericalGradient(example, [2, 1]), [4, 4.540302306], 1e-9);
    expect(numericalGradient(example, [2, 1], { step: 1e-3, scheme: 'forward' })[0]).toBeCloseTo(
      4.001,
      9,
    );
    expect(numericalGradient(example, [2, 1], { step: 1e-13 })[0]).toBeCloseTo(3.9968, 4);
  });

  it('does not fall into the traps', () => {
    const [forward, tiny, divisor, together] = golden.traps;
    const at = (step: number) => numericalGradient(example, [2, 1], { step });
    expect(at(forward.step)[0]).not.toBeCloseTo(forward.forward!, 4);
    expect(at(1e-5)[0]).not.toBeCloseTo(tiny.roundOff!, 4);
    for (const i of [0, 1]) {
      expect(at(divisor.step)[i]).not.toBeCloseTo(divisor.central![i], 2);
      expect(at(together.step)[i]).not.toBeCloseTo(together.central![i], 2);
    }
    // What the traps say is what their mistakes give.
    expect((example([2.5, 1]) - example([1.5, 1])) / 0.5).toBe(divisor.central![0]);
    expect(example([2.5, 1.5]) - example([1.5, 0.5])).toBeCloseTo(together.central![0], 8);
  });

  it('errs by h² with central and by h with forward differences', () => {
    const draw = drawing(5);
    for (const x of draw.times(10, () => draw.uniform(-1, 1))) {
      const errors = (scheme: 'central' | 'forward') =>
        [0.02, 0.01].map(step =>
          Math.abs(numericalGradient(([t]) => Math.exp(t), [x], { step, scheme })[0] - Math.exp(x)),
        );
      const [central, forward] = [errors('central'), errors('forward')];
      expect(central[0] / central[1]).toBeCloseTo(4, 2);
      expect(forward[0] / forward[1]).toBeCloseTo(2, 1);
    }
  });

  it('is exact for a square at any step', () => {
    for (const step of [4, 0.5, 2 ** -10]) {
      expect(numericalGradient(([x, y]) => x * x - 3 * x * y, [2, 1], { step })).toEqual([1, -6]);
    }
  });

  it('leaves the parameters as they are while f runs', () => {
    const parameters = [2, 1];
    const seen: number[][] = [];
    const watching = (p: number[]) => {
      expect(parameters).toEqual([2, 1]);
      expect(p).not.toBe(parameters);
      expect(seen).not.toContain(p);
      seen.push(p);
      return example(p);
    };
    numericalGradient(watching, parameters);
    numericalGradient(watching, parameters, { scheme: 'forward' });
    expect(gradientCheck(watching, p => p.splice(0, 2), parameters).ok).toBe(false);
    expect(seen).toHaveLength(12);
  });

  it.each([
    ['step 0', () => numericalGradient(example, [2, 1], { step: 0 }), RangeError],
    ['step NaN', () => numericalGradient(example, [], { step: Number.NaN }), RangeError],
    [
      'scheme back',
      () => numericalGradient(example, [], { scheme: 'back' as string as 'forward' }),
      RangeError,
    ],
    ['1 slopes for 2 parameters', () => gradientCheck(example, () => [4], [2, 1]), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the gradient-check grader', () => {
  const alternatives = submissions('alternatives', 'gradient-check');
  const mistakes = submissions('mistakes', 'gradient-check');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(17);
    expect(mistakes.length).toBeGreaterThanOrEqual(45);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name === 'single-precision.ts' ? [/single precision/] : [];
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
    for (const seed of SEEDS) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  const named = (name: string) => mistakes.find(one => one.name === name)!.source;

  it.each([
    ['one-sided.ts', 'takes forward differences always'],
    ['shifts-everything.ts', 'moves all parameters at once'],
    ['relative-step.ts', 'makes the step relative to the parameter'],
    ['up-then-down.ts', 'moves one array up and down'],
    ['one-working-copy.ts', 'keeps one working copy for the whole run'],
    ['max-denominator.ts', 'divides by the larger size'],
    ['no-floor.ts', 'has no floor under the denominator'],
    ['overlooks-nan.ts', 'overlooks NaN'],
    ['mean-of-sides.ts', 'averages the slopes of both sides'],
    ['zero-means-default.ts', 'takes options that are 0 or empty for none given'],
    ['puts-back-by-subtracting.ts', 'puts a moved parameter back by subtracting'],
    ['finds-parameter-by-value.ts', 'looks for the parameter by its value'],
    ['sorts-with-nan.ts', 'sorts errors with NaN among them'],
    ['equal-slopes-at-once.ts', 'takes equal slopes for no error at once'],
    ['scheme-by-in.ts', 'looks the scheme up among the fields of an object'],
    ['gradient-unasked-when-empty.ts', 'never asks the gradient where there are no parameters'],
  ])('names the mistake in %s', async (name, mistake) => {
    const verdict = await verdictOn(named(name), 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('shows which function it was', async () => {
    const verdict = await verdictOn(named('one-sided.ts'), 5);
    if (verdict.kind !== 'missed') throw new Error(verdict.kind);
    const missed = verdict.outcomes.find(outcome => outcome.state === 'missed')!;
    if (missed.state !== 'missed') throw new Error(missed.state);
    expect(printCall(missed.failure.call!)).toMatch(
      /^numericalGradient\(p ↦ x² y \+ sin y, \[-?\d(\.\d+)?, -?\d(\.\d+)?\], \{ step: 0\.\d+, scheme: 'central' \}\)$/,
    );
  });

  it('tells the step that was taken where it is not the default', async () => {
    const verdict = await verdictOn(named('forward-default-small.ts'), 5);
    expect(verdict).toMatchObject({
      outcomes: expect.arrayContaining([
        expect.objectContaining({
          failure: expect.objectContaining({
            say: 'This came out as if the step were 1e-8. Without options it is 1e-5.',
          }),
        }),
      ]),
    });
  });

  it('sees the call that lends its parameters', async () => {
    const verdict = await verdictOn(named('lends-parameters.ts'), 5);
    expect(JSON.stringify(verdict)).toContain('Work on a copy.');
  });

  it('names every function that a call of the reference receives', () => {
    for (const seed of [1, 2, 3]) {
      const { witnesses } = workplace.observe(solution, seed);
      expect(JSON.stringify(witnesses)).not.toContain('a function');
    }
  });
});
