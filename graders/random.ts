/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/**
 * A seeded generator: 32 bits of state, period 2³², equidistributed enough for toy data.
 * @param seed any number; only its lower 32 bits count
 * @source the mixing constants are those of "mulberry32" (T. Ettinger, public domain)
 */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a bench is drawn with. Every draw takes the next numbers of one seeded stream. */
export interface Draw {
  /** A number in [0, 1). */
  random: Random;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A number in [low, high). */
  uniform(low: number, high: number): number;
  /** A normal number (Box–Muller), rounded to 3 decimals so that a reader can copy it. */
  normal(mean?: number, deviation?: number): number;
  /** One entry of a list. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order; the argument stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
  /** `n` values made one by one. */
  times<T>(n: number, make: (i: number) => T): T[];
  /** Draws again until `accept` says yes; after 400 tries the last draw stands. */
  until<T>(make: () => T, accept: (value: T) => boolean): T;
}

/** @returns a fresh set of drawing tools for one seed. */
export function drawing(seed: number): Draw {
  const next = random(seed);
  const draw: Draw = {
    random: next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    uniform: (low, high) => low + next() * (high - low),
    normal: (mean = 0, deviation = 1) => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return round3(mean + deviation * radius * Math.cos(2 * Math.PI * next()));
    },
    pick: list => list[Math.floor(next() * list.length)],
    shuffle: list => {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    },
    times: (n, make) => Array.from({ length: n }, (_, i) => make(i)),
    until: (make, accept) => {
      let value = make();
      for (let tries = 1; tries < 400 && !accept(value); tries += 1) value = make();
      return value;
    },
  };
  return draw;
}

function round3(x: number): number {
  return Math.round(x * 1000) / 1000;
}
