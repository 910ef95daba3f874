import type { Rating } from '../../rehearsal/attempt';
import { DAY, daysBetween } from '../../rehearsal/days';

export const RATING_WORDS: Record<Rating, string> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};

/** What each rating stands for. */
export const RATING_MEANS: Record<Rating, string> = {
  1: 'not there yet',
  2: 'there, with difficulty',
  3: 'there',
  4: 'there without effort',
};

/** Milliseconds as minutes and seconds. @example clock(84_000) // '01:24' */
export function clock(time: number): string {
  const seconds = Math.floor(Math.abs(time) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time < 0 ? '−' : ''}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** A number for people. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** “3 cards” and the like. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}

/** How long an answer takes. @example minutesOf(1.5) // '90 s' */
export function minutesOf(minutes: number): string {
  return minutes < 2 ? `${minutes * 60} s` : `${minutes} min`;
}

/** When something comes back: a time of today, or a day. */
export function whenOf(due: number, now: number): string {
  if (due <= now) return 'now';
  if (due - now < DAY / 2 && daysBetween(now, due) === 0)
    return `in ${Math.max(1, Math.ceil((due - now) / 60_000))} min`;
  const days = daysBetween(now, due);
  if (days <= 0) return 'later today';
  if (days === 1) return 'tomorrow';
  return `on ${dayOf(due)}`;
}

/** A day for people. */
export function dayOf(at: number): string {
  return new Date(at).toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A topic as people write it. @example topicOf('linear-models') // 'Linear models' */
export function topicOf(topic: string): string {
  const words = topic.replaceAll('-', ' ');
  return words === 'nlp' ? 'NLP' : words[0].toUpperCase() + words.slice(1);
}

const ROLE_WORDS: Record<string, string> = {
  nlp: 'NLP',
  recsys: 'recommenders',
  product: 'product',
};

export function roleOf(role: string): string {
  return ROLE_WORDS[role] ?? role;
}

/** The address of a card. */
export const addressOf = (id: string) => `/rehearse/${id}`;
