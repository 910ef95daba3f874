import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsFor, ONE_WEEK_CODE, PAIRS, TIERS } from '../../src/planning/items';
import { PRESETS, ROLES } from '../../src/planning/roles';
import {
  AREAS,
  adjusted,
  CODING,
  LEVELS,
  percentOf,
  type Weights,
  weightsFor,
} from '../../src/planning/weights';
import { cards, exercises, exists } from './few';

const sumOf = (weights: Weights) => AREAS.reduce((sum, area) => sum + weights[area], 0);

test('the shares of a middle level with an ordinary coding round are those of the source', () => {
  expect(weightsFor('mid', 'ordinary')).toEqual({
    breadth: 0.25,
    depth: 0.25,
    design: 0.4,
    coding: 0.1,
  });
});

test('an unknown coding round takes half of its share, none takes nothing, and breadth has the rest', () => {
  expect(weightsFor('mid', 'unknown').coding).toBeCloseTo(0.05);
  expect(weightsFor('mid', 'unknown').breadth).toBeCloseTo(0.3);
  expect(weightsFor('mid', 'none').breadth).toBeCloseTo(0.35);
  expect(weightsFor('junior', 'none').breadth).toBeCloseTo(0.6);
});

test('an interview that is mostly coding has shares of its own at every level', () => {
  for (const level of LEVELS)
    expect(weightsFor(level, 'centred')).toEqual({
      breadth: 0.25,
      depth: 0.15,
      design: 0.3,
      coding: 0.3,
    });
});

test('the shares always sum to 1, whatever is moved', () => {
  const moves = fc.array(
    fc.tuple(fc.constantFrom(...AREAS), fc.double({ min: 0, max: 1, noNaN: true })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...LEVELS),
      fc.constantFrom(...CODING),
      moves,
      (level, coding, list) => {
        const last = list.reduce(
          (w, [area, share]) => adjusted(w, area, share),
          weightsFor(level, coding),
        );
        expect(sumOf(last)).toBeCloseTo(1, 9);
        expect(Math.min(...AREAS.map(area => last[area]))).toBeGreaterThanOrEqual(0);
        expect(Object.values(percentOf(last)).reduce((a, b) => a + b)).toBe(100);
      },
    ),
    { seed: 41 },
  );
});

test('a share that is moved stays where it was put, and the others keep their proportion', () => {
  const moved = adjusted(weightsFor('mid', 'ordinary'), 'coding', 0.4);
  expect(moved.coding).toBe(0.4);
  expect(moved.design / moved.breadth).toBeCloseTo(1.6);
});

test('every item that a preset, a tier or a pair names is there', () => {
  const named = [
    ...ROLES.flatMap(role => PRESETS[role].mustDo),
    ...Object.values(TIERS)
      .flat()
      .map(slug => `code/${slug}`),
    ...ONE_WEEK_CODE.map(slug => `code/${slug}`),
    ...PAIRS.flat(),
  ];
  expect(named.filter(id => !exists(id))).toEqual([]);
});

test('what a role must do is among its items at every level', () => {
  for (const role of ROLES)
    for (const level of LEVELS) {
      const ids = itemsFor(exercises, cards, { role, level }).map(({ id }) => id);
      expect(PRESETS[role].mustDo.filter(id => !ids.includes(id))).toEqual([]);
    }
});
