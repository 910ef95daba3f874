import { draftsOf, type Rehearsal } from '../rehearsal/attempt';
import { forgetDrafts, forgetMirrors } from './drafts';
import { elsewhere } from './elsewhere';
import { withRoom } from './history';
import { askToKeep } from './persistence';
import type { RecordStore } from './record-desk';
import { change, store } from './store';

/** @returns all rehearsals, the newest first. */
export async function allRehearsals(): Promise<Rehearsal[]> {
  return (await (await store()).getAll('rehearsals')).reverse();
}

/**
 * Changes a rehearsal as it is stored, and tells the other tabs. Once its answer is locked, the drafts
 * that held it are gone: what was written lies in it.
 * @param present the rehearsal as this tab has it, which counts where nothing is stored yet
 * @throws NoStorage, DOMException as `change` does
 */
export async function changeRehearsal(
  present: Rehearsal,
  work: (rehearsal: Rehearsal) => Rehearsal,
): Promise<void> {
  const next = await withRoom(() =>
    change(async within => {
      const rehearsals = within.objectStore('rehearsals');
      const next = work((await rehearsals.get(present.began)) ?? present);
      await rehearsals.put(next);
      if (isLocked(next)) await forgetDrafts(within, keysOf(next));
      return next;
    }),
  );
  if (isLocked(next)) forgetMirrors(keysOf(next));
  tell();
  if (next.done !== null) void askToKeep('a rehearsal');
}

/** Deletes a rehearsal with all that was written, drawn and said in it. */
export async function removeRehearsal(rehearsal: Rehearsal): Promise<void> {
  await change(async within => {
    await within.objectStore('rehearsals').delete(rehearsal.began);
    await within.objectStore('recordings').delete(rehearsal.began);
    await forgetDrafts(within, keysOf(rehearsal));
  });
  forgetMirrors(keysOf(rehearsal));
  tell();
}

/** @returns what was said in a rehearsal, or null. */
export async function recordingOf({ began }: Rehearsal): Promise<Blob | null> {
  return (await (await store()).get('recordings', began))?.sound ?? null;
}

/** Keeps what was said in a rehearsal, or deletes it. */
export async function record({ began }: Rehearsal, sound: Blob | null): Promise<void> {
  await withRoom(() =>
    change(within => {
      const recordings = within.objectStore('recordings');
      return sound
        ? recordings.put({ rehearsal: began, sound }).then(() => {})
        : recordings.delete(began);
    }),
  );
}

const isLocked = ({ committed, early }: Rehearsal) => committed !== null || early;
const keysOf = (rehearsal: Rehearsal) => Object.values(draftsOf(rehearsal));

const { tell, onTold } = elsewhere('rehearsals');

/** All rehearsals, for a page that shows and changes them. */
export const rehearsalStore: RecordStore<Rehearsal> = {
  all: allRehearsals,
  change: changeRehearsal,
  remove: removeRehearsal,
  onElsewhere: onTold,
};
