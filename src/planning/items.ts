import type { CardSummary, CardType } from '../catalog/card';
import { mustDoOf, type Role } from './roles';
import type { Level, Round } from './weights';

/** Something that can be planned: an exercise or a card. */
export interface Item {
  /** `code/<slug>`, or the id of a card. */
  readonly id: string;
  readonly title: string;
  readonly round: Round;
  readonly kind: 'code' | CardType;
  /** How long a prepared candidate takes. */
  readonly minutes: number;
  /** Of 1: how often interviews ask for it, times how much is learnt. An editorial judgement. */
  readonly tier: 1 | 2 | 3 | 4;
  readonly worth: number;
  /** Ids of items that it rests on. */
  readonly requires: readonly string[];
  /** A small exercise that comes only before what rests on it, and only where it is asked for. */
  readonly scaffold: boolean;
  /** Which template brings it, from the shortest: 0 for three days to 4 for ten weeks. */
  readonly stage: Stage;
  readonly mustDo: boolean;
}

export type Stage = 0 | 1 | 2 | 3 | 4;

/** What of an exercise is needed here. */
export interface ExerciseFacts {
  readonly slug: string;
  readonly meta: {
    readonly title: string;
    readonly level: string;
    readonly minutes: number;
    readonly requires: readonly string[];
  };
}

/** Exercises by tier; those that are not named are of the fourth. */
export const TIERS: Readonly<Record<1 | 2 | 3, readonly string[]>> = {
  1: ['gradient-descent', 'logistic-regression', 'k-means', 'decision-tree'],
  2: [
    ...['linear-regression', 'knn', 'confusion-metrics', 'roc-pr-auc', 'cross-validation-splits'],
    ...['minibatch-sgd', 'softmax-regression', 'mlp-backprop', 'attention', 'random-forest'],
    ...['pca', 'ab-test'],
  ],
  3: ['optimizers', 'debug-nan-loss', 'k-means-plus-plus'],
};
/** The five of the second tier that go into one week. */
export const ONE_WEEK_CODE = [
  ...['confusion-metrics', 'knn', 'roc-pr-auc', 'cross-validation-splits', 'mlp-backprop'],
];

const TIER_WORTH = { 1: 1, 2: 0.8, 3: 0.5, 4: 0.25 } as const;
const ROLE_MATCH = 1.5;

/** From the first to the last number. */
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/**
 * Which cards the templates name, by type and number: three days, one week, two weeks, five weeks. A
 * card that none names is for ten weeks and more, and counts half.
 */
const NAMED: Readonly<Partial<Record<CardType, readonly (readonly number[])[]>>> = {
  breadth: [[...range(1, 24), ...range(38, 51), 77, 78]],
  derivation: [[], [], [], [1, 2, 5, 7]],
  depth: [[], [], [1], [2]],
  design: [[1], [], [2, 3, 4, 6, 8, 11, 12], []],
  case: [[], [1], [], [2, 4, 20]],
  experiment: [[], [1], [], [2]],
  production: [[], [1], [], [2]],
  behavioural: [[1, 2, 3], [], [], [4]],
  pitch: [[1], [], [4], []],
  'plain-language': [[], [], [], [1]],
  process: [[1, 2, 3, 4], [], [], [5]],
};

const ROUND_OF: Record<CardType, Round> = {
  breadth: 'breadth',
  derivation: 'breadth',
  'plain-language': 'breadth',
  depth: 'depth',
  design: 'design',
  production: 'design',
  experiment: 'design',
  case: 'design',
  behavioural: 'behavioural',
  pitch: 'behavioural',
  process: 'behavioural',
};
/** Pitches that are questions on one's own project, each a level deeper. */
const OWN_PROJECT = [4, 9];

/** The round that a card is asked in. */
export function roundOf({ type, number }: Pick<CardSummary, 'type' | 'number'>): Round {
  return type === 'pitch' && OWN_PROJECT.includes(number) ? 'depth' : ROUND_OF[type];
}

/**
 * Everything that someone of a role and a level may be asked, in no order. Cards for other roles and
 * other levels are left out, but for what the role must do.
 */
export function itemsFor(
  exercises: readonly ExerciseFacts[],
  cards: readonly CardSummary[],
  { role, level }: { readonly role: Role; readonly level: Level },
): Item[] {
  const must = new Set<string>(mustDoOf(role));
  const firstDesign = mustDoOf(role).find(id => id.startsWith('design/'));
  const code = exercises.map(({ slug, meta }): Item => {
    const id = `code/${slug}`;
    const tier = tierOf(slug);
    const mustDo = must.has(id);
    const stage = tier === 1 ? 0 : ONE_WEEK_CODE.includes(slug) ? 1 : tier === 2 ? 2 : 4;
    return {
      id,
      title: meta.title,
      round: 'coding',
      kind: 'code',
      minutes: meta.minutes,
      tier,
      worth: TIER_WORTH[tier] * (mustDo ? ROLE_MATCH : 1),
      requires: meta.requires.map(name => `code/${name}`),
      scaffold: tier === 4 && meta.level === 'warm-up' && !mustDo,
      stage: mustDo ? earlier(stage, 2) : stage,
      mustDo,
    };
  });
  const asked = cards.filter(
    ({ id, levels, roles }) =>
      must.has(id) || (levels.includes(level) && (roles.includes('all') || roles.includes(role))),
  );
  const spoken = asked.map(({ id, type, title, number, minutes, roles }): Item => {
    const mustDo = must.has(id);
    const named = (NAMED[type] ?? []).findIndex(numbers => numbers.includes(number));
    const stage = (named < 0 ? 4 : named) as Stage;
    const ofRole = mustDo || roles.some(name => name === role);
    return {
      id,
      title,
      round: roundOf({ type, number }),
      kind: type,
      minutes,
      tier: named < 0 ? 3 : 1,
      worth: (named < 0 && !mustDo ? 0.5 : 1) * (ofRole ? ROLE_MATCH : 1),
      requires: [],
      scaffold: false,
      stage: id === firstDesign ? 0 : mustDo ? earlier(stage, 2) : stage,
      mustDo,
    };
  });
  return [...code, ...spoken];
}

function tierOf(slug: string): 1 | 2 | 3 | 4 {
  for (const tier of [1, 2, 3] as const) if (TIERS[tier].includes(slug)) return tier;
  return 4;
}

const earlier = (a: Stage, b: Stage): Stage => (a < b ? a : b);

/** Exercises and cards on one matter: who writes the one talks about the other soon after. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ['code/logistic-regression', 'derivation/logistic-loss'],
  ['code/gradient-descent', 'derivation/step-size-bound'],
  ['code/linear-regression', 'derivation/normal-equations'],
  ['code/softmax-regression', 'derivation/softmax-gradient'],
  ['code/mlp-backprop', 'derivation/backprop-shapes'],
  ['code/k-means', 'derivation/means-and-k-means'],
  ['code/pca', 'derivation/pca-lagrange'],
  ['code/roc-pr-auc', 'derivation/auc-as-probability'],
  ['code/ab-test', 'experiment/sample-size-and-duration'],
];
