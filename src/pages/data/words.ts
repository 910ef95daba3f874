import { catalogue } from '../../catalog/catalogue';
import type { Change, DraftState, Mode } from '../../progress/transfer/combine';

/** What becomes of the draft of an exercise. */
export const DRAFT_WORDS: Record<Mode, Record<DraftState, string>> = {
  merge: {
    new: 'new: it is added',
    newer: 'newer: it takes the place of yours, which goes to the history',
    older: 'older: yours stays, it goes to the history',
    same: 'the same',
    'only here': 'not in the file: yours stays',
    none: 'none',
  },
  replace: {
    new: 'new: it is added',
    newer: 'newer: it takes the place of yours',
    older: 'older: it takes the place of yours',
    same: 'the same',
    'only here': 'not in the file: yours is removed',
    none: 'none',
  },
};

/** “3 drafts” and the like. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}

/** “+3”, “−2” or “–” where nothing changes. */
export function difference(n: number): string {
  if (n === 0) return '–';
  return n > 0 ? `+${n.toLocaleString()}` : `−${(-n).toLocaleString()}`;
}

/** A size in the largest unit that leaves a number above one. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const number = bytes / 1024 ** power;
  return `${number.toFixed(power > 0 && number < 10 ? 1 : 0)} ${units[power]}`;
}

const titles = new Map(catalogue.map(({ slug, meta }) => [slug, meta.title]));

/** @returns the title of an exercise, or its slug where this version does not have it. */
export function titleOf(slug: string): string {
  if (/^interview-\d+$/.test(slug)) return 'Interview under way';
  if (/^interview-\d+-pad$/.test(slug)) return 'Interview under way, its questions';
  if (/^rehearsal-\d+$/.test(slug)) return 'Rehearsal under way';
  if (/^rehearsal-\d+-sketch$/.test(slug)) return 'Rehearsal under way, its sketch';
  if (/^story-\d+$/.test(slug)) return 'A story, copies of it';
  if (/^pitch-\d+$/.test(slug)) return 'A pitch, copies of it';
  return titles.get(slug) ?? slug;
}

/** The changes in the order of the catalogue, what it does not have last. */
export function inOrder(changes: readonly Change[]): Change[] {
  const order = [...titles.keys()];
  const rank = ({ slug }: Change) => (order.indexOf(slug) + order.length + 1) % (order.length + 1);
  return [...changes].sort((a, b) => rank(a) - rank(b));
}
