import { addDays, type Day } from '../../planning/days';
import type { Diagnostic } from '../../planning/diagnostic';
import { type Log, logUntil } from '../../planning/evidence';
import type { Inputs } from '../../planning/inputs';
import type { Item } from '../../planning/items';
import { type Plan, planFor } from '../../planning/plan';
import { AREAS, type Area } from '../../planning/weights';

/** What a diagnostic changed in one area of the plan. */
export interface AreaChange {
  readonly area: Area;
  /** Minutes of new things in the seven days after it: without it, and as they are. */
  readonly before: number;
  readonly now: number;
  /** What comes in these days only because of it. */
  readonly sooner: readonly Item[];
}

/** The first week of a plan with and without a diagnostic, as it was known on its day. */
export function firstWeek(
  items: readonly Item[],
  inputs: Inputs,
  log: Log,
  diagnostic: Diagnostic,
): AreaChange[] {
  const { day } = diagnostic;
  const known = logUntil(log, day);
  const [without, with_] = [null, diagnostic].map(one =>
    weekOf(planFor(items, inputs, known, day, one), day),
  );
  return AREAS.map(area => {
    const of = (week: Week) => [...week.values()].filter(({ item }) => item.round === area);
    const sum = (week: Week) => of(week).reduce((all, { minutes }) => all + minutes, 0);
    const sooner = of(with_).filter(({ item }) => !without.has(item.id));
    return {
      area,
      before: sum(without),
      now: sum(with_),
      sooner: sooner.map(({ item }) => item),
    };
  });
}

type Week = ReadonlyMap<string, { readonly item: Item; readonly minutes: number }>;

/** What is new in the seven days from a day on, by its id. */
function weekOf({ days }: Plan, from: Day): Week {
  const found = new Map<string, { item: Item; minutes: number }>();
  for (const { day, tasks } of days) {
    if (day >= addDays(from, 7)) continue;
    for (const task of tasks) {
      if (task.what !== 'new') continue;
      const minutes = (found.get(task.item.id)?.minutes ?? 0) + task.minutes;
      found.set(task.item.id, { item: task.item, minutes });
    }
  }
  return found;
}
