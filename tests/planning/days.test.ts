import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, startOf, weekdayOf } from '../../src/planning/days';

const HOUR = 3_600_000;

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
  'in %s',
  zone => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
    });
    afterAll(() => {
      process.env.TZ = before;
    });

    test('every day of two years is one after the day before, also where clocks change', () => {
      let day = '2027-01-01';
      for (let i = 0; i < 731; i++) {
        expect(daysBetween('2027-01-01', day)).toBe(i);
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(startOf(day) + 12 * HOUR)).toBe(day);
        day = addDays(day, 1);
      }
      expect(day).toBe('2029-01-01');
    });
  },
);

test('a day is that of the clock on the wall, and not of Greenwich', () => {
  const before = process.env.TZ;
  process.env.TZ = 'Asia/Tokyo';
  expect(dayOf(Date.UTC(2027, 2, 1, 20))).toBe('2027-03-02');
  process.env.TZ = before;
});

test('the days of the week go round, and months have their lengths', () => {
  expect(weekdayOf('2027-03-01')).toBe(0);
  expect(weekdayOf('2027-02-28')).toBe(6);
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  expect(['2027-02-29', '2027-2-1', '2027-13-01', ''].filter(isDay)).toEqual([]);
});

test('going there and back is where one was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20000, max: 40000 }),
      fc.integer({ min: -9000, max: 9000 }),
      (n, m) => {
        const day = addDays('2000-01-01', n);
        expect(addDays(addDays(day, m), -m)).toBe(day);
        expect(daysBetween(day, addDays(day, m))).toBe(m);
      },
    ),
    { seed: 42 },
  );
});
