import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetHelp, helpWith, noteHint, noteReveal } from '../../src/progress/help';

const NOON = new Date(2027, 2, 1, 12).getTime();
const HOUR = 3_600_000; // ms

describe('the help that a run is made with', () => {
  let kept: Record<string, string>;
  beforeEach(() => {
    kept = {};
    const storage = {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value;
      },
      removeItem: (key: string) => {
        delete kept[key];
      },
    };
    // Keys are listed as those of a real storage are: as its own properties.
    vi.stubGlobal(
      'localStorage',
      new Proxy(storage, {
        ownKeys: () => Object.keys(kept),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      }),
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is none without any, and none for another exercise', () => {
    noteHint('knn', 1, NOON);
    noteReveal('knn', NOON);
    expect(helpWith('k-means', NOON)).toEqual({});
  });

  test('is the most hints that were open on the day, also where the page was opened anew', () => {
    noteHint('knn', 1, NOON);
    noteHint('knn', 2, NOON);
    noteHint('knn', 1, NOON + HOUR);
    expect(helpWith('knn', NOON + 2 * HOUR)).toEqual({ hints: 2 });
    expect(helpWith('knn', NOON + 24 * HOUR)).toEqual({});
    noteHint('knn', 1, NOON + 24 * HOUR);
    expect(helpWith('knn', NOON + 24 * HOUR)).toEqual({ hints: 1 });
  });

  test('is the reference for 48 hours', () => {
    noteReveal('knn', NOON);
    expect(helpWith('knn', NOON + 47 * HOUR)).toEqual({ revealed: NOON });
    expect(helpWith('knn', NOON + 48 * HOUR)).toEqual({});
  });

  test('is none after all was deleted, from a note that cannot be read, and without a storage', () => {
    noteHint('knn', 1, NOON);
    kept['draft:knn'] = 'mine';
    forgetHelp();
    expect(helpWith('knn', NOON)).toEqual({});
    expect(kept).toEqual({ 'draft:knn': 'mine' });
    kept['help:knn'] = '{"hints":';
    expect(helpWith('knn', NOON)).toEqual({});
    vi.stubGlobal('localStorage', undefined);
    noteHint('knn', 1, NOON);
    expect(helpWith('knn', NOON)).toEqual({});
  });
});
