import type { Draft } from './store';

/*
 * A second copy of each draft that can be read and written at once: `public/restore.js` shows it before
 * any other code has run, and a crash between a key and the database costs nothing.
 */
const keyOf = (slug: string) => `draft:${slug}`;

/** @returns the mirrored draft, or null where there is none or it cannot be read. */
export function readMirror(slug: string): Draft | null {
  try {
    const {
      text,
      savedAt,
      revision = 1,
    } = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null') ?? {};
    return typeof text === 'string' && typeof savedAt === 'number'
      ? { slug, text, savedAt, revision }
      : null;
  } catch {
    return null;
  }
}

/** Writes the mirror; where the browser refuses, the database is what counts. */
export function writeMirror({ slug, text, savedAt, revision }: Draft): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify({ text, savedAt, revision }));
  } catch {}
}
