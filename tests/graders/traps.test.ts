import { expect, it } from 'vitest';
import { compare, NUMERIC } from '../../graders/compare';
import type { Value } from '../../graders/value';
import golden from '../golden/traps.json';

/** Infinities are written as words, and what is missing as null. */
const read = (value: unknown): Value => {
  if (value === 'Infinity') return Number.POSITIVE_INFINITY;
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY;
  return Array.isArray(value) ? value.map(read) : (value as Value);
};

const passes = (value: unknown, expected: unknown) =>
  compare(read(value), read(expected), NUMERIC) === null;

/**
 * In a sample of millions the two standard errors agree to six digits, within single precision: no
 * tolerance for numbers can tell them apart there, only data of another size.
 */
const TOO_NEAR = 'large_sample_tiny_effect';

it.each(golden.traps.filter(trap => trap.case !== TOO_NEAR))(
  'turns away $algorithm where $mistake ($case)',
  ({ expected, wrong }) => {
    expect(passes(expected, expected)).toBe(true);
    expect(passes(wrong, expected)).toBe(false);
  },
);

it('knows the one mistake whose numbers are right to single precision', () => {
  const near = golden.traps.filter(({ expected, wrong }) => passes(wrong, expected));
  expect(near.map(trap => trap.case)).toEqual([TOO_NEAR]);
});
