import { describe, expect, it } from 'vitest';
import { type Grader, grader } from '../../graders/grader';
import { judge, remarks, type Witness } from '../../graders/judge';
import type { Law } from '../../graders/laws';
import type { Call, Observation, Thrown } from '../../graders/observation';
import { sign } from '../../graders/symmetries';
import { Strange, type Value } from '../../graders/value';
import { verdictKind } from '../../graders/verdict';
import { verdictOn } from './centring';

type Verb = 'agrees' | 'holds' | 'rejects';

/** At most the bench's limit, or what the reference gave if that is more. */
const bounded: Law<{ limit: number }> = (value, { bench, expected }) => {
  if (value === 'explode') throw new TypeError('a law at its end');
  const most = Math.max(bench.limit, expected as number);
  return (value as number) > most ? { say: `This is above ${most}.` } : null;
};

/** A grader of one check. */
const one = (verb: Verb): Grader =>
  grader({
    bench: () => ({ limit: 3 }),
    checks: ({ agrees, holds, rejects }) => [
      {
        agrees: agrees('one', () => 0),
        holds: holds('one', () => 0, bounded),
        rejects: rejects('one', () => 0),
      }[verb],
    ],
    mutants: [],
  });

const seen = (value: Value, calls: Call[] = []): Observation => ({ calls, value });
const threw = (thrown: Partial<Thrown>, calls: Call[] = []): Observation => ({
  calls,
  threw: { name: 'TypeError', message: 'x', onPurpose: false, todo: false, ...thrown },
});

/** The outcome of one check, without the three generic ones. */
const outcome = (verb: Verb, witness: Witness, expected: Value = 5) =>
  judge(one(verb), 1, [witness], [seen(expected)])[0];
const say = (received: Value, expected: Value) => {
  const result = outcome('agrees', seen(received), expected);
  return result.state === 'missed' ? result.failure.say : result.state;
};

const three: Call[] = ['f', 'g', 'h'].map(name => ({ name, args: [], returned: 1 }));

describe('a check that agrees', () => {
  it('passes on the same value', () => {
    expect(outcome('agrees', seen(5))).toEqual({ name: 'one', state: 'passed' });
  });

  it.each<[string, Value, Value, string]>([
    ['a number', 5.5, -5.5, 'The result is 5.5, expected -5.5.'],
    ['a number inside', { w: [1, 2] }, { w: [1, 3] }, 'w[1] is 2, expected 3.'],
    ['NaN', [Number.NaN], [1], 'result[0] is NaN, expected 1.'],
    ['nothing', undefined, 1, 'The call returned nothing. Is a return missing?'],
    ['a hole', [1, undefined], [1, 2], 'result[1] is undefined.'],
    ['a missing field', { a: 1 }, { a: 1, b: 2 }, 'The field b is missing.'],
    [
      'a short list',
      { labels: [1] },
      { labels: [1, 0] },
      'labels has 1 entry where 2 entries are expected.',
    ],
    [
      'an object for a number',
      { a: 1, b: 2 },
      3,
      'The result is an object with a, b where the number 3 is expected.',
    ],
    [
      'a number for an object',
      3,
      {},
      'The result is the number 3 where an object with no fields is expected.',
    ],
    ['an array for a matrix', [1], [[1]], 'result[0] is the number 1 where an array is expected.'],
    [
      'a Promise',
      new Strange('a Promise'),
      1,
      'The result is a Promise where the number 1 is expected.',
    ],
    ['another word', 'up', 'down', 'The result is “up”, expected “down”.'],
    ['a long word', 'x'.repeat(61), 'y', `The result is “${'x'.repeat(60)}”, expected “y”.`],
    ['another truth', [true], [false], 'result[0] is true, expected false.'],
    ['many digits', 1 / 3, 2 / 3, 'The result is 0.3333333, expected 0.6666667.'],
    ['a field of an entry', [{ b: 1 }], [{ b: 2 }], 'result[0].b is 1, expected 2.'],
    ['null', null, 1, 'The result is null where the number 1 is expected.'],
    ['a numeral', '7', 7, 'The result is “7” where the number 7 is expected.'],
    [
      'more than nothing',
      [1],
      [undefined],
      'result[0] is the number 1 where undefined is expected.',
    ],
    ['a list for null', [1, 2], null, 'The result is an array of 2, expected null.'],
    ['an object for null', { a: 1 }, null, 'The result is an object, expected null.'],
    [
      'a matrix for an object',
      [[1]],
      { a: 1 },
      'The result is an array of arrays where an object with a is expected.',
    ],
  ])('says what is wrong with %s', (_, received, expected, words) => {
    expect(say(received, expected)).toBe(words);
  });

  it('shows the first call that gave another value', () => {
    const call = (name: string, returned: Value): Call => ({ name, args: [], returned });
    const learner = seen(3, [call('f', 1), call('g', 3), call('h', 9)]);
    const reference = seen(2, [call('f', 1), call('g', 2), call('h', 8)]);
    const [result] = judge(one('agrees'), 1, [learner], [reference]);
    expect(result).toMatchObject({ failure: { call: { name: 'g' }, by: 1 } });
  });

  it('shows the last call where each gave what it should', () => {
    const [result] = judge(one('agrees'), 1, [seen(3, three)], [seen(2, three)]);
    expect(result).toHaveProperty('failure.call.name', 'h');
  });

  it('crashes where an error comes, with the error and the last call', () => {
    const result = outcome('agrees', threw({ message: 'no such thing' }, three));
    expect(result).toMatchObject({
      state: 'crashed',
      error: { message: 'no such thing' },
      call: { name: 'h' },
    });
  });
});

