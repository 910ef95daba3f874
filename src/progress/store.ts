import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Verdict } from '../../graders/verdict';
import type { Profile } from '../planning/inputs';
import type { Rehearsal } from '../rehearsal/attempt';
import type { Pitch } from '../rehearsal/pitch';
import type { Story } from '../rehearsal/story';
import type { Interview } from './interview';
import type { Mock } from './mock';
import type { Snapshot } from './transfer/contents';
import { upgrade, VERSION } from './upgrade';

/*
 * A revision counts the changes to the text of one exercise. Whoever changes it takes a number above
 * every one it has seen, so that the order holds when a clock is set back. Times are for people.
 */

/** The text that a learner is working on. */
export interface Draft {
  readonly slug: string;
  readonly text: string;
  /** Milliseconds since 1970, as the clock had it. */
  readonly savedAt: number;
  readonly revision: number;
}

/** An older text, kept because something else took its place, or as it was along the way. */
export interface KeptDraft extends Draft {
  readonly id?: number;
  readonly why: 'typed over' | 'reset' | 'restored another' | 'another tab' | 'took the page down';
}

/** One press of Run. */
export interface Attempt {
  readonly id?: number;
  readonly slug: string;
  readonly at: number;
  /** That of the text. */
  readonly revision: number;
  readonly seed: number;
  /** Null where it was thinned out; all else of an attempt is kept for good. */
  readonly text: string | null;
  readonly kind: Verdict['kind'];
  readonly passed: number;
  readonly total: number;
  readonly diagnosis: string | null;
  /** How many hints were open outside of an interview; not there without any, and before they were noted. */
  readonly hints?: number;
  /** When the reference was last looked at, where that was less than two days before. */
  readonly revealed?: number;
}

/** The run that is on in a tab. One that is found without its tab took the page down. */
export interface RunOn {
  readonly tab: string;
  readonly slug: string;
  readonly at: number;
  readonly revision: number;
  readonly text: string;
}

/** What was said aloud in a rehearsal. It lies apart, so that lists need not read it. */
export interface Recording {
  /** The beginning of the rehearsal. */
  readonly rehearsal: number;
  readonly sound: Blob;
}

/** Version 7. A change of it adds a step to `upgrade.ts`. */
export interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  history: { key: number; value: KeptDraft; indexes: { slug: string } };
  attempts: { key: number; value: Attempt; indexes: { slug: string } };
  runs: { key: string; value: RunOn };
  /** What stood here before something took the place of all of it. */
  snapshots: { key: 'before import'; value: Snapshot };
  interviews: { key: number; value: Interview };
  rehearsals: { key: number; value: Rehearsal };
  recordings: { key: number; value: Recording };
  /** What the plan is made from. */
  profile: { key: 'mine'; value: Profile };
  mocks: { key: number; value: Mock };
  /** What is told of oneself, and of a project. */
  stories: { key: number; value: Story };
  pitches: { key: number; value: Pitch };
}

/** This browser keeps no data for this site: a private window of some, or a setting that forbids it. */
export class NoStorage extends Error {}

let opened: Promise<IDBPDatabase<Schema>> | null = null;
const lost = new Set<() => void>();

/**
 * The one database, opened on first use.
 * @throws NoStorage where there is none to be had
 * @throws DOMException where the disk is full, or a newer version of the app has been at it
 */
export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= open().catch(error => {
    opened = null;
    throw isNamed(error, 'QuotaExceededError', 'VersionError')
      ? error
      : new NoStorage('This browser keeps no data for this site.', { cause: error });
  });
  return opened;
}

/** A transaction over everything that is stored. */
export type Change = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;
const STORES: StoreNames<Schema>[] = [
  'drafts',
  'history',
  'attempts',
  'runs',
  'snapshots',
  'interviews',
  'rehearsals',
  'recordings',
  'profile',
  'mocks',
  'stories',
  'pitches',
];

/**
 * Does all of a piece of work in one transaction, or nothing of it. Where the database was taken away
 * meanwhile, the work is done again in a new one, so it must rest on nothing but what it reads there.
 * @throws NoStorage, DOMException as `store` does
 */
export async function change<T>(work: (change: Change) => Promise<T>): Promise<T> {
  try {
    return await once(work);
  } catch (error) {
    if (!isNamed(error, 'InvalidStateError', 'AbortError', 'NotFoundError')) throw error;
    return once(work);
  }
}

async function once<T>(work: (change: Change) => Promise<T>): Promise<T> {
  const transaction = (await store()).transaction(STORES, 'readwrite');
  // Whoever waits for it hears why it was aborted; nobody else has to.
  transaction.done.catch(() => {});
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    // Where it is not over yet; otherwise its own reason says more than that of a request.
    try {
      transaction.abort();
    } catch {}
    throw transaction.error ?? error;
  }
}

/** Calls back when the stored data was deleted under the page. @returns a function that stops it */
export function onLost(notice: () => void): () => void {
  lost.add(notice);
  return () => lost.delete(notice);
}

/** Whether an error goes by one of these names. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

async function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('scratchwork', VERSION, {
    upgrade: (database, from, _, transaction) => upgrade(database, from, transaction),
    // Another tab upgrades the database, or deletes it: let it, and open it anew when next asked.
    blocking(_, wanted, event) {
      (event.target as IDBDatabase).close();
      opened = null;
      if (wanted === null) tellLost();
    },
    // The browser took it away: the data of the site was cleared, or the disk failed.
    terminated() {
      opened = null;
      tellLost();
    },
  });
}

function tellLost(): void {
  for (const notice of lost) notice();
}
