import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { change } from '../../src/progress/store';

/** What is in `localStorage`. As there, what is stored are its own keys. */
export const shelf: Record<string, string> = Object.create({
  getItem: (key: string) => shelf[key] ?? null,
  setItem: (key: string, value: string) => {
    shelf[key] = value;
  },
  removeItem: (key: string) => {
    delete shelf[key];
  },
});

vi.stubGlobal('localStorage', shelf);
vi.stubGlobal('BroadcastChannel', undefined);

/** Leaves nothing in `localStorage`, and no record in any store. */
export async function emptied(): Promise<void> {
  for (const key of Object.keys(shelf)) delete shelf[key];
  await change(async within => {
    for (const name of within.objectStoreNames) await within.objectStore(name).clear();
  });
}
