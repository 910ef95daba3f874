import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, weaknesses } from '../../src/progress/weakness';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const run = (kind: 'passed' | 'missed' | 'crashed', daysAgo: number, slug = 'a') => ({
  ...{ slug, kind, at: NOW - daysAgo * DAY },
});
const weaknessOf = (...attempts: ReturnType<typeof run>[]) =>
  weaknesses(['a'], attempts, NOW).get('a') as number;

describe('an exercise needs practice', () => {
  test('most where it was tried and never solved, then where it was never tried, least where it was just solved', () => {
    const [unsolved, untried, solved] = [
      weaknessOf(run('missed', 0)),
      weaknessOf(),
      weaknessOf(run('passed', 0)),
    ];
    expect(unsolved).toBeGreaterThan(untried);
    expect(untried).toBeGreaterThan(solved);
    expect(solved).toBeGreaterThan(0);
  });

  test('the more the longer ago it failed, and the longer ago it was solved', () => {
    for (const kind of ['missed', 'passed'] as const) {
      expect(weaknessOf(run(kind, 30))).toBeGreaterThan(weaknessOf(run(kind, 3)));
      expect(weaknessOf(run(kind, 3))).toBeGreaterThan(weaknessOf(run(kind, 0)));
    }
  });

  test('again where the last run failed, though an earlier one passed', () => {
    const slipped = weaknessOf(run('passed', 2), run('crashed', 1));
    expect(slipped).toBeGreaterThan(weaknessOf(run('missed', 2), run('passed', 1)));
    expect(slipped).toBeLessThan(weaknessOf(run('missed', 2), run('crashed', 1)));
  });

  test('by its own runs alone, in whatever order they are stored', () => {
    const [failed, passed] = [run('missed', 5), run('passed', 1)];
    const others = [run('missed', 0, 'b')];
    expect(weaknessOf(passed, failed, ...others)).toBe(weaknessOf(failed, passed));
  });

  test('as one of now where the clock was ahead', () => {
    expect(weaknessOf(run('passed', -9))).toBe(weaknessOf(run('passed', 0)));
  });
});

describe('a draw', () => {
  test('falls on each in proportion to its weight', () => {
    const weights = new Map([
      ['b', 3],
      ['a', 1],
    ]);
    const drawn = Array.from({ length: 100 }, (_, i) => draw(weights, i / 100));
    expect(drawn.filter(slug => slug === 'a')).toHaveLength(25);
    expect(drawn.filter(slug => slug === 'b')).toHaveLength(75);
  });

  test('always falls on one that is there', () => {
    const weights = fc.dictionary(fc.string(), fc.double({ min: 0.1, max: 9, noNaN: true }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(
        weights,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (w, r) => {
          expect(Object.keys(w)).toContain(draw(new Map(Object.entries(w)), r));
        },
      ),
      { seed: 1 },
    );
  });

  test('from nothing is refused', () => {
    expect(() => draw(new Map(), 0)).toThrow(RangeError);
  });
});
