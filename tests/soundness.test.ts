import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Soundness } from '../exercises/soundness';
import { withTable } from '../tools/soundness/publish.mjs';
import { exceptionsOf, isSound } from '../tools/soundness/table.mjs';
import { measure, slugs } from './soundness';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/**
 * The short version of `npm run soundness`, which takes every pair and many more seeds. That every right
 * file passes and every wrong one is turned away, the exercise's own test sees.
 */
const SHORT = { seeds: 1, pairSeeds: 1, mostPairs: 8, mostFiles: 5 };

it.each(slugs)('the verdicts and diagnoses of %s can be trusted', async slug => {
  const row = await measure(slug, SHORT);
  // Nine in ten is asked of all pairs: of these few, one may go without a name.
  const { named } = row.pairs;
  const pairs = { ...row.pairs, named: { ...named, not: Math.max(0, named.not - 1) } };
  expect(isSound({ ...row, pairs }), exceptionsOf(row).join('\n')).toBe(true);
});

it('README prints the figures that were measured, for every exercise', () => {
  const figures: Soundness[] = JSON.parse(read('exercises/soundness.json'));
  expect(figures.map(({ slug }) => slug)).toEqual([...slugs].sort());
  expect(withTable(read('README.md'), figures)).toBe(read('README.md'));
});
