import { MIRROR, readMirror, writeMirror } from '../mirror';
import type { Draft } from '../store';

/** The drafts with every text that is further than the database, as after a crash between the two. */
export function withMirrors(drafts: readonly Draft[]): Draft[] {
  const found = new Map(drafts.map(draft => [draft.slug, draft]));
  for (const slug of mirrored()) {
    const mirror = readMirror(slug);
    const stored = found.get(slug);
    if (!mirror || !Number.isSafeInteger(mirror.savedAt + mirror.revision)) continue;
    const { grewFrom: _, ...draft } = mirror;
    if (!stored || draft.revision > stored.revision) found.set(slug, draft);
  }
  return [...found.values()];
}

/** Makes the mirrors say what the drafts say, and no more; one that is further stays. */
export function rewriteMirrors(drafts: readonly Draft[]): void {
  const kept = new Set(drafts.map(({ slug }) => slug));
  for (const slug of mirrored()) if (!kept.has(slug)) localStorage.removeItem(MIRROR + slug);
  for (const draft of drafts) {
    const further = (readMirror(draft.slug)?.revision ?? 0) > draft.revision;
    if (!further) writeMirror({ ...draft, grewFrom: draft.revision }, draft.savedAt);
  }
}

/** The slugs that have a mirror; none where the browser keeps nothing. */
function mirrored(): string[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(MIRROR))
      .map(key => key.slice(MIRROR.length));
  } catch {
    return [];
  }
}
