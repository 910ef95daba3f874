import fc from 'fast-check';
import { freshProfile } from '../../src/planning/inputs';
import { ROLES } from '../../src/planning/roles';
import { LEVELS, weightsFor } from '../../src/planning/weights';
import { type Interview, LENGTHS, MARKS, VEILS } from '../../src/progress/interview';
import type { Mock } from '../../src/progress/mock';
import type { Contents } from '../../src/progress/transfer/contents';
import type { Rehearsal } from '../../src/rehearsal/attempt';
import { DIAGNOSTIC } from '../../src/rehearsal/diagnostic';
import { KINDS, LENGTHS as MOCK_LENGTHS } from '../../src/rehearsal/mock';
import { PITCH_LENGTHS, PITCH_PARTS } from '../../src/rehearsal/pitch';
import { STORY_PARTS } from '../../src/rehearsal/story';
import { FONT_SIZES, KEYS, THEMES } from '../../src/settings/settings';

/** The time by the tests' clock, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000;

const slug = fc.constantFrom('k-means', 'decision-tree', 'gradient-descent', 'constructor', 'a-1');
const text = fc.string({ unit: 'binary', maxLength: 40 });
const time = fc.nat(NOW);
const common = { slug, revision: fc.nat() };

const script = {
  id: fc.nat(NOW),
  revision: fc.nat(),
  savedAt: time,
  title: text,
};
const go = { at: time, seconds: fc.array(fc.nat(900), { maxLength: 7 }) };
const textsOf = <Name extends string>(names: readonly Name[]) =>
  fc
    .tuple(...names.map(() => text))
    .map(
      texts => Object.fromEntries(texts.map((one, i) => [names[i], one])) as Record<Name, string>,
    );
const byId = { selector: ({ id }: { id: number }) => id, maxLength: 3 };

/** Any contents that the application could have stored. */
export const anyContents: fc.Arbitrary<Contents> = fc.record({
  settings: fc.record({
    theme: fc.constantFrom(...THEMES),
    quickChecks: fc.boolean(),
    keys: fc.constantFrom(...KEYS),
    fontSize: fc.constantFrom(...FONT_SIZES),
    plainEditor: fc.boolean(),
    singleKeys: fc.boolean(),
    interviewDate: fc.constantFrom('', '2027-01-31'),
    hideTimer: fc.boolean(),
  }),
  drafts: fc.uniqueArray(fc.record({ ...common, text, savedAt: time }), {
    selector: draft => draft.slug,
    maxLength: 4,
  }),
  history: fc.array(
    fc.record({
      ...common,
      text,
      savedAt: time,
      why: fc.constantFrom('typed over', 'reset', 'restored another', 'another tab'),
    }),
    { maxLength: 4 },
  ),
  attempts: fc.array(
    fc.record(
      {
        ...common,
        text: fc.option(text),
        at: time,
        seed: fc.nat(2 ** 32 - 1),
        kind: fc.constantFrom('passed', 'missed', 'crashed', 'timed-out', 'not-compiled'),
        passed: fc.nat(40),
        total: fc.nat(40),
        diagnosis: fc.option(text),
        hints: fc.nat(3),
        revealed: time,
      },
      {
        requiredKeys: [
          'slug',
          'revision',
          'text',
          'at',
          'seed',
          'kind',
          'passed',
          'total',
          'diagnosis',
        ],
      },
    ),
    { maxLength: 4 },
  ),
  interviews: fc
    .uniqueArray(anyInterview(fc.constantFrom(...LENGTHS)), {
      selector: interview => interview.began,
      maxLength: 3,
    })
    // As the database hands them out.
    .map(interviews => interviews.sort((a, b) => a.began - b.began)),
  rehearsals: fc
    .uniqueArray(anyRehearsal(), { selector: ({ began }) => began, maxLength: 3 })
    .map(rehearsals => rehearsals.sort((a, b) => a.began - b.began)),
  mocks: fc
    .uniqueArray(anyMock(), { selector: ({ began }) => began, maxLength: 2 })
    .map(mocks => mocks.sort((a, b) => a.began - b.began)),
  profile: fc.option(
    fc
      .record({
        hours: fc.integer({ min: 1, max: 60 }),
        role: fc.constantFrom(...ROLES),
        level: fc.constantFrom(...LEVELS),
        free: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        weights: fc.option(fc.constantFrom(...LEVELS).map(level => weightsFor(level, 'unknown'))),
      })
      .map(some => ({ ...freshProfile('2027-01-31'), ...some })),
  ),
  stories: fc
    .uniqueArray(
      fc.record({
        ...script,
        goes: fc.array(fc.record(go), { maxLength: 2 }),
        parts: textsOf(STORY_PARTS),
        sources: fc.dictionary(fc.constantFrom('9 %', '30 000', '0.5'), text),
        cards: fc.subarray(['behavioural/conflict', 'behavioural/influence']),
      }),
      byId,
    )
    .map(stories => stories.sort((a, b) => a.id - b.id)),
  pitches: fc
    .uniqueArray(
      fc.record({
        ...script,
        goes: fc.array(fc.record({ ...go, length: fc.constantFrom(...PITCH_LENGTHS) }), {
          maxLength: 2,
        }),
        texts: fc.record({
          30: textsOf(PITCH_PARTS),
          150: textsOf(PITCH_PARTS),
          600: textsOf(PITCH_PARTS),
        }),
        metric: text,
        baseline: text,
        source: text,
      }),
      byId,
    )
    .map(pitches => pitches.sort((a, b) => a.id - b.id)),
});

