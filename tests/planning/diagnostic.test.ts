import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/planning/days';
import type { Diagnostic } from '../../src/planning/diagnostic';
import { type Inputs, weightsOf } from '../../src/planning/inputs';
import type { Item } from '../../src/planning/items';
import { byArea, costOf, orderOf } from '../../src/planning/order';
import { type Plan, planFor } from '../../src/planning/plan';
import { ROLES } from '../../src/planning/roles';
import { type Area, LEVELS } from '../../src/planning/weights';
import { FIVE_WEEKS, itemsOf, known, NOTHING, TODAY } from './few';

const RUNS = { seed: 47, numRuns: 150 };
const CODE = 'code/decision-tree';
const showing = (shown: Diagnostic['shown'], day = TODAY): Diagnostic => ({
  ...{ day, shown, code: CODE },
});

/** Set-ups with a first week of new things, and more behind it. */
const setUps = fc.record({
  role: fc.constantFrom(...ROLES),
  level: fc.constantFrom(...LEVELS),
  hours: fc.integer({ min: 8, max: 24 }),
  weeks: fc.integer({ min: 4, max: 10 }),
});
const inputsOf = ({
  weeks,
  ...own
}: { weeks: number } & Pick<Inputs, 'role' | 'level' | 'hours'>) => ({
  ...FIVE_WEEKS,
  ...own,
  date: addDays(TODAY, 7 * weeks),
});
const asked = fc.constantFrom<Area>('breadth', 'design', 'coding');

const newIn = (plan: Plan, days: number): Item[] => [
  ...new Set(
    plan.days
      .filter(({ day }) => day < addDays(TODAY, days))
      .flatMap(({ tasks }) => tasks.flatMap(task => (task.what === 'new' ? [task.item] : []))),
  ),
];
const minutesOf = (items: readonly Item[], area: Area) =>
  items.filter(({ round }) => round === area).reduce((sum, item) => sum + costOf(item, NOTHING), 0);

/** The items from the front of an order that take so many minutes. */
function upTo(minutes: number, order: readonly Item[]): Item[] {
  const taken: Item[] = [];
  let left = minutes;
  for (const item of order) {
    if (left <= 0) break;
    left -= costOf(item, NOTHING);
    taken.push(item);
  }
  return taken;
}

