import type { Grader } from '../../graders/grader';

/** What a run needs besides: the reference, and how it is judged. */
export interface Judging {
  readonly solution: string;
  readonly grader: Grader;
  /** The grader as text for the sandbox. */
  readonly graderCode: string;
}

const solutions = import.meta.glob<string>('../../exercises/code/*/solution.ts', {
  query: '?raw',
  import: 'default',
});
const graders = import.meta.glob<Grader>('../../exercises/code/*/grader.ts', { import: 'default' });
const graderCodes = import.meta.glob<string>('../../exercises/code/*/grader.ts', {
  query: '?sandbox',
  import: 'default',
});

const path = (slug: string, file: string) => `../../exercises/code/${slug}/${file}`;

/** @returns what judges the exercise; it is fetched after the page is there to be read. */
export async function loadJudging(slug: string): Promise<Judging> {
  const [solution, grader, graderCode] = await Promise.all([
    solutions[path(slug, 'solution.ts')](),
    graders[path(slug, 'grader.ts')](),
    graderCodes[path(slug, 'grader.ts')](),
  ]);
  return { solution, grader, graderCode };
}
