import { describe, expect, it } from 'vitest';
import { agendaOf, progressOf } from '../../src/progress/agenda';
import type { Attempt } from '../../src/progress/store';

const DAY = 86_400_000;
const NOON = 20_000 * DAY + DAY / 2;

const run = (slug: string, day: number, passed: number, total = 10) => ({
  slug,
  at: NOON + day * DAY,
  kind: (passed === total ? 'passed' : 'missed') as Attempt['kind'],
  passed,
  total,
});

describe('the progress on an exercise', () => {
  it('is started by a draft alone, and solved by a run that passed', () => {
    const progress = progressOf(
      [{ slug: 'a', savedAt: NOON }],
      [run('b', 0, 10), run('b', 1, 3), run('c', 2, 4)],
    );
    expect(progress.get('a')).toEqual({
      standing: 'started',
      touched: NOON,
      last: null,
      dueAt: null,
    });
    expect(progress.get('b')).toMatchObject({ standing: 'solved', last: { passed: 3, total: 10 } });
    expect(progress.get('c')).toMatchObject({ standing: 'started', touched: NOON + 2 * DAY });
    expect(progress.has('d')).toBe(false);
  });

  it('keeps the last run that had checks, whatever did not compile since', () => {
    const progress = progressOf([], [run('a', 0, 7), run('a', 1, 0, 0)]);
    expect(progress.get('a')?.last).toEqual({ passed: 7, total: 10 });
  });

  it('is due after three days, then ten, then thirty; passes of one day count once', () => {
    const due = (...days: number[]) =>
      progressOf(
        [],
        days.map(day => run('a', day, 10)),
      ).get('a')?.dueAt;
    const midnight = NOON - DAY / 2;
    expect(due(0)).toBe(midnight + 3 * DAY);
    expect(due(0, 0, 0)).toBe(midnight + 3 * DAY);
    expect(due(0, 5)).toBe(midnight + 15 * DAY);
    expect(due(0, 5, 20)).toBe(midnight + 50 * DAY);
    expect(due(0, 1, 2, 3, 4, 5)).toBe(midnight + 95 * DAY);
  });
});

describe('the agenda', () => {
  const path = [
    { slug: 'a', requires: [] },
    { slug: 'b', requires: ['a'] },
    { slug: 'c', requires: [] },
    { slug: 'd', requires: ['b', 'c'] },
  ];

  it('begins with the first exercise of the path', () => {
    expect(agendaOf(path, new Map(), NOON)).toEqual({ goOn: null, due: [], next: 'a' });
  });

  it('goes on with what was worked on last and is not solved', () => {
    const progress = progressOf([], [run('a', 2, 10), run('b', 0, 1), run('c', 1, 1)]);
    expect(agendaOf(path, progress, NOON + 2 * DAY).goOn).toBe('c');
  });

  it('offers next what rests on solved exercises alone, and else the next one all the same', () => {
    const begun = progressOf([], [run('a', 0, 1)]);
    expect(agendaOf(path, begun, NOON).next).toBe('c');
    const without = progressOf([], [run('a', 0, 1), run('c', 0, 1)]);
    expect(agendaOf(path, without, NOON).next).toBe('b');
  });

  it('lists what is due, the longest waiting first', () => {
    const progress = progressOf([], [run('a', 1, 10), run('b', 0, 10), run('c', 8, 10)]);
    expect(agendaOf(path, progress, NOON + 9 * DAY).due).toEqual(['b', 'a']);
  });

  it('is empty where everything is solved and rests', () => {
    const progress = progressOf(
      [],
      path.map(({ slug }) => run(slug, 0, 10)),
    );
    expect(agendaOf(path, progress, NOON)).toEqual({ goOn: null, due: [], next: null });
  });
});