describe('a diagnostic', () => {
  test('brings more of a weak area into the first week', () => {
    const items = itemsOf(FIVE_WEEKS);
    const week = (diagnostic: Diagnostic | null) =>
      newIn(planFor(items, FIVE_WEEKS, NOTHING, TODAY, diagnostic), 7);
    for (const area of ['breadth', 'design', 'coding'] as const) {
      const [without, with_] = [week(null), week(showing({ [area]: 0.2 }))];
      expect(minutesOf(with_, area)).toBeGreaterThan(minutesOf(without, area) + 10);
    }
  });

  test('never has less of a weak area at the front, where long things leave no room for more', () => {
    fc.assert(
      fc.property(setUps, asked, (setUp, area) => {
        const inputs = inputsOf(setUp);
        const items = itemsOf(inputs);
        const front = (areas: readonly Area[]) =>
          upTo(200, orderOf(items, inputs, NOTHING, TODAY, [], { areas, had: [] }));
        const [without, with_] = [minutesOf(front([]), area), minutesOf(front([area]), area)];
        expect(with_).toBeGreaterThanOrEqual(without - 1e-9);
      }),
      RUNS,
    );
  });

  test('changes the order and not what is to be learnt, and nothing where nothing was weak', () => {
    fc.assert(
      fc.property(setUps, asked, (setUp, area) => {
        const inputs = { ...inputsOf(setUp), scaffolds: true };
        const items = itemsOf(inputs);
        const order = (areas: readonly Area[]) =>
          orderOf(items, inputs, NOTHING, TODAY, [], { areas, had: [] }).map(({ id }) => id);
        expect(order([area]).sort()).toEqual(order([]).sort());
        const strong = showing({ breadth: 0.5, design: 0.9, coding: 1 });
        expect(planFor(items, inputs, NOTHING, TODAY, strong)).toEqual(
          planFor(items, inputs, NOTHING, TODAY),
        );
      }),
      RUNS,
    );
  });

  test('leaves each area its share of a plan that is far longer than a week', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 8, max: 16 }), (area, hours) => {
        const inputs = { ...FIVE_WEEKS, hours };
        const items = itemsOf(inputs);
        const order = orderOf(items, inputs, NOTHING, TODAY, [], { areas: [area], had: [] });
        // No area has run dry by then.
        const taken = upTo(700, order);
        const minutes = byArea(
          taken.map(item => ({ item, minutes: costOf(item, NOTHING) })),
          weightsOf(inputs),
        );
        const whole = Object.values(minutes).reduce((a, b) => a + b);
        for (const [name, share] of Object.entries(weightsOf(inputs)))
          expect(Math.abs(minutes[name as Area] / whole - share)).toBeLessThan(0.1);
      }),
      RUNS,
    );
  });

  test('keeps it that more hours never drop anything new', () => {
    fc.assert(
      fc.property(setUps, asked, fc.integer({ min: 1, max: 8 }), (setUp, area, more) => {
        const inputs = inputsOf(setUp);
        const items = itemsOf(inputs);
        const planned = (hours: number) =>
          newIn(planFor(items, { ...inputs, hours }, NOTHING, TODAY, showing({ [area]: 0 })), 99);
        const [few, many] = [planned(inputs.hours), planned(inputs.hours + more)];
        expect(few.filter(item => !many.includes(item))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('has a say for a week, and none before it', () => {
    const items = itemsOf(FIVE_WEEKS);
    const on = (day: string) => planFor(items, FIVE_WEEKS, NOTHING, day).days;
    const with_ = (day: string, held: string) =>
      planFor(items, FIVE_WEEKS, NOTHING, day, showing({ design: 0 }, held)).days;
    const ids = (days: Plan['days']) =>
      days.flatMap(({ tasks }) => tasks.flatMap(one => (one.what === 'new' ? [one.item.id] : [])));
    const held = addDays(TODAY, 8);
    expect(ids(with_(addDays(held, 6), held))).not.toEqual(ids(on(addDays(held, 6))));
    expect(ids(with_(addDays(held, 7), held))).toEqual(ids(on(addDays(held, 7))));
    expect(ids(with_(addDays(held, -1), held))).toEqual(ids(on(addDays(held, -1))));
  });

  test('of the day of the set-up has made the plan, so that nothing counts as missed by its order', () => {
    const items = itemsOf(FIVE_WEEKS);
    const weak = showing({ design: 0 });
    const first = planFor(items, FIVE_WEEKS, NOTHING, TODAY, weak).days[0];
    const done = first.tasks.flatMap(task =>
      task.what === 'new' || task.what === 'story' ? [known(task.item.id, [{ day: TODAY }])] : [],
    );
    const next = planFor(items, FIVE_WEEKS, new Map(done), addDays(TODAY, 1), weak);
    const moved = next.days.flatMap(({ tasks }) => tasks.filter(one => 'from' in one && one.from));
    expect(moved).toEqual([]);
  });
});

describe('small exercises', () => {
  const inputs = { ...FIVE_WEEKS, hours: 20 };
  const items = itemsOf(inputs);
  const scaffolds = (plan: Plan) => newIn(plan, 99).filter(({ scaffold }) => scaffold);

  test('come only where the diagnostic of coding was weak, and before what rests on them', () => {
    expect(scaffolds(planFor(items, inputs, NOTHING, TODAY, showing({ coding: 0.6 })))).toEqual([]);
    expect(scaffolds(planFor(items, inputs, NOTHING, TODAY, showing({ design: 0 })))).toEqual([]);
    const plan = planFor(items, inputs, NOTHING, TODAY, showing({ coding: 0.4 }));
    const planned = newIn(plan, 99);
    const small = scaffolds(plan);
    expect(small.length).toBeGreaterThan(0);
    for (const { id } of small) {
      const dependants = planned.filter(({ requires }) => requires.includes(id));
      expect(dependants.length).toBeGreaterThan(0);
      for (const one of dependants)
        expect(planned.findIndex(item => item.id === id)).toBeLessThan(planned.indexOf(one));
    }
  });

  test('stay away where nothing that rests on them is planned, and once its exercise is solved', () => {
    const few = { ...FIVE_WEEKS, hours: 1, date: addDays(TODAY, 3) };
    const plan = planFor(items, few, NOTHING, TODAY, showing({ coding: 0 }));
    const wanted = new Set(newIn(plan, 99).flatMap(({ requires }) => requires));
    for (const { id } of scaffolds(plan)) expect(wanted).toContain(id);
    const solved = new Map([known(CODE, [{}])]);
    expect(scaffolds(planFor(items, inputs, solved, TODAY, showing({ coding: 0 })))).toEqual([]);
  });
});
