import { describe, expect, it } from 'vitest';
import { absolute, EXACT, type Tolerance } from '../../graders/compare';
import { type Grader, grader } from '../../graders/grader';
import { judge, type Witness } from '../../graders/judge';
import { relabelling, type Symmetry } from '../../graders/symmetries';
import { symptomOf } from '../../graders/symptoms';
import { Strange, type Value } from '../../graders/value';

/** What is said of a value that came out where another was expected. */
function symptom(
  received: Value,
  expected: Value,
  options: { within?: Tolerance; upTo?: Symmetry } = {},
  args: Value[] = [],
): string | undefined {
  const one: Grader = grader({
    bench: () => ({}),
    checks: ({ agrees }) => [agrees('one', () => 0, options)],
    mutants: [],
  });
  const learner = [{ calls: [{ name: 'f', args }], value: received }];
  const reference = [{ calls: [], value: expected }];
  const outcomes = judge(one, 1, learner, reference);
  return symptomOf({ grader: one, outcomes, learner, reference, headline: 0 })?.say;
}

const right = [1.234567, -5.5, 20.25];
const each = (change: (x: number) => number) => symptom(right.map(change), right);

describe('a symptom', () => {
  it.each<[string, (x: number) => number, RegExp]>([
    ['zeros', () => 0, /came out as 0/],
    ['the opposite sign, 5.5 for −5.5 included', x => -x, /wrong sign/],
    ['a common factor', x => 2.5 * x, /2\.5 times/],
    ['a divisor too many', x => x / 8, /0\.125 times/],
    ['a logarithm of base 2', x => x / Math.LN2, /base 2 where the natural one/],
    ['per cent', x => 100 * x, /per cent/],
    ['a common offset', x => x + 0.75, /same amount, 0\.75/],
    ['two decimals', x => Number(x.toFixed(1)), /rounded to 1 decimals/],
    ['the complement', x => 1 - x, /1 minus/],
    ['a missing root', x => x * x, /is the square of/],
    ['a quotient upside down', x => 1 / x, /upside down/],
    ['a missing logarithm', x => Math.exp(x), /e to the power/],
  ])('is seen in %s', (_, change, words) => {
    expect(each(change)).toMatch(words);
  });

  it.each<[string, number, Value[], RegExp]>([
    [
      'the length of an argument',
      7,
      [[1, 2, 3, 4, 5, 6, 7]],
      /7 times .*which is the length of the first/,
    ],
    ['one divided by the width of a row', 1 / 3, [0.3, [[1, 2, 3]]], /row of the second argument/],
    ['n / (n − 1)', 5 / 4, [[1, 2, 3, 4, 5]], /first argument divided by one less/],
    ['(n − 1) / n', 4 / 5, [[1, 2, 3, 4, 5]], /one less than the length of the first/],
    ['an option', 0.03, [[1, 2, 3, 4, 5], { learningRate: 0.03 }], /learningRate/],
    [
      'a plain number in place of an option',
      0.1 / 0.0473,
      [[1, 2, 3], { learningRate: 0.0473, steps: 7 }],
      /what 0\.1 gives in place of the learningRate of 0\.0473/,
    ],
  ])('recovers a factor that is %s', (_, factor, args, words) => {
    const received = right.map(x => factor * x);
    expect(symptom(received, right, {}, args)).toMatch(words);
  });

  it('leaves a factor alone that may be two things, or is as plain as 2', () => {
    const six = [1, 2, 3, 4, 5, 6];
    const sixfold = right.map(x => 6 * x);
    expect(symptom(sixfold, right, {}, [six, { K: 6 }])).not.toMatch(/length|K/);
    expect(symptom(right.map(x => 2 * x), right, {}, [[1, 2]])).not.toMatch(/length/); // biome-ignore format: one line
  });

  it('takes no option for fixed where the factor is plain, or where two would do', () => {
    const times = (factor: number) => right.map(x => factor * x);
    const rate = { learningRate: 0.03 };
    expect(symptom(times(3), right, {}, [rate])).not.toMatch(/in place of/);
    const two = { learningRate: 0.0473, momentum: 0.0946 };
    expect(symptom(times(0.1 / 0.0473), right, {}, [two])).not.toMatch(/in place of/);
  });

  it('names the one field that is wrong', () => {
    const expected = { bias: 0.5, weights: right };
    const received = { bias: 0.5, weights: right.map(x => -x) };
    expect(symptom(received, expected)).toMatch(
      /^Only weights is wrong\. Every number has the right size/,
    );
  });

  it('is seen in a root or a logarithm too many, of positive numbers', () => {
    expect(symptom([2, 1.5], [4, 2.25])).toMatch(/square root of/);
    expect(symptom([Math.log(4), Math.log(7)], [4, 7])).toMatch(/is the logarithm/);
  });

  it('is seen in labels that count from 1', () => {
    expect(symptom([1, 3, 2], [0, 2, 1], { within: EXACT })).toMatch(/plus one.*start at 0/);
  });

  it('is seen in an order that is reversed, or another one', () => {
    expect(symptom([20.25, -5.5, 1.234567], right)).toMatch(/reverse order/);
    expect(symptom([[1, 2], [3, 4]], [[1, 3], [2, 4]])).toMatch(/rows and columns/); // biome-ignore format: matrices
  });

  it('holds inside objects, whatever the order of fields', () => {
    const received = { b: 2, a: [6, 10], more: 1 };
    expect(symptom(received, { a: [3, 5], b: 1 })).toMatch(/2 times/);
  });

  it('is looked for after a symmetry has been taken away', () => {
    // Up to names only the last label is wrong; as they stand, all labels are off by one.
    const labels = symptom([1, 1, 2, 3], [0, 0, 1, 1], { within: EXACT, upTo: relabelling });
    expect(labels).toBe(undefined);
  });
});

