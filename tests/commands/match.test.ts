import { expect, it } from 'vitest';
import { match } from '../../src/commands/match';

it('finds a name by the beginning of any of its words, in any order', () => {
  expect(match('Gradient descent', 'desc')).toBeGreaterThan(0);
  expect(match('Gradient descent', 'desc gra')).toBeGreaterThan(0);
  expect(match('K-means', 'k-m')).toBeGreaterThan(0);
  expect(match('k-means++', 'means++')).toBeGreaterThan(0);
});

it('finds a name by its keywords', () => {
  expect(match('Attention', 'sequences', ['attention', 'Sequences and attention'])).toBe(0.5);
});

it('finds nothing in scattered letters', () => {
  expect(match('Principal component analysis', 'plan')).toBe(0);
  expect(match('Plan', 'planning')).toBe(0);
});

it('puts the very name first, then what begins so', () => {
  const scores = ['Plan', 'Plan of the week', 'The plan'].map(name => match(name, 'plan'));
  expect(scores).toEqual([1, 0.9, 0.5]);
});
