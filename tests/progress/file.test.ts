import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshProfile } from '../../src/planning/inputs';
import { beginMock } from '../../src/progress/mock';
import type { Contents } from '../../src/progress/transfer/contents';
import {
  ImportRefused,
  LIMITS,
  readExport,
  refuseLarge,
  writeExport,
} from '../../src/progress/transfer/file';
import { begin, finish } from '../../src/rehearsal/attempt';
import { freshPitch } from '../../src/rehearsal/pitch';
import { freshStory } from '../../src/rehearsal/story';
import { USUAL } from '../../src/settings/settings';
import { anyContents, damaged, NOW } from './contents';

const draft = { slug: 'k-means', text: 'const a = 1;', savedAt: 5, revision: 2 };
const contents: Contents = {
  settings: { ...USUAL, theme: 'dark' },
  drafts: [draft],
  history: [{ ...draft, text: 'const a = 0;', why: 'reset' }],
  attempts: [
    {
      slug: 'k-means',
      at: 4,
      revision: 1,
      seed: 7,
      text: null,
      kind: 'missed',
      passed: 1,
      total: 2,
      diagnosis: 'Divide by n.',
    },
  ],
  interviews: [
    {
      slug: 'k-means',
      minutes: 45,
      hidden: ['title', 'hints'],
      paper: true,
      began: 3,
      revision: 4,
      seen: 60_000,
      moments: [{ at: 60_000, what: 'committed', text: 'const a = 1;' }],
      ended: null,
      text: '',
      pad: '',
      marks: { asked: 'partly', 'follow-up-1': 'no' },
      remark: '',
    },
  ],
  rehearsals: [
    finish(
      {
        ...begin('design/fraud', 6),
        ...{ committed: 60_000, confidence: 70, levels: { Metrics: 2 }, traps: ['0a1b2c3d'] },
        sheet: {
          assumptions: 'Labels are late.',
          text: '',
          parts: { Metrics: 'Recall.' },
          rungs: 1,
        },
        answers: { '0a1b2c3d': { typed: '1/3', right: true } },
      },
      { points: { aabbccdd: true }, computed: 3, rating: 2, self: 0.75, objective: 1 },
      70_000,
    ),
  ],
  profile: {
    ...freshProfile('2027-01-31'),
    weights: { breadth: 0.2, depth: 0.2, design: 0.3, coding: 0.3 },
  },
  mocks: [
    beginMock(
      { role: 'nlp', level: 'senior', minutes: 45, kinds: ['coding', 'design'] },
      {
        parts: [{ kind: 'coding', minutes: 21, items: ['code/k-means'] }],
        leftOut: [{ kind: 'design', why: 'nothing' }],
      },
      ...[7, 8],
    ),
  ],
  stories: [
    {
      ...freshStory(9),
      title: 'The queue',
      goes: [{ at: 10, seconds: [18, 17.5, 80, 40, 20] }],
      sources: { '9 %': 'the weekly report', '30 000': '' },
      cards: ['behavioural/model-direction'],
    },
  ],
  pitches: [
    {
      ...freshPitch(11),
      metric: 'recall, 61 %',
      goes: [{ at: 12, seconds: [20, 25, 35, 25, 20, 20, 5], length: 150 }],
    },
  ],
};
const [rehearsal] = contents.rehearsals;
const [mock] = contents.mocks;
const [story] = contents.stories;
const [pitch] = contents.pitches;

/** The file with one change made to what it says. */
function changed(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(writeExport(contents));
  change(file);
  return JSON.stringify(file);
}
const none = { mocks: [], stories: [], pitches: [] };
const read = (text: string) => readExport(text, NOW);

