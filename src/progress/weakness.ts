import type { Attempt } from './store';

const DAY = 86_400_000; // ms
/** After so many days half of what one could do is taken to be gone. */
const HALF_LIFE = 14;

/** How much an exercise needs practice: at first, and how much more once all is forgotten. */
const NEED = {
  /** Runs, and not one that passed. */
  unsolved: { now: 4, later: 2 },
  /** Passed once, and the last run did not. */
  slipped: { now: 3, later: 2 },
  untried: { now: 3, later: 0 },
  solved: { now: 0.5, later: 1.5 },
} as const;

/**
 * How much each exercise needs practice, by what the machine said of its runs: most where it was
 * never solved, the more the longer ago; least where it was solved just now.
 * @param now milliseconds since 1970; a run from the future counts as one of now
 */
export function weaknesses(
  slugs: readonly string[],
  attempts: readonly Pick<Attempt, 'slug' | 'at' | 'kind'>[],
  now: number,
): Map<string, number> {
  return new Map(
    slugs.map(slug => {
      const own = attempts.filter(attempt => attempt.slug === slug);
      return [slug, weakness(own, now)];
    }),
  );
}

function weakness(attempts: readonly Pick<Attempt, 'at' | 'kind'>[], now: number): number {
  const last = attempts.reduce<(typeof attempts)[number] | undefined>(
    (latest, attempt) => (latest && latest.at > attempt.at ? latest : attempt),
    undefined,
  );
  if (!last) return NEED.untried.now;
  const solved = attempts.some(({ kind }) => kind === 'passed');
  const need = NEED[last.kind === 'passed' ? 'solved' : solved ? 'slipped' : 'unsolved'];
  const days = Math.max(0, now - last.at) / DAY;
  return need.now + need.later * (1 - 2 ** (-days / HALF_LIFE));
}

/**
 * Draws one by its weight.
 * @param random from 0 up to, not including, 1
 * @throws {RangeError} where there is nothing to draw from
 */
export function draw(weights: ReadonlyMap<string, number>, random: number): string {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let left = random * total;
  let drawn: string | undefined;
  for (const [slug, weight] of weights) {
    drawn = slug;
    left -= weight;
    if (left < 0) break;
  }
  if (drawn === undefined) throw new RangeError('draw: nothing to draw from');
  return drawn;
}
