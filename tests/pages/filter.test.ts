import { describe, expect, it } from 'vitest';
import type { Meta } from '../../exercises/meta';
import {
  addressOf,
  type Filter,
  filterIn,
  NO_FILTER,
  narrow,
} from '../../src/pages/catalogue/filter';
import type { Standing } from '../../src/progress/agenda';

const exercise = (slug: string, meta: Partial<Meta>) => ({
  slug,
  meta: {
    ...{ title: slug, track: 'Clustering', level: 'core', minutes: 25, requires: [] },
    ...{ teaches: '', source: '' },
    ...meta,
  } as Meta,
});
const EXERCISES = [
  exercise('k-means', { title: 'K-means', teaches: 'why an iteration lowers the objective' }),
  exercise('decision-tree', { title: 'Decision tree', track: 'Trees and ensembles', minutes: 40 }),
  exercise('bayes-map', { title: 'Bayes’ rule', level: 'warm-up', minutes: 15 }),
];
const standing: Record<string, Standing> = { 'k-means': 'solved', 'bayes-map': 'started' };

const found = (filter: Partial<Filter>) =>
  narrow(EXERCISES, { ...NO_FILTER, ...filter }, slug => standing[slug] ?? 'untouched').map(
    ({ slug }) => slug,
  );

describe('the list of exercises', () => {
  it('is whole without a condition', () => {
    expect(found({})).toEqual(['k-means', 'decision-tree', 'bayes-map']);
  });

  it.each(['k-means', 'K means', 'kmeans', 'KMEANS', 'lowers objective', 'clust k'])(
    'finds k-means by “%s”',
    words => {
      expect(found({ words })).toEqual(['k-means']);
    },
  );

  it('finds nothing by a word that stands nowhere', () => {
    expect(found({ words: 'k-means transformer' })).toEqual([]);
  });

  it.each([
    [{ track: 'Trees and ensembles' }, ['decision-tree']],
    [{ level: 'warm-up' }, ['bayes-map']],
    [{ minutes: '25' }, ['k-means', 'bayes-map']],
    [{ standing: 'untouched' }, ['decision-tree']],
    [{ standing: 'solved', level: 'warm-up' }, []],
  ])('is narrowed by %o', (filter, slugs) => {
    expect(found(filter)).toEqual(slugs);
  });
});

describe('the address of a filter', () => {
  it('says what it is narrowed to, and gives it back', () => {
    const filter = { ...NO_FILTER, words: 'k & means', level: 'core', standing: 'solved' };
    expect(addressOf(filter)).toBe('?q=k+%26+means&level=core&state=solved');
    expect(filterIn(addressOf(filter))).toEqual(filter);
  });

  it('is empty without a condition, and ignores what is not ours', () => {
    expect(addressOf(NO_FILTER)).toBe('');
    expect(filterIn('?utm=1')).toEqual(NO_FILTER);
  });
});
