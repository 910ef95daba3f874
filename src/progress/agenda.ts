import type { Attempt, Draft } from './store';

/** Where a learner stands with an exercise. */
export type Standing = 'untouched' | 'started' | 'solved';

/** What is known of one exercise from what is stored. */
export interface Progress {
  readonly standing: Standing;
  /** When it was last run or typed into, in milliseconds since 1970. */
  readonly touched: number;
  /** Checks that passed in the last run, of how many; null before there was one. */
  readonly last: { readonly passed: number; readonly total: number } | null;
  /** When it is worth solving again; null until it was solved. */
  readonly dueAt: number | null;
}

/** After so many days a solved exercise is worth another try, and later ever more seldom. */
const REST = [3, 10, 30, 90];
const DAY = 86_400_000; // ms

/** @returns for each exercise with a draft or an attempt what is known of it. */
export function progressOf(
  drafts: readonly Pick<Draft, 'slug' | 'savedAt'>[],
  attempts: readonly Pick<Attempt, 'slug' | 'at' | 'kind' | 'passed' | 'total'>[],
): ReadonlyMap<string, Progress> {
  const slugs = new Set([...drafts, ...attempts].map(({ slug }) => slug));
  return new Map([...slugs].map(slug => [slug, progressOn(slug, drafts, attempts)]));
}

function progressOn(
  slug: string,
  drafts: readonly Pick<Draft, 'slug' | 'savedAt'>[],
  attempts: readonly Pick<Attempt, 'slug' | 'at' | 'kind' | 'passed' | 'total'>[],
): Progress {
  const runs = attempts.filter(attempt => attempt.slug === slug).sort((a, b) => a.at - b.at);
  const saved = drafts.filter(draft => draft.slug === slug).map(draft => draft.savedAt);
  const last = runs.findLast(({ total }) => total > 0);
  // Several passes on one day show no more than the first of them.
  const days = [
    ...new Set(runs.filter(({ kind }) => kind === 'passed').map(({ at }) => Math.floor(at / DAY))),
  ];
  const rest = REST[Math.min(days.length, REST.length) - 1];
  return {
    standing: days.length > 0 ? 'solved' : 'started',
    touched: Math.max(...saved, ...runs.map(({ at }) => at)),
    last: last ? { passed: last.passed, total: last.total } : null,
    dueAt: days.length > 0 ? (days[days.length - 1] + rest) * DAY : null,
  };
}

/** What to go on with. */
export interface Agenda {
  /** The exercise that was worked on last and is not solved. */
  readonly goOn: string | null;
  /** Solved exercises that are worth another try, the longest waiting first. */
  readonly due: readonly string[];
  /** The first exercise on the path that is untouched and rests on nothing that is not solved. */
  readonly next: string | null;
}

/**
 * @param path all exercises in an order that builds, with what each rests on
 * @param now milliseconds since 1970
 */
export function agendaOf(
  path: readonly { readonly slug: string; readonly requires: readonly string[] }[],
  progress: ReadonlyMap<string, Progress>,
  now: number,
): Agenda {
  const solved = (slug: string) => progress.get(slug)?.standing === 'solved';
  const on = path
    .map(({ slug }) => ({ slug, of: progress.get(slug) }))
    .filter(({ of }) => of !== undefined) as { slug: string; of: Progress }[];
  const open = on.filter(({ of }) => of.standing === 'started');
  const waiting = on.filter(({ of }) => of.dueAt !== null && of.dueAt <= now);
  const untouched = path.filter(({ slug }) => !progress.has(slug));
  const ready = untouched.find(({ requires }) => requires.every(solved));
  return {
    goOn: open.sort((a, b) => b.of.touched - a.of.touched)[0]?.slug ?? null,
    due: waiting
      .sort((a, b) => (a.of.dueAt as number) - (b.of.dueAt as number))
      .map(({ slug }) => slug),
    next: (ready ?? untouched[0])?.slug ?? null,
  };
}
