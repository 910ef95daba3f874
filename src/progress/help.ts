import { startOfDay } from '../rehearsal/days';
import type { Attempt } from './store';

/*
 * A run says with what help it was made. The help comes before it, often on an earlier visit, so it is
 * noted until then: a small copy in `localStorage` for each exercise, which other tabs see too.
 */
const HELP = 'help:';
/** What was seen of the reference is in mind for so long, in milliseconds. */
const IN_MIND = 48 * 3_600_000;

interface Noted {
  readonly hints: number;
  /** When the last of them was opened, in milliseconds since 1970; so the reference. */
  readonly hinted: number;
  readonly revealed: number;
}

/** Notes that a hint was opened. @param number which it is, from 1; those before it are open too */
export function noteHint(slug: string, number: number, now: number): void {
  const hints = Math.max(number, helpWith(slug, now).hints ?? 0);
  note(slug, { ...noted(slug), hints, hinted: now });
}

/** Notes that the reference was looked at. */
export function noteReveal(slug: string, now: number): void {
  note(slug, { ...noted(slug), revealed: now });
}

/** The help that a run is made with: hints of the same day, and the reference within two days. */
export function helpWith(slug: string, now: number): Pick<Attempt, 'hints' | 'revealed'> {
  const { hints, hinted, revealed } = noted(slug);
  return {
    ...(hints > 0 && startOfDay(hinted) === startOfDay(now) ? { hints } : {}),
    ...(revealed > 0 && revealed <= now && now - revealed < IN_MIND ? { revealed } : {}),
  };
}

/** Lets go of all that was noted. */
export function forgetHelp(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(HELP)) localStorage.removeItem(key);
  } catch {}
}

function noted(slug: string): Noted {
  try {
    const found = JSON.parse(localStorage.getItem(HELP + slug) ?? 'null');
    const count = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : 0);
    return {
      hints: count(found?.hints),
      hinted: count(found?.hinted),
      revealed: count(found?.revealed),
    };
  } catch {
    return { hints: 0, hinted: 0, revealed: 0 };
  }
}

function note(slug: string, help: Noted): void {
  try {
    localStorage.setItem(HELP + slug, JSON.stringify(help));
  } catch {
    // Where nothing can be noted, a run is taken for one without help.
  }
}
