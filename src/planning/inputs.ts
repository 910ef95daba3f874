import type { Day } from './days';
import type { Role } from './roles';
import { type Coding, type Level, ROUNDS, type Round, type Weights, weightsFor } from './weights';

/** Whether a round is known to come. */
export const KNOWN = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof KNOWN)[number];

/** What a plan is made from, beside what was done already. */
export interface Inputs {
  /** When the plan was begun. */
  readonly since: Day;
  /** The day of the interview; null for a cycle of four weeks that goes on. */
  readonly date: Day | null;
  readonly role: Role;
  readonly level: Level;
  readonly rounds: Readonly<Record<Round, Known>>;
  /** The interview is mostly coding. */
  readonly centred: boolean;
  /** Hours a week. */
  readonly hours: number;
  /** Days of the week without work, 0 for Monday. */
  readonly free: readonly number[];
  /** The learner's own shares; null for those that follow from level and rounds. */
  readonly weights: Weights | null;
  /** Whether small exercises come before what rests on them. */
  readonly scaffolds: boolean;
  /** The interview is in Python, and not in what is written here. */
  readonly python: boolean;
}

export const HOURS = { least: 1, most: 60 } as const;

/**
 * What of it is stored: all but the day of the interview, which is a setting, since cards and exercises
 * come back by it too.
 */
export type Profile = Omit<Inputs, 'date'>;

/** What a set-up begins with. */
export function freshProfile(today: Day): Profile {
  return {
    since: today,
    role: 'generalist',
    level: 'mid',
    rounds: {
      breadth: 'unknown',
      depth: 'unknown',
      design: 'unknown',
      coding: 'unknown',
      behavioural: 'unknown',
    },
    centred: false,
    hours: 8,
    free: [6],
    weights: null,
    scaffolds: false,
    python: false,
  };
}

/** What is known of the coding round. */
export function codingOf({ rounds, centred }: Pick<Inputs, 'rounds' | 'centred'>): Coding {
  if (rounds.coding === 'no') return 'none';
  if (rounds.coding === 'unknown') return 'unknown';
  return centred ? 'centred' : 'ordinary';
}

/** The shares that count. */
export function weightsOf(inputs: Pick<Inputs, 'rounds' | 'centred' | 'level' | 'weights'>) {
  return inputs.weights ?? weightsFor(inputs.level, codingOf(inputs));
}

/** The rounds that are confirmed. */
export function confirmed({ rounds }: Pick<Inputs, 'rounds'>): Round[] {
  return ROUNDS.filter(round => rounds[round] === 'yes');
}
