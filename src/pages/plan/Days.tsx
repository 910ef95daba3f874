import { type Ref, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Day } from '../../planning/days';
import type { Inputs } from '../../planning/inputs';
import type { Item } from '../../planning/items';
import type { Plan, PlannedDay, Task } from '../../planning/plan';
import type { Offer } from './diagnosed';
import styles from './Planner.module.css';
import {
  addressOf,
  count,
  dayInWords,
  feasibilityInWords,
  lengthInWords,
  mockAddress,
  ROUND_WORDS,
  shortDay,
  shortInWords,
  timeInWords,
  verbOf,
} from './words';

/** So many days are shown before one asks for all. */
const SHOWN = 10;

const OFFERS: Record<NonNullable<Offer>, string> = {
  new: 'orders the first week.',
  'under way': 'is under way, and its clock goes on.',
};

/** The plan as days, today first, and what became of what was planned before. */
export function Days({
  plan,
  inputs,
  today,
  offer,
}: {
  plan: Plan;
  inputs: Inputs;
  today: Day;
  /** Whether a diagnostic is worth it, or waits. */
  offer: Offer;
}) {
  const [all, setAll] = useState(false);
  const rest = useRef<HTMLLIElement>(null);
  // The button is gone; what it showed goes on where it stood.
  useEffect(() => {
    if (all) rest.current?.focus();
  }, [all]);
  const { days, done, dropped, feasibility, mocksLeftOut } = plan;
  const shown = all ? days : days.slice(0, SHOWN);
  const short = shortInWords(feasibility.short);
  const isOpen = inputs.date === null || inputs.date > today;
  return (
    <div className={styles.plan}>
      <section className={styles.sum} aria-label="Feasibility">
        <p>{lengthInWords(plan, inputs.date, today)}</p>
        {isOpen && <p>{feasibilityInWords(feasibility)}</p>}
        {isOpen && short && <p>{short}</p>}
        {mocksLeftOut > 0 && (
          <p>{count(mocksLeftOut, 'mock')} found no day. Longer days at the end would hold them.</p>
        )}
      </section>
      {isOpen && offer !== null && (
        <p>
          <Link href="/rehearse/diagnostic">
            {offer === 'new' ? 'A 30-minute diagnostic' : 'The diagnostic'}
          </Link>{' '}
          {OFFERS[offer]}
        </p>
      )}
      {days[0] && days[0].day !== today && isOpen && (
        <p className={styles.quiet}>Nothing is planned for today.</p>
      )}
      <ol className={styles.days} aria-label="Days">
        {shown.map((day, i) => (
          <DayRow key={day.day} planned={day} today={today} ref={i === SHOWN ? rest : undefined} />
        ))}
      </ol>
      {days.length > SHOWN && !all && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {days.length} days
        </button>
      )}
      <Past
        name="Dropped"
        items={dropped.map(({ item, from }) => ({ item, note: `was for ${shortDay(from)}` }))}
      >
        Days have gone by, and at most a quarter more a day is made up for. These are worth the
        least for their time, and find no room any more.
      </Past>
      <Past
        name="Done"
        items={[...done].reverse().map(({ item, day }) => ({ item, note: shortDay(day) }))}
      >
        For the first time since {shortDay(inputs.since)}.
      </Past>
      <Past
        name="Left out of the core"
        items={feasibility.leavesOut.map(item => ({ item, note: timeInWords(item.minutes) }))}
      >
        There is no room for them until the date. More hours, or a later date, bring them in from
        the top.
      </Past>
      <p className={styles.quiet}>
        <Link href="/rehearse/sheet">Missed points</Link> of your last answers, on pages to be
        printed.
      </p>
      <p className={styles.quiet}>
        How often interviews ask for something is editorial judgement. Times are for a first time,
        which takes longer than the card or the exercise says.
      </p>
    </div>
  );
}

