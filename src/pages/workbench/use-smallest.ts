import { useEffect, useState } from 'react';
import type { Graded } from '../../../graders/grade';
import type { Smallest } from '../../../graders/smallest';

/** @returns the smallest data of a failure: undefined while it is looked for, null where there is none. */
export function useSmallest(graded: Graded): Smallest | null | undefined {
  const [found, setFound] = useState<{ of: Graded; smallest: Smallest | null }>();

  useEffect(() => {
    let left = false;
    const tell = (smallest: Smallest | null) => {
      if (!left) setFound({ of: graded, smallest });
    };
    // A new run breaks the search off; then nobody looks at this any more.
    graded.smallest?.(() => performance.now()).then(tell, () => tell(null));
    return () => {
      left = true;
    };
  }, [graded]);

  if (!graded.smallest) return null;
  return found?.of === graded ? found.smallest : undefined;
}
