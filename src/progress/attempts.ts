import { type Attempt, store } from './store';

/** Where a learner stands with an exercise. */
export type Standing = 'untouched' | 'started' | 'solved';

/** @returns whether an exercise was ever passed. */
export async function wasSolved(slug: string): Promise<boolean> {
  const attempts = await (await store()).getAllFromIndex('attempts', 'slug', slug);
  return attempts.some(({ kind }) => kind === 'passed');
}

/** @returns every run that was ever made here. */
export async function allAttempts(): Promise<Attempt[]> {
  return (await store()).getAll('attempts');
}

/** @returns for each exercise with a draft or an attempt how far it has come. */
export async function standings(): Promise<ReadonlyMap<string, Standing>> {
  const database = await store();
  const [drafts, attempts] = await Promise.all([
    database.getAll('drafts'),
    database.getAll('attempts'),
  ]);
  const standing = new Map<string, Standing>();
  for (const { slug } of [...drafts, ...attempts]) standing.set(slug, 'started');
  for (const { slug, kind } of attempts) if (kind === 'passed') standing.set(slug, 'solved');
  return standing;
}
