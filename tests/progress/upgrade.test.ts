import 'fake-indexeddb/auto';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { upgrade, VERSION } from '../../src/progress/upgrade';

const NAME = 'upgrade-test';

type Fresh = IDBPDatabase<unknown>;

/** The stores that each version had more than the one before, made by hand from what that version was. */
const MORE: readonly ((fresh: Fresh) => void)[] = [
  () => {},
  fresh => {
    fresh.createObjectStore('drafts', { keyPath: 'slug' });
    for (const name of ['history', 'attempts']) {
      const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
      objects.createIndex('slug', 'slug');
    }
  },
  fresh => fresh.createObjectStore('runs', { keyPath: 'tab' }),
  fresh => fresh.createObjectStore('snapshots'),
  fresh => fresh.createObjectStore('interviews', { keyPath: 'began' }),
  fresh => {
    fresh.createObjectStore('rehearsals', { keyPath: 'began' });
    fresh.createObjectStore('recordings', { keyPath: 'rehearsal' });
  },
  fresh => fresh.createObjectStore('profile'),
];

/** What was here before an import: all there was in that version. */
const snapshot = (contents: object) => ({ at: 5, contents: { ...contents, settings: {} } });
const LISTS = { drafts: [], history: [], attempts: [] };

/** What a version left in its stores. */
const LEFT: Record<number, (database: Fresh) => Promise<unknown>> = {
  1: async database => {
    await database.put('drafts', { slug: 'k-means', text: 'now', savedAt: 500 });
    await database.put('drafts', { slug: 'decision-tree', text: 'tree', savedAt: 50 });
    for (const [savedAt, text] of [
      [100, 'first'],
      // The clock had been set back.
      [90, 'second'],
      [300, 'fourth'],
    ]) {
      await database.add('history', { slug: 'k-means', text, savedAt, why: 'reset' });
    }
    for (const [at, text] of [
      [200, 'third'],
      [400, 'fifth'],
    ]) {
      await database.add('attempts', {
        slug: 'k-means',
        at,
        seed: 7,
        text,
        kind: 'missed',
        passed: 3,
        total: 12,
        diagnosis: 'Say it.',
      });
    }
  },
  3: database =>
    database.put(
      'snapshots',
      snapshot({ ...LISTS, drafts: [{ slug: 'k-means' }] }),
      'before import',
    ),
  4: async database => {
    await database.put('snapshots', snapshot({ ...LISTS, interviews: [] }), 'before import');
    await database.put('interviews', { began: 7, slug: 'k-means' });
  },
  5: async database => {
    const contents = { ...LISTS, interviews: [], rehearsals: [] };
    await database.put('snapshots', snapshot(contents), 'before import');
    await database.put('rehearsals', { began: 8, card: 'breadth/p-value' });
  },
  6: async database => {
    const contents = { ...LISTS, interviews: [], rehearsals: [], profile: null };
    await database.put('snapshots', snapshot(contents), 'before import');
    await database.put('profile', { hours: 8 }, 'mine');
  },
};

/** A database as an earlier version left it, opened by this one. */
async function upgraded(version: number): Promise<Fresh> {
  const before = await openDB(NAME, 1, {
    upgrade(fresh) {
      for (const make of MORE.slice(0, version + 1)) make(fresh);
    },
  });
  await LEFT[version]?.(before);
  before.close();
  opened = await openDB(NAME, VERSION + 1, {
    upgrade: (database, _old, _new, change) => upgrade(database as never, version, change as never),
  });
  return opened;
}
let opened: Fresh | null = null;

beforeEach(() => deleteDB(NAME));
// One that stays open would hold up the next.
afterEach(() => opened?.close());

