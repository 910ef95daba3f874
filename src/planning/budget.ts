import type { Inputs } from './inputs';

/** Beside the shares of the areas: room for what goes wrong, and for what is due again. */
const SLACK = 0.15;
const REVIEWS = 0.15;
/** Stories and pitches: a tenth, but 45 minutes a week; of few hours no more than a quarter. */
const STORIES = { share: 0.1, least: 45, most: 0.25 } as const;
/** A day on which one works has at least so many minutes, so that a question can be answered whole. */
const SHORTEST_DAY = 60;

/** The minutes of a week and of a day. */
export interface Budget {
  readonly week: {
    readonly all: number;
    readonly slack: number;
    readonly reviews: number;
    readonly stories: number;
    readonly fresh: number;
  };
  /** The same, on the average day with work. */
  readonly day: { readonly all: number; readonly stories: number; readonly fresh: number };
  /** What a day may hold at most of each, and of all together. */
  readonly most: {
    readonly fresh: number;
    readonly stories: number;
    readonly reviews: number;
    readonly all: number;
  };
}

/** So much over its measure a day may be loaded. */
export const OVERLOAD = 1.25;

/**
 * @param days the days in all, from the beginning of the plan: in a week or less, half of a day is for
 *   stories, which have to be told before anything else is of use
 */
export function budgetOf({ hours, free }: Pick<Inputs, 'hours' | 'free'>, days: number): Budget {
  const all = hours * 60;
  const part = Math.max(STORIES.share, Math.min(all > 0 ? STORIES.least / all : 0, STORIES.most));
  const stories = all * part;
  const fresh = all * (1 - SLACK - REVIEWS) - stories;
  const perWeek = 7 - new Set(free).size;
  const perDay = (minutes: number) => (perWeek > 0 ? minutes / perWeek : 0);
  const measure = Math.max(perDay(all), SHORTEST_DAY);
  const short = days <= 7;
  return {
    week: { all, slack: all * SLACK, reviews: all * REVIEWS, stories, fresh },
    day: { all: perDay(all), stories: perDay(stories), fresh: perDay(fresh) },
    most: {
      fresh: measure * (short ? 0.5 : 0.75),
      stories: measure * (short ? 0.5 : 0.25),
      reviews: measure * 0.25,
      all: measure * OVERLOAD,
    },
  };
}
