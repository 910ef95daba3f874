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
}

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
  return {
    standing: runs.some(({ kind }) => kind === 'passed') ? 'solved' : 'started',
    touched: Math.max(...saved, ...runs.map(({ at }) => at)),
    last: last ? { passed: last.passed, total: last.total } : null,
  };
}

/** What to go on with. */
export interface Agenda {
  /** The exercise that was worked on last and is not solved. */
  readonly goOn: string | null;
  /** The first exercise on the path that is untouched and rests on nothing that is not solved. */
  readonly next: string | null;
}

/** @param path all exercises in an order that builds, with what each rests on */
export function agendaOf(
  path: readonly { readonly slug: string; readonly requires: readonly string[] }[],
  progress: ReadonlyMap<string, Progress>,
): Agenda {
  const solved = (slug: string) => progress.get(slug)?.standing === 'solved';
  const on = path
    .map(({ slug }) => ({ slug, of: progress.get(slug) }))
    .filter(({ of }) => of !== undefined) as { slug: string; of: Progress }[];
  const open = on.filter(({ of }) => of.standing === 'started');
  const untouched = path.filter(({ slug }) => !progress.has(slug));
  const ready = untouched.find(({ requires }) => requires.every(solved));
  return {
    goOn: open.sort((a, b) => b.of.touched - a.of.touched)[0]?.slug ?? null,
    next: (ready ?? untouched[0])?.slug ?? null,
  };
}
