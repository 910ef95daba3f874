import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Soundness } from '../../exercises/soundness';
import { withTable } from '../../tools/soundness/publish.mjs';
import { slugs } from './measure';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('README prints the figures that were measured, for every exercise', () => {
  const figures: Soundness[] = JSON.parse(read('exercises/soundness.json'));
  expect(figures.map(({ slug }) => slug)).toEqual([...slugs].sort());
  expect(withTable(read('README.md'), figures)).toBe(read('README.md'));
});
