import { forgetDrafts, forgetMirrors } from './drafts';
import { elsewhere } from './elsewhere';
import { withRoom } from './history';
import { draftsOf } from './interview';
import { type Mock, sittingsOf } from './mock';
import { askToKeep } from './persistence';
import type { RecordStore } from './record-desk';
import { change, store } from './store';

/** @returns all mock interviews, the newest first. */
export async function allMocks(): Promise<Mock[]> {
  return (await (await store()).getAll('mocks')).reverse();
}

/**
 * Changes a mock as it is stored, and tells the other tabs. An exercise of it that is over takes its
 * drafts' place: what was written lies in it.
 * @param present the mock as this tab has it, which counts where nothing is stored yet
 * @throws NoStorage, DOMException as `change` does
 */
export async function changeMock(present: Mock, work: (mock: Mock) => Mock): Promise<void> {
  const next = await withRoom(() =>
    change(async within => {
      const mocks = within.objectStore('mocks');
      const next = work((await mocks.get(present.began)) ?? present);
      await mocks.put(next);
      await forgetDrafts(within, keysOf(next, true));
      return next;
    }),
  );
  forgetMirrors(keysOf(next, true));
  tell();
  if (next.ended !== null) void askToKeep('a rehearsal');
}

/** Deletes a mock with the exercise that was written in it; runs and answers to cards stay. */
export async function removeMock(mock: Mock): Promise<void> {
  await change(async within => {
    await within.objectStore('mocks').delete(mock.began);
    await forgetDrafts(within, keysOf(mock, false));
  });
  forgetMirrors(keysOf(mock, false));
  tell();
}

/** The keys of the drafts of its exercise. @param over only where it is over */
function keysOf(mock: Mock, over: boolean): string[] {
  return sittingsOf([mock])
    .filter(({ ended }) => !over || ended !== null)
    .flatMap(sitting => Object.values(draftsOf(sitting)));
}

const { tell, onTold } = elsewhere('mocks');

/** All mocks, for a page that shows and changes them. */
export const mockStore: RecordStore<Mock> = {
  all: allMocks,
  change: changeMock,
  remove: removeMock,
  onElsewhere: onTold,
};
