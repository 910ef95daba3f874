import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { type Due, readDue } from '../../progress/due';
import { readProfile } from '../../progress/profile';

const minutes = new Map(catalogue.map(({ slug, meta }) => [slug, meta.minutes]));

/** The first thing of the plan's day that is not done. */
export interface Planned {
  readonly title: string;
  readonly href: string;
  readonly time: string;
  /** What leads to the plan. */
  readonly more: string;
}

/** What is known once the page stands: what is due, and what a plan has for today. */
export interface Now extends Due {
  /** Null where there is no plan, or nothing more in it for today. */
  readonly planned: Planned | null;
}

/** What is worth doing by now, of exercises and of cards. */
export async function allNow(): Promise<Now> {
  const now = Date.now();
  const [due, planned] = await Promise.all([
    readDue(slug => minutes.get(slug), cardList, now),
    plannedFor(now).catch(() => null),
  ]);
  return { ...due, planned };
}

/** The planner is fetched where there is a plan. */
async function plannedFor(now: number): Promise<Planned | null> {
  const profile = await readProfile();
  return profile && (await import('./planned')).plannedFor(profile, now);
}
