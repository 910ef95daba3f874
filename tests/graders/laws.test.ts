import { describe, expect, it } from 'vitest';
import { type Evidence, neverRises, slopeOfLoss, unchangedWhen } from '../../graders/laws';
import type { Value } from '../../graders/value';

const evidence = (expected?: Value): Evidence<unknown> => ({
  bench: {},
  expected,
  reference: { calls: [], value: expected },
  learner: { calls: [] },
});

describe('neverRises', () => {
  it.each<[string, Value]>([
    ['falls', [3, 2, 1]],
    ['stays', [2, 2, 2]],
    ['rises by no more than single precision does', [2, 2 * (1 + 1e-6)]],
    ['stays at 0', [0, 0]],
    ['rises from 0 by the error of a sum', [0, 1e-13]],
    ['is large and rises by no more than single precision does', [1e6, 1e6 * (1 + 1e-6)]],
    ['has one entry', [5]],
    ['has none', []],
    ['falls below zero', [1, -4, -4]],
  ])('is obeyed by a list that %s', (_, value) => {
    expect(neverRises(value, evidence())).toBe(null);
  });

  it('names the first entry that is larger than the one before', () => {
    expect(neverRises([3, 2, 2.5, 9], evidence())).toMatchObject({
      path: [2],
      received: 2.5,
      expected: 2,
      by: 0.5,
    });
  });

  it.each<[string, Value]>([
    ['a NaN', [3, Number.NaN, 1]],
    ['something after a NaN', [Number.NaN, 1]],
    ['a number', 3],
    ['a hole', [3, undefined, 1]],
    ['nothing', undefined],
  ])('is broken by %s', (_, value) => {
    expect(neverRises(value, evidence())?.say).toMatch(/\.$/);
  });
});

describe('slopeOfLoss', () => {
  // loss = w², at w = 3 and bias 0: the slope is 6; the bias has none.
  const h = 1e-3;
  const value = (weight: number, bias = 0): Value => ({
    gradient: { weights: [weight], bias },
    ahead: [(3 + h) ** 2, 9],
    behind: [(3 - h) ** 2, 9],
  });
  const law = slopeOfLoss(h, 1e-6);
  const judged = (received: Value) => law(received, evidence(value(6)));

  it('is obeyed by the slope itself', () => {
    expect(judged(value(6))).toBe(null);
    expect(judged(value(6 + 1e-6))).toBe(null);
  });

  it('names the parameter whose slope is another', () => {
    expect(judged(value(3))).toMatchObject({ path: ['gradient', 'weights', 0], received: 3 });
    expect(judged(value(6, 1))).toMatchObject({ path: ['gradient', 'bias'], received: 1 });
    expect(judged(value(Number.NaN))).not.toBe(null);
  });

  it('says which parameter, what was claimed, and the slope', () => {
    expect(judged(value(3))?.say).toBe(
      'The gradient’s weights[0] is 3, and your own loss has the slope 6 in that direction.',
    );
    expect(judged(value(6, 1 / 3))?.say).toBe(
      'The gradient’s bias is 0.333333, and your own loss has the slope 0 in that direction.',
    );
  });

  const gradient = { weights: [6], bias: 0 };
  it.each<[string, Value]>([
    ['nothing', undefined],
    ['no gradient', { ahead: [1, 1], behind: [1, 1] }],
    ['a gradient without weights', { gradient: { bias: 0 }, ahead: [1, 1], behind: [1, 1] }],
    [
      'a bias that is no number',
      { gradient: { weights: [6], bias: [0] }, ahead: [1, 1], behind: [1, 1] },
    ],
    [
      'a weight too many',
      { gradient: { weights: [6, 1], bias: 0 }, ahead: [1, 1], behind: [1, 1] },
    ],
    ['a weight too few', { gradient: { weights: [], bias: 0 }, ahead: [1, 1], behind: [1, 1] }],
    ['too few losses', { gradient, ahead: [1], behind: [1] }],
    ['too few losses ahead', { gradient, ahead: [1], behind: [1, 1] }],
    ['too many losses behind', { gradient, ahead: [1, 1], behind: [1, 1, 1] }],
  ])('asks for another form where there is %s', (_, received) => {
    expect(judged(received)?.say).toMatch(/^The gradient should be \{ weights, bias \}/);
  });

  it.each<[string, Value]>([
    ['ahead', { gradient, ahead: 'x', behind: [1, 1] }],
    ['behind', { gradient, ahead: [1, 1], behind: [1, undefined] }],
  ])('asks for losses that are numbers, %s too', (_, received) => {
    expect(judged(received)).toEqual({ say: 'A loss should be a number.' });
  });
});

describe('unchangedWhen', () => {
  const law = unchangedWhen('every row is written twice');

  it('is obeyed by answers that are all the same', () => {
    expect(law([{ w: [1, 2] }, { w: [1, 2] }], evidence([0, 0]))).toBe(null);
  });

  it('says what changed, from what and to what', () => {
    expect(law([{ w: [1, 2] }, { w: [1, 4] }], evidence([0, 0]))).toMatchObject({
      say: 'w[1] changes from 2 to 4 when every row is written twice.',
      path: [1, 'w', 1],
    });
  });

  it('is broken by an answer that is missing', () => {
    const missing = { say: 'An answer is missing.' };
    expect(law([1], evidence([0, 0]))).toEqual(missing);
    expect(law([1, 1, 1], evidence([0, 0]))).toEqual(missing);
    expect(law(undefined, evidence([0, 0]))).toEqual(missing);
  });

  it.each<[Value, Value, string]>([
    [1, 2.5, 'The result changes from 1 to 2.5'],
    ['up', 'down', 'The result changes'],
    [[{ b: 1 }], [{ b: 2 }], '[0].b changes from 1 to 2'],
    [{ a: { b: 1 } }, { a: { b: Number.NaN } }, 'a.b changes from 1 to NaN'],
    [{ a: 1 }, { a: 'x' }, 'a changes from 1'],
    [{ a: 'x' }, { a: 1 }, 'a changes to 1'],
  ])('says what changed from %j to %j', (before, after, words) => {
    expect(law([before, before, after], evidence([0, 0, 0]))).toMatchObject({
      say: `${words} when every row is written twice.`,
      path: expect.arrayContaining([2]),
    });
  });
});
