import { describe, expect, it } from 'vitest';
import { absolute } from '../../graders/compare';
import {
  both,
  type Diagnosis,
  diagnose,
  diagnosePair,
  type Findings,
  printEvidence,
  sameAt,
} from '../../graders/diagnose';
import { type Grader, grader, type Mutant } from '../../graders/grader';
import type { Witness } from '../../graders/judge';
import type { Call, Observation, Thrown } from '../../graders/observation';
import { sign } from '../../graders/symmetries';
import type { Value } from '../../graders/value';

const seen = (value: Value, calls: Call[] = []): Observation => ({ calls, value });
const threw = (fields: Partial<Thrown> = {}): Observation => ({
  calls: [],
  threw: { name: 'Error', message: 'x', onPurpose: false, todo: false, ...fields },
});
const late: Witness = { stopped: 'timed-out', seconds: 2 };
const refused = threw({ onPurpose: true });
const stumbled = threw({ message: 'x is undefined' });
const todo = threw({ todo: true });

/** One check of each kind that two modules may be held against each other by. */
const kinds: Grader = grader({
  bench: () => ({}),
  checks: ({ agrees, holds, rejects }) => [
    agrees('agrees', () => 0, { within: absolute(10) }),
    agrees('agrees up to its sign', () => 0, { upTo: sign }),
    holds(
      'holds',
      () => 0,
      () => null,
    ),
    holds(
      'holds by chance',
      () => 0,
      () => null,
      { alike: (a, b) => Math.abs((a as number) - (b as number)) < 5 },
    ),
    rejects('rejects', () => 0),
  ],
  mutants: [],
});
const same = (kind: string, a: Witness | undefined, b: Witness | undefined) =>
  sameAt(
    kinds,
    kinds.checks.findIndex(check => check.name === kind),
    a,
    b,
  );
const names = kinds.checks.map(check => check.name);

describe('two modules gave the same', () => {
  it.each(names)('in no check that %s where one was not observed', kind => {
    for (const other of [late, 'not-run', undefined] as const) {
      expect(same(kind, other, seen(1))).toBe(false);
      expect(same(kind, seen(1), other)).toBe(false);
      expect(same(kind, other, other)).toBe(false);
    }
  });

  it('where the numbers are equal to the last few digits, however wide the check is', () => {
    expect(same('agrees', seen([1, 2]), seen([1, 2 + 1e-9]))).toBe(true);
    expect(same('agrees', seen([1, 2]), seen([1, 2.001]))).toBe(false);
    expect(same('holds', seen(3), seen(3))).toBe(true);
    expect(same('holds', seen(3), seen(3.001))).toBe(false);
  });

  it('where both gave NaN, and not where one did', () => {
    expect(same('agrees', seen([Number.NaN, 1]), seen([Number.NaN, 1]))).toBe(true);
    expect(same('agrees', seen([Number.NaN, 1]), seen([0, 1]))).toBe(false);
    expect(same('agrees', seen([0, 1]), seen([Number.NaN, 1]))).toBe(false);
  });

  it('up to a symmetry where the check has one, and only there', () => {
    expect(same('agrees up to its sign', seen([1, -2]), seen([-1, 2]))).toBe(true);
    expect(same('agrees up to its sign', seen([1, 2]), seen([-1, 2]))).toBe(false);
    expect(same('agrees', seen([1, -2]), seen([-1, 2]))).toBe(false);
  });

  it('in frequency where the check says when two counts are alike, and only there', () => {
    expect(same('holds by chance', seen(3), seen(7))).toBe(true);
    expect(same('holds by chance', seen(3), seen(8))).toBe(false);
    expect(same('holds', seen(3), seen(7))).toBe(false);
  });

  it.each(['agrees', 'agrees up to its sign', 'holds', 'holds by chance'])(
    'in a check that %s where both threw on purpose, or both stumbled',
    kind => {
      expect(same(kind, refused, threw({ onPurpose: true, message: 'y' }))).toBe(true);
      expect(same(kind, stumbled, threw({ message: 'y is not a function' }))).toBe(true);
      expect(same(kind, refused, stumbled)).toBe(false);
      expect(same(kind, stumbled, refused)).toBe(false);
      for (const error of [refused, stumbled]) {
        expect(same(kind, error, seen(undefined))).toBe(false);
        expect(same(kind, seen(undefined), error)).toBe(false);
      }
    },
  );

  it('in a check that rejects where both refused, or neither did, whatever came instead', () => {
    expect(same('rejects', refused, threw({ onPurpose: true, message: 'y' }))).toBe(true);
    expect(same('rejects', seen(1), seen([2]))).toBe(true);
    expect(same('rejects', seen(1), stumbled)).toBe(true);
    expect(same('rejects', refused, seen(1))).toBe(false);
    expect(same('rejects', stumbled, refused)).toBe(false);
  });
});

