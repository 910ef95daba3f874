import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetOf } from '../../src/planning/budget';
import { addDays, daysBetween, weekdayOf } from '../../src/planning/days';
import { type Inputs, KNOWN, weightsOf } from '../../src/planning/inputs';
import type { Item } from '../../src/planning/items';
import { costOf, isLong, orderOf, RECRUITER } from '../../src/planning/order';
import { type Held, type Plan, planFor, templateFor } from '../../src/planning/plan';
import { PRESETS, ROLES } from '../../src/planning/roles';
import { AREAS, adjusted, LEVELS, ROUNDS, weightsFor } from '../../src/planning/weights';
import { FIVE_WEEKS, itemsOf, known, NOTHING, TODAY } from './few';

const RUNS = { seed: 43, numRuns: 150 };

/** Any set-up, with a date. */
const setUps = fc
  .record({
    days: fc.integer({ min: 0, max: 120 }),
    begun: fc.integer({ min: 0, max: 27 }),
    role: fc.constantFrom(...ROLES),
    level: fc.constantFrom(...LEVELS),
    rounds: fc.record(
      Object.fromEntries(ROUNDS.map(round => [round, fc.constantFrom(...KNOWN)])) as Record<
        (typeof ROUNDS)[number],
        fc.Arbitrary<(typeof KNOWN)[number]>
      >,
    ),
    centred: fc.boolean(),
    hours: fc.integer({ min: 1, max: 40 }),
    free: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }),
    weights: fc.option(
      fc
        .tuple(fc.constantFrom(...AREAS), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([area, share]) => adjusted(weightsFor('mid', 'ordinary'), area, share)),
      { nil: null },
    ),
    scaffolds: fc.boolean(),
    python: fc.boolean(),
  })
  .map(
    ({ days, begun, ...rest }): Inputs => ({
      ...rest,
      since: addDays(TODAY, begun),
      date: addDays(TODAY, begun + days),
    }),
  );

/** What was done before, and on the way: some items, answered or solved, or tried in vain. */
const logs = fc.array(
  fc.record({ at: fc.nat(), ago: fc.integer({ min: -10, max: 40 }), passed: fc.boolean() }),
  { maxLength: 25 },
);
const logOf = (
  items: readonly Item[],
  done: readonly { at: number; ago: number; passed: boolean }[],
  from: string,
) =>
  new Map(
    done.map(({ at, ago, passed }) =>
      known(items[at % items.length].id, [
        { day: addDays(from, -ago), passed, score: passed ? 1 : 0.4 },
      ]),
    ),
  );

const isStory = ({ kind }: Item) => kind === 'behavioural';

/** Of everything four, so that no area runs dry before the time does. */
const fourTimes = (items: readonly Item[]) =>
  ['', '-2', '-3', '-4'].flatMap(copy =>
    items.map(item => ({
      ...item,
      id: item.id + copy,
      requires: item.requires.map(id => id + copy),
    })),
  );

const tasksOf = (plan: Plan) =>
  plan.days.flatMap(({ day, tasks }) => tasks.map((task, place) => ({ day, place, task })));
const fresh = (plan: Plan) =>
  new Set(tasksOf(plan).flatMap(({ task }) => (task.what === 'new' ? [task.item.id] : [])));
const stories = (plan: Plan) =>
  new Set(tasksOf(plan).flatMap(({ task }) => (task.what === 'story' ? [task.item.id] : [])));
const isWithin = (small: Set<string>, large: Set<string>) =>
  [...small].filter(id => !large.has(id));
const atBeginning = (inputs: Inputs) => planFor(itemsOf(inputs), inputs, NOTHING, inputs.since);

