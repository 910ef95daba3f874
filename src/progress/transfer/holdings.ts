import { applySettings, readSettings, USUAL } from '../../settings/settings';
import { announce } from '../drafts';
import { forgetHelp } from '../help';
import { forgetCopies, withCopies } from '../script-copy';
import { tellScripts } from '../scripts';
import { type Change, change, store } from '../store';
import { combine, type Mode } from './combine';
import type { Contents, Snapshot } from './contents';
import { rewriteMirrors, withMirrors } from './mirrors';

const LISTS = [
  'drafts',
  'history',
  'attempts',
  'interviews',
  'rehearsals',
  'mocks',
  'stories',
  'pitches',
] as const;
const BEFORE_IMPORT = 'before import';

/** All that is here, at one moment. */
export async function readAll(): Promise<Contents> {
  return change(contentsOf);
}

/**
 * Imports what a file holds, in one transaction: all of it or nothing. What was here before is kept
 * until the next import.
 * @throws NoStorage, DOMException as `change` does; then nothing is changed
 */
export function bringIn(incoming: Contents, mode: Mode): Promise<void> {
  return rewrite(incoming, mode, (within, before) =>
    within.objectStore('snapshots').put({ at: Date.now(), contents: before }, BEFORE_IMPORT),
  );
}

/** What was here before the last import, if it is still kept. */
export async function beforeImport(): Promise<Snapshot | undefined> {
  return (await store()).get('snapshots', BEFORE_IMPORT);
}

/** Puts back what a snapshot holds, in place of all that is here. */
export function putBack({ contents }: Snapshot): Promise<void> {
  return rewrite(contents, 'replace', within =>
    within.objectStore('snapshots').delete(BEFORE_IMPORT),
  );
}

/** Deletes everything. */
export async function eraseAll(): Promise<void> {
  await change(async within => {
    for (const name of within.objectStoreNames) await within.objectStore(name).clear();
  });
  rewriteMirrors([]);
  forgetCopies();
  forgetHelp();
  tellScripts();
  applySettings(USUAL);
}

async function rewrite(
  incoming: Contents,
  mode: Mode,
  alongside: (within: Change, before: Contents) => Promise<unknown>,
): Promise<void> {
  const [before, after] = await change(async within => {
    const before = await contentsOf(within);
    const after = combine(before, incoming, mode);
    await alongside(within, before);
    for (const name of LISTS) {
      const objects = within.objectStore(name);
      await objects.clear();
      // Added in the order of their times, as they would have been by hand.
      await Promise.all(after[name].map(record => objects.add(record)));
    }
    await within.objectStore('profile').clear();
    if (after.profile) await within.objectStore('profile').put(after.profile, 'mine');
    await keepRecordings(within, [...before.rehearsals, ...after.rehearsals]);
    return [before, after];
  });
  rewriteMirrors(after.drafts);
  // What was not stored yet was taken along.
  forgetCopies();
  tellScripts();
  applySettings(after.settings);
  const texts = new Map(before.drafts.map(({ slug, text }) => [slug, text]));
  for (const draft of after.drafts)
    if (texts.get(draft.slug) !== draft.text) announce({ ...draft, overAnother: false });
}

/** Recordings stay with their rehearsals, also with those that an import can be undone to. */
async function keepRecordings(within: Change, of: Contents['rehearsals']): Promise<void> {
  const known = new Set(of.map(({ began }) => began));
  const recordings = within.objectStore('recordings');
  for (const key of await recordings.getAllKeys())
    if (!known.has(key)) await recordings.delete(key);
}

async function contentsOf(within: Change): Promise<Contents> {
  const [drafts, history, attempts, interviews, rehearsals, profile, mocks, stories, pitches] =
    await Promise.all([
      within.objectStore('drafts').getAll(),
      within.objectStore('history').getAll(),
      within.objectStore('attempts').getAll(),
      within.objectStore('interviews').getAll(),
      within.objectStore('rehearsals').getAll(),
      within.objectStore('profile').get('mine'),
      within.objectStore('mocks').getAll(),
      within.objectStore('stories').getAll(),
      within.objectStore('pitches').getAll(),
    ]);
  return {
    drafts: withMirrors(drafts),
    history: history.map(({ id: _, ...kept }) => kept),
    attempts: attempts.map(({ id: _, ...attempt }) => attempt),
    interviews,
    rehearsals,
    profile: profile ?? null,
    mocks,
    stories: withCopies('stories', stories),
    pitches: withCopies('pitches', pitches),
    settings: readSettings(),
  };
}
