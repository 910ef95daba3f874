import { grade } from '../../graders/grade';
import { type Grader, grader } from '../../graders/grader';
import type { Draw } from '../../graders/random';
import { isVector } from '../../graders/value';
import { inProcess } from '../in-process';

/** A tiny exercise of the tests' own: centre some numbers about their mean. */
export const solution = `
export function mean(x) {
  if (x.length === 0) throw new RangeError('mean: no numbers');
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += x[i];
  return sum / x.length;
}
export function centre(x) {
  const middle = mean(x);
  return x.map(value => value - middle);
}
export function summary(x) {
  return { n: x.length, centred: centre(x) };
}
`;

interface Module {
  mean(x: number[]): number;
  centre(x: number[]): number[];
  summary(x: number[]): { n: number; centred: number[] };
}

const bench = (draw: Draw) => ({
  x: draw.times(draw.integer(5, 9), () => draw.normal(3, 2)),
  other: draw.times(4, () => draw.normal(-1, 2)),
});

export const centring: Grader = grader<Module, typeof bench>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees('takes the mean', ({ mean }, { x }) => mean(x)),
    agrees('takes the mean of other numbers', ({ mean }, { other }) => mean(other)),
    agrees('centres the numbers', ({ centre }, { x }) => centre(x)),
    holds(
      'leaves a sum of 0',
      ({ centre }, { other }) => centre(other),
      value => {
        if (!isVector(value)) return { say: 'This should be an array of numbers.' };
        const sum = value.reduce((total, entry) => total + entry, 0);
        return Math.abs(sum) < 1e-4 ? null : { say: `The sum is ${sum}.`, received: sum };
      },
    ),
    agrees('sums up', ({ summary }, { x }) => summary(x)),
    rejects('refuses no numbers', ({ mean }) => mean([])),
    rejects('refuses to centre no numbers', ({ centre }) => centre([])),
  ],
  mutants: [
    {
      mistake: 'never divides',
      insteadOf: ' / x.length;',
      writes: ';',
      say: 'Your mean is a sum. Divide it.',
    },
    {
      mistake: 'skips the first number',
      insteadOf: 'let i = 0',
      writes: 'let i = 1',
      say: 'Your mean leaves out the first number. Begin at 0.',
    },
    {
      mistake: 'adds the mean',
      insteadOf: 'value - middle',
      writes: 'value + middle',
      say: 'Your numbers are raised by their mean. Subtract it.',
    },
    {
      mistake: 'counts one too many',
      insteadOf: 'n: x.length',
      writes: 'n: x.length + 1',
      say: 'Your n is one too large. Return the length.',
    },
    {
      mistake: 'accepts no numbers',
      insteadOf: 'x.length === 0',
      writes: 'x.length < 0',
      say: 'An empty list is let through. Throw a RangeError.',
    },
  ],
});

/** The whole flow on one submission; pairs of mistakes are tried too. */
export async function verdictOn(source: string, exercise: Grader = centring, seed = 3) {
  const { verdict } = await grade(
    { grader: exercise, solution },
    source,
    seed,
    inProcess(exercise),
    {
      pairsUntil: () => true,
    },
  );
  if (verdict.kind === 'not-compiled') throw new Error('the submission does not compile');
  return verdict;
}
