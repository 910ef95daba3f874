import type { Role } from '../planning/roles';
import type { Draw, Drawn, LeftOut, Terms } from '../rehearsal/mock';
import { begin, type Interview } from './interview';

/** A part of a mock interview. Times are milliseconds after the beginning of the whole. */
export interface Part extends Drawn {
  readonly began: number | null;
  readonly ended: number | null;
  /** The beginnings of the rehearsals of its cards, in their order, as far as one came. */
  readonly rehearsals: readonly number[];
  /** The exercise as it is written against the clock; null in other parts, and before it is begun. */
  readonly sitting: Interview | null;
}

/** A mock interview of several parts, under way or over. */
export interface Mock extends Terms {
  readonly role: Role;
  /** Milliseconds since 1970; no two mocks begin at the same time. */
  readonly began: number;
  /** Counts the changes: of two copies of one mock, the higher is the later. */
  readonly revision: number;
  /** How much time had passed at the last change, in milliseconds: a clock that is set back gives none back. */
  readonly seen: number;
  /** What it was drawn with. */
  readonly seed: number;
  readonly parts: readonly Part[];
  readonly leftOut: readonly LeftOut[];
  /** Milliseconds after the beginning; null while it is under way. The debrief comes after it. */
  readonly ended: number | null;
  /** What I will do next. */
  readonly next: string;
}

/** The mock with its first part begun. @param now milliseconds since 1970, here and below */
export function beginMock(
  terms: Terms & { readonly role: Role },
  { parts, leftOut }: Draw,
  seed: number,
  now: number,
): Mock {
  const untouched = { began: null, ended: null, rehearsals: [], sitting: null };
  const mock: Mock = {
    ...terms,
    began: now,
    revision: 0,
    seen: 0,
    seed,
    parts: parts.map(part => ({ ...part, ...untouched })),
    leftOut,
    ended: null,
    next: '',
  };
  return beginPart(mock, now);
}

/** How much time has passed, in milliseconds. It goes on while the page is closed, and never back. */
export function elapsed({ began, seen, ended }: Mock, now: number): number {
  return ended ?? Math.max(now - began, seen);
}

/** How long a part took, or has taken so far; null before it is begun. */
export function timeOf(mock: Mock, { began, ended }: Part, now: number): number | null {
  return began === null ? null : (ended ?? elapsed(mock, now)) - began;
}

/** The place of the part that is on; -1 between two of them, and at the end. */
export function partOn({ parts, ended }: Mock): number {
  return ended === null ? parts.findIndex(one => one.began !== null && one.ended === null) : -1;
}

/** The place of the part that comes next; -1 where there is none. */
export function partNext({ parts }: Mock): number {
  return parts.findIndex(({ began }) => began === null);
}

/** Begins the next part, where none is on. */
export function beginPart(mock: Mock, now: number): Mock {
  const at = partNext(mock);
  if (mock.ended !== null || at < 0 || partOn(mock) >= 0) return mock;
  const { kind, minutes, items } = mock.parts[at];
  const sitting =
    kind === 'coding'
      ? begin(
          { slug: slugOf(items[0]), minutes, hidden: ['difficulty', 'hints'], paper: false },
          now,
        )
      : null;
  return changed(mock, now, withPart(mock, at, { began: elapsed(mock, now), sitting }));
}

/** Ends the part that is on; with the last one the mock is over. */
export function endPart(mock: Mock, now: number): Mock {
  const at = partOn(mock);
  if (at < 0) return mock;
  const ended = elapsed(mock, now);
  const last = at === mock.parts.length - 1;
  return changed(mock, now, {
    ...withPart(mock, at, { ended }),
    ended: last ? ended : null,
  });
}

/** Ends the mock between two parts; what was not reached stays so. */
export function endMock(mock: Mock, now: number): Mock {
  if (mock.ended !== null || partOn(mock) >= 0) return mock;
  return changed(mock, now, { ended: elapsed(mock, now) });
}

/**
 * Takes down that the rehearsal of the next card of the part that is on has begun.
 * @param place of the card in the part; from two tabs, the first counts
 */
export function beginCard(mock: Mock, place: number, rehearsal: number, now: number): Mock {
  const at = partOn(mock);
  const part = mock.parts[at];
  if (!part || place !== part.rehearsals.length || place >= part.items.length) return mock;
  return changed(mock, now, withPart(mock, at, { rehearsals: [...part.rehearsals, rehearsal] }));
}

/** Changes the sitting of the part that is on, or was; a sitting that is over ends its part. */
export function changeSitting(
  mock: Mock,
  work: (sitting: Interview) => Interview,
  now: number,
): Mock {
  const at = mock.parts.findIndex(({ sitting }) => sitting !== null);
  const sitting = mock.parts[at]?.sitting;
  if (!sitting) return mock;
  const next = work(sitting);
  const worked = changed(mock, now, withPart(mock, at, { sitting: next }));
  return next.ended !== null && partOn(worked) === at ? endPart(worked, now) : worked;
}

/** The mock with so much time gone by. */
export function see(mock: Mock, now: number): Mock {
  return mock.ended === null ? changed(mock, now, {}) : mock;
}

/** The mock with what is to be done next, in one's own words. */
export function resolve(mock: Mock, next: string): Mock {
  return { ...mock, next, revision: mock.revision + 1 };
}

/** Every exercise that was written in mocks. */
export function sittingsOf(mocks: readonly Mock[]): Interview[] {
  return mocks.flatMap(({ parts }) => parts.flatMap(({ sitting }) => sitting ?? []));
}

/** The slug of an exercise by its id. @example slugOf('code/k-means') // 'k-means' */
export function slugOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function withPart({ parts }: Mock, at: number, change: Partial<Part>): Pick<Mock, 'parts'> {
  return { parts: parts.map((part, i) => (i === at ? { ...part, ...change } : part)) };
}

function changed(mock: Mock, now: number, change: Partial<Mock>): Mock {
  return { ...mock, ...change, seen: elapsed(mock, now), revision: mock.revision + 1 };
}
