import { fsrs, generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, startOf } from '../../src/planning/days';
import { daysAhead, forgettingOf } from '../../src/planning/forgetting';
import { coreOf, readinessOf } from '../../src/planning/readiness';
import { GOOD } from '../../src/rehearsal/attempt';
import { remember } from '../../src/rehearsal/memory';
import { itemsOf, known, TODAY } from './few';

const items = itemsOf({ role: 'generalist', level: 'mid' });
const [A, ...others] = coreOf(items, 'design');
/** One that weighs otherwise. */
const B = others.find(({ worth }) => worth !== A.worth) ?? A;
const code = coreOf(items, 'coding')[0];

describe('the days that are looked ahead', () => {
  test('go to the day of the interview, or four weeks where there is none', () => {
    expect(daysAhead({ date: addDays(TODAY, 3) }, TODAY)).toEqual(
      [0, 1, 2, 3].map(ahead => addDays(TODAY, ahead)),
    );
    for (const date of [null, TODAY, addDays(TODAY, -5)])
      expect(daysAhead({ date }, TODAY).at(-1)).toBe(addDays(TODAY, 28));
  });

  test('are not all of a long time, but the first and the last', () => {
    const days = daysAhead({ date: addDays(TODAY, 367) }, TODAY);
    expect(days.length).toBeLessThan(70);
    expect([days[0], days.at(-1)]).toEqual([TODAY, addDays(TODAY, 367)]);
  });
});

describe('the curve of an area', () => {
  const fading = (perDay: number) => (day: string) => 1 - perDay * daysBetween(TODAY, day);
  const days = [TODAY, addDays(TODAY, 10)];

  test('is the mean by weight, of what was attempted', () => {
    const log = new Map([
      known(A.id, [{}], { retention: fading(0.01) }),
      known(B.id, [{}], { retention: fading(0.05) }),
    ]);
    const [curve, ...none] = forgettingOf(items, log, ['design', 'breadth'], days);
    expect(none).toEqual([]);
    expect(B).not.toBe(A);
    expect(curve).toMatchObject({ round: 'design', items: 2 });
    expect(curve.at[0]).toBe(1);
    expect(curve.at[1]).toBeCloseTo((0.9 * A.worth + 0.5 * B.worth) / (A.worth + B.worth), 12);
    expect(curve.at[1]).toBeCloseTo(
      readinessOf(items, log, 'design', TODAY, days[1]).retention ?? Number.NaN,
      12,
    );
  });

  test('knows nothing of what was only looked at, or is not solved', () => {
    const log = new Map([
      known(A.id, [{ revealed: true }]),
      known(code.id, [{ passed: false, score: 0.5 }]),
    ]);
    expect(forgettingOf(items, log, ['design', 'coding'], days)).toEqual([]);
  });

  test('is that of the scheduler', () => {
    const at = startOf(TODAY);
    const memory = remember([{ at, rating: GOOD }], { easy: true, steps: true }, null);
    const log = new Map([known(A.id, [{}], { retention: day => memory.retention(startOf(day)) })]);
    const [{ at: curve }] = forgettingOf(items, log, ['design'], days);
    const scheduler = fsrs(generatorParameters({}));
    const stability = scheduler.init_stability(GOOD as number);
    expect(curve[1]).toBeCloseTo(scheduler.forgetting_curve(10, stability), 6);
    expect(curve[0]).toBeGreaterThan(curve[1]);
  });
});
