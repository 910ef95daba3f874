import { useState, useSyncExternalStore } from 'react';
import { openRecords, type RecordDesk, type RecordStore, type Shown } from './record-desk';

/** Every record there is. A change is on the screen at once, and stored behind it. */
export type Records<T> = Shown<T> & Pick<RecordDesk<T>, 'change' | 'remove'>;

/** @param store the same one at each call */
export function useRecords<T extends { readonly began: number }>(
  store: RecordStore<T>,
): Records<T> {
  const [{ read, onChange, change, remove }] = useState(() => openRecords(store));
  return { ...useSyncExternalStore(onChange, read, read), change, remove };
}
