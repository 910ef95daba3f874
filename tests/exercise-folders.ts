import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Meta } from '../exercises/meta';
import type { Grader } from '../graders/grader';
import { librariesOf } from './libraries';

const root = join(import.meta.dirname, '..', 'exercises', 'code');
const graders = import.meta.glob<Grader>('../exercises/code/*/grader.ts', { import: 'default' });
const metas = import.meta.glob<Meta>('../exercises/code/*/meta.ts', { import: 'default' });
const solutions = import.meta.glob<Record<string, unknown>>('../exercises/code/*/solution.ts');

/** Every exercise on disk, read as text and loaded as modules. */
export const folders = readdirSync(root).map(slug => ({
  slug,
  files: readdirSync(join(root, slug)).sort(),
  text: (file: string) => readFileSync(join(root, slug, file), 'utf8'),
  meta: () => metas[`../exercises/code/${slug}/meta.ts`](),
  /** What its submissions may import. */
  libraries: once(async () =>
    librariesOf((await metas[`../exercises/code/${slug}/meta.ts`]()).allows),
  ),
  grader: () => graders[`../exercises/code/${slug}/grader.ts`](),
  solution: () => solutions[`../exercises/code/${slug}/solution.ts`](),
}));

/** A library takes its time to load, and keeps nothing that a test could see. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
