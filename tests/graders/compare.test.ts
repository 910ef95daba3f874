import { describe, expect, it } from 'vitest';
import { absolute, compare, EXACT, worstError } from '../../graders/compare';
import { pack, unpack } from '../../graders/pack';
import { Strange, type Value } from '../../graders/value';

/** What a value looks like after it has left the sandbox. */
const outside = (value: unknown): Value => unpack(pack(value));

describe('compare', () => {
  it('finds −0 equal to 0, alone and inside', () => {
    expect(compare(-0, 0, EXACT)).toBe(null);
    expect(compare([0, -0], [-0, 0], EXACT)).toBe(null);
  });

  it('never finds NaN equal to a number', () => {
    expect(compare(Number.NaN, 1)).toMatchObject({ kind: 'not-finite', path: [] });
    expect(compare([1, Number.NaN], [1, 2])).toMatchObject({ kind: 'not-finite', path: [1] });
    expect(compare(1, Number.NaN)).toMatchObject({ kind: 'not-finite' });
  });

  it('finds NaN equal where NaN is expected', () => {
    expect(compare([Number.NaN, 1], [Number.NaN, 1])).toBe(null);
  });

  it('tells the two infinities apart, and each from any number', () => {
    expect(compare([Infinity, -Infinity], [Infinity, -Infinity])).toBe(null);
    expect(compare(-Infinity, Infinity)?.kind).toBe('not-finite');
    expect(compare(Infinity, 1e308)?.kind).toBe('not-finite');
    expect(compare(1e308, Infinity)?.kind).toBe('not-finite');
  });

  it('accepts typed arrays for arrays, as rows and as a whole', () => {
    expect(compare(outside(new Float64Array([1, 2])), [1, 2])).toBe(null);
    expect(compare(outside([new Float64Array([1, 2])]), [[1, 2]])).toBe(null);
    expect(compare(outside(new Int32Array([0, 1])), [0, 1], EXACT)).toBe(null);
    expect(compare(outside({ a: new Uint8Array([3]) }), { a: [3] }, EXACT)).toBe(null);
  });

  it('accepts fields that the reference lacks, and any order of fields', () => {
    expect(compare({ extra: 'x', b: 2, a: 1 }, { a: 1, b: 2 })).toBe(null);
  });

  it('names a field that is missing', () => {
    expect(compare({ a: 1 }, { a: 1, b: [2] })).toEqual({
      path: ['b'],
      kind: 'missing',
      received: undefined,
      expected: [2],
    });
  });

  it('misses no field that is undefined in the reference too', () => {
    expect(compare({ a: 1 }, { a: 1, b: undefined })).toBe(null);
    expect(compare({ a: 1, b: 2 }, { a: 1, b: undefined })).toMatchObject({ path: ['b'] });
  });

  it('names a field that is there but undefined', () => {
    expect(compare({ a: undefined }, { a: 1 })).toMatchObject({ path: ['a'], kind: 'nothing' });
  });

  it('finds nothing where a value is expected, and undefined equal to undefined', () => {
    expect(compare(undefined, [1])).toMatchObject({ path: [], kind: 'nothing' });
    expect(compare(undefined, undefined)).toBe(null);
  });

  it('finds an undefined hole in an array', () => {
    expect(compare([1, undefined, 3], [1, 2, 3])).toMatchObject({ path: [1], kind: 'nothing' });
    expect(compare(outside(new Array(2)), [1, 2])).toMatchObject({ path: [0], kind: 'nothing' });
  });

  it('passes what is right to single precision, and fails what is rounded to four digits', () => {
    const exact = [12.345678, 0.0456789, -771.12345];
    expect(compare(exact.map(Math.fround), exact)).toBe(null);
    expect(compare([12.35, 0.04568, -771.1], exact)).toMatchObject({ kind: 'number', path: [0] });
  });

  it('fails 5.5 for −5.5 by 11', () => {
    expect(compare(5.5, -5.5)).toMatchObject({ kind: 'number', by: 11 });
    expect(compare([[1, 5.5]], [[1, -5.5]])).toMatchObject({ path: [0, 1], by: 11 });
  });

  it('measures numbers as large as 3e8 against their own size', () => {
    expect(compare(3e8 + 10_000, 3e8)).toBe(null);
    expect(compare(3e8 + 20_000, 3e8)).toMatchObject({ kind: 'number', by: 20_000 });
    expect(compare(3e8 + 1, 3e8, EXACT)).toMatchObject({ by: 1, allowed: 0 });
  });

  it('measures a number near 0 against the largest of its array, or of its matrix', () => {
    expect(compare([1000, 5e-5], [1000, 0])).toBe(null);
    expect(compare([1000, 2e-4], [1000, 0])).toMatchObject({ path: [1] });
    expect(compare([[1000], [5e-5]], [[1000], [0]])).toMatchObject({ path: [1, 0] });
    expect(compare([0, 5e-8], [0, 0])).toBe(null);
    expect(compare([0, 2e-7], [0, 0])).toMatchObject({ path: [1], allowed: expect.any(Number) });
  });

  it('takes an absolute tolerance in the units of the value', () => {
    expect(compare(0.5 + 1e-13, 0.5, absolute(1e-12))).toBe(null);
    expect(compare(0.5 + 1e-11, 0.5, absolute(1e-12))).toMatchObject({ kind: 'number' });
  });

  it.each<[string, Value, Value, string, (string | number)[]]>([
    ['a number for an array', 3, [3], 'type', []],
    ['an array for a number', [3], 3, 'type', []],
    ['a flat array for a matrix', [1, 2], [[1], [2]], 'type', [0]],
    ['a row vector for a column', [[1, 2]], [[1], [2]], 'length', []],
    ['a row too long', [[1, 2, 3]], [[1, 2]], 'length', [0]],
    ['one entry too few', [1], [1, 2], 'length', []],
    ['an object for an array', { 0: 1 }, [1], 'type', []],
    ['an array for an object', [1], { a: 1 }, 'type', []],
    ['null for an object', null, { a: 1 }, 'type', []],
    ['a numeral for a number', '5', 5, 'type', []],
    ['a boolean for a label', true, 1, 'type', []],
    ['another word', 'converged', 'diverged', 'value', []],
    ['null for a word', null, 'x', 'type', []],
    ['a Promise', new Strange('a Promise'), 1, 'type', []],
  ])('refuses %s', (_, received, expected, kind, path) => {
    expect(compare(received, expected)).toMatchObject({ kind, path });
  });

  it('never finds what cannot be compared equal, even to itself', () => {
    const promise = new Strange('a Promise');
    expect(compare(promise, promise)).toMatchObject({ kind: 'type', path: [] });
    expect(compare([promise], [null])).toMatchObject({ kind: 'type', path: [0] });
    expect(compare({ a: {} }, { a: promise })).toMatchObject({ kind: 'type', path: ['a'] });
    expect(compare('x', promise)).toMatchObject({ kind: 'type' });
  });

  it('broadcasts nothing', () => {
    expect(compare(1, [1, 1])?.kind).toBe('type');
    expect(compare([1], [1, 1])?.kind).toBe('length');
  });

  it('accepts equal words, booleans, nulls and empty arrays', () => {
    expect(compare(['a', true, null, []], ['a', true, null, []])).toBe(null);
  });

  it('reports the first difference in reading order', () => {
    expect(compare({ a: [1, 9], b: 9 }, { a: [1, 2], b: 2 })?.path).toEqual(['a', 1]);
  });
});

