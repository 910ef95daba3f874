import { goesOf, wordsOf } from '../rehearsal/script';
import { elsewhere } from './elsewhere';
import { keep, withRoom } from './history';
import { forgetCopy, type Kind, keptCopy, type ScriptOf, scriptOf, slugOf } from './script-copy';
import { change, type KeptDraft, store } from './store';

const { tell, onTold } = elsewhere('scripts');

/** Tells the other tabs that a story or a pitch has changed. */
export const tellScripts = () => tell();

/** Calls back when another tab has changed one. @returns a function that stops it */
export const onScriptsElsewhere = onTold;

/** @returns all stories, or all pitches, the oldest first. */
export async function allScripts<K extends Kind>(kind: K): Promise<ScriptOf<K>[]> {
  return (await (await store()).getAll(kind)) as ScriptOf<K>[];
}

/** What became of a script that was to be stored. */
export interface Saved<K extends Kind> {
  readonly script: ScriptOf<K>;
  /** Another tab had stored one that this one did not grow from; it is in the history now. */
  readonly overAnother: boolean;
  /** Another tab had deleted it. */
  readonly wasGone: boolean;
}

/**
 * Stores a script, keeps what it takes the place of where that is another's, and tells the other tabs.
 * Rehearsals of both stay.
 * @param script its revision is that of the stored one that it grew from, 0 where there was none
 * @throws NoStorage, DOMException as `change` does
 */
export async function saveScript<K extends Kind>(
  kind: K,
  script: ScriptOf<K>,
  now: number,
): Promise<Saved<K>> {
  const saved = await withRoom(() =>
    change(async within => {
      const scripts = within.objectStore(kind);
      const stored = (await scripts.get(script.id)) as ScriptOf<K> | undefined;
      if (stored && wordsOf(stored) === wordsOf(script))
        return { script: stored, overAnother: false, wasGone: false };
      const overAnother = stored !== undefined && stored.revision !== script.revision;
      const next = {
        ...script,
        goes: overAnother ? goesOf(stored, script) : script.goes,
        savedAt: now,
        revision: Math.max(script.revision, stored?.revision ?? 0) + 1,
      };
      await scripts.put(next as never);
      if (overAnother) await keep(within, [keptCopy(kind, stored, 'another tab')]);
      const wasGone = stored === undefined && script.revision > 0;
      return { script: next, overAnother, wasGone };
    }),
  );
  tellScripts();
  return saved;
}

/** A script that was deleted, with the copies that the history had of it. */
export interface Removed<K extends Kind> {
  readonly script: ScriptOf<K>;
  readonly copies: readonly KeptDraft[];
}

/** Deletes a script with the copies of it. */
export async function removeScript<K extends Kind>(
  kind: K,
  script: ScriptOf<K>,
): Promise<Removed<K>> {
  const copies = await change(async within => {
    await within.objectStore(kind).delete(script.id);
    const history = within.objectStore('history');
    const copies = await history.index('slug').getAll(slugOf(kind, script.id));
    for (const { id } of copies) await history.delete(id as number);
    return copies;
  });
  forgetCopy(kind, script.id);
  tellScripts();
  return { script, copies };
}

/**
 * Puts back what was deleted. Where another tab has stored one meanwhile, that one is kept in the history,
 * and rehearsals of both stay.
 */
export async function restoreScript<K extends Kind>(
  kind: K,
  { script, copies }: Removed<K>,
): Promise<Saved<K>> {
  const saved = await withRoom(() =>
    change(async within => {
      const scripts = within.objectStore(kind);
      const stored = (await scripts.get(script.id)) as ScriptOf<K> | undefined;
      await keep(
        within,
        copies.map(({ id: _, ...copy }) => copy),
      );
      if (stored && wordsOf(stored) === wordsOf(script))
        return { script: stored, overAnother: false, wasGone: false };
      const revision = Math.max(script.revision, (stored?.revision ?? 0) + 1);
      const next = stored ? { ...script, goes: goesOf(stored, script), revision } : script;
      await scripts.put(next as never);
      if (stored) await keep(within, [keptCopy(kind, stored, 'another tab')]);
      return { script: next, overAnother: stored !== undefined, wasGone: false };
    }),
  );
  tellScripts();
  return saved;
}

/** A copy of a script that gave way to another. */
export interface Copy<K extends Kind> {
  readonly key: number;
  readonly at: number;
  readonly script: ScriptOf<K>;
}

/** @returns what gave way to the script as it is now, the newest first. */
export async function copiesKept<K extends Kind>(kind: K, id: number): Promise<Copy<K>[]> {
  const kept = await (await store()).getAllFromIndex('history', 'slug', slugOf(kind, id));
  return kept
    .flatMap(({ id: key, text, savedAt: at }) => {
      try {
        return [{ key: key as number, at, script: scriptOf(kind, JSON.parse(text), id) }];
      } catch {
        return [];
      }
    })
    .reverse();
}

/** Lets go of such a copy. */
export async function forgetKept(key: number): Promise<void> {
  await change(within => within.objectStore('history').delete(key));
  tellScripts();
}

/** Keeps a script that is about to give way to one of its copies, which is let go of. */
export async function exchange<K extends Kind>(
  kind: K,
  script: ScriptOf<K>,
  key: number,
): Promise<void> {
  await withRoom(() =>
    change(async within => {
      await keep(within, [keptCopy(kind, script, 'restored another')]);
      await within.objectStore('history').delete(key);
    }),
  );
}
