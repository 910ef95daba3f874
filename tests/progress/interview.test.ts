import { describe, expect, test } from 'vitest';
import {
  begin,
  elapsed,
  end,
  firstAnswer,
  happen,
  lastRun,
  review,
  see,
  timeLeft,
} from '../../src/progress/interview';

const BEGAN = 1_800_000_000_000;
const MINUTE = 60_000;
const interview = begin({ slug: 'k-means', minutes: 25, hidden: ['hints'], paper: true }, BEGAN);
const run = {
  ...{ what: 'run' as const, kind: 'missed' as const, passed: 1, total: 2 },
  ...{ diagnosis: null, seed: 7 },
};

describe('the time of an interview', () => {
  test('runs from its beginning, whether anyone looks or not', () => {
    expect(timeLeft(interview, BEGAN)).toBe(25 * MINUTE);
    expect(timeLeft(interview, BEGAN + 20 * MINUTE)).toBe(5 * MINUTE);
    expect(timeLeft(interview, BEGAN + 26 * MINUTE)).toBe(-MINUTE);
  });

  test('is not given back by a clock that is set back', () => {
    const seen = see(interview, BEGAN + 10 * MINUTE);
    expect(elapsed(seen, BEGAN - 60 * MINUTE)).toBe(10 * MINUTE);
    const later = happen(seen, run, BEGAN - 60 * MINUTE);
    expect(lastRun(later)?.at).toBe(10 * MINUTE);
  });

  test('stands still once it is over', () => {
    const over = end(interview, { text: 'code', pad: 'why' }, BEGAN + 3 * MINUTE);
    expect(elapsed(over, BEGAN + 99 * MINUTE)).toBe(3 * MINUTE);
    expect(over).toMatchObject({ text: 'code', pad: 'why', ended: 3 * MINUTE });
  });
});

describe('what happens in an interview', () => {
  test('is noted with its time', () => {
    const after = [
      { what: 'typing' as const },
      { what: 'hint' as const, number: 1 },
      { what: 'committed' as const, text: 'first' },
      run,
      run,
    ].reduce((it, event, i) => happen(it, event, BEGAN + i * MINUTE), interview);
    expect(after.moments.map(({ what, at }) => [what, at / MINUTE])).toEqual([
      ...[
        ['typing', 0],
        ['hint', 1],
        ['committed', 2],
        ['run', 3],
        ['run', 4],
      ],
    ]);
    expect(firstAnswer(after)?.text).toBe('first');
    expect(after.revision).toBe(interview.revision + 5);
  });

  test('happens once, though two tabs say so; but each hint and each run counts', () => {
    const twice = [
      { what: 'committed' as const, text: 'first' },
      { what: 'committed' as const, text: 'second' },
      { what: 'hint' as const, number: 1 },
      { what: 'hint' as const, number: 1 },
      { what: 'hint' as const, number: 2 },
      run,
      run,
    ].reduce((it, event) => happen(it, event, BEGAN), interview);
    expect(twice.moments.map(({ what }) => what)).toEqual([
      ...['committed', 'hint', 'hint', 'run', 'run'],
    ]);
    expect(firstAnswer(twice)?.text).toBe('first');
  });

  test('does not happen after its end, nor does a second end', () => {
    const over = end(interview, { text: 'code', pad: '' }, BEGAN + MINUTE);
    expect(happen(over, run, BEGAN + 2 * MINUTE)).toBe(over);
    expect(end(over, { text: 'other', pad: '' }, BEGAN + 2 * MINUTE)).toBe(over);
  });
});

test('a mark leaves the others as they are', () => {
  const marked = review(review(interview, { marks: { asked: 'yes' } }), {
    marks: { planned: 'no' },
    remark: 'shapes',
  });
  expect(marked.marks).toEqual({ asked: 'yes', planned: 'no' });
  expect(review(marked, { marks: { asked: 'partly' } }).remark).toBe('shapes');
});
