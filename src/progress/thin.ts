/** What a text is worth keeping for, the least first. */
export const WORTHS = ['typed', 'replaced', 'run', 'passed'] as const;

/** An earlier text, as far as it matters to whether it is kept. */
export interface Earlier {
  /** Milliseconds since 1970, as the clock had it then. */
  readonly at: number;
  /** Orders the texts where clocks do not. */
  readonly revision: number;
  /** Characters. */
  readonly size: number;
  readonly worth: (typeof WORTHS)[number];
}

const HOUR = 3_600_000; // ms
const DAY = 24 * HOUR;

/** A text younger than `all` is kept; older, the last of each hour up to `hourly`, and of each day. */
const PACE: Record<Earlier['worth'], { readonly all: number; readonly hourly: number }> = {
  typed: { all: HOUR, hourly: DAY },
  replaced: { all: DAY, hourly: 7 * DAY },
  run: { all: DAY, hourly: 30 * DAY },
  passed: { all: Infinity, hourly: Infinity },
};

/** So many of the latest texts are kept at any age: a clock that jumps ahead makes all of them old. */
export const LATEST = 20;

/**
 * Says which earlier texts of an exercise are let go, so that the recent ones are dense, the old ones
 * sparse, and all of them together no larger than `cap` characters. Where they are too large, those
 * worth the least go first, and of these the oldest; the latest text of all stays.
 * @param now milliseconds since 1970; a text from the future counts as new
 */
export function thin<T extends Earlier>(texts: readonly T[], now: number, cap: number): T[] {
  const latestFirst = [...texts].sort((a, b) => b.revision - a.revision);
  const taken = new Set<string>();
  const kept = latestFirst.filter((text, place) => {
    const slot = slotOf(text, now);
    const free = slot === null || !taken.has(slot);
    if (slot !== null) taken.add(slot);
    return free || place < LATEST;
  });

  let size = kept.reduce((sum, text) => sum + text.size, 0);
  const [latest, ...others] = kept;
  const stays = new Set(kept);
  // Stable: of the same worth, the oldest come first.
  const leastFirst = others.reverse().sort((a, b) => rank(a) - rank(b));
  for (const text of leastFirst) {
    if (size <= cap) break;
    stays.delete(text);
    size -= text.size;
  }
  if (latest) stays.add(latest);
  return texts.filter(text => !stays.has(text));
}

const rank = ({ worth }: Earlier) => WORTHS.indexOf(worth);

/** The hour or the day of which only the last text of its worth is kept; null where all are. */
function slotOf({ at, worth }: Earlier, now: number): string | null {
  const age = now - at;
  const { all, hourly } = PACE[worth];
  if (age < all) return null;
  return age < hourly
    ? `${worth} hour ${Math.floor(at / HOUR)}`
    : `${worth} day ${Math.floor(at / DAY)}`;
}
