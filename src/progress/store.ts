import type { DBSchema, IDBPDatabase } from 'idb';
import type { Verdict } from '../../graders/verdict';

/** The text that a learner is working on. */
export interface Draft {
  readonly slug: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** An older text, kept because something else took its place. */
export interface KeptDraft extends Draft {
  readonly id?: number;
  readonly why: 'reset' | 'restored another' | 'another tab';
}

/** One press of Run. */
export interface Attempt {
  readonly id?: number;
  readonly slug: string;
  readonly at: number;
  readonly seed: number;
  readonly text: string;
  readonly kind: Verdict['kind'];
  readonly passed: number;
  readonly total: number;
  readonly diagnosis: string | null;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  history: { key: number; value: KeptDraft; indexes: { slug: string } };
  attempts: { key: number; value: Attempt; indexes: { slug: string } };
}

/** Bump with every change of `Schema`, and add a step to `upgrade`. */
const VERSION = 1;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

/**
 * The one database, opened on first use.
 * @throws DOMException where the browser refuses storage (private windows of some, policies, a full disk)
 */
export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= open().catch(error => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>('scratchwork', VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('drafts', { keyPath: 'slug' });
        for (const name of ['history', 'attempts'] as const) {
          const objects = database.createObjectStore(name, { keyPath: 'id', autoIncrement: true });
          objects.createIndex('slug', 'slug');
        }
      }
    },
    // A newer version in another tab wants to upgrade: let it, and reopen when next asked.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  });
}
