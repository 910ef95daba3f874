import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earlier, LATEST, thin, WORTHS } from '../../src/progress/thin';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_700_000_000_000;
const LARGE = 1e9;

/** Texts of an exercise, each with a revision of its own, and clocks that may be anywhere. */
const anyTexts = fc
  .array(
    fc.record({
      at: fc.oneof(
        fc.integer({ min: NOW - 2 * HOUR, max: NOW + HOUR }),
        fc.integer({ min: NOW - 90 * DAY, max: NOW }),
        fc.integer({ min: 0, max: NOW + 900 * DAY }),
      ),
      size: fc.integer({ min: 0, max: 5000 }),
      worth: fc.constantFrom(...WORTHS),
    }),
    { maxLength: 150, size: 'max' },
  )
  .map(texts => texts.map((text, place): Earlier => ({ ...text, revision: place + 1 })));

const staying = (texts: readonly Earlier[], now: number, cap: number) => {
  const gone = new Set(thin(texts, now, cap));
  return texts.filter(text => !gone.has(text));
};
const sizeOf = (texts: readonly Earlier[]) => texts.reduce((sum, { size }) => sum + size, 0);
/** One text for each time, the oldest first. */
const typedAt = (times: readonly number[], worth: Earlier['worth'] = 'typed') =>
  times.map((at, place): Earlier => ({ at, worth, size: 10, revision: place + 1 }));
const check = (property: fc.IProperty<unknown[]>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 7, numRuns: 300 });

describe('the history of a text', () => {
  it('is dense for an hour, then of each hour, then of each day', () => {
    const ages = Array.from({ length: 30 * 24 * 6 }, (_, i) => NOW - i * (HOUR / 6)).reverse();
    const kept = staying(typedAt(ages), NOW, LARGE).map(({ at }) => NOW - at);
    const between = (low: number, high: number) =>
      kept.filter(age => age >= low && age < high).length;
    expect(between(0, HOUR)).toBe(6);
    // The latest ones stay at any age: 6 of them are in this hour, 14 in the next ones.
    expect(between(4 * HOUR, DAY)).toBeGreaterThanOrEqual(20);
    expect(between(4 * HOUR, DAY)).toBeLessThanOrEqual(21);
    expect(between(2 * DAY, 3 * DAY)).toBe(1);
    expect(kept.length).toBeLessThan(6 + LATEST + 24 + 31);
  });

  it('keeps what was run longer than what was only typed, and what passed for good', () => {
    const old = Array.from({ length: 60 }, (_, i) => NOW - 10 * DAY + i * 60_000);
    const [typed, run, passed] = (['typed', 'run', 'passed'] as const).map(
      worth => staying(typedAt(old, worth), NOW, LARGE).length,
    );
    const [typedYoung, runYoung] = (['typed', 'run'] as const).map(
      worth => staying(typedAt(old, worth), NOW - 9.5 * DAY, LARGE).length,
    );
    expect(passed).toBe(60);
    expect(run).toBeLessThanOrEqual(LATEST + 2);
    expect(typed).toBeLessThanOrEqual(LATEST + 2);
    expect(runYoung).toBe(60);
    expect(typedYoung).toBeLessThanOrEqual(LATEST + 2);
  });

  it('stays below the cap, or is one text', () => {
    check(
      fc.property(anyTexts, fc.integer({ min: 0, max: 60_000 }), (texts, cap) => {
        const kept = staying(texts, NOW, cap);
        expect(sizeOf(kept) <= cap || kept.length === 1).toBe(true);
      }),
    );
  });

  it('always has the latest text', () => {
    check(
      fc.property(anyTexts, fc.integer({ min: 0, max: 60_000 }), (texts, cap) => {
        fc.pre(texts.length > 0);
        expect(staying(texts, NOW, cap)).toContain(texts.at(-1));
      }),
    );
  });

  it('lets go of nothing of the last hour, nor of what passed, while there is room', () => {
    check(
      fc.property(anyTexts, texts => {
        const kept = new Set(staying(texts, NOW, LARGE));
        const due = texts.filter(({ at, worth }) => NOW - at < HOUR || worth === 'passed');
        expect(due.filter(text => !kept.has(text))).toEqual([]);
      }),
    );
  });

  it('keeps something of every day, by worth', () => {
    check(
      fc.property(anyTexts, texts => {
        const days = (some: readonly Earlier[]) =>
          new Set(some.map(({ at, worth }) => `${worth} ${Math.floor(at / DAY)}`));
        expect(days(staying(texts, NOW, LARGE))).toEqual(days(texts));
      }),
    );
  });

  it('is thinned the same when it was thinned before, and in any order', () => {
    check(
      fc.property(anyTexts, fc.integer({ min: 0, max: 90_000 }), (texts, cap) => {
        const once = staying(texts, NOW, cap);
        expect(thin(once, NOW, cap)).toEqual([]);
        const turned = new Set(staying([...texts].reverse(), NOW, cap));
        expect(turned).toEqual(new Set(once));
      }),
    );
  });

  it('gives up what is worth less before what is worth more', () => {
    check(
      fc.property(anyTexts, fc.integer({ min: 0, max: 60_000 }), (texts, cap) => {
        const roomy = staying(texts, NOW, LARGE);
        const latest = texts.at(-1);
        const gone = new Set(thin(roomy, NOW, cap));
        const rank = (text: Earlier) => WORTHS.indexOf(text.worth);
        const left = roomy.filter(text => !gone.has(text) && text !== latest);
        const most = Math.max(...[...gone].map(rank));
        expect(left.every(text => rank(text) >= most)).toBe(true);
      }),
    );
  });

  it('loses nothing of the latest texts to a clock that jumps ahead or back', () => {
    const texts = typedAt(Array.from({ length: LATEST }, (_, i) => NOW + i * 1000));
    expect(thin(texts, NOW + 3000 * DAY, LARGE)).toEqual([]);
    expect(thin(texts, NOW - 3000 * DAY, LARGE)).toEqual([]);
  });
});
