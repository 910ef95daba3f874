import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 700px)';

/** @returns whether the window is too narrow for Monaco, which phones do not get on with. */
export function useNarrow(): boolean {
  // A page made ahead shows the plain text field to everyone.
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => true,
  );
}

export function isNarrow(): boolean {
  return matchMedia(QUERY).matches;
}

function subscribe(notify: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}