describe('a factor', () => {
  const times = (factor: number, args: Value[] = []) =>
    symptom(right.map(x => factor * x), right, {}, args); // biome-ignore format: one line
  const plain =
    'Every number is 2.5 times what it should be. Look for a factor or a divisor too many or too few.';

  it('is told in one sentence, without words for where it comes from if nothing tells', () => {
    expect(times(2.5)).toBe(plain);
    expect(times(2.5, [[], null, undefined, 'sgd', true, new Strange('a function')])).toBe(plain);
  });

  it.each<[string, number, Value[], string]>([
    ['a number', 7, [[1, 2, 3], 7], 'the second argument'],
    ['one divided by a number', 1 / 7, [7], '1 divided by the first argument'],
    [
      'the length of the fifth list',
      3,
      [1, 1, 1, 1, [1, 1, 1]],
      'the length of the fifth argument',
    ],
    [
      'the length of a sixth list',
      3,
      [1, 1, 1, 1, 1, [1, 1, 1]],
      'the length of the last argument',
    ],
    ['an option among others', 7, [{ mode: 'x', K: 7, seeds: [7] }], 'K'],
  ])('is recovered that is %s', (_, factor, args, words) => {
    expect(times(factor, args)).toContain(`, which is ${words}. Look`);
  });

  it('of a half proves nothing about an option of 0.5', () => {
    expect(times(0.5, [{ momentum: 0.5 }])).not.toMatch(/which is/);
  });

  it('is traced to an option that was fixed, never to a plain argument or a list', () => {
    expect(times(0.1 / 0.0473, [0.0473])).not.toMatch(/in place of/);
    expect(times(1 / 7, [[1, 2, 3]])).not.toMatch(/in place of/);
  });

  it('is traced to no option that would have to be 0 or negative', () => {
    expect(times(-0.1 / 0.0473, [{ learningRate: 0.0473 }])).not.toMatch(/in place of/);
    expect(times(0.1 / 0.0473, [{ learningRate: 0 }])).not.toMatch(/in place of/);
  });

  it('is told by two numbers that are not 0, and by no fewer', () => {
    expect(symptom([-2, -3], [2, 3])).toMatch(/wrong sign/);
    expect(symptom([0, -2, -3], [0, 2, 3])).toMatch(/wrong sign/);
    expect(symptom([0, 5, 7.5], [0, 2, 3])).toMatch(/2\.5 times/);
    expect(symptom([0, 0, -3], [0, 0, 3])).toBe(undefined);
    expect(symptom([0, 7.5], [0, 3])).toBe(undefined);
  });

  it('of 1 is none', () => {
    expect(symptom([1 + 1e-8, 2 + 2e-8], [1, 2], { within: EXACT })).toBe(undefined);
  });

  it('must hold for small numbers as closely as for others', () => {
    expect(symptom([-0.0011, -0.0019], [0.001, 0.002])).toBe(undefined);
  });
});

describe('a field that is wrong', () => {
  const negative = right.map(x => -x);

  it('is not named where it is the only one there is', () => {
    expect(symptom({ weights: negative }, { weights: right })).toMatch(/^Every number has/);
  });

  it('is not named where another is wrong as well, in its own way', () => {
    const expected = { a: right, b: right, c: 1 };
    expect(symptom({ a: negative, b: right.map(x => 2 * x), c: 1 }, expected)).toBe(undefined);
    expect(symptom({ a: negative, b: negative, c: -1 }, expected)).toMatch(/^Every number has/);
  });

  it('is no row of a matrix', () => {
    expect(symptom([right, negative], [right, right])).toBe(undefined);
  });
});

describe('zeros', () => {
  it('are seen where some of the right numbers are 0 as well', () => {
    expect(symptom([0, 0, 0], [0, 2, 3])).toMatch(/came out as 0/);
  });

  it('are not seen where one number only is 0', () => {
    expect(symptom([0, 5], [1, 2])).toBe(undefined);
  });
});

