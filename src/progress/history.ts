import { type Attempt, type Change, change, isNamed, type KeptDraft, store } from './store';
import { type Earlier, thin } from './thin';

/** What the earlier texts of one exercise may take, in characters; and when the disk is full. */
const ROOM = 1_000_000;
const NARROW_ROOM = 100_000;

/** One earlier text of an exercise, and what became of it. */
export type Entry =
  | { readonly of: 'kept'; readonly kept: KeptDraft }
  | { readonly of: 'attempt'; readonly attempt: Attempt };

/** @returns the earlier texts and the runs of an exercise, the newest first. */
export async function historyOf(slug: string): Promise<Entry[]> {
  const database = await store();
  const [kept, attempts] = await Promise.all([
    database.getAllFromIndex('history', 'slug', slug),
    database.getAllFromIndex('attempts', 'slug', slug),
  ]);
  // Runs before what was kept: a text is run first, and something takes its place afterwards.
  const entries: Entry[] = [
    ...attempts.map(attempt => ({ of: 'attempt' as const, attempt })),
    ...kept.map(kept => ({ of: 'kept' as const, kept })),
  ];
  return entries.sort((a, b) => revisionOf(a) - revisionOf(b)).reverse();
}

const revisionOf = (entry: Entry) =>
  entry.of === 'kept' ? entry.kept.revision : entry.attempt.revision;

/** Keeps texts within a transaction. A text that was kept before is not kept twice: it moves up. */
export async function keep(within: Change, texts: readonly KeptDraft[]): Promise<void> {
  for (const text of texts) {
    const history = within.objectStore('history');
    const kept = await history.index('slug').getAll(text.slug);
    const same = kept.find(other => other.text === text.text);
    if (same && text.why === 'typed over') continue;
    if (same) await history.delete(same.id as number);
    await history.add(text);
  }
  for (const slug of new Set(texts.map(text => text.slug))) await tidy(within, slug);
}

/** Lets go, within a transaction, of the texts that are too old or too many. */
export async function tidy(within: Change, slug: string, room = ROOM): Promise<void> {
  const history = within.objectStore('history');
  const attempts = within.objectStore('attempts');
  const kept = (await history.index('slug').getAll(slug)).map(weighKept);
  const run = (await attempts.index('slug').getAll(slug)).flatMap(weighRun);
  for (const { entry } of thin([...kept, ...run], Date.now(), room)) {
    if (entry.of === 'kept') await history.delete(entry.kept.id as number);
    else await attempts.put({ ...entry.attempt, text: null });
  }
}

type Weighed = Earlier & { readonly entry: Entry };

function weighKept(kept: KeptDraft): Weighed {
  const { savedAt: at, revision, text, why } = kept;
  const worth = why === 'typed over' ? 'typed' : 'replaced';
  return { at, revision, size: text.length, worth, entry: { of: 'kept', kept } };
}

function weighRun(attempt: Attempt): Weighed[] {
  const { at, revision, text, kind } = attempt;
  if (text === null) return [];
  const worth = kind === 'passed' ? 'passed' : 'run';
  return [{ at, revision, size: text.length, worth, entry: { of: 'attempt', attempt } }];
}

/**
 * Does a piece of work that stores something. Where the disk is full, the history of every exercise is
 * thinned to its most valuable texts first, and the work is done once more.
 * @throws DOMException QuotaExceededError where there is no room even then
 */
export async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isNamed(error, 'QuotaExceededError')) throw error;
    await makeRoom().catch(() => {});
    return work();
  }
}

async function makeRoom(): Promise<void> {
  const database = await store();
  const drafts = await database.getAllKeys('drafts');
  for (const slug of drafts) {
    await change(within => tidy(within, slug, NARROW_ROOM));
  }
}
