import { forgetDrafts, forgetMirrors } from './drafts';
import { elsewhere } from './elsewhere';
import { withRoom } from './history';
import { draftsOf, type Interview } from './interview';
import type { RecordStore } from './record-desk';
import { change, store } from './store';

/** @returns all interviews, the newest first. */
export async function allInterviews(): Promise<Interview[]> {
  return (await (await store()).getAll('interviews')).reverse();
}

/**
 * Changes an interview as it is stored, and tells the other tabs. One that is over takes its drafts'
 * place: what was written lies in it.
 * @param present the interview as this tab has it, which counts where nothing is stored yet
 * @throws NoStorage, DOMException as `change` does
 */
export async function changeInterview(
  present: Interview,
  work: (interview: Interview) => Interview,
): Promise<void> {
  const over = await withRoom(() =>
    change(async within => {
      const interviews = within.objectStore('interviews');
      const next = work((await interviews.get(present.began)) ?? present);
      await interviews.put(next);
      if (next.ended !== null) await forgetDrafts(within, keysOf(next));
      return next.ended !== null;
    }),
  );
  if (over) forgetMirrors(keysOf(present));
  tell();
}

/** Deletes an interview with all that was written in it; the runs that were made stay. */
export async function removeInterview(interview: Interview): Promise<void> {
  await change(async within => {
    await within.objectStore('interviews').delete(interview.began);
    await forgetDrafts(within, keysOf(interview));
  });
  forgetMirrors(keysOf(interview));
  tell();
}

const keysOf = (interview: Interview) => Object.values(draftsOf(interview));

const { tell, onTold } = elsewhere('interviews');

/** All interviews, for a page that shows and changes them. */
export const interviewStore: RecordStore<Interview> = {
  all: allInterviews,
  change: changeInterview,
  remove: removeInterview,
  onElsewhere: onTold,
};
