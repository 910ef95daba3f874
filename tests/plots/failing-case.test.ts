import { expect, it } from 'vitest';
import type { Grader } from '../../graders/grader';
import type { TableKind } from '../../graders/tries';
import type { Value } from '../../graders/value';
import type { Outcome } from '../../graders/verdict';
import { failingCase } from '../../src/plots/failing-case';

const grader = (kind: TableKind) =>
  ({ tries: { table: { kind, of: () => ({ X: [] }) }, bench: () => ({}) } }) as unknown as Grader;

const missed = (args: Value[], failure: object = {}) =>
  ({
    name: 'labels each point',
    state: 'missed',
    failure: { say: '', call: { name: 'assign', args }, ...failure },
  }) as unknown as Outcome;

it('is taken from the call of the check that failed, with the row that went wrong', () => {
  const X = [[0, 1], [2, 3], [4, 5]]; // biome-ignore format: rows
  const outcome = missed([X, [[0, 0]]], { path: [1], received: [0, 1, 0] });
  expect(failingCase(grader('points'), outcome)).toMatchObject({
    check: 'labels each point',
    table: { X },
    row: 1,
  });
});

it('is taken from classes and the scores behind them, where rows have scores', () => {
  const outcome = missed([[1, 0, 1], [0.9, 0.2, 0.4]]); // biome-ignore format: arguments
  const { table } = failingCase(grader('scored'), outcome) ?? {};
  expect(table).toEqual({ X: [[0.9], [0.2], [0.4]], y: [1, 0, 1] });
  expect(failingCase(grader('scored'), missed([[1, 1], [0.9, 0.2]]))).toBe(null); // biome-ignore format: arguments
  expect(failingCase(grader('scored'), missed([[1, 0], [0.9, Infinity]]))).toBe(null); // biome-ignore format: arguments
});

it('names no row where what went wrong is not one entry for each row', () => {
  const outcome = missed([[[0, 1], [2, 3]]], { path: ['centroids', 0, 1], received: { centroids: [[0, 1]] } }); // biome-ignore format: rows
  expect(failingCase(grader('points'), outcome)?.row).toBe(null);
});

it.each<[string, 'points' | 'classes' | 'targets', Value[]]>([
  [
    'five features',
    'points',
    [
      [
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ],
    ],
  ],
  ['one row', 'points', [[[1, 2]]]],
  [
    'a number that is not finite',
    'points',
    [
      [
        [1, Number.NaN],
        [1, 2],
      ],
    ],
  ],
  ['ragged rows', 'points', [[[1, 2], [1]]]],
  ['more rows than there is room for', 'points', [Array.from({ length: 201 }, () => [1, 2])]],
  [
    'no classes',
    'classes',
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ],
  [
    'a class that is none',
    'classes',
    [
      [
        [1, 2],
        [3, 4],
      ],
      [0, 7],
    ],
  ],
  ['targets of another number', 'targets', [[[1], [3]], [0]]],
])('is not offered for %s', (_, kind, args) => {
  expect(failingCase(grader(kind), missed(args))).toBe(null);
});

it('is not offered where nothing may be changed, or no call is known', () => {
  expect(
    failingCase(
      {} as Grader,
      missed([
        [
          [0, 1],
          [2, 3],
        ],
      ]),
    ),
  ).toBe(null);
  expect(failingCase(grader('points'), { ...missed([]), failure: { say: '' } } as Outcome)).toBe(
    null,
  );
});
