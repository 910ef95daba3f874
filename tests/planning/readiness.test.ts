import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/planning/days';
import { type Evidence, evidenceOf, type Log, qualityOf } from '../../src/planning/evidence';
import {
  allReadiness,
  changeOf,
  coreOf,
  nextBest,
  readinessOf,
  wilsonLower,
} from '../../src/planning/readiness';
import { FIVE_WEEKS, itemsOf, known, NOTHING, TODAY } from './few';

const items = itemsOf(FIVE_WEEKS);
const TO = FIVE_WEEKS.date as string;
const coding = coreOf(items, 'coding');
const breadth = coreOf(items, 'breadth');
const ready = (log: Log, round: 'coding' | 'breadth' = 'coding') =>
  readinessOf(items, log, round, TODAY, TO);
const of = (...args: Parameters<typeof known>): Evidence => known(...args)[1];

describe('the lower end of the 80 % Wilson interval', () => {
  test.each([
    [4, 5, 0.51],
    [8, 10, 0.6],
    [16, 20, 0.66],
    [24, 30, 0.69],
  ])('is, for %i of %i, about %f', (passed, n, lower) => {
    expect(wilsonLower(passed, n)).toBeCloseTo(lower, 2);
    expect(Number(wilsonLower(passed, n)?.toFixed(2))).toBe(lower);
  });

  test('solves the equation that defines it: as far below the share as z standard errors at that place', () => {
    const z = 1.2815515655446004;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, k) => {
        const p = (k % (n + 1)) / n;
        const lower = wilsonLower(p * n, n) as number;
        expect(p - lower).toBeCloseTo(z * Math.sqrt((lower * (1 - lower)) / n), 9);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(p);
      }),
      { seed: 45 },
    );
  });

  test('is nothing where nothing was tried, and grows with the number of tries', () => {
    expect(wilsonLower(0, 0)).toBeNull();
    expect(wilsonLower(0, 9)).toBe(0);
    expect(wilsonLower(40, 50)).toBeGreaterThan(wilsonLower(4, 5) as number);
  });
});

describe('how well an item was done', () => {
  test('is 1 for an exercise that was solved alone, 0.7 with hints, half of the checks where it is not solved', () => {
    expect(qualityOf(of('code/knn', [{}]))).toBe(1);
    expect(qualityOf(of('code/knn', [{ hints: 1 }]))).toBe(0.7);
    expect(qualityOf(of('code/knn', [{ passed: false, score: 0.6 }]))).toBeCloseTo(0.3);
  });

  test('is 0.4 after the solution was seen, until it is solved alone two days later', () => {
    const seen = { day: TODAY, revealed: true, passed: false };
    expect(qualityOf(of('code/knn', [seen, { day: addDays(TODAY, 1) }]))).toBe(0.4);
    expect(qualityOf(of('code/knn', [seen, { day: addDays(TODAY, 2) }]))).toBe(1);
    // Who solves it alone and reads the reference afterwards has solved it alone.
    expect(qualityOf(of('code/knn', [{ day: TODAY }, seen]))).toBe(1);
  });

  test('is the median of the last three scores of a card, and at most 0.4 while it was failed last', () => {
    const scores = (...list: number[]) => list.map(score => ({ score, passed: score >= 0.5 }));
    expect(qualityOf(of('breadth/p-value', scores(0.1, 0.6, 0.9, 0.7)))).toBe(0.7);
    expect(qualityOf(of('breadth/p-value', scores(0.6, 0.8)))).toBeCloseTo(0.7);
    expect(qualityOf(of('breadth/p-value', scores(0.9, 0.9, 0.45)))).toBe(0.4);
  });

  test('is nothing for a card of which only the model answer was seen', () => {
    const seen = of('breadth/p-value', [{ revealed: true, score: 1 }]);
    expect(qualityOf(seen)).toBe(0);
    expect(ready(new Map([['breadth/p-value', seen]]), 'breadth')).toMatchObject({
      coverage: 0,
      n: 0,
    });
  });

  test('counts by the chance to have it at hand on the day of the interview', () => {
    const fading = of('code/knn', [{}], { retention: day => (day < TO ? 1 : 0.8) });
    expect(evidenceOf(fading, TODAY)).toBe(1);
    expect(evidenceOf(fading, TO)).toBe(0.8);
  });
});

