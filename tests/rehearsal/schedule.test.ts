import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_TYPES, type CardType, criteriaOf } from '../../src/catalog/card';
import { AGAIN, EASY, GOOD, HARD, type Level, type Rating } from '../../src/rehearsal/attempt';
import { dayFrom, daysBetween, daysLater, startOfDay } from '../../src/rehearsal/days';
import { isDue } from '../../src/rehearsal/memory';
import { facetOf, isDrawn, KINDS, scheduleOf } from '../../src/rehearsal/schedule';
import { DAY, NOON, over, summary } from './log';

const MINUTE = 60_000;
const cards = CARD_TYPES.map(type => summary(`${type}/one`));
const keyOf = (type: CardType) =>
  KINDS[type] === 'facets' ? facetOf(type, criteriaOf(type)[0]) : `${type}/one`;
/** When the card of a type is due after such ratings on such days. */
function dueAfter(
  type: CardType,
  row: readonly (readonly [day: number, rating: Rating])[],
  interview: number | null = null,
) {
  const log = row.map(([day, rating]) => {
    const level = (rating === AGAIN ? 1 : 3) as Level;
    const levels = Object.fromEntries(criteriaOf(type).map(label => [label, level]));
    return over(`${type}/one`, NOON + day * DAY, rating, {
      levels,
      hints: rating === HARD ? 1 : 0,
    });
  });
  return scheduleOf(log, cards, interview).get(keyOf(type)) as { due: number; last: number };
}

describe('what was rehearsed', () => {
  it('comes back after ten minutes, then after a day, then ever later', () => {
    expect(dueAfter('breadth', [[0, AGAIN]]).due).toBe(NOON + 10 * MINUTE);
    expect(dueAfter('breadth', [[0, GOOD]]).due).toBe(NOON + DAY);
    const row: [number, Rating][] = [[0, GOOD]];
    let before = 1;
    for (let round = 0; round < 4; round += 1) {
      const { due, last } = dueAfter('breadth', row);
      const days = (due - last) / DAY;
      expect(days).toBeGreaterThanOrEqual(before);
      before = days;
      row.push([Math.round((due - NOON) / DAY), GOOD]);
    }
    expect(before).toBeGreaterThan(20);
  });

  it('is not scheduled while it is under way, nor by a second grading', () => {
    const under = { ...over('breadth/one', NOON, GOOD), done: null };
    const again = over('breadth/one', NOON, GOOD, { regrades: 5 });
    expect(scheduleOf([under, again], cards, null).size).toBe(0);
  });

  it('is scheduled by card for facts and stories, by criterion for long prompts', () => {
    const log = CARD_TYPES.map(type => over(`${type}/one`, NOON, GOOD));
    const keys = [...scheduleOf(log, cards, null).keys()];
    expect(keys).toContain('breadth/one');
    expect(keys).toContain('pitch/one');
    expect(keys).not.toContain('design/one');
    expect(keys.filter(key => key.startsWith('design'))).toHaveLength(6);
  });

  it('gives another prompt of the type the same memory', () => {
    const both = [...cards, summary('case/two')];
    const levels = Object.fromEntries(criteriaOf('case').map(label => [label, 3 as Level]));
    const log = [
      over('case/one', NOON, GOOD, { levels }),
      over('case/two', NOON + DAY, GOOD, { levels }),
    ];
    expect(scheduleOf(log, both, null).get(facetOf('case', 'Clarify'))?.reviews).toBe(2);
  });

  it('is due from the morning of its day on', () => {
    const { due, last } = { due: NOON + 3 * DAY, last: NOON };
    expect(isDue({ due, last }, startOfDay(due))).toBe(true);
    expect(isDue({ due, last }, startOfDay(due) - 1)).toBe(false);
    expect(isDue({ due: NOON + 10 * MINUTE, last: NOON }, NOON + 9 * MINUTE)).toBe(false);
  });
});

