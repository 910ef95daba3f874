import { at, isRecord, isVector, leaves, type Path, Strange, type Value } from './value';

/**
 * How near is near enough: |a − b| ≤ relative · max(|a|, |b|) + scaled · scale + absolute, where scale
 * is the largest |expected| of the same array, and 1 where that is 0.
 */
export interface Tolerance {
  readonly relative: number;
  readonly scaled: number;
  readonly absolute: number;
}

/**
 * Right to single precision passes; a number rounded to 4 digits does not. The absolute part lets
 * the rounding errors pass that are left where a sum should be 0.
 */
export const NUMERIC: Tolerance = { relative: 5e-5, scaled: 1e-7, absolute: 1e-12 };
/** For labels, counts and indices. */
export const EXACT: Tolerance = { relative: 0, scaled: 0, absolute: 0 };

/** @returns a tolerance in the units of the value itself, whatever its size. */
export function absolute(within: number): Tolerance {
  return { relative: 0, scaled: 0, absolute: within };
}

/** The first place where what came out is not what was expected. */
export interface Difference {
  readonly path: Path;
  readonly kind: 'nothing' | 'type' | 'length' | 'missing' | 'not-finite' | 'number' | 'value';
  readonly received: Value;
  readonly expected: Value;
  /** |received − expected|, for `number` only. */
  readonly by?: number;
  /** What `by` may be at this place, for `number` only. */
  readonly allowed?: number;
}

/**
 * Compares like numpy.testing.assert_allclose, with two deviations: nothing is broadcast, and NaN
 * equals NaN only where NaN is expected. Fields that the reference lacks are accepted.
 * @returns the first difference in reading order, or null
 */
export function compare(
  received: Value,
  expected: Value,
  within: Tolerance = NUMERIC,
): Difference | null {
  return differ(received, expected, within, 1, []);
}

function differ(
  received: Value,
  expected: Value,
  within: Tolerance,
  scale: number,
  path: Path,
): Difference | null {
  const found = (kind: Difference['kind']): Difference => ({ path, kind, received, expected });
  if (received === undefined && expected !== undefined) return found('nothing');
  if (received instanceof Strange || expected instanceof Strange) return found('type');

  if (typeof expected === 'number') {
    if (typeof received !== 'number') return found('type');
    const allowed =
      within.relative * Math.max(Math.abs(received), Math.abs(expected)) +
      within.scaled * scale +
      within.absolute;
    return differNumber(received, expected, allowed, path);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(received)) return found('type');
    if (received.length !== expected.length) return found('length');
    const inner = isVector(expected) ? scaleOf(expected) : scale;
    const matrixScale = expected.every(isVector) ? scaleOf(expected.flat() as number[]) : inner;
    for (let i = 0; i < expected.length; i += 1) {
      const one = isVector(expected) ? inner : matrixScale;
      const difference = differ(received[i], expected[i], within, one, [...path, i]);
      if (difference) return difference;
    }
    return null;
  }
  if (isRecord(expected)) {
    if (!isRecord(received)) return found('type');
    for (const field of Object.keys(expected)) {
      if (!(field in received) && expected[field] !== undefined) {
        return {
          path: [...path, field],
          kind: 'missing',
          received: undefined,
          expected: expected[field],
        };
      }
      const difference = differ(received[field], expected[field], within, 1, [...path, field]);
      if (difference) return difference;
    }
    return null;
  }
  if (received === expected) return null;
  return found(typeof received === typeof expected ? 'value' : 'type');
}

function differNumber(
  received: number,
  expected: number,
  allowed: number,
  path: Path,
): Difference | null {
  if (Object.is(received, expected)) return null;
  if (!Number.isFinite(received) || !Number.isFinite(expected)) {
    return { path, kind: 'not-finite', received, expected };
  }
  const by = Math.abs(received - expected);
  return by <= allowed ? null : { path, kind: 'number', received, expected, by, allowed };
}

function scaleOf(vector: readonly number[]): number {
  let largest = 0;
  for (const entry of vector)
    if (Number.isFinite(entry)) largest = Math.max(largest, Math.abs(entry));
  return largest === 0 ? 1 : largest;
}

/**
 * The largest relative error between two values of one shape, each number against the largest of
 * its own value. Used to notice single precision, never to judge.
 * @returns a number ≥ 0; 0 where there is nothing to compare
 */
export function worstError(received: Value, expected: Value): number {
  const wanted = leaves(expected);
  const scale = scaleOf(wanted.map(leaf => leaf.number));
  let worst = 0;
  for (const { path, number } of wanted) {
    const error = Math.abs((at(received, path) as number) - number) / scale;
    if (Number.isFinite(error)) worst = Math.max(worst, error);
  }
  return worst;
}
