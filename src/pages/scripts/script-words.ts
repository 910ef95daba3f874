import type { Kind } from '../../progress/script-copy';
import { UNTITLED_PITCH } from '../../rehearsal/pitch';
import { secondsFor } from '../../rehearsal/spoken';
import { UNTITLED_STORY } from '../../rehearsal/story';
import { count } from '../rehearse/words';

/** How scripts of a kind are called, and where they are written. */
export const KINDS = {
  stories: { one: 'story', all: 'Stories', page: '/rehearse/stories', untitled: UNTITLED_STORY },
  pitches: { one: 'pitch', all: 'Pitches', page: '/rehearse/pitch', untitled: UNTITLED_PITCH },
} as const satisfies Record<Kind, object>;

/** Where a script is written. @example addressOf('pitches', 7) // '/rehearse/pitch?pitch=7' */
export const addressOf = (kind: Kind, id: number) => `${KINDS[kind].page}?${KINDS[kind].one}=${id}`;

/** The title of a script, or what stands in its place. */
export const nameOf = (kind: Kind, { title }: { readonly title: string }) =>
  title.trim() || KINDS[kind].untitled;

/** Seconds as people say them: short ones as they are, longer ones with minutes. */
export function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 100 ? `${whole} s` : minutesOf(whole);
}

/** @example minutesOf(154) // '2:34' */
export function minutesOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** How long a number of words takes to say. @example spanOf(70) // '28–32 s' */
export function spanOf(words: number): string {
  const [fast, slow] = secondsFor(words).map(Math.round);
  if (slow === 0) return '–';
  if (fast === slow) return lengthOf(slow);
  return slow < 100 ? `${fast}–${slow} s` : `${minutesOf(fast)}–${minutesOf(slow)}`;
}

/** Things in a row. @example listOf(['a', 'b', 'c']) // 'a, b and c' */
export function listOf(things: readonly string[]): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} and ${things[things.length - 1]}`;
}

/** A moment for people. */
export function momentOf(at: number): string {
  return new Date(at).toLocaleString([], {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  });
}

export { count };
