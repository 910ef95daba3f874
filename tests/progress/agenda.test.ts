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
    });
    expect(progress.get('b')).toMatchObject({ standing: 'solved', last: { passed: 3, total: 10 } });
    expect(progress.get('c')).toMatchObject({ standing: 'started', touched: NOON + 2 * DAY });
    expect(progress.has('d')).toBe(false);
  });

  it('keeps the last run that had checks, whatever did not compile since', () => {
    const progress = progressOf([], [run('a', 0, 7), run('a', 1, 0, 0)]);
    expect(progress.get('a')?.last).toEqual({ passed: 7, total: 10 });
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
    expect(agendaOf(path, new Map())).toEqual({ goOn: null, next: 'a' });
  });

  it('goes on with what was worked on last and is not solved', () => {
    const progress = progressOf([], [run('a', 2, 10), run('b', 0, 1), run('c', 1, 1)]);
    expect(agendaOf(path, progress).goOn).toBe('c');
  });

  it('offers next what rests on solved exercises alone, and else the next one all the same', () => {
    const begun = progressOf([], [run('a', 0, 1)]);
    expect(agendaOf(path, begun).next).toBe('c');
    const without = progressOf([], [run('a', 0, 1), run('c', 0, 1)]);
    expect(agendaOf(path, without).next).toBe('b');
  });

  it('is empty where everything is solved', () => {
    const progress = progressOf(
      [],
      path.map(({ slug }) => run(slug, 0, 10)),
    );
    expect(agendaOf(path, progress)).toEqual({ goOn: null, next: null });
  });
});
