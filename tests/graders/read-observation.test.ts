import { describe, expect, it } from 'vitest';
import { pack } from '../../graders/pack';
import { readObservation } from '../../graders/read-observation';
import { Strange } from '../../graders/value';

type Fields = Record<string, unknown>;

/** What the border makes of a record that someone on the other side wrote. */
const read = (record: unknown) => readObservation(pack(record));

const thrown: Fields = {
  name: 'RangeError',
  message: 'no numbers',
  onPurpose: true,
  todo: false,
  missing: 'fit',
  line: 3,
  column: 14,
};
const call: Fields = {
  name: 'fit',
  args: [[1, 2], { rate: 0.5 }],
  returned: 3,
  threw: thrown,
  changed: { path: [0, 'w', 1], before: 1, after: 2 },
  shared: { path: ['w', 0], with: 'argument' },
  again: 4,
};
const observation: Fields = { calls: [call], value: [5], threw: thrown };

/** The record with one field less. */
function without(record: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

const inCall = (fields: Fields) => ({ ...observation, calls: [call, { ...call, ...fields }] });
const inThrown = (fields: Fields) => ({ ...observation, threw: { ...thrown, ...fields } });

/** A few of each form that stands nowhere for the right one. */
const NO_RECORDS = [null, 3, true, 'calls', [], [call], new Strange('a function')];
const NO_TEXTS = [3, true, null, ['f'], { f: 1 }, new Strange('a function')];
const NO_SWITCHES = [0, 'true', null, [true]];
const NO_NUMBERS = ['3', null, true, [3]];
const NO_LISTS = ['ab', 2, null, { 0: 'a', length: 1 }, new Strange('an array of 1 entries')];
const NO_PATHS = [
  ...[...NO_LISTS, undefined, [null], [0, [1]], [0, undefined], ['w', true]],
  ...[[-1], [0, 0.5], [Number.NaN], [Number.POSITIVE_INFINITY]],
];
const NO_COUNTS = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53];
const NO_OWNERS = ['someone else', '', 0, null, undefined, ['argument']];

describe('an observation', () => {
  it('is read as it was written, with all that it may tell', () => {
    expect(read(observation)).toEqual(observation);
    const earlier = { ...call, shared: { path: [], with: 'earlier result' } };
    expect(read({ calls: [earlier] }).calls[0]).toEqual(earlier);
  });

  it('is read with no calls at all, and with as little as a call must tell', () => {
    expect(read({ calls: [] })).toEqual({ calls: [] });
    expect(read({ calls: [{ name: 'f', args: [] }] }).calls).toHaveLength(1);
  });

  it.each(['value', 'threw'])('is read without its %s', field => {
    expect(read(without(observation, field))).toEqual(without(observation, field));
  });

  it.each(['returned', 'threw', 'changed', 'shared', 'again'])(
    'is read where a call lacks its %s',
    field => {
      const record = { calls: [without(call, field)] };
      expect(read(record)).toEqual(record);
    },
  );

  it.each(['missing', 'line', 'column'])('is read where an error lacks its %s', field => {
    const record = { calls: [], threw: without(thrown, field) };
    expect(read(record)).toEqual(record);
  });

  it('is read whatever was returned', () => {
    for (const value of [undefined, null, 'x', [[1], 'y'], { a: Number.NaN }]) {
      expect(read({ calls: [{ ...call, returned: value, again: value }], value }).value).toEqual(
        value,
      );
    }
  });

  it('says what it is that is refused', () => {
    expect(() => read({})).toThrow('this is not an observation');
  });
});

/** Every record here is right in all but the one thing that its name tells. */
const WRONG: [string, readonly unknown[]][] = [
  ['is none', [undefined, ...NO_RECORDS]],
  [
    'has calls that are no list',
    [...NO_LISTS, undefined].map(calls => ({ ...observation, calls })),
  ],
  ['has no calls', [without(observation, 'calls')]],
  ['has an error that is none', NO_RECORDS.map(threw => ({ ...observation, threw }))],
  ['has a call that is none', NO_RECORDS.map(other => ({ ...observation, calls: [call, other] }))],
  ['has a call before others that is none', [{ ...observation, calls: [7, call] }]],
  ['has a call without a name', [...NO_TEXTS, undefined].map(name => inCall({ name }))],
  [
    'has a call without a list of arguments',
    [...NO_LISTS, undefined].map(args => inCall({ args })),
  ],
  ['has a call with an error that is none', NO_RECORDS.map(threw => inCall({ threw }))],
  [
    'has a call with an error of another form',
    [inCall({ threw: { ...thrown, message: 3 } }), inCall({ threw: without(thrown, 'todo') })],
  ],
  ['has a call with a change that is none', NO_RECORDS.map(changed => inCall({ changed }))],
  [
    'has a change at a place that is none',
    [...NO_PATHS, [], ['w', 0]].map(path => inCall({ changed: { path, before: 1, after: 2 } })),
  ],
  ['has a call with a shared array that is none', NO_RECORDS.map(shared => inCall({ shared }))],
  [
    'has a shared array at a place that is none',
    NO_PATHS.map(path => inCall({ shared: { path, with: 'argument' } })),
  ],
  [
    'has a shared array with no owner',
    NO_OWNERS.map(owner => inCall({ shared: { path: [0], with: owner } })),
  ],
  ['has an error without a name', NO_TEXTS.map(name => inThrown({ name }))],
  ['has an error without a message', NO_TEXTS.map(message => inThrown({ message }))],
  ['has an error that may be on purpose', NO_SWITCHES.map(onPurpose => inThrown({ onPurpose }))],
  ['has an error that may be a starter’s', NO_SWITCHES.map(todo => inThrown({ todo }))],
  [
    'has an error that lacks a field',
    ['name', 'message', 'onPurpose', 'todo'].map(field => ({
      ...observation,
      threw: without(thrown, field),
    })),
  ],
  ['misses an export without a name', NO_TEXTS.map(missing => inThrown({ missing }))],
  [
    'has an error in a line that there is not',
    [...NO_NUMBERS, ...NO_COUNTS, 0].map(line => inThrown({ line })),
  ],
  [
    'has an error in a column that there is not',
    [...NO_NUMBERS, ...NO_COUNTS].map(column => inThrown({ column })),
  ],
];

describe('what comes out of the sandbox', () => {
  it.each(WRONG)('is refused where it %s', (_, records) => {
    for (const record of records) expect(() => read(record), shown(record)).toThrow(RangeError);
  });
});

function shown(record: unknown): string {
  return JSON.stringify(record) ?? 'undefined';
}
