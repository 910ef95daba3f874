/** Whether the browser has promised to keep what is stored here. */
export type Keeping = 'promised' | 'while there is room' | 'unknown';

/** When there is something to lose. */
type Occasion = 'a long draft' | 'a solved exercise' | 'a rehearsal';

/**
 * Asks the browser to keep what is stored even when its disk runs short. Some ask the learner in turn,
 * so it is done when there is something to lose, once for each occasion.
 */
export async function askToKeep(occasion: Occasion): Promise<void> {
  const asked = `asked-to-keep:${occasion}`;
  try {
    if (localStorage.getItem(asked)) return;
    localStorage.setItem(asked, 'yes');
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Without storage there is nothing to keep.
  }
}

/** @returns how firmly the browser keeps what is stored; asks nobody. */
export async function keeping(): Promise<Keeping> {
  try {
    return (await navigator.storage.persisted()) ? 'promised' : 'while there is room';
  } catch {
    return 'unknown';
  }
}