const mutant = (mistake: string): Mutant => ({
  mistake,
  insteadOf: '',
  writes: '',
  say: `You ${mistake}.`,
});
const one = mutant('forget');
const other = mutant('divide');

/** Three value checks, then two rejections; the reference gives 1, 2 and 3, and refuses twice. */
const five: Grader = grader({
  bench: () => ({}),
  checks: ({ agrees, rejects }) => [
    agrees('a', () => 0),
    agrees('b', () => 0),
    agrees('c', () => 0),
    rejects('d', () => 0),
    rejects('e', () => 0),
  ],
  mutants: [],
});
const reference = [seen(1), seen(2), seen(3), refused, refused];
const given = (learner: readonly (Witness | undefined)[], headline = 0): Findings => ({
  grader: five,
  outcomes: [],
  learner: learner as Witness[],
  reference,
  headline,
});
/** What the mutant made of the checks that it touches; elsewhere it is like the reference. */
const run = (touched: Record<number, Witness>, ...mutants: Mutant[]) => ({
  mutants: mutants.length > 0 ? mutants : [one],
  witnesses: reference.map((witness, i) => touched[i] ?? witness),
});
/** What a learner gave in the same form. */
const learner = (touched: Record<number, Witness>) => run(touched).witnesses;

describe('a mistake', () => {
  it('is no reason for a failure where it gives what the reference gives', () => {
    const silent = run({ 1: seen(20) });
    expect(diagnose(given(learner({ 0: seen(10), 1: seen(20) })), [silent])).toBe(null);
    // A check may be stricter than two numbers must be to count as the same.
    expect(diagnose(given(learner({ 0: seen(1 + 1e-9), 1: seen(20) })), [silent])).toBe(null);
  });

  it('is no reason for a failure that is another', () => {
    const near = run({ 0: seen(11), 1: seen(20) });
    expect(diagnose(given(learner({ 0: seen(10), 1: seen(20) })), [near])).toBe(null);
  });

  it('is no reason for a first failure that only NaN has in common', () => {
    const values = run({ 0: seen([Number.NaN, 1]) });
    expect(diagnose(given(learner({ 0: seen([Number.NaN, 2]) })), [values])).toBe(null);
  });

  it('is no reason for code that is still to be written, though both stumble', () => {
    const stumbles = run({ 0: stumbled });
    expect(diagnose(given(learner({ 0: stumbled })), [stumbles])).toMatchObject({ from: 'mutant' });
    expect(diagnose(given(learner({ 0: todo })), [stumbles])).toBe(null);
    expect(diagnose(given(learner({ 0: threw({ missing: 'f' }) })), [stumbles])).toBe(null);
  });

  it('is no reason where a later check ran out of time, or was not reached', () => {
    const touches = run({ 0: seen(10), 1: seen(Number.NaN) });
    for (const witness of [late, 'not-run'] as const) {
      expect(diagnose(given(learner({ 0: seen(10), 1: witness })), [touches])).toBe(null);
      expect(diagnosePair(given(learner({ 0: seen(10), 1: witness })), [touches])).toBe(null);
    }
  });

  it('of values is a reason where the guards are another matter, and the other way round', () => {
    const values = run({ 0: seen(10) });
    const guards = run({ 3: seen(0) });
    const wrong = learner({ 0: seen(10), 3: seen(7) });
    expect(diagnose(given(wrong), [values, guards])).toMatchObject({ mistakes: ['forget'] });
    expect(diagnose(given(wrong, 3), [values, guards])).toMatchObject({ mistakes: ['forget'] });
    expect(diagnose(given(learner({ 0: seen(10), 3: seen(7), 4: seen(7) }), 3), [guards])).toBe(null); // biome-ignore format: one line
  });
});

describe('NaN that has spread', () => {
  const made = (a: Witness, b: Witness) =>
    diagnose(given(learner({ 0: seen(Number.NaN), 1: a })), [run({ 0: seen(Number.NaN), 1: b })]);

  it.each<[string, Observation, Observation]>([
    ['NaN in another place', seen([Number.NaN, 1]), seen([1, Number.NaN])],
    ['NaN on one side and an error on the other', seen(Number.NaN), stumbled],
    ['an error on one side and NaN on the other', stumbled, seen(Number.NaN)],
    [
      'NaN in what a call returned, if not in the value',
      seen(4, [{ name: 'f', args: [], returned: [Number.NaN] }]),
      seen(5, [{ name: 'f', args: [], returned: Number.NaN }]),
    ],
  ])('is taken for the same where there is %s', (_, a, b) => {
    expect(made(a, b)).toMatchObject({ from: 'mutant' });
  });

  it.each<[string, Observation, Observation]>([
    ['NaN and a number', seen(Number.NaN), seen(4)],
    ['a number and NaN', seen(4), seen(Number.NaN)],
    ['a number and an error', seen(4), stumbled],
    ['an error and a number', stumbled, seen(4)],
    ['an error on purpose and an accident', refused, stumbled],
    ['a number and another', seen(4), seen(5)],
  ])('is no excuse for %s', (_, a, b) => {
    expect(made(a, b)).toBe(null);
  });
});

