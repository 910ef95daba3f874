import { expect, it } from 'vitest';
import { exceptionsOf, isSound } from '../../tools/soundness/table.mjs';
import { measure, slugs } from './measure';

/**
 * The short version of `npm run soundness`, which takes every pair and many more seeds. That every right
 * file passes and every wrong one is turned away, the exercise's own test sees.
 */
const SHORT = { seeds: 1, pairSeeds: 1, mostPairs: 12, mostFiles: 5 };
/** Test files run side by side, so the exercises are dealt out to so many of them. */
const PARTS = 4;

/** Holds every exercise of one part to the targets of the soundness report. */
export function trusted(part: number): void {
  const dealt = slugs.filter((_, i) => i % PARTS === part);
  it.each(dealt)('the verdicts and diagnoses of %s can be trusted', async slug => {
    const row = await measure(slug, SHORT);
    expect(isSound(row), exceptionsOf(row).join('\n')).toBe(true);
  });
}
