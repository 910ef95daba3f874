import { describe, expect, it } from 'vitest';
import { AGAIN, EASY, GOOD, HARD } from '../../src/rehearsal/attempt';
import { daysBetween } from '../../src/rehearsal/days';
import { type Run, recodings } from '../../src/rehearsal/recode';
import { DAY, NOON } from './log';

const MINUTE = 60_000;
const run = (day: number, minute: number, kind: 'passed' | 'missed' = 'passed', slug = 'a') => ({
  slug,
  at: NOON + day * DAY + minute * MINUTE,
  kind,
});
const sitting = (day: number, minutes: number, hint = false) => ({
  slug: 'a',
  began: NOON + day * DAY,
  seen: minutes * MINUTE,
  ended: minutes * MINUTE,
  moments: hint ? [{ what: 'hint' }] : [],
});
/** An exercise of 20 minutes. */
const recalled = (runs: Run[], sittings: ReturnType<typeof sitting>[] = []) =>
  recodings(runs, sittings, slug => (slug === 'gone' ? undefined : 20), null).get('a');

describe('writing it again', () => {
  it('is not asked for before it was ever solved, nor for an exercise that is no more', () => {
    expect(recalled([run(0, 0, 'missed')])).toBeUndefined();
    const gone = recodings([run(0, 0, 'passed', 'gone')], [], () => undefined, null);
    expect(gone.size).toBe(0);
  });

  it('is due after two days or more, then ever later', () => {
    const first = recalled([run(0, 0)]);
    expect(daysBetween(NOON, first?.due ?? 0)).toBeGreaterThanOrEqual(2);
    const second = recalled([run(0, 0), run(3, 0)]);
    expect(daysBetween(NOON + 3 * DAY, second?.due ?? 0)).toBeGreaterThanOrEqual(7);
  });

  it('counts once a day, however often it passed and whatever was tried afterwards', () => {
    const once = recalled([run(0, 0)]);
    const often = recalled([run(0, 0), run(0, 1), run(0, 2, 'missed')]);
    expect(often?.reviews).toBe(1);
    expect(often?.due).toBe(once?.due);
  });

  it('is Again on a day that ends unsolved, and after twice the time', () => {
    expect(recalled([run(0, 0), run(5, 0, 'missed')])?.rating).toBe(AGAIN);
    expect(recalled([run(0, 0), run(5, 0, 'missed'), run(5, 41)])?.rating).toBe(AGAIN);
  });

  it('is Hard after 1.25 times the time or with a hint, and Good alone', () => {
    expect(recalled([run(0, 0, 'missed'), run(0, 26)])?.rating).toBe(HARD);
    expect(recalled([run(0, 10)], [sitting(0, 15, true)])?.rating).toBe(HARD);
    expect(recalled([run(0, 0, 'missed'), run(0, 24)])?.rating).toBe(GOOD);
  });

  it('is Hard where the run that passed was made with help, and not where help came after it', () => {
    const [missed, passed] = [run(0, 0, 'missed'), run(0, 10)];
    expect(
      recalled([
        { ...missed, hints: 1 },
        { ...passed, hints: 1 },
      ])?.rating,
    ).toBe(HARD);
    expect(recalled([{ ...passed, revealed: passed.at - MINUTE }])?.rating).toBe(HARD);
    expect(recalled([passed, { ...run(0, 20), hints: 3, revealed: passed.at }])?.rating).toBe(GOOD);
  });

  it('takes a pause of more than an hour for another sitting', () => {
    expect(recalled([run(0, 0, 'missed'), run(0, 100, 'missed'), run(0, 110)])?.rating).toBe(GOOD);
  });

  it('is Easy only where the beginning is known: in an interview, quick, and Good before', () => {
    expect(recalled([run(0, 0), run(5, 0)])?.rating).toBe(GOOD);
    expect(recalled([run(5, 5)], [sitting(5, 15)])?.rating).toBe(GOOD);
    expect(recalled([run(0, 0), run(5, 5)], [sitting(5, 15)])?.rating).toBe(EASY);
    expect(recalled([run(0, 0), run(5, 13)], [sitting(5, 15)])?.rating).toBe(GOOD);
    expect(recalled([run(0, 0), run(5, 26)], [sitting(5, 30)])?.rating).toBe(HARD);
  });
});