describe('an offset', () => {
  it('of one says so of whole numbers only, whichever way', () => {
    const counts = (by: number) => [4, 9, 2].map(x => x + by);
    expect(symptom(counts(1), counts(0))).toMatch(/off by plus one\. .*start at 0/);
    expect(symptom(counts(-1), counts(0))).toMatch(/off by minus one\. .*start at 0/);
    expect(symptom(counts(2), counts(0))).toMatch(/same amount, 2\./);
    expect(symptom([5, 9.25, 3], [4, 8.25, 2])).toMatch(/same amount, 1\./);
  });

  it('is seen through the rounding of large numbers', () => {
    const large = [1e8, 3e8, 7e8];
    const off = large.map(x => x + 0.001);
    expect(symptom(off, large, { within: EXACT })).toMatch(/same amount/);
  });

  it('that is no more than a rounding error is none', () => {
    expect(symptom([1 + 1e-10, 5 + 1e-10], [1, 5], { within: EXACT })).toBe(undefined);
  });
});

describe('a rounding', () => {
  const rounds = (numbers: number[], digits: number) =>
    symptom(numbers.map(x => Number(x.toFixed(digits))), numbers, { within: absolute(1e-12) }); // biome-ignore format: one line

  it('is seen where some numbers are round already, or come out as 0', () => {
    expect(rounds([0.04, 1.26, 2.71], 1)).toMatch(/rounded to 1 decimals/);
    expect(rounds([1.26, 2], 1)).toMatch(/rounded to 1 decimals/);
  });

  it('is seen in numbers that are large', () => {
    const large = [98_765.432_1, 31_415.926_5, 8.765_4];
    expect(rounds(large, 2)).toMatch(/rounded to 2 decimals/);
    expect(rounds(large, 3)).toMatch(/rounded to 3 decimals/);
  });

  it('that goes the wrong way is none', () => {
    expect(symptom([2, 3], [1.4, 2.3])).toBe(undefined);
  });
});

describe('another order', () => {
  it('is seen by size, not by spelling', () => {
    expect(symptom([10, 9, -2, 30], [9, 30, 10, -2])).toMatch(/in another order/);
  });

  it('is not seen where one number only is the same', () => {
    expect(symptom([1, 20, 35], [1, 2, 3])).toBe(undefined);
  });

  it('is not seen in labels of two kinds, where it means little', () => {
    expect(symptom([0, 1, 1, 1, 0], [1, 1, 0, 0, 1], { within: EXACT })).toBe(undefined);
  });
});

describe('no symptom', () => {
  it.each<[string, Value, Value]>([
    ['a pattern that one number breaks', [2, -11, 40.6], right],
    ['the right value', right, right],
    ['a single number', 4, 2],
    ['another length', [2.4, -11], right],
    ['more entries than expected', [...right, 1], right],
    ['another form', 'x', right],
    ['a hole', [undefined, 1, 2], right],
    ['NaN everywhere', [Number.NaN, Number.NaN, Number.NaN], right],
  ])('is seen in %s', (_, received, expected) => {
    expect(symptom(received, expected)).toBe(undefined);
  });

  it('is looked for where a law or a refusal failed, or where nothing was observed', () => {
    const checked: Grader = grader({
      bench: () => ({}),
      checks: ({ agrees, holds, rejects }) => [
        agrees('a', () => 0),
        holds('b', () => 0, () => null),
        rejects('c', () => 0),
      ], // biome-ignore format: one line each
      mutants: [],
    });
    const doubled = { calls: [], value: right.map(x => 2 * x) };
    const reference = right.map(() => ({ calls: [], value: right }));
    const said = (learner: Witness[], headline: number) =>
      symptomOf({ grader: checked, outcomes: [], learner, reference, headline })?.say;
    const learner = [doubled, doubled, doubled];
    expect(said(learner, 0)).toMatch(/2 times/);
    expect(said(learner, 1)).toBe(undefined);
    expect(said(learner, 2)).toBe(undefined);
    expect(said(['not-run'], 0)).toBe(undefined);
    expect(said([], 0)).toBe(undefined);
  });

  it('is seen in large numbers that are off by unlike amounts', () => {
    expect(symptom([3e8 + 20_000, 4e8 + 20_100], [3e8, 4e8])).toBe(undefined);
  });

  it('is seen where a pattern would need infinite numbers', () => {
    expect(symptom([12, 34], [900, 1000])).toBe(undefined);
  });

  it('is seen in numbers near zero that some unit would round to zero', () => {
    expect(symptom([1e-6, 3e-12], [8e-7, 0.2], { within: absolute(1e-12) })).toBe(undefined);
  });

  it('takes a small error for rounding', () => {
    const exact = [0.731058578630005, 0.268941421369995];
    const single = exact.map(Math.fround);
    expect(symptom(single, exact, { within: absolute(1e-12) })).toBe(undefined);
    const printed = exact.map(x => Number(x.toFixed(6)));
    expect(symptom(printed, exact, { within: absolute(1e-12) })).toMatch(/rounded to 6 decimals/);
  });
});