describe('an area', () => {
  const all = new Map(coding.map(({ id }) => known(id, [{ timed: true }])));

  test('has a dash below a fifth of its core or three attempts', () => {
    expect(ready(NOTHING)).toMatchObject({
      band: 'not enough evidence',
      quality: null,
      retention: null,
    });
    const [first] = coding;
    expect(ready(new Map([known(first.id, [{}, {}, {}, {}])])).band).toBe('not enough evidence');
  });

  test('is four numbers, and what was never seen counts nothing', () => {
    const half = new Map(
      [...all].slice(0, 8).map(([id, one]) => [id, { ...one, retention: () => 0.9 }]),
    );
    const one = ready(half);
    expect(one.n).toBe(8);
    expect(one.quality).toBe(1);
    expect(one.retention).toBeCloseTo(0.9);
    expect(one.whole).toBeCloseTo(one.coverage * 0.9);
    expect(one.coverage).toBeLessThan(1);
  });

  test('is ready for a mock with three quarters, one mock, and ten days without a critical miss', () => {
    expect(ready(all).band).toBe('mock-ready');
    const untimed = new Map([...all].map(([id]) => known(id, [{}])));
    expect(ready(untimed)).toMatchObject({ band: 'solid', missing: ['a mock'] });
    const miss = (ago: number) =>
      ready(
        new Map([
          ...all,
          known(coding[0].id, [{ critical: true, day: addDays(TODAY, -ago) }, { timed: true }]),
        ]),
      );
    expect(miss(9)).toMatchObject({ band: 'solid', missing: ['ten days without a critical miss'] });
    expect(miss(10).band).toBe('mock-ready');
  });

  test('has no retention of what was never solved, as the curve of forgetting has none', () => {
    const of = (...entries: [string, Evidence][]) => ready(new Map(entries), 'coding').retention;
    const missed = known('code/knn', [{ passed: false, score: 0.5 }]);
    const solved = known('code/k-means', [{}], { retention: () => 0.6 });
    expect(of(missed)).toBeNull();
    expect(of(missed, solved)).toBeCloseTo(0.6);
  });

  test('gains retention, and no coverage, where one card is asked again and again', () => {
    const [{ id }] = breadth;
    const once = ready(new Map([known(id, [{}])]), 'breadth');
    const often = ready(new Map([known(id, [{}, {}, {}, {}, {}])]), 'breadth');
    expect(often.coverage).toBe(once.coverage);
    expect(often.firstTry).toEqual(once.firstTry);
  });

  test('counts as a first try only what was never seen, and passed without a hint', () => {
    const [a, b, c, d] = coding.map(({ id }) => id);
    const log = new Map([
      known(a, [{}]),
      known(b, [{ passed: false }, {}]),
      known(c, [{ hints: 1 }]),
      known(d, [{ revealed: true }, {}]),
    ]);
    expect(ready(log).firstTry).toMatchObject({ passed: 1, of: 3 });
  });

  test('is never above 1 in any of its numbers, and none is lost by one more pass', () => {
    const tries = fc.array(
      fc.record({
        score: fc.double({ min: 0, max: 1, noNaN: true }),
        passed: fc.boolean(),
        hints: fc.nat(2),
        revealed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(coding.length - 1), tries), { maxLength: 12 }), list => {
        const log = new Map(list.map(([i, row]) => known(coding[i].id, row)));
        const one = ready(log);
        for (const n of [one.whole, one.coverage, one.quality ?? 0, one.retention ?? 0]) {
          expect(n).toBeGreaterThanOrEqual(0);
          expect(n).toBeLessThanOrEqual(1 + 1e-9);
        }
        const more = new Map([
          ...log,
          known(coding[0].id, [...(log.get(coding[0].id)?.tries ?? []), {}]),
        ]);
        expect(ready(more).whole).toBeGreaterThanOrEqual(one.whole - 1e-9);
      }),
      { seed: 46 },
    );
  });
});

test('the headline is the weakest round that is confirmed, and not one that will not come', () => {
  const log = new Map(coding.map(({ id }) => known(id, [{}])));
  const rounds = {
    breadth: 'no',
    depth: 'unknown',
    design: 'no',
    coding: 'yes',
    behavioural: 'no',
  } as const;
  const { all, weakest } = allReadiness(items, { ...FIVE_WEEKS, rounds }, log, TODAY);
  expect(weakest?.round).toBe('coding');
  expect(all.map(({ round }) => round)).toEqual(['depth', 'coding']);
});

test('the next best half hour holds what adds most, and nothing that rests on what is not done', () => {
  const next = nextBest(items, NOTHING, 'coding', TO);
  expect(next.length).toBeGreaterThan(0);
  expect(next.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(30);
  for (const { requires } of next)
    expect(requires.filter(id => coding.some(item => item.id === id))).toEqual([]);
  expect(nextBest(items, NOTHING, 'design', TO)).toHaveLength(2);
});

test('what fell, fell for a reason: cards that faded, and answers that went worse', () => {
  const [a, b, c] = breadth.map(({ id }) => id);
  const before = new Map([known(a, [{}]), known(b, [{}])]);
  const now = new Map([
    known(a, [{}], { retention: () => 0.5, due: TODAY }),
    known(b, [{}, { passed: false, score: 0.2 }]),
    known(c, [{}]),
  ]);
  const change = changeOf(items, { log: before, to: TO }, { log: now, to: TO }, 'breadth', TODAY);
  expect(change.faded).toMatchObject({ items: 1, due: 1 });
  expect(change.worse.items).toBe(1);
  expect(change.better.items).toBe(1);
  expect(change.by).toBeCloseTo(change.faded.by + change.worse.by + change.better.by);
  expect(change.faded.by).toBeLessThan(0);
});
