import { describe, expect, it } from 'vitest';
import { filterIn, NO_FILTER, narrow, queryOf } from '../../src/pages/rehearse/filter';
import { summary } from '../rehearsal/log';

const cards = [
  summary('breadth/p-value', { title: 'What a p-value is', topic: 'statistics' }),
  summary('design/fraud', { title: 'Payment fraud', topic: 'systems', roles: ['platform'] }),
  summary('case/churn', { title: 'Café churn', topic: 'metrics', levels: ['senior'] }),
];
const ids = (filter: Partial<typeof NO_FILTER>) =>
  narrow(cards, { ...NO_FILTER, ...filter }, id => (id === 'design/fraud' ? 'due' : 'new')).map(
    ({ id }) => id,
  );

describe('the list of cards', () => {
  it.each([
    [{}, ['breadth/p-value', 'design/fraud', 'case/churn']],
    [{ words: 'pvalue' }, ['breadth/p-value']],
    [{ words: 'p value' }, ['breadth/p-value']],
    [{ words: 'cafe' }, ['case/churn']],
    [{ words: 'system design' }, ['design/fraud']],
    [{ type: 'case' }, ['case/churn']],
    [{ topic: 'statistics' }, ['breadth/p-value']],
    [{ level: 'senior' }, ['case/churn']],
    [{ state: 'due' }, ['design/fraud']],
    [{ words: 'fraud', type: 'case' }, []],
  ])('is narrowed by %o', (filter, wanted) => {
    expect(ids(filter)).toEqual(wanted);
  });

  it('has a card for all roles under each of them', () => {
    expect(ids({ role: 'platform' })).toHaveLength(3);
    expect(ids({ role: 'vision' })).toEqual(['breadth/p-value', 'case/churn']);
  });

  it('comes back from the address as it was', () => {
    const filter = { ...NO_FILTER, words: 'a b', type: 'case', state: 'new' };
    expect(filterIn(queryOf(filter))).toEqual(filter);
    expect(queryOf(NO_FILTER)).toBe('');
  });
});