function DayRow({
  planned: { day, minutes, tasks },
  today,
  ref,
}: {
  planned: PlannedDay;
  today: Day;
  ref?: Ref<HTMLLIElement>;
}) {
  return (
    <li
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      className={styles.day}
      data-today={day === today || undefined}
    >
      <h2>
        <time dateTime={day}>{dayInWords(day, today)}</time>
        <small>{timeInWords(minutes)}</small>
      </h2>
      <ul>
        {grouped(tasks).map(group => (
          <TaskRow key={keyOf(group[0])} group={group} />
        ))}
      </ul>
    </li>
  );
}

/** Short cards of one day stand in one line. */
function grouped(tasks: readonly Task[]): Task[][] {
  const groups: Task[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1)?.[0];
    if (isShort(task) && last && isShort(last)) groups.at(-1)?.push(task);
    else groups.push([task]);
  }
  return groups;
}

const isShort = (task: Task) => task.what === 'new' && task.item.kind === 'breadth';

const keyOf = (task: Task) =>
  'item' in task
    ? `${task.what} ${task.item.id}`
    : 'round' in task
      ? `mock ${task.round}`
      : task.what;

function TaskRow({ group }: { group: Task[] }) {
  const [task] = group;
  const minutes = group.reduce((sum, one) => sum + one.minutes, 0);
  const from = group.flatMap(one => ('from' in one && one.from) || []).sort()[0];
  return (
    <li>
      <span className={styles.what}>{labelOf(task)}</span>
      <span>
        {group.map((one, i) => (
          <span key={keyOf(one)}>
            {i > 0 && ' · '}
            <Name task={one} />
          </span>
        ))}
        {from && <small> moved from {shortDay(from)}</small>}
      </span>
      <span className={styles.minutes}>{timeInWords(minutes)}</span>
    </li>
  );
}

function Name({ task }: { task: Task }) {
  switch (task.what) {
    case 'reviews':
      return <Link href="/rehearse">{count(task.count, 'card')} due again</Link>;
    case 'again':
      return (
        <>
          <Link href={addressOf(task.item)}>{task.item.title}</Link>
          <small>
            {' '}
            from a blank editor, {task.time === 1 ? 'the first time' : 'the second time'}
          </small>
        </>
      );
    case 'mock':
      return task.round === 'coding' ? (
        <Link href={mockAddress(task.round)}>{ROUND_WORDS.coding}, against the clock</Link>
      ) : task.round === 'behavioural' ? (
        <>{ROUND_WORDS[task.round]}, against the clock, without a look at notes</>
      ) : (
        <Link href={mockAddress(task.round)}>
          {ROUND_WORDS[task.round]}, against the clock, without a look at notes
        </Link>
      );
    case 'weak':
      return <a href="#readiness">What is weakest by then</a>;
    case 'last day':
      return (
        <>
          A light review, nothing new: <Link href="/rehearse/sheet">missed points</Link>. When and
          where it is, what you ask them.
        </>
      );
    default:
      return (
        <>
          <Link href={addressOf(task.item)}>{task.item.title}</Link>
          {task.part && (
            <small>
              {' '}
              sitting {task.part[0]} of {task.part[1]}
            </small>
          )}
          {task.written && <small> it is written down</small>}
        </>
      );
  }
}

function labelOf(task: Task): string {
  switch (task.what) {
    case 'reviews':
      return 'Review';
    case 'again':
      return 'Write again';
    case 'mock':
      return 'Mock';
    case 'weak':
      return 'Weak areas';
    case 'last day':
      return 'Last day';
    default:
      return verbOf(task);
  }
}

function Past({
  name,
  items,
  children,
}: {
  name: string;
  items: readonly { readonly item: Item; readonly note: string }[];
  children: React.ReactNode;
}) {
  if (items.length === 0) return null;
  return (
    <details className={styles.past}>
      <summary>
        {name} <small>{items.length}</small>
      </summary>
      <p className={styles.quiet}>{children}</p>
      <ul>
        {items.map(({ item, note }) => (
          <li key={item.id}>
            <Link href={addressOf(item)}>{item.title}</Link>
            <small>{note}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
