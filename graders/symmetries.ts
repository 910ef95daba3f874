import { isVector, type Value } from './value';

/**
 * Rewrites what came out into the equivalent form nearest to what was expected, for answers that
 * are right up to a freedom of the task.
 */
export type Symmetry = (received: Value, expected: Value) => Value;

/** A direction and its opposite are the same: flips each row whose dot product with its expected row is negative. */
export const sign: Symmetry = (received, expected) => {
  if (isVector(received) && isVector(expected)) return aligned(received, expected);
  if (!Array.isArray(received) || !Array.isArray(expected)) return received;
  return received.map((row, i) => {
    const wanted = expected[i];
    return isVector(row) && isVector(wanted) ? aligned(row, wanted) : row;
  });
};

function aligned(row: number[], wanted: number[]): number[] {
  const dot = row.reduce((sum, x, j) => sum + x * (wanted[j] ?? 0), 0);
  return dot < 0 ? row.map(x => -x) : row;
}

/** Names of groups do not count: renames labels one to one by first appearance in the expected labels. */
export const relabelling: Symmetry = (received, expected) => {
  if (!isVector(received) || !isVector(expected)) return received;
  const names = new Map<number, number>();
  const taken = new Set<number>();
  for (let i = 0; i < received.length; i += 1) {
    const wanted = expected[i];
    if (!names.has(received[i]) && wanted !== undefined && !taken.has(wanted)) {
      names.set(received[i], wanted);
      taken.add(wanted);
    }
  }
  return received.map(label => names.get(label) ?? Number.NaN);
};
