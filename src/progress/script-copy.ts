import { pitchFrom } from '../rehearsal/pitch';
import { type Script, wordsOf } from '../rehearsal/script';
import { storyFrom } from '../rehearsal/story';
import type { Draft, KeptDraft, Schema } from './store';

/** The stores of what is told. */
export type Kind = 'stories' | 'pitches';
export type ScriptOf<K extends Kind> = Schema[K]['value'];

const NAMES = { stories: 'story', pitches: 'pitch' } as const;

/** The key of a script's earlier copies in the history. */
export const slugOf = (kind: Kind, id: number) => `${NAMES[kind]}-${id}`;

/** A script from a copy that may hold anything. */
export function scriptOf<K extends Kind>(kind: K, value: unknown, id: number): ScriptOf<K> {
  return (kind === 'stories' ? storyFrom(value, id) : pitchFrom(value, id)) as ScriptOf<K>;
}

/** A script as the history keeps texts: all of it, so that it can be put back whole. */
export function keptCopy(kind: Kind, script: Script, why: KeptDraft['why']): Draft & KeptDraft {
  const { id, revision, savedAt } = script;
  return { slug: slugOf(kind, id), text: wordsOf(script), savedAt, revision, why };
}

/*
 * A copy in `localStorage` of each script that is not stored yet, written at once with every key: a
 * crash between a key and the database costs nothing.
 */
const MIRROR = 'script:';
const keyOf = (kind: Kind, id: number) => `${MIRROR}${kind}:${id}`;

/** Copies a script; where the browser refuses, the database is what counts. */
export function copy(kind: Kind, script: Script): void {
  try {
    localStorage.setItem(keyOf(kind, script.id), JSON.stringify(script));
  } catch {}
}

/** Lets go of the copy of a script that is stored by now. */
export function forgetCopy(kind: Kind, id: number): void {
  try {
    localStorage.removeItem(keyOf(kind, id));
  } catch {}
}

/** Lets go of all copies. */
export function forgetCopies(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(MIRROR)) localStorage.removeItem(key);
  } catch {}
}

/** The copies that are there: what another tab is storing just now, or what a crash left. */
export function copiesOf<K extends Kind>(kind: K): ScriptOf<K>[] {
  try {
    const beginning = `${MIRROR}${kind}:`;
    return Object.keys(localStorage)
      .filter(key => key.startsWith(beginning))
      .flatMap(key => {
        const id = Number(key.slice(beginning.length));
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return Number.isSafeInteger(id) && value ? [scriptOf(kind, value, id)] : [];
      });
  } catch {
    return [];
  }
}

/** The scripts with every copy that grew from the stored one. */
export function withCopies<K extends Kind>(kind: K, stored: readonly ScriptOf<K>[]): ScriptOf<K>[] {
  const found = new Map(stored.map(script => [script.id, script]));
  for (const script of copiesOf(kind))
    if (script.revision >= (found.get(script.id)?.revision ?? 0)) found.set(script.id, script);
  return [...found.values()].sort((a, b) => a.id - b.id);
}
