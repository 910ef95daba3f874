import { expect, it } from 'vitest';
import { GOOD, type Rehearsal } from '../../src/rehearsal/attempt';
import { agreementOf, biasOf } from '../../src/rehearsal/bias';
import { NOON, over } from './log';

const checked = (n: number, self: number, objective: number | null) =>
  over('breadth/one', NOON + n * 60_000, GOOD, { self, objective });

it('below twenty answers with numbers there is not enough data to speak of a bias', () => {
  const log = Array.from({ length: 19 }, (_, n) => checked(n, 1, 0));
  expect(biasOf([...log, checked(19, 1, null)])).toEqual({ checked: 19, bias: null });
});

it('the bias is the mean self-score less the mean share of right numbers', () => {
  const log = Array.from({ length: 20 }, (_, n) => checked(n, 0.9, n % 2));
  expect(biasOf(log).bias).toBeCloseTo(0.4, 12);
});

it('the agreement is the share of ticks and levels that come out the same unseen', () => {
  const first = over('case/one', NOON, GOOD, {
    points: { a: true, b: false, gone: true },
    levels: { Clarify: 2, Choice: 1 },
  });
  const second: Rehearsal = {
    ...over('case/one', NOON + 1000, GOOD, {
      points: { a: true, b: true, added: true },
      levels: { Clarify: 2, Choice: 2 },
    }),
    regrades: first.began,
    rating: null,
  };
  expect(agreementOf([first, second])).toEqual({ answers: 1, share: 0.5 });
  expect(agreementOf([first])).toEqual({ answers: 0, share: null });
  expect(agreementOf([first, { ...second, done: null }])).toEqual({ answers: 0, share: null });
});