/** Rows of reviews: days after the one before, with a rating. */
const rows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(AGAIN, HARD, GOOD, EASY)), {
    minLength: 1,
    maxLength: 8,
  })
  .map(steps => {
    let day = 0;
    return steps.map(([after, rating]) => {
      day += after;
      return [day, rating as Rating] as const;
    });
  });
const types = fc.constantFrom(...CARD_TYPES);

describe('whatever was answered', () => {
  it('nothing comes back after the interview, nor on its day', () => {
    fc.assert(
      fc.property(types, rows, fc.integer({ min: 1, max: 90 }), (type, row, left) => {
        const lastDay = row[row.length - 1][0];
        const interview = daysLater(NOON + lastDay * DAY, left);
        expect(dueAfter(type, row, interview).due).toBeLessThan(interview);
      }),
    );
  });

  it('on the day of the interview nothing comes back later than that day', () => {
    fc.assert(
      fc.property(types, rows, (type, row) => {
        const interview = startOfDay(NOON + row[row.length - 1][0] * DAY);
        expect(dueAfter(type, row, interview).due).toBeLessThan(daysLater(interview, 1));
      }),
    );
  });

  it('Again never comes back later than Good, nor Good later than Easy', () => {
    fc.assert(
      fc.property(types, rows, fc.option(fc.integer({ min: 1, max: 60 })), (type, row, left) => {
        const earlier = row.slice(0, -1);
        const day = row[row.length - 1][0];
        const interview = left === null ? null : daysLater(NOON + day * DAY, left);
        const due = ([AGAIN, GOOD, EASY] as const).map(
          rating => dueAfter(type, [...earlier, [day, rating]], interview).due,
        );
        expect(due[0]).toBeLessThanOrEqual(due[1]);
        // Both are drawn around their interval, Easy around the longer one.
        expect(due[1]).toBeLessThanOrEqual(due[2]);
        expect(due[0]).toBeGreaterThan(0);
      }),
    );
  });

  it('criteria rest for 14 days at most, stories for 10 in the last month', () => {
    const long = fc.array(fc.integer({ min: 5, max: 14 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(long, steps => {
        let day = 0;
        const row = steps.map(after => {
          day += after;
          return [day, GOOD] as const;
        });
        const interview = daysLater(NOON + day * DAY, 29);
        const rest = (type: CardType, date: number | null) => {
          const { due, last } = dueAfter(type, row, date);
          return daysBetween(last, due);
        };
        expect(rest('design', null)).toBeLessThanOrEqual(14);
        expect(rest('pitch', interview)).toBeLessThanOrEqual(10);
        expect(rest('behavioural', interview)).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('the same log gives the same dates', () => {
    fc.assert(
      fc.property(types, rows, (type, row) => {
        expect(dueAfter(type, row).due).toBe(dueAfter(type, row).due);
      }),
    );
  });
});

it('in the last ten days what is known comes back sooner', () => {
  const row = [
    [0, GOOD],
    [1, GOOD],
    [4, GOOD],
    [14, GOOD],
  ] as const;
  const far = dueAfter('breadth', row, daysLater(NOON, 14 + 300));
  const none = dueAfter('breadth', row);
  expect(far.due).toBe(none.due);
  const near = dueAfter('breadth', row, daysLater(NOON, 14 + 9));
  expect(near.due).toBeLessThan(none.due);
});

it('about one answer in ten is drawn to be graded once more', () => {
  const drawn = Array.from({ length: 10_000 }, (_, i) => ({ began: NOON + i * 61_001 }));
  expect(drawn.filter(isDrawn).length).toBeGreaterThan(850);
  expect(drawn.filter(isDrawn).length).toBeLessThan(1150);
});

it('a day is read as it is written, and nothing else is', () => {
  expect(dayFrom('2027-02-28')).toBe(new Date(2027, 1, 28).getTime());
  expect(['', '2027-02-30', '2027-13-01', '28.2.2027'].map(dayFrom)).toEqual(Array(4).fill(null));
});