/** Hoisted, since the contents above are made of it. */
function anyRehearsal(): fc.Arbitrary<Rehearsal> {
  const name = fc.constantFrom('0a1b2c3d', 'Clarify', 'rung 1', "Tied to the listener's decision");
  const grade = fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const));
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs));
  return fc.record({
    card: fc.constantFrom('breadth/p-value', 'design/fraud'),
    regrades: fc.option(time),
    hints: fc.nat(9),
    retouched: fc.nat(9),
    began: fc.nat(NOW),
    revision: fc.nat(),
    seen: fc.nat(),
    committed: fc.option(fc.nat()),
    early: fc.boolean(),
    sheet: fc.record({
      assumptions: text,
      text,
      parts: fc.dictionary(name, text),
      rungs: fc.nat(5),
    }),
    sketch: fc.option(text),
    confidence: fc.option(fc.nat(100)),
    answers: fc.option(fc.dictionary(name, fc.record({ typed: text, right: fc.boolean() }))),
    points: fc.dictionary(name, fc.boolean()),
    levels: fc.dictionary(name, fc.constantFrom(0, 1, 2, 3)),
    traps: fc.array(name, { maxLength: 2 }),
    computed: grade,
    rating: grade,
    self: share,
    objective: share,
    note: text,
    done: fc.option(fc.nat()),
  });
}

/** Hoisted, as the other. */
function anyInterview(minutes: fc.Arbitrary<number>): fc.Arbitrary<Interview> {
  return fc.record({
    ...common,
    minutes,
    hidden: fc.subarray([...VEILS]),
    paper: fc.boolean(),
    began: time,
    seen: fc.nat(),
    moments: fc.array(
      fc.oneof(
        fc.record({ at: fc.nat(), what: fc.constant('typing' as const) }),
        fc.record({ at: fc.nat(), what: fc.constant('hint' as const), number: fc.nat(9) }),
        fc.record({ at: fc.nat(), what: fc.constant('committed' as const), text }),
        fc.record({
          at: fc.nat(),
          what: fc.constant('run' as const),
          kind: fc.constantFrom('passed', 'missed', 'crashed', 'timed-out', 'not-compiled'),
          passed: fc.nat(40),
          total: fc.nat(40),
          diagnosis: fc.option(text),
          seed: fc.nat(2 ** 32 - 1),
        }),
      ),
      { maxLength: 3 },
    ),
    ended: fc.option(fc.nat()),
    text,
    pad: text,
    marks: fc.dictionary(fc.constantFrom('asked', 'follow-up-1'), fc.constantFrom(...MARKS)),
    remark: text,
  });
}

