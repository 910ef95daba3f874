/** What a share of the time is given to. */
export const AREAS = ['breadth', 'depth', 'design', 'coding'] as const;
export type Area = (typeof AREAS)[number];

/** The rounds that an interview may have. Behaviour has a round, and its time beside the shares. */
export const ROUNDS = [...AREAS, 'behavioural'] as const;
export type Round = (typeof ROUNDS)[number];

export const LEVELS = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

/** What is known of the coding round. `centred`: the interview is mostly coding. */
export const CODING = ['none', 'unknown', 'ordinary', 'centred'] as const;
export type Coding = (typeof CODING)[number];

/** A share of the time for each area, 0 to 1; together they are 1. */
export type Weights = Readonly<Record<Area, number>>;

/** Where a coding round is confirmed. An editorial judgement: nobody has measured it. */
const BY_LEVEL: Record<Level, Weights> = {
  junior: { breadth: 0.45, depth: 0.1, design: 0.3, coding: 0.15 },
  mid: { breadth: 0.25, depth: 0.25, design: 0.4, coding: 0.1 },
  senior: { breadth: 0.2, depth: 0.3, design: 0.45, coding: 0.05 },
};
const CENTRED: Weights = { breadth: 0.25, depth: 0.15, design: 0.3, coding: 0.3 };
/** How much of the coding share is kept; what is freed goes to breadth. */
const KEPT = { none: 0, unknown: 0.5, ordinary: 1 } as const;

/** The shares that are proposed. */
export function weightsFor(level: Level, coding: Coding): Weights {
  if (coding === 'centred') return CENTRED;
  const row = BY_LEVEL[level];
  const kept = row.coding * KEPT[coding];
  return { ...row, coding: kept, breadth: row.breadth + (row.coding - kept) };
}

/** The shares with one of them changed, as by a slider; the others give way in proportion. */
export function adjusted(weights: Weights, area: Area, share: number): Weights {
  const wanted = Math.min(1, Math.max(0, share));
  const others = AREAS.filter(other => other !== area);
  const rest = others.reduce((sum, other) => sum + weights[other], 0);
  const entries = others.map(other => [
    other,
    rest > 0 ? (weights[other] / rest) * (1 - wanted) : (1 - wanted) / others.length,
  ]);
  return { ...Object.fromEntries(entries), [area]: wanted } as Weights;
}

/** The shares in whole per cent, which sum to 100: the largest remainders are rounded up. */
export function percentOf(weights: Weights): Record<Area, number> {
  const floors = AREAS.map(area => Math.floor(weights[area] * 100 + 1e-9));
  const left = 100 - floors.reduce((sum, n) => sum + n, 0);
  const remainder = (i: number) => weights[AREAS[i]] * 100 - floors[i];
  const first = AREAS.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const i of first.slice(0, left)) floors[i] += 1;
  return Object.fromEntries(AREAS.map((area, i) => [area, floors[i]])) as Record<Area, number>;
}
