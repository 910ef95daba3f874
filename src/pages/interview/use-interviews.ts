import { useCallback, useEffect, useRef, useState } from 'react';
import type { Interview } from '../../progress/interview';
import {
  allInterviews,
  changeInterview,
  onInterviewsElsewhere,
  removeInterview,
} from '../../progress/interviews';

/** Every interview there is. A change is on the screen at once, and stored behind it. */
export interface Interviews {
  /** The newest first; null until they have been read. */
  readonly all: readonly Interview[] | null;
  /** True where the last change could not be stored. */
  readonly unsaved: boolean;
  /** Changes an interview, or adds one. Resolves when it is stored, or cannot be. */
  change(interview: Interview, work: (interview: Interview) => Interview): Promise<void>;
  remove(interview: Interview): Promise<void>;
}

export function useInterviews(): Interviews {
  const [all, setAll] = useState<readonly Interview[] | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const writing = useRef(0);

  /** Reads what is stored, unless something is being written: then it is read after that. */
  const look = useCallback(async () => {
    const stored = await allInterviews().catch(() => null);
    if (writing.current === 0) setAll(present => stored ?? present ?? []);
  }, []);

  useEffect(() => {
    void look();
    const wake = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', wake);
    const stop = onInterviewsElsewhere(() => void look());
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
    (interview: Interview, work: (interview: Interview) => Interview) => {
      setAll(present => {
        const others = present ?? [];
        const known = others.find(({ began }) => began === interview.began);
        if (!known) return [work(interview), ...others];
        return others.map(other => (other === known ? work(known) : other));
      });
      return write(() => changeInterview(interview, work));
    },
    [write],
  );

  const remove = useCallback(
    (interview: Interview) => {
      setAll(present => present?.filter(({ began }) => began !== interview.began) ?? null);
      return write(() => removeInterview(interview));
    },
    [write],
  );

  return { all, unsaved, change, remove };
}
