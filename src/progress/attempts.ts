import { type Progress, progressOf } from './agenda';
import { type Attempt, store } from './store';

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
export async function readProgress(): Promise<ReadonlyMap<string, Progress>> {
  const database = await store();
  const [drafts, attempts] = await Promise.all([
    database.getAll('drafts'),
    database.getAll('attempts'),
  ]);
  return progressOf(drafts, attempts);
}