describe('for every set-up', () => {
  test('nothing is planned before today, on a free day, on the day of the interview or after it', () => {
    fc.assert(
      fc.property(setUps, logs, fc.nat(40), (inputs, done, later) => {
        const items = itemsOf(inputs);
        const today = addDays(inputs.since, later);
        const plan = planFor(items, inputs, logOf(items, done, inputs.since), today);
        for (const { day } of plan.days) {
          expect(day >= today).toBe(true);
          expect(day < (inputs.date as string)).toBe(true);
          expect(inputs.free).not.toContain(weekdayOf(day));
        }
      }),
      RUNS,
    );
  });

  test('what an item rests on is finished before it begins, where it is planned at all', () => {
    fc.assert(
      fc.property(setUps, logs, (inputs, done) => {
        const items = itemsOf(inputs);
        const plan = planFor(items, inputs, logOf(items, done, inputs.since), inputs.since);
        const places = new Map<string, { first: number; last: number; item: Item }>();
        tasksOf(plan).forEach(({ task }, i) => {
          if (task.what !== 'new') return;
          const first = places.get(task.item.id)?.first ?? i;
          places.set(task.item.id, { first, last: i, item: task.item });
        });
        for (const { first, item } of places.values())
          for (const id of item.requires) {
            const before = places.get(id);
            if (before) expect(before.last).toBeLessThan(first);
          }
      }),
      RUNS,
    );
  });

  test('what an item rests on is planned or done, but for small exercises that were not asked for', () => {
    fc.assert(
      fc.property(setUps, logs, (inputs, done) => {
        const items = itemsOf(inputs);
        const log = logOf(items, done, inputs.since);
        const plan = planFor(items, inputs, log, inputs.since);
        const planned = fresh(plan);
        for (const item of items.filter(({ id }) => planned.has(id)))
          for (const id of item.requires) {
            const before = items.find(other => other.id === id) as Item;
            const solved = log.get(id)?.tries.some(({ passed }) => passed);
            if (!solved && (!before.scaffold || inputs.scaffolds)) expect(planned).toContain(id);
          }
      }),
      RUNS,
    );
  });

  test('no day is loaded with more than 125 % of its measure, which is an hour at least', () => {
    fc.assert(
      fc.property(setUps, logs, fc.nat(40), (inputs, done, later) => {
        const items = itemsOf(inputs);
        const today = addDays(inputs.since, later);
        const plan = planFor(items, inputs, logOf(items, done, inputs.since), today);
        const measure = Math.max((inputs.hours * 60) / (7 - inputs.free.length), 60);
        for (const { minutes, tasks } of plan.days) {
          expect(minutes).toBeLessThanOrEqual(1.25 * measure + 1e-6);
          expect(tasks.reduce((sum, task) => sum + task.minutes, 0)).toBeCloseTo(minutes, 6);
        }
      }),
      RUNS,
    );
  });

  test('the minutes by area are within 10 % of the whole of their shares, as long as no area runs dry, none has more than half, and the plan is ten times its longest item', () => {
    let feasible = 0;
    fc.assert(
      fc.property(setUps, inputs => {
        const items = fourTimes(itemsOf(inputs));
        const weights = weightsOf(inputs);
        if (Math.max(...AREAS.map(area => weights[area])) > 0.5) return;
        const plan = planFor(items, inputs, NOTHING, inputs.since);
        const planned = fresh(plan);
        const whole = AREAS.reduce((sum, area) => sum + plan.areas[area], 0);
        if (whole === 0) return;
        const mine = items.filter(({ id }) => planned.has(id));
        if (whole < 10 * Math.max(0, ...mine.map(item => costOf(item, NOTHING)))) return;
        const dry = AREAS.some(
          area =>
            weights[area] > 0 &&
            items.every(item => item.round !== area || item.scaffold || planned.has(item.id)),
        );
        if (dry) return;
        feasible += 1;
        for (const area of AREAS)
          expect(Math.abs(plan.areas[area] / whole - weights[area])).toBeLessThanOrEqual(0.1);
      }),
      { seed: 44, numRuns: 600 },
    );
    expect(feasible).toBeGreaterThan(40);
  });

  test('the same arguments give the same plan, in whatever order the items come', () => {
    fc.assert(
      fc.property(setUps, logs, (inputs, done) => {
        const items = itemsOf(inputs);
        const log = logOf(items, done, inputs.since);
        const plan = planFor(items, inputs, log, inputs.since);
        expect(planFor(items, inputs, log, inputs.since)).toEqual(plan);
        const turned = planFor([...items].reverse(), inputs, log, inputs.since);
        expect(fresh(turned)).toEqual(fresh(plan));
        expect(turned.days.map(({ day, minutes }) => [day, minutes.toFixed(6)])).toEqual(
          plan.days.map(({ day, minutes }) => [day, minutes.toFixed(6)]),
        );
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  test('more hours never drop a new item or a story; what is written again may give way to them', () => {
    fc.assert(
      fc.property(
        setUps,
        logs,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(40),
        (inputs, done, more, later) => {
          const items = itemsOf(inputs);
          const log = logOf(items, done, inputs.since);
          const today = addDays(inputs.since, later);
          const few = planFor(items, inputs, log, today);
          const many = planFor(items, { ...inputs, hours: inputs.hours + more }, log, today);
          expect(isWithin(fresh(few), fresh(many))).toEqual([]);
          expect(isWithin(stories(few), stories(many))).toEqual([]);
        },
      ),
      { ...RUNS, numRuns: 200 },
    );
  });

  test('an earlier date never brings in a new item that the later one left out', () => {
    fc.assert(
      fc.property(setUps, fc.integer({ min: 1, max: 30 }), (inputs, closer) => {
        const date = addDays(inputs.date as string, -closer);
        if (date < inputs.since) return;
        expect(
          isWithin(fresh(atBeginning({ ...inputs, date })), fresh(atBeginning(inputs))),
        ).toEqual([]);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  test('what is left out is worth less by its cost, in its area, than what of the same template is planned', () => {
    fc.assert(
      fc.property(setUps, inputs => {
        const items = itemsOf(inputs);
        const planned = fresh(atBeginning(inputs));
        const worth = (item: Item) => item.worth / costOf(item, NOTHING);
        for (const area of AREAS) {
          const kind = (item: Item) => item.kind === 'breadth' || item.round !== 'breadth';
          const mine = items.filter(item => item.round === area && kind(item) && !item.scaffold);
          for (const out of mine.filter(({ id }) => !planned.has(id)))
            for (const item of mine.filter(({ id }) => planned.has(id))) {
              const pulled = items.some(
                other => planned.has(other.id) && other.requires.includes(item.id),
              );
              const paired = item.kind !== 'breadth' && item.id.startsWith('experiment/');
              if (pulled || paired) continue;
              expect(item.stage).toBeLessThanOrEqual(out.stage);
              if (item.stage === out.stage)
                expect(worth(item)).toBeGreaterThanOrEqual(worth(out) - 1e-9);
            }
        }
      }),
      RUNS,
    );
  });

  test('two long items of one area follow each other only where nothing else is left', () => {
    fc.assert(
      fc.property(setUps, inputs => {
        const items = itemsOf(inputs);
        const order = orderOf(items, inputs, NOTHING, TODAY, []);
        const weights = weightsOf(inputs);
        for (let i = 1; i < order.length; i++) {
          const [before, item] = [order[i - 1], order[i]];
          if (before.round !== item.round || !isLong(before) || !isLong(item)) continue;
          // What the second rests on has just come, or it is the card of an exercise.
          if (item.requires.includes(before.id) || order.some(o => o.requires.includes(before.id)))
            continue;
          const rest = order.slice(i).filter(other => weights[other.round as 'breadth'] > 0);
          expect(rest.filter(other => other.round !== item.round)).toEqual([]);
        }
      }),
      { ...RUNS, numRuns: 40 },
    );
  });
});

describe('stories in two weeks of two hours', () => {
  const inputs = { ...FIVE_WEEKS, date: addDays(TODAY, 14), hours: 2 };
  const items = itemsOf(inputs);
  const early = (plan: Plan) =>
    tasksOf(plan)
      .flatMap(({ day, task }) =>
        task.what === 'story' && daysBetween(TODAY, day) < 7 ? [task.minutes] : [],
      )
      .reduce((sum, minutes) => sum + minutes, 0);
  const usual = budgetOf(inputs, 14).day.stories;

  test('are hurried until the pitch and three of them are told', () => {
    expect(early(planFor(items, inputs, NOTHING, TODAY))).toBeGreaterThan(1.25 * 7 * usual);
  });

  test('are hurried no more once they are', () => {
    const told = [
      'pitch/project-pitch',
      ...items
        .filter(isStory)
        .slice(0, 3)
        .map(({ id }) => id),
    ];
    const log = new Map(told.map(id => known(id, [{ day: TODAY, score: 1 }])));
    const plan = planFor(items, inputs, log, addDays(TODAY, 1));
    expect(early(plan)).toBeGreaterThan(0);
    expect(early(plan)).toBeLessThan(1.25 * 7 * usual);
  });
});

describe('five weeks with eight hours', () => {
  const plan = atBeginning(FIVE_WEEKS);
  const budget = budgetOf(FIVE_WEEKS, 35);

  test('are 40 h: 6 of slack, 4 of stories, 6 of reviews, and 24 of new material', () => {
    const hours = Object.entries(budget.week).map(([name, minutes]) => [name, (5 * minutes) / 60]);
    expect(Object.fromEntries(hours)).toEqual({
      all: 40,
      slack: 6,
      reviews: 6,
      stories: 4,
      fresh: expect.closeTo(24),
    });
    const weights = weightsOf(FIVE_WEEKS);
    const areas = AREAS.map(area => (weights[area] * 5 * budget.week.fresh) / 60);
    [6, 6, 9.6, 2.4].forEach((h, i) => {
      expect(areas[i]).toBeCloseTo(h);
    });
  });

  test('hold all of tier 1 and some of tier 2, in minutes of a first time, which are 1.3 of those of the template', () => {
    const { tier1, tier2 } = plan.feasibility.covers;
    expect(tier1).toEqual([4, 4]);
    expect(tier2[1]).toBe(12);
    const code = itemsOf(FIVE_WEEKS).filter(
      ({ id }) => id.startsWith('code/') && fresh(plan).has(id),
    );
    const minutes = code.reduce((sum, { minutes }) => sum + minutes, 0);
    expect({ minutes, tier2: tier2[0] }).toMatchInlineSnapshot(`
      {
        "minutes": 230,
        "tier2": 4,
      }
    `);
  });

  test('have a place for what the template names first', () => {
    const named = [
      ...[
        'code/gradient-descent',
        'code/logistic-regression',
        'code/k-means',
        'code/decision-tree',
      ],
      ...['derivation/logistic-loss', 'depth/defend-oversampling', 'design/video-recommendation'],
      ...['design/payment-fraud', 'case/churn-imbalance', 'experiment/ranking-ab-test'],
      ...['production/silent-degradation', 'breadth/p-value', 'breadth/pandas-idioms'],
    ];
    expect(named.filter(id => !fresh(plan).has(id))).toEqual([]);
    const breadth = [...fresh(plan)].filter(id => id.startsWith('breadth/'));
    expect(breadth.length).toBeGreaterThanOrEqual(40);
  });

  test('have the pitch and three stories told by the middle', () => {
    const early = new Set(
      tasksOf(plan).flatMap(({ day, task }) =>
        task.what === 'story' && daysBetween(TODAY, day) <= 17 ? [task.item.kind] : [],
      ),
    );
    const count = (kind: string) =>
      tasksOf(plan).filter(
        ({ day, task }) =>
          task.what === 'story' && task.item.kind === kind && daysBetween(TODAY, day) < 17,
      ).length;
    expect(early).toContain('pitch');
    expect(count('behavioural')).toBeGreaterThanOrEqual(3);
  });

  test('end with mocks for each round, weak areas, and a light last day without anything new', () => {
    const last = plan.days.at(-1);
    expect(last).toMatchObject({ day: '2027-04-03', minutes: 30 });
    expect(last?.tasks.map(({ what }) => what)).toEqual(['last day']);
    const mocks = tasksOf(plan).flatMap(({ task, day }) =>
      task.what === 'mock' ? [[task.round, day]] : [],
    );
    expect(mocks.map(([round]) => round)).toEqual([...ROUNDS]);
    const from = addDays('2027-04-05', -6);
    expect(mocks.every(([, day]) => day >= from)).toBe(true);
    expect(tasksOf(plan).filter(({ day, task }) => day >= from && task.what === 'new')).toEqual([]);
    expect(plan.mocksLeftOut).toBe(0);
  });

  test('bring what was written back after two days, and after seven more', () => {
    const first = tasksOf(plan).find(
      ({ task }) => task.what === 'new' && task.item.id === 'code/k-means',
    );
    const again = tasksOf(plan).filter(
      ({ task }) => task.what === 'again' && task.item.id === 'code/k-means',
    );
    expect(again.length).toBe(2);
    expect(daysBetween(first?.day as string, again[0].day)).toBeGreaterThanOrEqual(2);
    expect(daysBetween(again[0].day, again[1].day)).toBeGreaterThanOrEqual(7);
  });

  test('put the talk about a matter within three days of its code', () => {
    const dayOf = (id: string) =>
      tasksOf(plan).find(({ task }) => task.what === 'new' && task.item.id === id)?.day as string;
    const [code, talk] = [dayOf('code/logistic-regression'), dayOf('derivation/logistic-loss')];
    expect(Math.abs(daysBetween(code, talk))).toBeLessThanOrEqual(3);
  });

  test('say what finds no room, with numbers', () => {
    const { core, time, fits, leavesOut } = plan.feasibility;
    expect(fits).toBe(leavesOut.length === 0);
    expect({
      core: Math.round(core / 6) / 10,
      time: Math.round(time / 6) / 10,
      fits,
    }).toMatchInlineSnapshot(`
      {
        "core": 22.1,
        "fits": false,
        "time": 20,
      }
    `);
  });
});

describe('the time that is left', () => {
  test.each([
    [2, 'three days'],
    [7, 'one week'],
    [14, 'two weeks'],
    [35, 'five weeks'],
    [80, 'ten weeks or more'],
  ])('of %i days takes the template of %s', (days, name) => {
    expect(templateFor(days).name).toBe(name);
  });

  test('of three days holds the pitch, three stories, the first design and the first exercises', () => {
    const plan = atBeginning({ ...FIVE_WEEKS, date: addDays(TODAY, 3), hours: 21, free: [] });
    expect(stories(plan)).toContain('pitch/project-pitch');
    expect(
      [...stories(plan)].filter(id => id.startsWith('behavioural/')).length,
    ).toBeGreaterThanOrEqual(3);
    expect(fresh(plan)).toContain('design/payment-fraud');
    expect([...fresh(plan)].filter(id => id.startsWith('code/')).length).toBeGreaterThan(0);
    expect(tasksOf(plan).some(({ task }) => task.what === 'mock')).toBe(false);
  });

  test('begins with the recruiter as long as a round is unknown', () => {
    const rounds = { ...FIVE_WEEKS.rounds, coding: 'unknown' } as const;
    const first = tasksOf(atBeginning({ ...FIVE_WEEKS, rounds })).find(
      ({ task }) => task.what === 'story',
    );
    expect(first?.task).toMatchObject({ item: { id: RECRUITER } });
  });

  test('is nothing on the day itself and after it', () => {
    for (const date of [TODAY, addDays(TODAY, -3)])
      expect(
        planFor(itemsOf(FIVE_WEEKS), { ...FIVE_WEEKS, since: date, date }, NOTHING, TODAY).days,
      ).toEqual([]);
  });

  test('without a date is the next four weeks, and the last days of each four are for mocks', () => {
    const inputs = { ...FIVE_WEEKS, date: null };
    const plan = atBeginning(inputs);
    expect(daysBetween(TODAY, plan.days.at(-1)?.day as string)).toBeLessThan(28);
    expect(tasksOf(plan).some(({ task }) => task.what === 'mock')).toBe(true);
    const later = planFor(itemsOf(inputs), inputs, NOTHING, addDays(TODAY, 40));
    expect(later.days[0].day >= addDays(TODAY, 40)).toBe(true);
    expect(later.dropped).toEqual([]);
  });
});

describe('mocks', () => {
  const items = itemsOf(FIVE_WEEKS);
  const roundsFrom = (today: string, held: readonly Held[]) =>
    tasksOf(planFor(items, FIVE_WEEKS, NOTHING, today, null, held)).flatMap(({ day, task }) =>
      task.what === 'mock' ? [{ day, round: task.round }] : [],
    );
  const first = roundsFrom(TODAY, []);

  test('that are held are not planned again, and every other one keeps its turn', () => {
    const held: Held[] = [];
    for (const one of first) {
      // Opened on the day of a mock, before and after it.
      expect(roundsFrom(one.day, held)[0].round).toBe(one.round);
      held.push(one);
      expect(roundsFrom(one.day, held).map(({ round }) => round)).toEqual(
        first.slice(held.length).map(({ round }) => round),
      );
    }
    expect(new Set(held.map(({ round }) => round)).size).toBe(held.length);
  });

  test('that were held before their days began are planned all the same', () => {
    const early = first.map(({ round }) => ({ day: addDays(TODAY, 2), round }));
    expect(roundsFrom(addDays(TODAY, 3), early).length).toBe(first.length);
    expect(roundsFrom(first[0].day, early).length).toBe(first.length);
  });
});

describe('days that were missed', () => {
  const items = itemsOf(FIVE_WEEKS);

  test('are made up for with at most a quarter more, and the rest is dropped and listed with its day', () => {
    const before = atBeginning(FIVE_WEEKS);
    const today = addDays(TODAY, 14);
    const after = planFor(items, FIVE_WEEKS, NOTHING, today);
    const lost = [...fresh(before)].filter(id => !fresh(after).has(id));
    expect(lost.length).toBeGreaterThan(0);
    expect(new Set(after.dropped.map(({ item }) => item.id))).toEqual(
      new Set([...lost, ...[...stories(before)].filter(id => !stories(after).has(id))]),
    );
    const daily = budgetOf(FIVE_WEEKS, 35).day.fresh;
    const work = after.days.filter(({ tasks }) => tasks.some(({ what }) => what === 'new'));
    const minutes = tasksOf(after).reduce(
      (s, { task }) => s + (task.what === 'new' ? task.minutes : 0),
      0,
    );
    expect(minutes).toBeLessThanOrEqual(1.25 * daily * work.length + 60);
    expect(minutes).toBeGreaterThan(daily * work.length);
  });

  test('move what they held, and the plan says from where', () => {
    const after = planFor(items, FIVE_WEEKS, NOTHING, addDays(TODAY, 2));
    const moved = tasksOf(after).flatMap(({ task }) =>
      task.what === 'new' && task.from ? [task.from] : [],
    );
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every(day => day < addDays(TODAY, 2))).toBe(true);
  });

  test('cost nothing where the work was done', () => {
    const today = addDays(TODAY, 2);
    const before = tasksOf(atBeginning(FIVE_WEEKS)).filter(({ day }) => day < today);
    const log = new Map(
      before.flatMap(({ day, task }) =>
        task.what === 'new' || task.what === 'story' ? [known(task.item.id, [{ day }])] : [],
      ),
    );
    const after = planFor(items, FIVE_WEEKS, log, today);
    expect(after.dropped).toEqual([]);
    expect(after.done.length).toBe(log.size);
    expect(tasksOf(after).some(({ task }) => task.what === 'new' && task.from)).toBe(false);
  });
});

test('what was done is not planned again as new', () => {
  const items = itemsOf(FIVE_WEEKS);
  const log = new Map([
    known('code/k-means', [{}]),
    known('breadth/p-value', [{ score: 0.2, passed: false }]),
  ]);
  const plan = planFor(items, FIVE_WEEKS, log, TODAY);
  expect(fresh(plan)).not.toContain('code/k-means');
  expect(fresh(plan)).not.toContain('breadth/p-value');
  expect(plan.done.map(({ item }) => item.id).sort()).toEqual(['breadth/p-value', 'code/k-means']);
});

test('what is due comes first, up to a quarter of the day, and the rest on the days after', () => {
  const items = itemsOf(FIVE_WEEKS);
  const ids = items.filter(({ kind }) => kind === 'breadth').map(({ id }) => id);
  const log = new Map(
    ids
      .slice(0, 30)
      .map(id => known(id, [{ day: addDays(TODAY, -5), minutes: 2 }], { due: TODAY })),
  );
  const [today, next] = planFor(items, FIVE_WEEKS, log, TODAY).days;
  expect(today.tasks[0]).toEqual({ what: 'reviews', minutes: 20, count: 10 });
  expect(next.tasks[0]).toMatchObject({ what: 'reviews', count: 10 });
});

test('a small exercise comes before what rests on it where it is asked for, and else not at all', () => {
  const long = { ...FIVE_WEEKS, date: addDays(TODAY, 120), hours: 20 };
  expect(fresh(atBeginning(long))).not.toContain('code/power-iteration');
  expect(fresh(atBeginning({ ...long, scaffolds: true }))).toContain('code/power-iteration');
});

test('what a role must do is planned before what it need not, in five weeks', () => {
  for (const role of ROLES) {
    const planned = fresh(atBeginning({ ...FIVE_WEEKS, role, hours: 14 }));
    expect([role, ...PRESETS[role].mustDo.filter(id => !planned.has(id))]).toEqual([role]);
  }
});