describe('an upgrade', () => {
  it.each([...MORE.keys()])('from version %i makes every store', async version => {
    const database = await upgraded(version);
    expect([...database.objectStoreNames]).toEqual([
      ...['attempts', 'drafts', 'history', 'interviews', 'mocks', 'pitches', 'profile'],
      ...['recordings', 'rehearsals', 'runs', 'snapshots', 'stories'],
    ]);
    const reading = database.transaction(['history', 'attempts', 'runs']);
    expect([...reading.objectStore('history').indexNames]).toEqual(['slug']);
    expect([...reading.objectStore('attempts').indexNames]).toEqual(['slug']);
    expect(reading.objectStore('runs').keyPath).toBe('tab');
    expect(database.transaction('snapshots').store.keyPath).toBeNull();
  });

  it('from version 3 keeps what was before an import, without interviews and rehearsals', async () => {
    const database = await upgraded(3);
    expect(await database.get('snapshots', 'before import')).toEqual({
      at: 5,
      contents: {
        ...{ drafts: [{ slug: 'k-means' }], history: [], attempts: [], settings: {} },
        interviews: [],
        rehearsals: [],
        profile: null,
        mocks: [],
        stories: [],
        pitches: [],
      },
    });
    expect(database.transaction('interviews').store.keyPath).toBe('began');
  });

  it('from version 4 keeps interviews, and what was before an import without rehearsals', async () => {
    const database = await upgraded(4);
    expect(await database.getAll('interviews')).toEqual([{ began: 7, slug: 'k-means' }]);
    expect((await database.get('snapshots', 'before import')).contents.rehearsals).toEqual([]);
    expect(database.transaction('rehearsals').store.keyPath).toBe('began');
    expect(database.transaction('recordings').store.keyPath).toBe('rehearsal');
  });

  it('from version 5 keeps rehearsals, and what was before an import without a plan', async () => {
    const database = await upgraded(5);
    expect(await database.getAll('rehearsals')).toEqual([{ began: 8, card: 'breadth/p-value' }]);
    expect((await database.get('snapshots', 'before import')).contents.profile).toBeNull();
    expect(await database.getAll('profile')).toEqual([]);
  });

  it('from version 6 keeps the plan, and what was before an import without mocks, stories and pitches', async () => {
    const database = await upgraded(6);
    expect(await database.get('profile', 'mine')).toEqual({ hours: 8 });
    const { contents } = await database.get('snapshots', 'before import');
    expect([contents.mocks, contents.stories, contents.pitches]).toEqual([[], [], []]);
    expect(database.transaction('mocks').store.keyPath).toBe('began');
    expect(database.transaction('stories').store.keyPath).toBe('id');
    expect(database.transaction('pitches').store.keyPath).toBe('id');
  });

  it('is tested from every version that there was', () => {
    expect(MORE).toHaveLength(VERSION);
  });

  it('from version 1 loses nothing and puts the texts of an exercise in order', async () => {
    const database = await upgraded(1);
    const [drafts, history, attempts] = await Promise.all(
      ['drafts', 'history', 'attempts'].map(name => database.getAll(name)),
    );
    const inOrder = [...drafts, ...history, ...attempts]
      .filter(({ slug }) => slug === 'k-means')
      .sort((a, b) => a.revision - b.revision);
    expect(inOrder.map(({ text, revision }) => [text, revision])).toEqual([
      ['first', 1],
      ['second', 2],
      ['third', 3],
      ['fourth', 4],
      ['fifth', 5],
      ['now', 6],
    ]);
    expect(drafts.find(({ slug }) => slug === 'decision-tree')).toEqual({
      slug: 'decision-tree',
      text: 'tree',
      savedAt: 50,
      revision: 1,
    });
    expect(attempts[0]).toEqual({
      id: 1,
      slug: 'k-means',
      at: 200,
      revision: 3,
      seed: 7,
      text: 'third',
      kind: 'missed',
      passed: 3,
      total: 12,
      diagnosis: 'Say it.',
    });
    expect(history[1]).toMatchObject({ id: 2, savedAt: 90, why: 'reset' });
  });
});