describe('any check', () => {
  it('is missed where the code is still to be written', () => {
    const still = (name: string) => ({
      name: 'one',
      state: 'missed',
      failure: { say: `${name} is still to be written: it throws “TODO: h”.` },
    });
    const unwritten = { message: 'TODO: h', todo: true };
    expect(outcome('rejects', threw(unwritten, three))).toEqual(still('h'));
    expect(outcome('agrees', threw(unwritten))).toEqual(still('The function'));
  });

  it('is missed where an export is missing', () => {
    const result = outcome('agrees', threw({ missing: 'fit' }));
    expect(result).toHaveProperty(
      'failure.say',
      expect.stringContaining('no exported function named fit'),
    );
  });

  it('is timed out or not run where there is nothing to see', () => {
    const late = outcome('holds', { stopped: 'timed-out', seconds: 2 });
    expect(late).toEqual({ name: 'one', state: 'timed-out', seconds: 2 });
    expect(outcome('holds', 'not-run')).toEqual({ name: 'one', state: 'not-run' });
    expect(judge(one('agrees'), 1, [], [seen(1)])[0].state).toBe('not-run');
  });
});

describe('a check that rejects', () => {
  it('passes on an error thrown on purpose, of any class', () => {
    expect(outcome('rejects', threw({ onPurpose: true, name: 'Error' })).state).toBe('passed');
  });

  it('is missed where the call returned', () => {
    expect(outcome('rejects', seen(4, three))).toMatchObject({
      state: 'missed',
      failure: {
        say: expect.stringMatching(/must be refused .*the call returned instead.* throw a/),
        received: 4,
        call: { name: 'h' },
      },
    });
  });

  it('is missed where the engine stumbled', () => {
    const result = outcome('rejects', threw({ message: 'x is undefined' }));
    expect(result).toHaveProperty('failure.say', expect.stringContaining('accident of the engine'));
  });

  it('takes no earlier stumble of the engine for a refusal, whatever came of the last call', () => {
    const refused = { name: 'RangeError', message: 'no', onPurpose: true, todo: false };
    const stumbled = {
      name: 'TypeError',
      message: 'x is undefined',
      onPurpose: false,
      todo: false,
    };
    const calls = [stumbled, refused].map((threw, i) => ({ name: `f${i}`, args: [], threw }));
    for (const witness of [threw(refused, calls), seen(4, calls)]) {
      expect(outcome('rejects', witness)).toMatchObject({
        state: 'missed',
        failure: { say: expect.stringContaining('x is undefined'), call: { name: 'f0' } },
      });
    }
    expect(outcome('rejects', threw(refused, calls.slice(1))).state).toBe('passed');
  });

  it('says which of several functions is still to be written', () => {
    const todo = { name: 'Error', message: 'TODO: g', onPurpose: false, todo: true };
    const refused = { name: 'RangeError', message: 'no', onPurpose: true, todo: false };
    const calls = [todo, refused].map((threw, i) => ({ name: 'gh'[i], args: [], threw }));
    expect(outcome('rejects', threw(refused, calls))).toMatchObject({
      failure: { say: 'g is still to be written: it throws “TODO: g”.' },
    });
  });
});

describe('a check that holds', () => {
  it('passes and is missed as the law says, with the bench and the reference at hand', () => {
    expect(outcome('holds', seen(5)).state).toBe('passed');
    const result = outcome('holds', seen(6, three));
    expect(result).toMatchObject({
      failure: { say: 'This is above 5.', received: 6, call: { name: 'h' } },
    });
  });

  it('is missed where the value makes the law throw', () => {
    const result = outcome('holds', seen('explode'));
    expect(result).toHaveProperty(
      'failure.say',
      'The result is “explode” where the number 5 is expected.',
    );
  });

  it('is missed where the law throws at the very value that the reference gave', () => {
    expect(outcome('holds', seen('explode'), 'explode')).toEqual({
      name: 'one',
      state: 'missed',
      failure: {
        say: 'The value has not the form that the task asks for.',
        received: 'explode',
        expected: 'explode',
      },
    });
  });
});

