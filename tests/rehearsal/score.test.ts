import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_TYPES } from '../../src/catalog/card';
import { AGAIN, EASY, GOOD, HARD, type Level } from '../../src/rehearsal/attempt';
import {
  type Graded,
  isGraded,
  lowered,
  type Marks,
  rate,
  rateFacet,
  score,
} from '../../src/rehearsal/score';

const point = (id: string, critical = false) => ({ id, text: id, critical });
const criterion = (label: string, weight: number) => ({
  label,
  weight,
  levels: ['a', 'b', 'c'] as [string, string, string],
});
const breadth: Graded = {
  type: 'breadth',
  minutes: 1,
  points: [point('a', true), point('b'), point('c'), point('d')],
  traps: [point('bad', true), point('odd')],
  checks: [{ id: 'n', ask: '', value: 1, tolerance: 0.1 }],
  criteria: [],
};
const design: Graded = {
  ...breadth,
  type: 'design',
  minutes: 45,
  checks: [],
  criteria: [criterion('Problem', 30), criterion('Metrics', 70)],
};
const all = { a: true, b: true, c: true, d: true };
const marks = (own: Partial<Marks> = {}): Marks => ({
  points: all,
  levels: {},
  traps: [],
  answers: { n: { typed: '1', right: true } },
  early: false,
  hints: 0,
  confidence: 80,
  ...own,
});
const levels = (Problem: Level, Metrics: Level) => ({ Problem, Metrics });

describe('the score', () => {
  it('is the share of key points where there are no criteria', () => {
    expect(score(breadth, marks({ points: { a: true, b: false } }))).toBe(0.25);
  });

  it('is six tenths criteria by weight and level, four tenths key points', () => {
    const s = score(design, marks({ levels: levels(3, 1), points: { a: true, b: true } }));
    expect(s).toBeCloseTo(0.6 * (0.3 + 0.7 / 3) + 0.4 * 0.5, 12);
  });

  it('of a design without one of its components is 0.60 at most', () => {
    const lopsided = { ...design, criteria: [criterion('Problem', 1), criterion('Metrics', 99)] };
    expect(score(lopsided, marks({ levels: levels(0, 3) }))).toBe(0.6);
    expect(score({ ...lopsided, type: 'case' }, marks({ levels: levels(0, 3) }))).toBeGreaterThan(
      0.9,
    );
  });

  it('lies between 0 and 1, and never falls with a tick or a level more', () => {
    const any = fc.record({
      type: fc.constantFrom(...CARD_TYPES),
      weights: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      levels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      ticks: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(any, ({ type, weights, levels, ticks }) => {
        const card: Graded = {
          ...{ type, minutes: 1, traps: [], checks: [] },
          points: ticks.map((_, i) => point(String(i))),
          criteria: weights.map((weight, i) => criterion(String(i), weight)),
        };
        const points = Object.fromEntries(ticks.map((tick, i) => [String(i), tick]));
        const own = Object.fromEntries(levels.map((level, i) => [String(i), level as Level]));
        const s = score(card, marks({ points, levels: own }));
        expect(s).toBeGreaterThanOrEqual(0);
        expect(s).toBeLessThanOrEqual(1);
        const better = { ...own, 0: Math.min(3, own[0] + 1) as Level };
        expect(score(card, marks({ points, levels: better }))).toBeGreaterThanOrEqual(s);
        const ticked = { ...points, 0: true };
        expect(score(card, marks({ points: ticked, levels: own }))).toBeGreaterThanOrEqual(s);
      }),
    );
  });
});

describe('the rating', () => {
  const rated = (own: Partial<Marks>, seconds = 30, previous: 1 | 2 | 3 | 4 | null = GOOD) =>
    rate(breadth, marks(own), seconds, previous);

  it.each([
    ['the model answer was opened first', { early: true }, /opened before you committed/],
    ['a critical point is missed', { points: { ...all, a: false } }, /^One critical key point/],
    ['a critical trap is fallen into', { traps: ['bad'] }, /critical trap/],
    ['a number is wrong', { answers: { n: { typed: '2', right: false } } }, /^One number/],
    ['a number was left out', { answers: {} }, /^One number/],
    ['the score is below one half', { points: { a: true } }, /0\.25, below 0\.50/],
  ])('is Again where %s', (_, own, reason) => {
    expect(rated(own)).toEqual({ rating: AGAIN, reason: expect.stringMatching(reason) });
  });

  it.each([
    ['the score is below 0.70', { points: { a: true, b: true } }, 30, /0\.50, below 0\.70/],
    ['a hint was used', { hints: 1 }, 30, /another wording/],
    ['it took more than 125 % of the time', {}, 76, /127 % of the time/],
  ])('is Hard where it was passed, but %s', (_, own, seconds, reason) => {
    expect(rated(own, seconds)).toEqual({ rating: HARD, reason: expect.stringMatching(reason) });
  });

  it('is Good from 0.70, and a trap that is not critical changes nothing', () => {
    const own = { points: { ...all, d: false }, traps: ['odd'] };
    expect(rated(own)).toMatchObject({ rating: GOOD });
  });

  it('is Easy only sure, in time, without a hint, and after a Good', () => {
    expect(rated({})).toMatchObject({ rating: EASY });
    expect(rated({ confidence: 79 })).toMatchObject({ rating: GOOD });
    expect(rated({}, 61)).toMatchObject({ rating: GOOD });
    expect(rated({}, 30, HARD)).toMatchObject({ rating: GOOD });
    expect(rated({}, 30, null)).toMatchObject({ rating: GOOD });
  });

  it('is never Easy for a long prompt', () => {
    const own = marks({ levels: levels(3, 3) });
    expect(rate(design, own, 60, GOOD)).toMatchObject({ rating: GOOD });
  });

  it('can be lowered, and not raised', () => {
    expect(lowered(GOOD, AGAIN)).toBe(AGAIN);
    expect(lowered(HARD, EASY)).toBe(HARD);
  });

  it('waits for a level of every criterion', () => {
    expect(isGraded(design, { levels: { Problem: 0 } })).toBe(false);
    expect(isGraded(design, { levels: levels(0, 0) })).toBe(true);
  });
});

describe('the rating of a criterion', () => {
  const own = { rating: GOOD, computed: GOOD, hints: 0, early: false } as const;

  it('is Again for what is absent or vague, and Good for what is specific', () => {
    expect([0, 1, 2, 3].map(level => rateFacet(level as Level, own, false))).toEqual([1, 1, 3, 3]);
    expect(rateFacet(undefined, own, false)).toBe(AGAIN);
  });

  it('is held back by a hint, by slowness, and by a rating that was lowered', () => {
    expect(rateFacet(3, { ...own, hints: 1 }, false)).toBe(HARD);
    expect(rateFacet(3, own, true)).toBe(HARD);
    expect(rateFacet(3, { ...own, rating: AGAIN }, false)).toBe(AGAIN);
    expect(rateFacet(3, { ...own, computed: AGAIN, rating: AGAIN }, false)).toBe(GOOD);
    expect(rateFacet(3, { ...own, early: true }, false)).toBe(AGAIN);
  });
});
