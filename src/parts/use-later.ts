import { useCallback, useRef, useState } from 'react';

/**
 * A component that is fetched when it is first asked for. Until then, and offline without it, there
 * is none; the page goes on.
 * @returns the component, and what fetches it
 */
export function useLater<C>(fetchIt: () => Promise<C>): [C | null, () => void] {
  const [component, setComponent] = useState<{ readonly it: C } | null>(null);
  const latest = useRef(fetchIt);
  const asked = useRef(false);
  const load = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    latest.current().then(
      it => setComponent({ it }),
      () => {
        asked.current = false;
      },
    );
  }, []);
  return [component?.it ?? null, load];
}
