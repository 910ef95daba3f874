import { secondsFor } from '../../rehearsal/spoken';
import { count } from '../rehearse/words';

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