/** Hoisted, as the others. */
function anyMock(): fc.Arbitrary<Mock> {
  const kind = fc.constantFrom(...KINDS);
  // An interview has no purpose of its own.
  const requiredKeys = [
    ...(['began', 'revision', 'seen', 'role', 'level', 'minutes', 'kinds', 'seed'] as const),
    ...(['parts', 'leftOut', 'ended', 'next'] as const),
  ];
  const after = fc.option(fc.nat());
  const mock = fc.record(
    {
      began: fc.nat(NOW),
      revision: fc.nat(),
      seen: fc.nat(),
      role: fc.constantFrom(...ROLES),
      level: fc.constantFrom(...LEVELS),
      minutes: fc.constantFrom(...MOCK_LENGTHS, DIAGNOSTIC),
      kinds: fc.subarray([...KINDS]),
      purpose: fc.constant('diagnostic' as const),
      seed: fc.nat(2 ** 32 - 1),
      parts: fc.array(
        fc.record({
          kind,
          minutes: fc.nat(60),
          items: fc.array(fc.constantFrom('code/k-means', 'breadth/p-value'), {
            minLength: 1,
            maxLength: 2,
          }),
          began: after,
          ended: after,
          rehearsals: fc.array(time, { maxLength: 2 }),
          sitting: fc.option(anyInterview(fc.nat(60))),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      leftOut: fc.array(
        fc.record({ kind, why: fc.constantFrom('no room' as const, 'nothing' as const) }),
        { maxLength: 2 },
      ),
      ended: after,
      next: text,
    },
    { requiredKeys },
  );
  // With its last part a mock is over.
  return mock.filter(
    ({ parts, ended }) => ended !== null || parts.some(part => part.ended === null),
  );
}

/** What a hostile or broken file may hold anywhere. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0.5,
    1e308,
    9e15,
    '',
    '__proto__',
    '../../etc',
    'K-Means',
    [],
    {},
  ),
  fc.constantFrom(...['x'.repeat(200), { toString: 1 }, { length: 3 }, [[[[[[]]]]]]]),
  fc.jsonValue({ maxDepth: 3 }),
);
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'format', 'version', 'drafts', 'text'),
  fc.constantFrom(
    'history',
    'attempts',
    'interviews',
    'moments',
    'marks',
    'rehearsals',
    'profile',
    'mocks',
    'sitting',
    'parts',
    'stories',
    'pitches',
    'texts',
    'sources',
    'goes',
    'weights',
    'points',
    'sheet',
    'slug',
    'savedAt',
    'at',
    'why',
    'kind',
    'toString',
    'id',
  ),
);

/** The text of a file in which something was changed: cut, overwritten, or a part replaced by anything. */
export function damaged(file: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const part = /"(?:[^"\\]|\\.)*"|-?\d+|null|\[\]/g;
  const replaced = fc.tuple(file, fc.nat(), fc.nat(), anything).map(([whole, n, m, value]) => {
    const parts = [...whole.matchAll(part)];
    const at = parts[n % parts.length] as RegExpMatchArray & { index: number };
    // A key can only be replaced by a key; `m` says which kind of damage a value suffers.
    const isKey = whole[at.index + at[0].length] === ':';
    const next = isKey ? JSON.stringify(JSON.stringify(value)) : JSON.stringify(value);
    const by = m % 5 === 0 ? `{"__proto__":{"polluted":1},"x":${at[0]}}` : next;
    return whole.slice(0, at.index) + (isKey ? next : by) + whole.slice(at.index + at[0].length);
  });
  const inserted = fc.tuple(file, fc.nat(), key, anything).map(([whole, n, name, value]) => {
    const braces = [...whole.matchAll(/\{(?=\s*")/g)].map(({ index }) => index + 1);
    const at = braces[n % braces.length];
    return `${whole.slice(0, at)}${JSON.stringify(name)}:${JSON.stringify(value)},${whole.slice(at)}`;
  });
  return fc.oneof(
    fc.tuple(file, fc.nat()).map(([whole, n]) => whole.slice(0, n % whole.length)),
    fc
      .tuple(file, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
      .map(([whole, n, with_]) => {
        const at = n % whole.length;
        return whole.slice(0, at) + with_ + whole.slice(at + with_.length);
      }),
    replaced,
    inserted,
    fc
      .tuple(file, fc.integer())
      .map(([whole, n]) => whole.replace('"version": 3', `"version": ${n}`)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  );
}
