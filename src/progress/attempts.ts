import type { Verdict } from '../../graders/verdict';
import { type Attempt, store } from './store';

/** Where a learner stands with an exercise. */
export type Standing = 'untouched' | 'started' | 'solved';

/** Records one press of Run. */
export async function recordVerdict(
  slug: string,
  text: string,
  seed: number,
  verdict: Verdict,
): Promise<void> {
  const outcomes = 'outcomes' in verdict ? verdict.outcomes : [];
  const attempt: Attempt = {
    slug,
    at: Date.now(),
    revision: 1,
    seed,
    text,
    kind: verdict.kind,
    passed: outcomes.filter(({ state }) => state === 'passed').length,
    total: outcomes.length,
    diagnosis: 'diagnosis' in verdict ? (verdict.diagnosis?.say ?? null) : null,
  };
  await (await store()).add('attempts', attempt);
}

/** @returns the attempts at an exercise, the newest first. */
export async function attemptsAt(slug: string): Promise<Attempt[]> {
  const attempts = await (await store()).getAllFromIndex('attempts', 'slug', slug);
  return attempts.reverse();
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
