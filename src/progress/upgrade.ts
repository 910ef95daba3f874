import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './store';

/*
 * What stood in an older version is known to its step alone, so the database has no types here. A
 * step that was ever published is never edited; the next change is the next step.
 */
type Change = IDBPTransaction<unknown, string[], 'versionchange'>;
type Step = (database: IDBPDatabase<unknown>, change: Change) => void | Promise<void>;

const STEPS: readonly Step[] = [
  /** 0 → 1: the text of each exercise, what something took the place of, and each press of Run. */
  database => {
    database.createObjectStore('drafts', { keyPath: 'slug' });
    for (const name of ['history', 'attempts']) {
      const objects = database.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
      objects.createIndex('slug', 'slug');
    }
  },
  /** 1 → 2: the run that is on, and an order of the texts of an exercise that needs no clock. */
  async (database, change) => {
    database.createObjectStore('runs', { keyPath: 'tab' });
    const last = new Map<string, number>();
    const number = async (name: string, records: readonly Old[]) => {
      for (const record of records) {
        const revision = (last.get(record.slug) ?? 0) + 1;
        last.set(record.slug, revision);
        await change.objectStore(name).put?.({ ...record, revision });
      }
    };
    const all = (name: string): Promise<Old[]> => change.objectStore(name).getAll();
    // Ids were given in turn, so each store is in order; the two are merged by their clock.
    let attempts = await all('attempts');
    for (const kept of await all('history')) {
      const before = attempts.findIndex(attempt => timeOf(attempt) > timeOf(kept));
      const earlier = attempts.slice(0, before < 0 ? attempts.length : before);
      await number('attempts', earlier);
      attempts = attempts.slice(earlier.length);
      await number('history', [kept]);
    }
    await number('attempts', attempts);
    await number('drafts', await all('drafts'));
  },
  /** 2 → 3: what an import took the place of. */
  database => {
    database.createObjectStore('snapshots');
  },
  /** 3 → 4: interviews; a snapshot from before there were any holds none. */
  async (database, change) => {
    database.createObjectStore('interviews', { keyPath: 'began' });
    const snapshots = change.objectStore('snapshots');
    for (const key of await snapshots.getAllKeys()) {
      const { at, contents } = await snapshots.get(key);
      await snapshots.put?.({ at, contents: { ...contents, interviews: [] } }, key);
    }
  },
  /** 4 → 5: rehearsals, and what was said in them; a snapshot from before has none. */
  async (database, change) => {
    database.createObjectStore('rehearsals', { keyPath: 'began' });
    database.createObjectStore('recordings', { keyPath: 'rehearsal' });
    const snapshots = change.objectStore('snapshots');
    for (const key of await snapshots.getAllKeys()) {
      const { at, contents } = await snapshots.get(key);
      await snapshots.put?.({ at, contents: { ...contents, rehearsals: [] } }, key);
    }
  },
  /** 5 → 6: what the plan is made from; a snapshot from before has none. */
  async (database, change) => {
    database.createObjectStore('profile');
    const snapshots = change.objectStore('snapshots');
    for (const key of await snapshots.getAllKeys()) {
      const { at, contents } = await snapshots.get(key);
      await snapshots.put?.({ at, contents: { ...contents, profile: null } }, key);
    }
  },
  /** 6 → 7: mock interviews of several parts, stories and pitches; a snapshot from before has none. */
  async (database, change) => {
    database.createObjectStore('mocks', { keyPath: 'began' });
    database.createObjectStore('stories', { keyPath: 'id' });
    database.createObjectStore('pitches', { keyPath: 'id' });
    const snapshots = change.objectStore('snapshots');
    for (const key of await snapshots.getAllKeys()) {
      const { at, contents } = await snapshots.get(key);
      const none = { mocks: [], stories: [], pitches: [] };
      await snapshots.put?.({ at, contents: { ...contents, ...none } }, key);
    }
  },
];

/** The present version of the schema; an empty database is of version 0. */
export const VERSION = STEPS.length;

/** Brings a database from an older version to the present one, a step at a time. */
export async function upgrade(
  database: IDBPDatabase<Schema>,
  from: number,
  change: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const untyped = [database, change] as unknown as Parameters<Step>;
  for (const step of STEPS.slice(from)) await step(...untyped);
}

/** What the records of version 1 have in common. */
interface Old {
  readonly slug: string;
  readonly at?: number;
  readonly savedAt?: number;
}

const timeOf = ({ at, savedAt }: Old) => at ?? savedAt ?? 0;