describe('worstError', () => {
  it('is about 1e-8 to 1e-7 for single precision and 0 for equal values', () => {
    const exact = [0.1, 0.7, 12.3];
    const error = worstError(exact.map(Math.fround), exact);
    expect(error).toBeGreaterThan(1e-9);
    expect(error).toBeLessThan(1e-7);
    expect(worstError(exact, exact)).toBe(0);
  });

  it('pairs fields by name, in whatever order they stand', () => {
    expect(worstError({ b: 2, more: 7, a: 1 }, { a: 1, b: 2 })).toBe(0);
  });

  it('leaves out what is no finite number on either side', () => {
    expect(worstError(['x', Number.NaN], [1, Number.NaN])).toBe(0);
    expect(worstError(undefined, [1])).toBe(0);
  });
});

describe('a tolerance', () => {
  it('lets the rounding errors of a vanishing sum pass', () => {
    expect(compare([3e-17, -2e-17], [1e-17, 4e-18])).toBe(null);
  });

  it('is relative to the larger of both, and a difference as large as it may be passes', () => {
    const half = { relative: 0.5, scaled: 0, absolute: 0 };
    expect(compare(2, 1, half)).toBe(null);
    expect(compare(1, 2, half)).toBe(null);
    expect(compare(2.125, 1, half)).toMatchObject({ by: 1.125, allowed: 1.0625 });
    expect(compare(-1, 1, half)).toMatchObject({ by: 2, allowed: 0.5 });
    expect(compare(1.25, 1, absolute(0.25))).toBe(null);
  });

  it('is not widened by an infinite neighbour, nor taken away by NaN', () => {
    expect(compare([Infinity, 5], [Infinity, 1])).toMatchObject({ path: [1], kind: 'number' });
    expect(compare([-Infinity, 5], [-Infinity, 1])).toMatchObject({ path: [1] });
    expect(compare([Number.NaN, 1000, 5e-5], [Number.NaN, 1000, 0])).toBe(null);
  });

  it('measures a number against its own array, and not against a list beside it', () => {
    expect(compare([[1000], 5e-5], [[1000], 0])).toMatchObject({ path: [1] });
    expect(compare({ a: [1000], b: 5e-5 }, { a: [1000], b: 0 })).toMatchObject({ path: ['b'] });
  });

  it('is in the units of the value where it is absolute, however small the value', () => {
    expect(compare(2e-75, 1e-75, absolute(1e-12))).toBe(null);
    expect(compare([1e6, 1e-11], [1e6, 0], absolute(1e-12))).toMatchObject({ path: [1] });
  });
});
