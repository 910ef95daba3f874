import type { Meta } from '../../exercises/meta';

/** The prompt and what opens after solving, as HTML made at build time. */
export interface Content {
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly followUps: readonly { readonly question: string; readonly points: string }[];
  readonly cost: string;
  readonly python: string;
}

/** What a page needs to show an exercise: small, and there before any editor. */
export interface Exercise {
  readonly slug: string;
  readonly meta: Meta;
  readonly content: Content;
  readonly starter: string;
}

/** An exercise's words, each folder a chunk of its own: the build joins them in the module of its prompt. */
const exercises = import.meta.glob<Omit<Exercise, 'slug'>>('../../exercises/code/*/prompt.md', {
  import: 'default',
});

/** @returns the exercise, or null where there is none of that name. */
export async function loadExercise(slug: string): Promise<Exercise | null> {
  const load = exercises[`../../exercises/code/${slug}/prompt.md`];
  return load ? { slug, ...(await load()) } : null;
}
