import { useCallback, useEffect, useRef, useState } from 'react';
import {
  allRehearsals,
  changeRehearsal,
  onRehearsalsElsewhere,
  removeRehearsal,
} from '../../progress/rehearsals';
import type { Rehearsal } from '../../rehearsal/attempt';

/** Every rehearsal there is. A change is on the screen at once, and stored behind it. */
export interface Rehearsals {
  /** The newest first; null until they have been read. */
  readonly all: readonly Rehearsal[] | null;
  /** True where the last change could not be stored. */
  readonly unsaved: boolean;
  /** Changes a rehearsal, or adds one. Resolves when it is stored, or cannot be. */
  change(rehearsal: Rehearsal, work: (rehearsal: Rehearsal) => Rehearsal): Promise<void>;
  remove(rehearsal: Rehearsal): Promise<void>;
}

export function useRehearsals(): Rehearsals {
  const [all, setAll] = useState<readonly Rehearsal[] | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const writing = useRef(0);

  /** Reads what is stored, unless something is being written: then it is read after that. */
  const look = useCallback(async () => {
    const stored = await allRehearsals().catch(() => null);
    if (writing.current === 0) setAll(present => stored ?? present ?? []);
  }, []);

  useEffect(() => {
    void look();
    const wake = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', wake);
    const stop = onRehearsalsElsewhere(() => void look());
    return () => {
      document.removeEventListener('visibilitychange', wake);
      stop();
    };
  }, [look]);

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
    (rehearsal: Rehearsal, work: (rehearsal: Rehearsal) => Rehearsal) => {
      setAll(present => {
        const others = present ?? [];
        const known = others.find(({ began }) => began === rehearsal.began);
        if (!known) return [work(rehearsal), ...others];
        return others.map(other => (other === known ? work(known) : other));
      });
      return write(() => changeRehearsal(rehearsal, work));
    },
    [write],
  );

  const remove = useCallback(
    (rehearsal: Rehearsal) => {
      setAll(present => present?.filter(({ began }) => began !== rehearsal.began) ?? null);
      return write(() => removeRehearsal(rehearsal));
    },
    [write],
  );

  return { all, unsaved, change, remove };
}
