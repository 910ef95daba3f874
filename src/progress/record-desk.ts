/** Where records of one kind are kept, each known by the moment in which it began. */
export interface RecordStore<T extends { readonly began: number }> {
  /** The newest first. */
  all(): Promise<T[]>;
  /** Changes a record as it is stored, or adds it. */
  change(record: T, work: (record: T) => T): Promise<void>;
  remove(record: T): Promise<void>;
  /** Calls back when another tab has changed one. @returns a function that stops it */
  onElsewhere(notice: () => void): () => void;
}

/** What the page shows of all records. */
export interface Shown<T> {
  /** The newest first; null until they have been read. */
  readonly all: readonly T[] | null;
  /** True where a change could not be stored. */
  readonly unsaved: boolean;
}

/** Every record of a kind: what is stored, and over it what is yet to be. */
export interface RecordDesk<T> {
  read(): Shown<T>;
  /** Hears of each change, here and in other tabs. @returns a function that stops it */
  onChange(notice: () => void): () => void;
  /** Changes a record, or adds one. Resolves when it is stored, or cannot be. */
  change(record: T, work: (record: T) => T): Promise<void>;
  remove(record: T): Promise<void>;
}

/** A change that is not stored yet; without its work, a deletion. */
interface Pending<T> {
  readonly record: T;
  readonly work: ((record: T) => T) | null;
}

/**
 * Opens the records of a store. A change is on the screen at once, and stored behind it. One that could
 * not be stored stays on the screen, and is tried again with the next one and whenever the page is
 * come back to.
 */
export function openRecords<T extends { readonly began: number }>(
  store: RecordStore<T>,
): RecordDesk<T> {
  const listeners = new Set<() => void>();
  let stored: readonly T[] | null = null;
  let pending: readonly Pending<T>[] = [];
  let shown: Shown<T> = { all: null, unsaved: false };
  /** What is being written, by the record. */
  const writing = new Map<number, Promise<void>>();
  let writes = 0;

  function tell(unsaved = shown.unsaved): void {
    shown = { all: stored && pending.reduce(applied, stored), unsaved };
    for (const listener of listeners) listener();
  }

  /** Reads what is stored, unless something is being written: then it is read after that. */
  async function look(): Promise<void> {
    const before = writes;
    const found = await store.all().catch(() => stored ?? []);
    if (writing.size > 0) return;
    // What was read may be older than what was written meanwhile.
    if (writes !== before) return look();
    stored = found;
    tell();
  }

  /** Stores what is pending for a record, in its order, as far as that is possible. */
  async function write(began: number): Promise<void> {
    for (;;) {
      const next = pending.find(({ record }) => record.began === began);
      if (!next) break;
      try {
        await (next.work ? store.change(next.record, next.work) : store.remove(next.record));
      } catch {
        break;
      }
      stored = stored && applied(stored, next);
      pending = pending.filter(one => one !== next);
    }
    writing.delete(began);
    tell(pending.some(({ record }) => !writing.has(record.began)));
    if (writing.size === 0) await look();
  }

  /** Stores what is pending. The records do not wait for each other: a page may be left at any time. */
  function save(): void {
    writes += 1;
    for (const { began } of pending.map(({ record }) => record))
      if (!writing.has(began)) writing.set(began, write(began));
  }

  async function add(one: Pending<T>): Promise<void> {
    pending = [...pending, one];
    tell();
    save();
    await writing.get(one.record.began);
  }

  return {
    read: () => shown,
    onChange(notice) {
      const wake = () => {
        if (document.visibilityState !== 'visible') return;
        if (pending.length > 0) save();
        else void look();
      };
      listeners.add(notice);
      document.addEventListener('visibilitychange', wake);
      const stop = store.onElsewhere(() => void look());
      void look();
      return () => {
        listeners.delete(notice);
        document.removeEventListener('visibilitychange', wake);
        stop();
      };
    },
    change: (record, work) => add({ record, work }),
    remove: record => add({ record, work: null }),
  };
}

/** The records with a change made to them. */
function applied<T extends { readonly began: number }>(
  all: readonly T[],
  { record, work }: Pending<T>,
): readonly T[] {
  const known = all.find(({ began }) => began === record.began);
  if (!work) return all.filter(one => one !== known);
  if (!known) return [work(record), ...all];
  return all.map(one => (one === known ? work(known) : one));
}
