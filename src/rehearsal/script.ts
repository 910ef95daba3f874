import { GOES, type Go } from './spoken';

/** What a story and a pitch have in common as records: something of one's own to be said. */
export interface Script {
  /** When it was begun, in milliseconds since 1970; its key in what is stored. */
  readonly id: number;
  /** Counts how often it was stored; on the screen, that of the stored one it grew from. */
  readonly revision: number;
  readonly savedAt: number;
  readonly title: string;
  /** The oldest first. */
  readonly goes: readonly Go[];
}

/** One part of what is said: what it is called, what belongs into it, how long it may take. */
export interface Part<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly ask: string;
  readonly seconds: number;
}

/** All that was written and timed, in one order, without what storing adds: equal for equal scripts. */
export function wordsOf({ revision: _, savedAt: __, ...own }: Script): string {
  return JSON.stringify(own, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The latest rehearsals of two copies of a script, each once. */
export function goesOf(a: Script, b: Script): Go[] {
  const all = new Map([...a.goes, ...b.goes].map(go => [JSON.stringify(go), go]));
  return [...all.values()].sort((one, other) => one.at - other.at).slice(-GOES);
}

/** A script with one more rehearsal. */
export function withGo<S extends Script>(script: S, go: S['goes'][number]): S {
  return { ...script, goes: [...script.goes, go].slice(-GOES) };
}

/** A script without one of its rehearsals. */
export function withoutGo<S extends Script>(script: S, gone: Go): S {
  return { ...script, goes: script.goes.filter(go => go !== gone) };
}

/*
 * A copy that lies outside the database may have been changed, or come with a foreign file. What is read
 * of it are texts and times, by their names.
 */

/** The fields of anything; none where it has none. */
export function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Texts by the names of others; an empty one where there is none. */
export function textsFrom<Name extends string>(
  value: unknown,
  names: Readonly<Record<Name, string>>,
): Record<Name, string> {
  const record = recordFrom(value);
  const texts = Object.keys(names).map(name => [
    name,
    Object.hasOwn(record, name) && typeof record[name] === 'string' ? record[name] : '',
  ]);
  return Object.fromEntries(texts);
}

/** What all scripts have, with what is missing as in a fresh one. */
export function scriptFrom(record: Readonly<Record<string, unknown>>, fresh: Script): Script {
  const count = (value: unknown, otherwise: number) =>
    Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : otherwise;
  const isGo = (go: unknown): go is Go => {
    const { at, seconds } = recordFrom(go);
    return typeof at === 'number' && Array.isArray(seconds) && seconds.every(Number.isFinite);
  };
  return {
    id: fresh.id,
    revision: count(record.revision, fresh.revision),
    savedAt: count(record.savedAt, fresh.savedAt),
    title: typeof record.title === 'string' ? record.title : '',
    goes: Array.isArray(record.goes) ? record.goes.filter(isGo) : [],
  };
}
