import type { Draft } from './store';

/*
 * A second copy of each draft that can be read and written at once: `public/restore.js` shows it before
 * any other code has run, and a crash between a key and the database costs nothing.
 */
/** What the name of each mirror begins with; the slug follows. */
export const MIRROR = 'draft:';
const keyOf = (slug: string) => MIRROR + slug;

/** A draft, and the revision of the stored one that it was made of. */
export interface Mirrored extends Draft {
  readonly grewFrom: number;
}

/** @returns the mirrored draft, or null where there is none or it cannot be read. */
export function readMirror(slug: string): Mirrored | null {
  try {
    // Earlier versions wrote no revisions; the database numbered their drafts from 1.
    const {
      text,
      savedAt,
      revision = 1,
      grewFrom = 0,
    } = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null');
    return typeof text === 'string' ? { slug, text, savedAt, revision, grewFrom } : null;
  } catch {
    return null;
  }
}

/** Writes the mirror; where the browser refuses, the database is what counts. */
export function writeMirror(
  { slug, text, revision, grewFrom }: Omit<Mirrored, 'savedAt'>,
  savedAt = Date.now(),
): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify({ text, savedAt, revision, grewFrom }));
  } catch {}
}
