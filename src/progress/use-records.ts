import { useCallback, useEffect, useRef, useState } from 'react';

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

/** Every record there is. A change is on the screen at once, and stored behind it. */
export interface Records<T> {
  /** The newest first; null until they have been read. */
  readonly all: readonly T[] | null;
  /** True where the last change could not be stored. */
  readonly unsaved: boolean;
  /** Changes a record, or adds one. Resolves when it is stored, or cannot be. */
  change(record: T, work: (record: T) => T): Promise<void>;
  remove(record: T): Promise<void>;
}

/** @param store the same one at each call */
export function useRecords<T extends { readonly began: number }>(
  store: RecordStore<T>,
): Records<T> {
  const [all, setAll] = useState<readonly T[] | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const writing = useRef(0);

  /** Reads what is stored, unless something is being written: then it is read after that. */
  const look = useCallback(async () => {
    const stored = await store.all().catch(() => null);
    if (writing.current === 0) setAll(present => stored ?? present ?? []);
  }, [store]);

  useEffect(() => {
    void look();
    const wake = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', wake);
    const stop = store.onElsewhere(() => void look());
    return () => {
      document.removeEventListener('visibilitychange', wake);
      stop();
    };
  }, [store, look]);

  const write = useCallback(
    async (work: () => Promise<void>) => {
      writing.current += 1;
      const done = await work().then(
        () => true,
        () => false,
      );
      writing.current -= 1;
      setUnsaved(!done);
      // What could not be stored is only here.
      if (done && writing.current === 0) await look();
    },
    [look],
  );

  const change = useCallback(
    (record: T, work: (record: T) => T) => {
      setAll(present => {
        const others = present ?? [];
        const known = others.find(({ began }) => began === record.began);
        if (!known) return [work(record), ...others];
        return others.map(other => (other === known ? work(known) : other));
      });
      return write(() => store.change(record, work));
    },
    [store, write],
  );

  const remove = useCallback(
    (record: T) => {
      setAll(present => present?.filter(({ began }) => began !== record.began) ?? null);
      return write(() => store.remove(record));
    },
    [store, write],
  );

  return { all, unsaved, change, remove };
}
