import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshProfile } from '../../src/planning/inputs';
import { begin, end, happen } from '../../src/progress/interview';
import { beginMock, changeSitting } from '../../src/progress/mock';
import { keptCopy } from '../../src/progress/script-copy';
import { combine, more, preview } from '../../src/progress/transfer/combine';
import type { Contents } from '../../src/progress/transfer/contents';
import { begin as beginRehearsal, commit, EMPTY_SHEET } from '../../src/rehearsal/attempt';
import { freshStory } from '../../src/rehearsal/story';
import { USUAL } from '../../src/settings/settings';
import { anyContents } from './contents';

const NONE: Contents = {
  drafts: [],
  history: [],
  attempts: [],
  interviews: [],
  rehearsals: [],
  profile: null,
  mocks: [],
  stories: [],
  pitches: [],
  settings: { ...USUAL, theme: 'auto' },
};
const draft = (text: string, savedAt: number, revision = 1, slug = 'k-means') => ({
  slug,
  text,
  savedAt,
  revision,
});
const attempt = (at: number, slug = 'k-means') => ({
  ...{ slug, at, revision: 1, seed: 7, text: 'run', kind: 'missed' as const },
  ...{ passed: 1, total: 2, diagnosis: null },
});
const here = (part: Partial<Contents>): Contents => ({ ...NONE, ...part });

