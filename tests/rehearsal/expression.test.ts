import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression } from '../../src/rehearsal/expression';

const value = (typed: string) => {
  const reading = readExpression(typed);
  return 'value' in reading ? reading.value : reading.problem;
};

describe('an expression', () => {
  it.each([
    ['ln(20)/3', Math.log(20) / 3],
    ['1 - 0.95^20', 1 - 0.95 ** 20],
    ['14 751', 14751],
    ['3e-4', 3e-4],
    ['1.5E3', 1500],
    ['12 %', 0.12],
    ['2 × 3² − 1', 17],
    ['√(2)', Math.SQRT2],
    ['sqrt(2) * pi', Math.SQRT2 * Math.PI],
    ['2pi', 2 * Math.PI],
    ['log(8, 2)', 3],
    ['log2(8)', 3],
    ['combinations(5, 2)', 10],
    ['5!', 120],
    ['(1 + erf(1.96 / sqrt(2))) / 2', 0.975002],
    ['-max(1, 2)', -2],
  ])('%s is worked out', (typed, wanted) => {
    expect(value(typed)).toBeCloseTo(wanted, 5);
  });

  it.each([
    ['', /Type a number/],
    ['ln(20', /“\)” is missing/],
    ['ln 20)', /too many/],
    ['0,25', /decimals with a point/],
    ['p * 2', /“p” is not known/],
    ['import("fs")', /“"” is not read/],
    ['a = 5', /“=” is not read/],
    ['evaluate(1)', /“evaluate” is not known/],
    ['constructor', /“constructor” is not known/],
    ['1 +', /missing at the end|cannot be read/],
    ['3 4 +* 5', /cannot be read from/],
    ['1/0', /no finite number/],
    ['ln', /no number/],
    ['f(x)=x', /not read/],
    ['1'.repeat(300), /Longer than/],
  ])('%s is refused with what is wrong', (typed, problem) => {
    expect(value(typed)).toMatch(problem);
  });

  it('of any characters is a finite number or a sentence, and never an error', () => {
    const pieces = fc.constantFrom(
      ...[
        'ln',
        'exp',
        '(',
        ')',
        '1',
        '0.5',
        '+',
        '-',
        '/',
        '^',
        ',',
        '!',
        '%',
        ' ',
        'pi',
        'e',
        '.',
      ],
    );
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(pieces, { maxLength: 12 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(any, typed => {
        const reading = readExpression(typed);
        if ('value' in reading) expect(Number.isFinite(reading.value)).toBe(true);
        else expect(reading.problem).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
  });
});
