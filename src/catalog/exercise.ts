import { LEVELS, type Meta } from '../../exercises/meta';

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

const metas = import.meta.glob<Meta>('../../exercises/code/*/meta.ts', {
  eager: true,
  import: 'default',
});
const contents = import.meta.glob<Content>('../../exercises/code/*/prompt.md', {
  import: 'default',
});
const starters = import.meta.glob<string>('../../exercises/code/*/starter.ts', {
  query: '?raw',
  import: 'default',
});
const path = (slug: string, file: string) => `../../exercises/code/${slug}/${file}`;

/** Every exercise with its meta: prerequisites before what rests on them, the easier and the shorter first. */
export const catalogue: readonly { readonly slug: string; readonly meta: Meta }[] = inOrder(
  Object.entries(metas).map(([file, meta]) => ({ slug: file.split('/').at(-2) ?? '', meta })),
);

/** @returns the exercise, or null where there is none of that name. */
export async function loadExercise(slug: string): Promise<Exercise | null> {
  const known = catalogue.find(entry => entry.slug === slug);
  if (!known) return null;
  const [content, starter] = await Promise.all([
    contents[path(slug, 'prompt.md')](),
    starters[path(slug, 'starter.ts')](),
  ]);
  return { ...known, content, starter };
}

function inOrder<T extends { slug: string; meta: Meta }>(entries: readonly T[]): T[] {
  const waiting = [...entries].sort(
    (a, b) =>
      LEVELS.indexOf(a.meta.level) - LEVELS.indexOf(b.meta.level) ||
      a.meta.minutes - b.meta.minutes ||
      a.meta.title.localeCompare(b.meta.title),
  );
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ meta }) =>
      meta.requires.every(slug => !waiting.some(other => other.slug === slug)),
    );
    ordered.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  return ordered;
}
