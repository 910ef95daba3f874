import { LEVELS, type Meta } from '../../exercises/meta';

const metas = import.meta.glob<Meta>('../../exercises/code/*/meta.ts', {
  eager: true,
  import: 'default',
});

/** Every exercise with its meta: prerequisites before what rests on them, the easier and the shorter first. */
export const catalogue: readonly { readonly slug: string; readonly meta: Meta }[] = inOrder(
  Object.entries(metas).map(([file, meta]) => ({ slug: file.split('/').at(-2) ?? '', meta })),
);

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
