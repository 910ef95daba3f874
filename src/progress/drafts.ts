import { type Draft, type KeptDraft, store } from './store';

/** @returns the draft of an exercise, or undefined where nothing was written yet. */
export async function loadDraft(slug: string): Promise<Draft | undefined> {
  return (await store()).get('drafts', slug);
}

/** Saves the text that is being worked on and tells the other tabs. */
export async function saveDraft(draft: Draft): Promise<void> {
  await (await store()).put('drafts', draft);
  channel()?.postMessage(draft);
}

/** Keeps a text that something else is about to replace. Texts already kept are not kept twice. */
export async function keepDraft(draft: KeptDraft): Promise<void> {
  const transaction = (await store()).transaction('history', 'readwrite');
  const kept = await transaction.store.index('slug').getAll(draft.slug);
  if (!kept.some(({ text }) => text === draft.text)) await transaction.store.add(draft);
  await transaction.done;
}

/** @returns the kept texts of an exercise, the newest first. */
export async function keptDrafts(slug: string): Promise<KeptDraft[]> {
  const kept = await (await store()).getAllFromIndex('history', 'slug', slug);
  return kept.reverse();
}

/** Calls back with every draft that another tab saves. @returns a function that stops it */
export function onDraftElsewhere(notice: (draft: Draft) => void): () => void {
  const heard = (event: MessageEvent<Draft>) => notice(event.data);
  channel()?.addEventListener('message', heard);
  return () => channel()?.removeEventListener('message', heard);
}

let shared: BroadcastChannel | null = null;

function channel(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  shared ??= new BroadcastChannel('scratchwork-drafts');
  return shared;
}