describe('an exported file', () => {
  test('comes back as it was written', () => {
    expect(read(writeExport(contents))).toEqual(contents);
  });

  test('loses what is not known, and keeps all else', () => {
    const text = changed(file => {
      file.ratings = [1, 2];
      file.drafts = [{ ...draft, mood: 'good' }];
    });
    expect(read(text)).toEqual(contents);
  });

  test('of the first version comes back without interviews and rehearsals', () => {
    const text = changed(file => {
      file.version = 1;
      delete file.stories;
      delete file.pitches;
      delete file.interviews;
      delete file.rehearsals;
      delete file.profile;
      delete file.mocks;
    });
    const others = { interviews: [], rehearsals: [], profile: null };
    expect(read(text)).toEqual({ ...contents, ...others, ...none });
  });

  test('of the second version comes back without rehearsals', () => {
    const text = changed(file => {
      file.version = 2;
      delete file.stories;
      delete file.pitches;
      delete file.rehearsals;
      delete file.profile;
      delete file.mocks;
    });
    expect(read(text)).toEqual({ ...contents, rehearsals: [], ...none, profile: null });
  });

  test('of the third version comes back without a plan', () => {
    const text = changed(file => {
      file.version = 3;
      delete file.stories;
      delete file.pitches;
      delete file.profile;
      delete file.mocks;
    });
    expect(read(text)).toEqual({ ...contents, ...none, profile: null });
  });

  test('of the fourth version comes back without mock interviews, stories and pitches', () => {
    const text = changed(file => {
      file.version = 4;
      delete file.mocks;
      delete file.stories;
      delete file.pitches;
    });
    expect(read(text)).toEqual({ ...contents, ...none });
  });

  test('from before help was noted comes back without it, and with it says what it said', () => {
    const [attempt] = contents.attempts;
    const helped = { ...attempt, hints: 2, revealed: NOW + 1 };
    const text = writeExport({ ...contents, attempts: [attempt, helped] });
    const [without, with_] = read(text).attempts;
    expect(Object.keys(without)).not.toContain('hints');
    expect(Object.keys(without)).not.toContain('revealed');
    expect(with_).toEqual({ ...attempt, hints: 2, revealed: NOW });
  });

  test('of the fifth version comes back as it was, and one with a diagnostic with it', () => {
    const fifth = changed(file => {
      file.version = 5;
    });
    expect(read(fifth)).toEqual(contents);
    const [mock] = contents.mocks;
    const mocks = [{ ...mock, minutes: 30 as const, purpose: 'diagnostic' as const }];
    expect(read(writeExport({ ...contents, mocks })).mocks).toEqual(mocks);
  });

  test('does not make a text newer than the present', () => {
    const text = changed(file => {
      file.drafts = [{ ...draft, savedAt: NOW + 1 }];
    });
    expect(read(text).drafts[0]?.savedAt).toBe(NOW);
  });

  test('has no way to the prototype of an object', () => {
    const hostile = writeExport(contents)
      .replace('{', '{"__proto__":{"polluted":1},')
      .replace(
        '"text"',
        '"__proto__":{"slug":"polluted"},"constructor":{"prototype":{"polluted":1}},"text"',
      );
    const file = read(hostile);
    expect(file).toEqual(contents);
    expect(Object.getPrototypeOf(file.drafts[0])).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a file is refused with what to do', () => {
  test.each([
    ['empty', '', 'cut short. Choose'],
    ['cut short', writeExport(contents).slice(0, -9), 'cut short. Choose'],
    ['of another kind', '{"name":"package"}', 'is no Scratchwork export. Choose'],
    ['a bare null', 'null', 'is no Scratchwork export. Choose'],
    ['nested a million deep', '['.repeat(1e6) + ']'.repeat(1e6), 'Choose a file named'],
    ['newer', changed(file => Object.assign(file, { version: 7, drafts: 7 })), 'Reload this page'],
    ['older than the first', changed(file => Object.assign(file, { version: 0 })), 'at version'],
  ])('%s', (_, text, says) => {
    expect(() => read(text)).toThrow(ImportRefused);
    expect(() => read(text)).toThrow(says);
  });

  test.each([
    ['drafts', 'many', 'drafts'],
    ['drafts', [draft, { ...draft, slug: '../k-means' }], 'drafts.1.slug'],
    ['drafts', [{ ...draft, slug: '__proto__' }], 'drafts.0.slug'],
    ['drafts', [{ ...draft, text: 'x'.repeat(LIMITS.text + 1) }], 'drafts.0.text'],
    ['drafts', [{ ...draft, savedAt: 9e15 }], 'drafts.0.savedAt'],
    ['drafts', [{ ...draft, revision: -1 }], 'drafts.0.revision'],
    ['drafts', Array(LIMITS.drafts + 1).fill(draft), 'drafts'],
    ['history', Array(LIMITS.history + 1).fill(0), 'history'],
    ['attempts', Array(LIMITS.attempts + 1).fill(0), 'attempts'],
    ['history', [{ ...draft, why: 'toString' }], 'history.0.why'],
    ['attempts', [{ ...contents.attempts[0], kind: 'constructor' }], 'attempts.0.kind'],
    ['attempts', [{ ...contents.attempts[0], hints: 0.5 }], 'attempts.0.hints'],
    ['attempts', [{ ...contents.attempts[0], revealed: 'yes' }], 'attempts.0.revealed'],
    ['settings', { theme: '"><script>' }, 'settings.theme'],
    ['settings', { theme: 'auto', interviewDate: 'soon' }, 'settings.interviewDate'],
    ['profile', { ...contents.profile, since: '2027-02-30' }, 'profile.since'],
    ['profile', { ...contents.profile, hours: 0 }, 'profile.hours'],
    ['profile', { ...contents.profile, free: [7] }, 'profile.free.0'],
    [
      'profile',
      { ...contents.profile, weights: { breadth: 1, depth: 1, design: 0, coding: 0 } },
      'profile.weights',
    ],
    ['stories', Array(LIMITS.stories + 1).fill(0), 'stories'],
    ['stories', [{ ...story, parts: { situation: '' } }], 'stories.0.parts.task'],
    ['stories', [{ ...story, sources: { '<b>': 'x' } }], 'stories.0.sources.<b>'],
    ['stories', [{ ...story, cards: ['../etc'] }], 'stories.0.cards.0'],
    ['stories', [{ ...story, goes: [{ at: 1, seconds: [-1] }] }], 'stories.0.goes.0.seconds.0'],
    ['pitches', [{ ...pitch, texts: { ...pitch.texts, 150: {} } }], 'pitches.0.texts.150.problem'],
    [
      'pitches',
      [{ ...pitch, goes: [{ ...pitch.goes[0], length: 60 }] }],
      'pitches.0.goes.0.length',
    ],
    ['rehearsals', Array(LIMITS.rehearsals + 1).fill(0), 'rehearsals'],
    ['rehearsals', [{ ...rehearsal, card: '../../etc' }], 'rehearsals.0.card'],
    ['rehearsals', [{ ...rehearsal, rating: 5 }], 'rehearsals.0.rating'],
    ['rehearsals', [{ ...rehearsal, self: 1.5 }], 'rehearsals.0.self'],
    ['rehearsals', [{ ...rehearsal, confidence: 101 }], 'rehearsals.0.confidence'],
    ['rehearsals', [{ ...rehearsal, levels: { Metrics: 4 } }], 'rehearsals.0.levels.Metrics'],
    ['rehearsals', [{ ...rehearsal, points: { '<b>': true } }], 'rehearsals.0.points.<b>'],
    [
      'rehearsals',
      [{ ...rehearsal, points: Object.fromEntries(Array.from(Array(101), (_, i) => [i, true])) }],
      'rehearsals.0.points',
    ],
    ['mocks', Array(LIMITS.mocks + 1).fill(0), 'mocks'],
    ['mocks', [{ ...mock, role: 'toString' }], 'mocks.0.role'],
    ['mocks', [{ ...mock, parts: Array(5).fill(mock.parts[0]) }], 'mocks.0.parts'],
    [
      'mocks',
      [{ ...mock, parts: [{ ...mock.parts[0], items: ['../k'] }] }],
      'mocks.0.parts.0.items.0',
    ],
    ['mocks', [{ ...mock, parts: [] }], 'mocks.0.parts'],
    ['mocks', [{ ...mock, parts: [{ ...mock.parts[0], items: [] }] }], 'mocks.0.parts.0.items'],
    ['mocks', [{ ...mock, parts: [{ ...mock.parts[0], ended: 1 }] }], 'mocks.0'],
    ['interviews', Array(LIMITS.interviews + 1).fill(0), 'interviews'],
    ['interviews', [{ ...contents.interviews[0], minutes: 26 }], 'interviews.0.minutes'],
    [
      'interviews',
      [{ ...contents.interviews[0], moments: [{ at: 1, what: 'toString' }] }],
      'interviews.0.moments.0.what',
    ],
    [
      'interviews',
      [{ ...contents.interviews[0], marks: { '<b>': 'yes' } }],
      'interviews.0.marks.<b>',
    ],
  ])('where %s cannot be: %#', (list, value, place) => {
    const text = changed(file => {
      file[list] = value;
    });
    expect(() => read(text)).toThrow(ImportRefused);
    expect(() => read(text)).toThrow(`what it has at ${place} cannot be. Export again`);
  });

  test('when it is larger than any export, before it is read', () => {
    refuseLarge(LIMITS.file);
    expect(() => refuseLarge(LIMITS.file + 1)).toThrow(/larger than 64 MB/);
    expect(() => read(' '.repeat(LIMITS.file + 1))).toThrow(/larger than 64 MB/);
  });
});

describe('ten thousand files', () => {
  test('of any contents come back as they were written', () => {
    fc.assert(
      fc.property(anyContents, contents => {
        expect(read(writeExport(contents))).toEqual(contents);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  test('that were damaged are read or refused, and never another error', () => {
    let refused = 0;
    fc.assert(
      fc.property(damaged(anyContents.map(writeExport)), text => {
        try {
          const again = read(text);
          expect(read(writeExport(again))).toEqual(again);
        } catch (error) {
          if (!(error instanceof ImportRefused)) throw error;
          refused += 1;
        }
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: 10_000, seed: 2 },
    );
    expect(refused).toBeGreaterThan(1000);
    expect(refused).toBeLessThan(10_000);
  });
});
