import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Grader, Mutant } from '../../graders/grader';

const slugs = readdirSync(join(import.meta.dirname, '../../exercises/code')).sort();

/** The named mistakes of each exercise. */
export const MUTANTS: Record<string, readonly Mutant[]> = Object.fromEntries(
  await Promise.all(slugs.map(async slug => [slug, (await graderOf(slug)).mutants])),
);

async function graderOf(slug: string): Promise<Grader> {
  return (await import(`../../exercises/code/${slug}/grader.ts`)).default;
}
