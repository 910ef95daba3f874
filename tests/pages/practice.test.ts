import { describe, expect, test } from 'vitest';
import { practiceOf } from '../../src/pages/plan/practice';
import { begin, type Interview } from '../../src/progress/interview';
import { beginMock, changeSitting, endPart } from '../../src/progress/mock';
import { GOOD } from '../../src/rehearsal/attempt';
import { FIVE_WEEKS, TODAY } from '../planning/few';
import { DAY, NOON, over, summary } from '../rehearsal/log';

const MINUTE = 60_000; // ms
// 1 March 2027, when the plan begins, is a Monday.
const INPUTS = { ...FIVE_WEEKS, hours: 6, free: [6] };
const CARDS = [summary('breadth/a', { minutes: 2 }), summary('design/d', { minutes: 45 })];

const lasting = (card: string, at: number, minutes: number) => {
  const one = over(card, at, GOOD);
  return { ...one, began: at, done: minutes * MINUTE };
};
const run = (slug: string, at: number) => ({
  ...{ slug, at, kind: 'missed' as const, passed: 1, total: 9 },
});
const interview = (slug: string, began: number, minutes: number): Interview => ({
  ...begin({ slug, minutes: 45, hidden: [], paper: false }, began),
  ended: minutes * MINUTE,
});
const NOTHING = { attempts: [], interviews: [], rehearsals: [], mocks: [] };

describe('the time of a week', () => {
  test('is that of cards to the end of their grading, by area', () => {
    const rehearsals = [
      lasting('breadth/a', NOON, 3),
      lasting('breadth/a', NOON + DAY, 2),
      lasting('design/d', NOON + DAY, 50),
      { ...lasting('design/d', NOON + 2 * DAY, 50), done: null },
      lasting('breadth/gone', NOON, 3),
    ];
    const [week] = practiceOf({ ...NOTHING, rehearsals }, CARDS, INPUTS, TODAY);
    expect(week.minutes).toMatchObject({ breadth: 5, design: 50, depth: 0, coding: 0 });
    expect(week.all).toBe(55);
  });

  test('does not grow by a card that was left open over night', () => {
    const rehearsals = [lasting('breadth/a', NOON, 600)];
    const [week] = practiceOf({ ...NOTHING, rehearsals }, CARDS, INPUTS, TODAY);
    expect(week.all).toBe(6);
  });

  test('is that of exercises from the first run of a sitting to the last', () => {
    const attempts = [0, 10, 35, 200, 205].map(minute => run('k-means', NOON + minute * MINUTE));
    const [week] = practiceOf({ ...NOTHING, attempts }, CARDS, INPUTS, TODAY);
    expect(week.minutes.coding).toBe(40);
  });

  test('counts the runs of an interview once', () => {
    const attempts = [20, 24].map(minute => run('k-means', NOON + minute * MINUTE));
    const interviews = [interview('k-means', NOON, 25)];
    const [week] = practiceOf({ ...NOTHING, attempts, interviews }, CARDS, INPUTS, TODAY);
    expect(week.minutes.coding).toBe(25);
  });
});

test('the exercise of a mock interview counts from end to end, too', () => {
  const parts = [{ kind: 'coding' as const, minutes: 25, items: ['code/k-means'] }];
  const terms = { role: 'generalist', level: 'mid', minutes: 45, kinds: ['coding'] } as const;
  const mock = endPart(beginMock(terms, { parts, leftOut: [] }, 1, NOON), NOON + 24 * MINUTE);
  const sat = changeSitting(mock, one => ({ ...one, ended: 24 * MINUTE }), NOON + 24 * MINUTE);
  const attempts = [run('k-means', NOON + 20 * MINUTE)];
  const [week] = practiceOf({ ...NOTHING, attempts, mocks: [sat] }, CARDS, INPUTS, TODAY);
  expect(week.minutes.coding).toBe(24);
});

describe('the weeks', () => {
  const plannedOf = (inputs: Partial<typeof INPUTS>, today: string) =>
    practiceOf(NOTHING, CARDS, { ...INPUTS, ...inputs }, today).map(({ first, planned }) => [
      first,
      planned,
    ]);

  test('begin on Mondays, with the hours that were planned', () => {
    expect(plannedOf({}, '2027-03-10')).toEqual([
      ['2027-03-01', 360],
      ['2027-03-08', 360],
    ]);
  });

  test('have the hours of the days that the plan has in them', () => {
    expect(plannedOf({ since: '2027-03-04', date: '2027-03-10' }, '2027-03-09')).toEqual([
      ['2027-03-01', 180],
      ['2027-03-08', 120],
    ]);
  });

  test('go back to what was practised before the plan, eight weeks at most', () => {
    const before = [lasting('breadth/a', NOON - 15 * DAY, 2)];
    const weeks = practiceOf({ ...NOTHING, rehearsals: before }, CARDS, INPUTS, TODAY);
    expect(weeks.map(({ first, all, planned }) => [first, all, planned])).toEqual([
      ['2027-02-08', 2, 0],
      ['2027-02-15', 0, 0],
      ['2027-02-22', 0, 0],
      ['2027-03-01', 0, 360],
    ]);
    const long = [lasting('breadth/a', NOON - 200 * DAY, 2)];
    expect(practiceOf({ ...NOTHING, rehearsals: long }, CARDS, INPUTS, TODAY)).toHaveLength(8);
  });
});
