import { elsewhere } from './elsewhere';
import { keep, withRoom } from './history';
import { MIRROR } from './mirror';
import { type Change, change, type Draft, type KeptDraft, store } from './store';

/** How often a text that is typed over is kept on its way, in milliseconds. */
const KEEP_EVERY = 60_000;

/** What became of a text that was to be saved. */
export interface Saved extends Draft {
  /** Another tab had saved a text that this one did not grow from; it is in the history now. */
  readonly overAnother: boolean;
}

const { tell, onTold } = elsewhere<Saved>('drafts');

/** Calls back with every draft that another tab saves. @returns a function that stops it */
export const onDraftElsewhere = onTold;

/** @returns the draft of an exercise, or undefined where nothing was written yet. */
export async function loadDraft(slug: string): Promise<Draft | undefined> {
  return (await store()).get('drafts', slug);
}

/**
 * Saves the text that is being worked on, keeps what it takes the place of, and tells the other tabs.
 * @param grewFrom the revision of the stored text that this one was made of, 0 where there was none
 * @param replaced texts that go to the history with it
 * @returns the draft as it is stored: its revision is above every one before
 */
export async function saveDraft(
  draft: Draft,
  grewFrom: number,
  replaced: readonly KeptDraft[] = [],
): Promise<Saved> {
  const { slug, text } = draft;
  const due = isDue(slug);
  const saved = await withRoom(() =>
    change(async within => {
      const drafts = within.objectStore('drafts');
      const stored = await drafts.get(slug);
      const differs = stored !== undefined && stored.text !== text;
      const overAnother = differs && stored.revision !== grewFrom;
      const texts = [...replaced];
      if (overAnother) texts.push({ ...stored, why: 'another tab' });
      else if (differs && due) texts.push({ ...stored, why: 'typed over' });
      const revision = Math.max(draft.revision, (stored?.revision ?? 0) + 1);
      await drafts.put({ ...draft, revision });
      await keep(within, texts);
      return { ...draft, revision, overAnother };
    }),
  );
  if (due) lastKept.set(slug, performance.now());
  announce(saved);
  return saved;
}

/** Tells the other tabs of a draft that was stored. */
export function announce(saved: Saved): void {
  tell(saved);
}

/** Keeps a text that nothing takes the place of in the store. */
export async function keepDraft(draft: KeptDraft): Promise<void> {
  await withRoom(() => change(within => keep(within, [draft])));
}

/** Deletes drafts and their history, within a transaction: what was written lies elsewhere by now. */
export async function forgetDrafts(within: Change, slugs: readonly string[]): Promise<void> {
  const history = within.objectStore('history');
  for (const slug of slugs) {
    await within.objectStore('drafts').delete(slug);
    for (const id of await history.index('slug').getAllKeys(slug)) await history.delete(id);
  }
}

/** Deletes the mirrors of drafts; to be called when the drafts are gone. */
export function forgetMirrors(slugs: readonly string[]): void {
  try {
    for (const slug of slugs) localStorage.removeItem(MIRROR + slug);
  } catch {}
}

/** When the text of an exercise was last kept on its way by this tab, as `performance.now` counts. */
const lastKept = new Map<string, number>();

/** The text that a visit finds is always due; clocks that are set back do not matter here. */
function isDue(slug: string): boolean {
  return performance.now() - (lastKept.get(slug) ?? Number.NEGATIVE_INFINITY) >= KEEP_EVERY;
}
