import type { Table, TableKind, Tries } from '../../graders/tries';
import { tableOf } from '../../src/plots/csv';

/** Rows without a class or a target: few, several at the same place, on lines. */
const PLACES: Record<string, number[][]> = {
  'as few as may be': [[0, 0], [3, 1], [1, 2]], // biome-ignore format: rows
  'at two places': [[1, 1], [1, 1], [1, 1], [4, 2], [4, 2]], // biome-ignore format: rows
  'on a line': [[0, 1], [1, 3], [2, 5], [3, 7], [4, 9]], // biome-ignore format: rows
  upright: [[2, 0], [2, 1], [2, 2], [2, 5]], // biome-ignore format: rows
  level: [[0, 2], [1, 2], [2, 2], [5, 2]], // biome-ignore format: rows
};

/** What belongs to the rows of each kind, one way or more to have it. */
const BEHIND: Record<TableKind, readonly ((i: number) => number[])[]> = {
  points: [() => []],
  classes: [() => [0], () => [1], i => [i % 2]],
  targets: [() => []],
  scored: [i => [i % 2]],
};

/** Tables of a learner that ask the most of a picture. */
export function smallTables({ kind, least = 2 }: NonNullable<Tries['table']>): {
  readonly name: string;
  readonly make: () => Table;
  /** Whether a reference may refuse them: no single line is the best through upright rows. */
  readonly refusable: boolean;
}[] {
  return Object.entries(PLACES).flatMap(([name, places], p) =>
    BEHIND[kind].map((behind, way) => ({
      name: `${name}, ${way}`,
      refusable: kind === 'targets' && name === 'upright',
      make: () => {
        const rows = p === 0 ? places.slice(0, least) : places;
        const cells = kind === 'scored' ? rows.map(row => row.slice(1)) : rows;
        return tableOf(
          cells.map((row, i) => [...row, ...behind(i)]),
          kind,
        );
      },
    })),
  );
}