describe('the evidence', () => {
  it('counts the checks in which the mistake shows, and no others', () => {
    const touched = { 0: seen(10), 2: seen(30) };
    expect(diagnose(given(learner(touched)), [run(touched)])?.evidence).toEqual({
      touched: 2,
      equal: 2,
    });
  });

  it('counts none as equal that cannot be compared', () => {
    const touched = { 0: seen(10), 1: seen(Number.NaN), 2: seen(30) };
    const spread = learner({ ...touched, 1: stumbled });
    expect(diagnose(given(spread), [run(touched)])?.evidence).toEqual({ touched: 3, equal: 2 });
  });

  it('counts a stage still to be written as touched and not as equal, though neither refuses', () => {
    const guards = run({ 3: seen(0), 4: seen(0) });
    const half = learner({ 3: seen(7), 4: todo });
    expect(diagnose(given(half, 3), [guards])?.evidence).toEqual({ touched: 2, equal: 1 });
    const crash = run({ 0: seen(10), 1: stumbled });
    const open = learner({ 0: seen(10), 1: threw({ missing: 'f' }) });
    expect(diagnose(given(open), [crash])?.evidence).toEqual({ touched: 2, equal: 1 });
  });

  it('is that of both where two mistakes are made at once', () => {
    const touched = { 0: seen(10), 1: seen(20) };
    const pair = run(touched, one, other);
    expect(diagnosePair(given(learner(touched)), [pair])).toEqual({
      say: 'Two things at once. You forget. You divide.',
      from: 'pair',
      mistakes: ['forget', 'divide'],
      evidence: { touched: 2, equal: 2 },
    });
  });

  it('proves no pair where two pairs fit, or none', () => {
    const touched = { 0: seen(10), 1: seen(20) };
    const pair = run(touched, one, other);
    expect(diagnosePair(given(learner(touched)), [pair, pair])).toBe(null);
    expect(diagnosePair(given(learner(touched)), [])).toBe(null);
  });
});

describe('two mistakes, each with a group of its own', () => {
  const proven = (mistake: Mutant, touched: number, equal: number): Diagnosis => ({
    say: mistake.say,
    from: 'mutant',
    mistakes: [mistake.mistake],
    evidence: { touched, equal },
  });

  it('are told one after the other, and their evidence is added up', () => {
    expect(both(proven(one, 5, 3), proven(other, 2, 1))).toEqual({
      say: 'You forget. And apart from that: You divide.',
      from: 'pair',
      mistakes: ['forget', 'divide'],
      evidence: { touched: 7, equal: 4 },
    });
  });

  it('have no evidence together where one has none', () => {
    const unproven: Diagnosis = { ...proven(one, 1, 1), evidence: undefined };
    expect(both(unproven, proven(other, 2, 2)).evidence).toBe(undefined);
    expect(both(proven(other, 2, 2), unproven).evidence).toBe(undefined);
  });
});

describe('the sentence on the evidence', () => {
  it.each<[number, number, string[], string]>([
    [1, 1, ['a'], 'Equal on the one check that this mistake touches.'],
    [4, 4, ['a'], 'Equal on all 4 checks that this mistake touches.'],
    [2, 2, ['a', 'b'], 'Equal on all 2 checks that these mistakes touch.'],
    [
      4,
      1,
      ['a'],
      'Equal on 1 of the 4 checks that this mistake touches; the others cannot be compared.',
    ],
    [
      5,
      3,
      ['a', 'b'],
      'Equal on 3 of the 5 checks that these mistakes touch; the others cannot be compared.',
    ],
  ])('of %i checks, %i equal, for %j', (touched, equal, mistakes, sentence) => {
    const diagnosis: Diagnosis = {
      say: '',
      from: 'mutant',
      mistakes,
      evidence: { touched, equal },
    };
    expect(printEvidence(diagnosis)).toBe(sentence);
  });

  it('is not there where a diagnosis rests on a pattern', () => {
    expect(printEvidence({ say: '', from: 'symptom', mistakes: [] })).toBe(undefined);
  });
});