describe('merging', () => {
  test('takes the newer of two drafts and keeps the other in the history', () => {
    const present = here({ drafts: [draft('mine', 10, 8)] });
    const newer = here({ drafts: [draft('theirs', 11, 3)] });
    const older = here({ drafts: [draft('theirs', 9, 20)] });
    expect(combine(present, newer, 'merge')).toEqual(
      here({
        drafts: [draft('theirs', 11, 9)],
        history: [{ ...draft('mine', 10, 8), why: 'restored another' }],
      }),
    );
    expect(combine(present, older, 'merge')).toEqual(
      here({
        drafts: [draft('mine', 10, 8)],
        history: [{ ...draft('theirs', 9, 20), why: 'restored another' }],
      }),
    );
  });

  test('of the same file twice changes nothing the second time', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (present, incoming) => {
        const once = combine(present, incoming, 'merge');
        const twice = combine(once, incoming, 'merge');
        expect(twice).toEqual(once);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('loses no text and no attempt', () => {
    const textsOf = ({ drafts, history, stories, pitches }: Contents) =>
      [
        ...[...drafts, ...history],
        ...stories.map(story => keptCopy('stories', story, 'another tab')),
        ...pitches.map(pitch => keptCopy('pitches', pitch, 'another tab')),
      ].map(({ slug, text }) => `${slug} ${text}`);
    const attemptsOf = ({ attempts }: Contents) =>
      attempts.map(({ slug, at, seed, kind }) => `${slug} ${at} ${seed} ${kind}`);
    fc.assert(
      fc.property(anyContents, anyContents, (present, incoming) => {
        const after = combine(present, incoming, 'merge');
        for (const part of [present, incoming]) {
          expect(textsOf(after)).toEqual(expect.arrayContaining(textsOf(part)));
          expect(attemptsOf(after)).toEqual(expect.arrayContaining(attemptsOf(part)));
        }
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  test('puts attempts and earlier texts in the order of their times', () => {
    const present = here({ attempts: [attempt(1), attempt(3)] });
    const after = combine(present, here({ attempts: [attempt(2), attempt(3)] }), 'merge');
    expect(after.attempts.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  test('leaves the settings as they are', () => {
    const dark = here({ settings: { ...USUAL, theme: 'dark' } });
    expect(combine(NONE, dark, 'merge').settings.theme).toBe('auto');
    expect(combine(NONE, dark, 'replace').settings.theme).toBe('dark');
  });
});

test('a plan that is here stays where a file is added, and gives way where it takes the place of all', () => {
  const [mine, theirs] = [freshProfile('2027-01-31'), freshProfile('2027-02-01')];
  const [own, other] = [here({ profile: mine }), here({ profile: theirs })];
  expect(combine(own, other, 'merge').profile).toEqual(mine);
  expect(combine(NONE, other, 'merge').profile).toEqual(theirs);
  expect(combine(own, other, 'replace').profile).toEqual(theirs);
  expect(combine(own, NONE, 'replace').profile).toBeNull();
});

describe('merging stories', () => {
  const mine = { ...freshStory(7), revision: 3, savedAt: 10, title: 'mine' };
  const theirs = { ...freshStory(7), revision: 1, savedAt: 11, title: 'theirs' };
  const other = { ...freshStory(5), revision: 1, title: 'another' };

  test('of two copies the newer stays, and the other is kept in the history', () => {
    const [own, file] = [here({ stories: [mine] }), here({ stories: [theirs, other] })];
    const after = combine(own, file, 'merge');
    expect(after.stories).toEqual([other, { ...theirs, revision: 4 }]);
    expect(after.history.map(({ slug, text, why }) => [slug, JSON.parse(text).title, why])).toEqual(
      [['story-7', 'mine', 'restored another']],
    );
    const back = combine(file, own, 'merge');
    expect(back.stories).toEqual([other, theirs]);
    expect(JSON.parse(back.history[0].text).title).toBe('mine');
    expect(more('stories', own, file, 'merge') + more('pitches', own, file, 'merge')).toBe(1);
  });

  test('one that takes the place of another is above it, so that no tab puts the other back', () => {
    const after = combine(here({ stories: [mine] }), here({ stories: [theirs] }), 'replace');
    expect(after.stories).toEqual([{ ...theirs, revision: 4 }]);
    expect(after.history).toEqual([]);
  });
});

describe('merging rehearsals', () => {
  const own = { sheet: { ...EMPTY_SHEET, text: 'because' }, sketch: null };
  const under = { ...beginRehearsal('breadth/p-value', 5), revision: 1 };
  const locked = commit(under, own, 9);
  const sheet = draft('{}', 8, 1, 'rehearsal-5');

  test('of two copies the one that was changed more often stays', () => {
    const [older, newer] = [here({ rehearsals: [under] }), here({ rehearsals: [locked] })];
    expect(combine(older, newer, 'merge').rehearsals).toEqual([locked]);
    expect(combine(newer, older, 'merge').rehearsals).toEqual([locked]);
    expect(more('rehearsals', NONE, newer, 'merge')).toBe(1);
    expect(more('rehearsals', newer, NONE, 'replace')).toBe(-1);
  });

  test('an answer that is locked leaves no draft of it behind', () => {
    const older = here({ rehearsals: [under], drafts: [sheet, draft('code', 1)] });
    const after = combine(older, here({ rehearsals: [locked] }), 'merge');
    expect(after.drafts).toEqual([draft('code', 1)]);
    expect(after.history).toEqual([]);
    expect(combine(older, NONE, 'merge').drafts).toHaveLength(2);
  });
});

describe('merging mocks', () => {
  const mock = beginMock(
    { role: 'generalist', level: 'mid', minutes: 60, kinds: ['coding', 'depth'] },
    {
      parts: [
        { kind: 'coding', minutes: 25, items: ['code/k-means'] },
        { kind: 'depth', minutes: 25, items: ['depth/gradient-boosting'] },
      ],
      leftOut: [],
    },
    ...[7, 100],
  );
  const later = changeSitting(mock, it => end(it, { text: 'last', pad: '' }, 200), 200);

  test('keeps each once, as it was after its last change', () => {
    const [one, other] = [here({ mocks: [mock] }), here({ mocks: [later] })];
    expect(combine(one, other, 'merge').mocks).toEqual([later]);
    expect(combine(other, one, 'merge').mocks).toEqual([later]);
    expect(combine(other, one, 'replace').mocks).toEqual([mock]);
    expect(more('mocks', NONE, one, 'merge')).toBe(1);
  });

  test('puts what was written in an exercise that is over by now into its history', () => {
    const on = here({ mocks: [mock], drafts: [draft('on the way', 5, 1, 'interview-100')] });
    const after = combine(on, here({ mocks: [later] }), 'merge');
    expect(after.drafts).toEqual([]);
    expect(after.history).toMatchObject([{ slug: 'k-means', text: 'on the way' }]);
  });
});

describe('merging interviews', () => {
  const terms = { slug: 'k-means', minutes: 25 as const, hidden: [], paper: false };
  const first = begin(terms, 100);
  const over = end(first, { text: 'last', pad: '' }, 200);

  test('keeps each once, as it was after its last change', () => {
    const second = begin(terms, 50);
    const later = happen(first, { what: 'hint', number: 1 }, 120);
    const both = here({ interviews: [first, second] });
    expect(combine(both, here({ interviews: [later] }), 'merge').interviews).toEqual([
      ...[second, later],
    ]);
    expect(combine(here({ interviews: [later] }), both, 'merge').interviews).toEqual([
      ...[second, later],
    ]);
  });

  test('puts what was written in one that is over by now into the history of its exercise', () => {
    const present = here({ interviews: [over] });
    const incoming = here({
      interviews: [first],
      drafts: [draft('on the way', 5, 1, 'interview-100'), draft('mine', 5)],
      history: [{ ...draft('before', 4, 1, 'interview-100'), why: 'reset' }],
    });
    const after = combine(present, incoming, 'merge');
    expect(after.interviews).toEqual([over]);
    expect(after.drafts).toEqual([draft('mine', 5)]);
    expect(after.history.map(({ slug, text }) => [slug, text])).toEqual([
      ['k-means', 'before'],
      ['k-means', 'on the way'],
    ]);
    expect(combine(after, incoming, 'merge')).toEqual(after);
  });

  test('leaves the drafts of one that is under way', () => {
    const incoming = here({
      interviews: [first],
      drafts: [draft('on the way', 5, 1, 'interview-100')],
    });
    expect(combine(NONE, incoming, 'merge')).toEqual(incoming);
  });
});

describe('replacing', () => {
  test('keeps only what the file holds', () => {
    const present = here({
      drafts: [draft('mine', 10), draft('gone', 10, 1, 'decision-tree')],
      attempts: [attempt(1)],
    });
    const incoming = here({ drafts: [draft('theirs', 1)], attempts: [attempt(2)] });
    expect(combine(present, incoming, 'replace')).toEqual({
      ...incoming,
      drafts: [draft('theirs', 1, 2)],
    });
  });

  test('an empty place makes it equal to the file', () => {
    fc.assert(
      fc.property(anyContents, incoming => {
        expect(combine(NONE, incoming, 'replace')).toEqual(incoming);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test('puts no draft below a revision that was seen here', () => {
    fc.assert(
      fc.property(anyContents, anyContents, fc.constantFrom('merge', 'replace'), (a, b, mode) => {
        const after = combine(a, b, mode);
        for (const { slug, text, revision } of after.drafts) {
          const was = a.drafts.find(draft => draft.slug === slug);
          if (was?.text === text) expect(revision).toBeGreaterThanOrEqual(was.revision);
          else if (was) expect(revision).toBeGreaterThan(was.revision);
        }
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

test('a preview says of each exercise how its draft stands and what is added or removed', () => {
  const present = here({
    drafts: [
      draft('a', 10, 1, 'newer'),
      draft('a', 10, 1, 'older'),
      draft('a', 10, 1, 'same'),
      draft('a', 10, 1, 'only-here'),
    ],
    attempts: [attempt(1, 'same'), attempt(2, 'only-here')],
  });
  const incoming = here({
    drafts: [
      draft('b', 11, 1, 'newer'),
      draft('b', 9, 1, 'older'),
      draft('a', 99, 1, 'same'),
      draft('b', 1, 1, 'new'),
    ],
    attempts: [attempt(1, 'same'), attempt(5, 'same'), attempt(6, 'tried-only')],
    interviews: [begin({ slug: 'asked-only', minutes: 25, hidden: [], paper: false }, 7)],
  });
  expect(preview(present, incoming, 'merge')).toEqual([
    { slug: 'asked-only', draft: 'none', texts: 0, attempts: 0, interviews: 1 },
    { slug: 'new', draft: 'new', texts: 0, attempts: 0, interviews: 0 },
    { slug: 'newer', draft: 'newer', texts: 1, attempts: 0, interviews: 0 },
    { slug: 'older', draft: 'older', texts: 1, attempts: 0, interviews: 0 },
    { slug: 'only-here', draft: 'only here', texts: 0, attempts: 0, interviews: 0 },
    { slug: 'same', draft: 'same', texts: 0, attempts: 1, interviews: 0 },
    { slug: 'tried-only', draft: 'none', texts: 0, attempts: 1, interviews: 0 },
  ]);
  expect(preview(present, incoming, 'replace').map(({ attempts }) => attempts)).toEqual([
    0, 0, 0, 0, -1, 1, 1,
  ]);
});