describe('the generic rules', () => {
  const rules = (call: Partial<Call>) =>
    judge(
      one('agrees'),
      1,
      [seen(5, [{ name: 'f', args: [[1]], returned: 5, ...call }])],
      [seen(5)],
    )
      .slice(1)
      .map(rule => (rule.state === 'missed' ? rule.failure.say : rule.state));

  it('pass where nothing is amiss, and are not run where no call returned', () => {
    expect(rules({})).toEqual(['passed', 'passed', 'passed']);
    const { threw: error } = threw({});
    expect(rules({ threw: error })).toEqual(['not-run', 'not-run', 'not-run']);
  });

  it('have names that tell what they promise', () => {
    const [, ...passed] = judge(one('agrees'), 1, [seen(5, three)], [seen(5)]);
    expect(passed).toEqual([
      { name: 'leaves its inputs as they were', state: 'passed' },
      { name: 'returns fresh arrays', state: 'passed' },
      { name: 'gives the same answer to the same call', state: 'passed' },
    ]);
  });

  it('name an argument that was changed', () => {
    const [inputs] = rules({ changed: { path: [0, 2, 0], before: 1.5, after: 0.3 } });
    expect(inputs).toBe('f changed its argument 1 at [2][0]: 1.5 became 0.3. Work on a copy.');
  });

  it.each<[Value, Value, string]>([
    [[1, 2], 7, 'an array of 2 became 7'],
    [null, { a: 1 }, 'null became an object'],
    [undefined, new Strange('a function'), 'undefined became a function'],
    [false, 'x'.repeat(61), `false became “${'x'.repeat(60)}”`],
  ])('show what an argument was and what it became: %j, %j', (before, after, words) => {
    const [inputs] = rules({ changed: { path: [1], before, after } });
    expect(inputs).toBe(`f changed its argument 2 at the top: ${words}. Work on a copy.`);
  });

  it('name an array that belongs to someone else', () => {
    expect(rules({ shared: { path: ['w'], with: 'argument' } })[1]).toMatch(
      /f\(…\)\.w is also part of one of its arguments/,
    );
    expect(rules({ shared: { path: [], with: 'earlier result' } })[1]).toMatch(/an earlier result/);
  });

  it('name a call that gave two answers', () => {
    expect(rules({ again: 6 })[2]).toMatch(/two different answers/);
  });
});

describe('a whole submission', () => {
  it('takes its verdict from the first check that did not pass', () => {
    const missed = outcome('agrees', seen(4));
    const crashed = outcome('agrees', threw({}));
    expect(verdictKind([{ name: 'a', state: 'passed' }, missed, crashed])).toBe('missed');
    expect(verdictKind([crashed, missed])).toBe('crashed');
    expect(verdictKind([{ name: 'a', state: 'not-run' }, crashed])).toBe('missed');
  });

  it('passes with typed arrays and further fields', async () => {
    const verdict = await verdictOn(`
      const total = x => x.reduce((a, b) => a + b, 0);
      export function mean(x) { if (!x.length) throw new Error('empty'); return total(x) / x.length; }
      export function centre(x) { const m = mean(x); return Float64Array.from(x, v => v - m); }
      export function summary(x) { return { range: [0, 1], centred: centre(x), n: x.length }; }
    `);
    expect(verdict).toMatchObject({ kind: 'passed', notes: [], diagnosis: null });
  });

  it('passes with single precision, and a note says so', async () => {
    const verdict = await verdictOn(`
      export function mean(x) {
        if (x.length === 0) throw new RangeError('empty');
        return x.reduce((a, b) => Math.fround(a + b), 0) / x.length;
      }
      export function centre(x) { const m = mean(x); return new Float32Array(x.map(v => v - m)); }
      export function summary(x) { return { centred: centre(x), n: x.length }; }
    `);
    expect(verdict).toMatchObject({
      kind: 'passed',
      notes: [expect.stringMatching(/^Right to single precision: .* is \d\.\de-\d+\./)],
    });
  });

  it('earns no note by the order of its fields', () => {
    const grader = one('agrees');
    const note = remarks(grader, [seen({ b: 900, a: 1 })], [seen({ a: 1, b: 900 })]);
    expect(note).toEqual([]);
  });

  it('earns a note with the largest difference of any check that agrees, and of no other', () => {
    const two: Grader = { ...one('agrees'), checks: [...one('agrees').checks, ...one('agrees').checks] }; // biome-ignore format: one line
    const notes = remarks(two, [seen(2 + 4e-7), seen(2 + 2e-7)], [seen(2), seen(2)]);
    expect(notes).toEqual([expect.stringContaining('the largest relative difference is 2.0e-7.')]);
    expect(remarks(one('holds'), [seen(2 + 4e-7)], [seen(2)])).toEqual([]);
    expect(remarks(two, [seen(2)], [seen(2), seen(2)])).toEqual([]);
    expect(remarks(two, [seen(2 + 1e-12), seen(2)], [seen(2), seen(2)])).toEqual([]);
  });

  it('earns no note by what a symmetry takes away', () => {
    const upTo = grader({
      bench: () => ({}),
      checks: ({ agrees }) => [agrees('one', () => 0, { upTo: sign })],
      mutants: [],
    });
    expect(remarks(upTo, [seen([-1, 2])], [seen([1, -2])])).toEqual([]);
  });
});
