import 'fake-indexeddb/auto';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { upgrade, VERSION } from '../../src/progress/upgrade';

const NAME = 'upgrade-test';

/** A database as an earlier version left it, made by hand from what that version was. */
const LEFT: Record<number, () => Promise<IDBPDatabase<unknown>>> = {
  0: () => openDB(NAME, 1, { upgrade() {} }),
  1: async () => {
    const database = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
      },
    });
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
    return database;
  },
  2: () =>
    openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
        fresh.createObjectStore('runs', { keyPath: 'tab' });
      },
    }),
  3: async () => {
    const database = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
        fresh.createObjectStore('runs', { keyPath: 'tab' });
        fresh.createObjectStore('snapshots');
      },
    });
    const contents = { drafts: [{ slug: 'k-means' }], history: [], attempts: [], settings: {} };
    await database.put('snapshots', { at: 5, contents }, 'before import');
    return database;
  },
  4: async () => {
    const database = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
        fresh.createObjectStore('runs', { keyPath: 'tab' });
        fresh.createObjectStore('snapshots');
        fresh.createObjectStore('interviews', { keyPath: 'began' });
      },
    });
    const contents = { drafts: [], history: [], attempts: [], interviews: [], settings: {} };
    await database.put('snapshots', { at: 5, contents }, 'before import');
    await database.put('interviews', { began: 7, slug: 'k-means' });
    return database;
  },
  5: async () => {
    const database = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
        fresh.createObjectStore('runs', { keyPath: 'tab' });
        fresh.createObjectStore('snapshots');
        fresh.createObjectStore('interviews', { keyPath: 'began' });
        fresh.createObjectStore('rehearsals', { keyPath: 'began' });
        fresh.createObjectStore('recordings', { keyPath: 'rehearsal' });
      },
    });
    const lists = { drafts: [], history: [], attempts: [], interviews: [], rehearsals: [] };
    const contents = { ...lists, settings: {} };
    await database.put('snapshots', { at: 5, contents }, 'before import');
    await database.put('rehearsals', { began: 8, card: 'breadth/p-value' });
    return database;
  },
  6: async () => {
    const database = await openDB(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts']) {
          const objects = fresh.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
        fresh.createObjectStore('runs', { keyPath: 'tab' });
        fresh.createObjectStore('snapshots');
        fresh.createObjectStore('interviews', { keyPath: 'began' });
        fresh.createObjectStore('rehearsals', { keyPath: 'began' });
        fresh.createObjectStore('recordings', { keyPath: 'rehearsal' });
        fresh.createObjectStore('profile');
      },
    });
    const lists = { drafts: [], history: [], attempts: [], interviews: [], rehearsals: [] };
    const contents = { ...lists, profile: null, settings: {} };
    await database.put('snapshots', { at: 5, contents }, 'before import');
    await database.put('profile', { hours: 8 }, 'mine');
    return database;
  },
};

const reopen = () =>
  openDB(NAME, VERSION + 1, {
    upgrade: (database, _old, _new, change) => upgrade(database as never, START, change as never),
  });
let START = 0;

beforeEach(() => deleteDB(NAME));

describe('an upgrade', () => {
  it.each(Object.keys(LEFT).map(Number))('from version %i makes every store', async version => {
    (await LEFT[version]()).close();
    START = version;
    const database = await reopen();
    expect([...database.objectStoreNames]).toEqual([
      ...['attempts', 'drafts', 'history', 'interviews', 'mocks', 'pitches', 'profile'],
      ...['recordings', 'rehearsals', 'runs', 'snapshots', 'stories'],
    ]);
    const reading = (database as IDBPDatabase<unknown>).transaction([
      'history',
      'attempts',
      'runs',
    ]);
    expect([...reading.objectStore('history').indexNames]).toEqual(['slug']);
    expect([...reading.objectStore('attempts').indexNames]).toEqual(['slug']);
    expect(reading.objectStore('runs').keyPath).toBe('tab');
    expect((database as IDBPDatabase<unknown>).transaction('snapshots').store.keyPath).toBeNull();
    database.close();
  });

  it('from version 3 keeps what was before an import, without interviews and rehearsals', async () => {
    (await LEFT[3]()).close();
    START = 3;
    const database = (await reopen()) as IDBPDatabase<unknown>;
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
    database.close();
  });

  it('from version 4 keeps interviews, and what was before an import without rehearsals', async () => {
    (await LEFT[4]()).close();
    START = 4;
    const database = (await reopen()) as IDBPDatabase<unknown>;
    expect(await database.getAll('interviews')).toEqual([{ began: 7, slug: 'k-means' }]);
    expect((await database.get('snapshots', 'before import')).contents.rehearsals).toEqual([]);
    expect(database.transaction('rehearsals').store.keyPath).toBe('began');
    expect(database.transaction('recordings').store.keyPath).toBe('rehearsal');
    database.close();
  });

  it('from version 5 keeps rehearsals, and what was before an import without a plan', async () => {
    (await LEFT[5]()).close();
    START = 5;
    const database = (await reopen()) as IDBPDatabase<unknown>;
    expect(await database.getAll('rehearsals')).toEqual([{ began: 8, card: 'breadth/p-value' }]);
    expect((await database.get('snapshots', 'before import')).contents.profile).toBeNull();
    expect(await database.getAll('profile')).toEqual([]);
    database.close();
  });

  it('from version 6 keeps the plan, and what was before an import without mocks, stories and pitches', async () => {
    (await LEFT[6]()).close();
    START = 6;
    const database = (await reopen()) as IDBPDatabase<unknown>;
    expect(await database.get('profile', 'mine')).toEqual({ hours: 8 });
    const { contents } = await database.get('snapshots', 'before import');
    expect([contents.mocks, contents.stories, contents.pitches]).toEqual([[], [], []]);
    expect(database.transaction('mocks').store.keyPath).toBe('began');
    expect(database.transaction('stories').store.keyPath).toBe('id');
    expect(database.transaction('pitches').store.keyPath).toBe('id');
    database.close();
  });

  it('is tested from every version that there was', () => {
    expect(Object.keys(LEFT).map(Number)).toEqual(Array.from({ length: VERSION }, (_, i) => i));
  });

  it('from version 1 loses nothing and puts the texts of an exercise in order', async () => {
    (await LEFT[1]()).close();
    START = 1;
    const database = (await reopen()) as IDBPDatabase<unknown>;
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
    database.close();
  });
});
