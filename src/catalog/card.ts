import types from '../../exercises/rehearsal/types.json';

/** The kinds of rehearsal. */
export type CardType = keyof typeof types;
export const CARD_TYPES = Object.keys(types) as CardType[];

/** How a type is called. */
export const labelOf = (type: CardType): string => types[type].label;

/** The names of the criteria that a type is graded by; none where key points are all there is. */
export const criteriaOf = (type: CardType): string[] => Object.keys(types[type].criteria);

export const CARD_LEVELS = ['junior', 'mid', 'senior'] as const;

/** What lists know of a card. */
export interface CardSummary {
  /** `type/name`: its place, its address and its key in what is stored. */
  readonly id: string;
  readonly type: CardType;
  readonly title: string;
  readonly number: number;
  /** How long an answer takes. */
  readonly minutes: number;
  readonly topic: string;
  readonly levels: readonly (typeof CARD_LEVELS)[number][];
  /** `all`, or for whom it is. */
  readonly roles: readonly string[];
}

/** Something that an answer makes, or a mistake that it may fall into. */
export interface Point {
  readonly id: string;
  /** HTML, as all texts of a card that are not its title. */
  readonly text: string;
  /** Missing it, or falling into it, fails the card. */
  readonly critical: boolean;
}

/** A question with one number as its answer. */
export interface Check {
  readonly id: string;
  readonly ask: string;
  readonly value: number;
  /** How far off an answer may be. */
  readonly tolerance: number;
}

export interface Criterion {
  readonly label: string;
  readonly weight: number;
  /** What levels 1 to 3 sound like; level 0 is nothing of it. */
  readonly levels: readonly [string, string, string];
}

/** A rehearsal card with all its words, as HTML made at build time. */
export interface Card extends CardSummary {
  /** Exercises by slug that belong to it. */
  readonly exercises: readonly string[];
  readonly sources: readonly string[];
  readonly prompt: string;
  readonly reframings: readonly string[];
  readonly followUps: readonly string[];
  /** Questions, each a level deeper; only a depth ladder has them. */
  readonly ladder: readonly { readonly question: string; readonly answer: string }[];
  readonly points: readonly Point[];
  readonly traps: readonly Point[];
  readonly checks: readonly Check[];
  readonly answer: string;
  readonly criteria: readonly Criterion[];
}
