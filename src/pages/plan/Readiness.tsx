import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { cardList } from '../../catalog/cards';
import { type Day, daysBetween } from '../../planning/days';
import type { Log } from '../../planning/evidence';
import { daysAhead, forgettingOf } from '../../planning/forgetting';
import type { Inputs } from '../../planning/inputs';
import type { Item } from '../../planning/items';
import {
  type Readiness as Area,
  allReadiness,
  changeOf,
  lookTo,
  nextBest,
  weekBefore,
} from '../../planning/readiness';
import { ROUNDS } from '../../planning/weights';
import type { Bar } from '../../plots/bars';
import { biasOf, ENOUGH } from '../../rehearsal/bias';
import { Drawing } from './Drawing';
import type { Stored } from './gather';
import styles from './Planner.module.css';
import { practiceOf } from './practice';
import {
  addressOf,
  BAND_WORDS,
  changeInWords,
  count,
  DASH,
  dateOf,
  missingInWords,
  per,
  ROUND_NOTES,
  ROUND_WORDS,
  timeInWords,
} from './words';

const GROUPS = { machine: 'Graded by the machine', self: 'Graded by you' } as const;

/** What was shown in each area, as four numbers, and what would add most to the weakest. */
export function Readiness({
  items,
  inputs,
  log,
  before,
  stored,
  today,
}: {
  items: readonly Item[];
  inputs: Inputs;
  log: Log;
  /** The log as it was a week ago. */
  before: Log;
  stored: Stored;
  today: Day;
}) {
  const { all, weakest } = useMemo(
    () => allReadiness(items, inputs, log, today),
    [items, inputs, log, today],
  );
  const to = lookTo(inputs, today);
  const { bias, checked } = biasOf(stored.rehearsals);
  const next = weakest ? nextBest(items, log, weakest.round, to) : [];
  return (
    <div className={styles.readiness}>
      {weakest && (
        <section className={styles.sum} aria-labelledby="weakest">
          <h2 id="weakest">
            {inputs.rounds[weakest.round] === 'yes'
              ? 'The weakest round that is confirmed'
              : 'The weakest round that may come'}
            : {ROUND_WORDS[weakest.round].toLowerCase()}
          </h2>
          <p id="next">The next best half hour for it:</p>
          <ol className={styles.next} aria-labelledby="next">
            {next.map(item => (
              <li key={item.id}>
                <Link href={addressOf(item)}>{item.title}</Link>
                <small>{timeInWords(item.minutes)}</small>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(['machine', 'self'] as const).map(graded => {
        const those = all.filter(area => area.graded === graded);
        return (
          those.length > 0 && (
            <Group key={graded} name={GROUPS[graded]} areas={those}>
              {graded === 'machine'
                ? 'Runs of exercises. A solution counts less with a hint, and less again within two days of a look at the reference.'
                : bias === null
                  ? `How far your own grading is off is not known: ${checked} of ${ENOUGH} answers with a number to check.`
                  : `On ${checked} answers with numbers to check, your own score is ${Math.abs(bias).toFixed(2)} ${bias < 0 ? 'below' : 'above'} what the numbers say.`}
            </Group>
          )
        );
      })}
      <p className={styles.claim}>This measures what you have shown here, mostly graded by you.</p>
      <Why areas={all} items={items} log={log} before={before} to={to} today={today} />
      <div className={styles.plots}>
        <Bars
          title="Coverage"
          name="Coverage: the share of the core that was attempted"
          areas={all}
          most={1}
          of={area => [area.coverage, per(area.coverage)]}
        />
        <Forgetting areas={all} items={items} inputs={inputs} log={log} today={today} />
        <Time areas={all} inputs={inputs} stored={stored} today={today} />
      </div>
    </div>
  );
}

function Group({
  name,
  areas,
  children,
}: {
  name: string;
  areas: readonly Area[];
  children: string;
}) {
  return (
    <div className={styles.group}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled with the keys */}
      <section className={styles.scroll} aria-label={name} tabIndex={0}>
        <table>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Coverage</th>
              <th scope="col">Quality</th>
              <th scope="col">Retention</th>
              <th scope="col">Attempts</th>
              <th scope="col">First try</th>
              <th scope="col">Stands</th>
            </tr>
          </thead>
          <tbody>
            {areas.map(area => (
              <AreaRow key={area.round} area={area} />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.quiet}>{children}</p>
    </div>
  );
}

function AreaRow({ area }: { area: Area }) {
  const enough = area.band !== 'not enough evidence';
  const known = (share: number | null) => (share === null || !enough ? <Dash /> : per(share));
  const { passed, of, lower } = area.firstTry;
  return (
    <tr data-graded={area.graded}>
      <th scope="row">
        {ROUND_WORDS[area.round]} <small>{ROUND_NOTES[area.round]}</small>
      </th>
      <td>{per(area.coverage)}</td>
      <td>{known(area.quality)}</td>
      <td>{known(area.retention)}</td>
      <td>{area.n}</td>
      <td>
        {lower === null ? (
          <Dash />
        ) : (
          <>
            {passed} of {of} <small>at least {per(lower)}</small>
          </>
        )}
      </td>
      <td>
        {enough ? BAND_WORDS[area.band] : <Dash />}
        {missingInWords(area) && <small>{missingInWords(area)}</small>}
      </td>
    </tr>
  );
}

function Dash() {
  return (
    <>
      <span aria-hidden="true">{DASH}</span>
      <span className="visually-hidden">not enough evidence</span>
    </>
  );
}

/** What the numbers are, and why they stand otherwise than a week ago. */
function Why({
  areas,
  items,
  log,
  before,
  to,
  today,
}: {
  areas: readonly Area[];
  items: readonly Item[];
  log: Log;
  before: Log;
  to: Day;
  today: Day;
}) {
  const changes = areas.flatMap(({ round }) => {
    const change = changeOf(
      items,
      { log: before, to: weekAgo(to, today) },
      { log, to },
      round,
      today,
    );
    const words = changeInWords(change);
    return words ? [{ round, words }] : [];
  });
  return (
    <>
      {changes.length > 0 && (
        <section className={styles.changes} aria-labelledby="changes">
          <h2 id="changes">What changed</h2>
          <ul>
            {changes.map(({ round, words }) => (
              <li key={round}>
                {ROUND_WORDS[round]}. {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className={styles.past}>
        <summary>What the numbers are</summary>
        <dl className={styles.meanings}>
          <dt>Coverage</dt>
          <dd>The share of the core of your role and level that you attempted, by weight.</dd>
          <dt>Quality</dt>
          <dd>
            How well, of what you attempted: the median of the last three scores of a card; an
            exercise counts 1 where you solved it alone, 0.7 with hints, and half of its checks
            where it is not solved.
          </dd>
          <dt>Retention</dt>
          <dd>
            The chance to have it at hand {to === today ? 'today' : 'on the day of the interview'}{' '}
            without any more practice, by the memory model FSRS.
          </dd>
          <dt>First try</dt>
          <dd>
            Items passed unaided the first time you saw them. “At least” is the lower end of an 80 %
            Wilson interval. An interview is something you have never seen.
          </dd>
          <dt>Stands</dt>
          <dd>
            Coverage, quality and retention as one share, what was never seen counting 0: building
            below 0.50, solid below 0.75; ready for a mock needs an attempt against the clock
            besides, and ten days without a failed answer. A dash stands below a fifth of the core,
            or three attempts.
          </dd>
        </dl>
      </details>
    </>
  );
}

/** With a date, both look to it; without one, each to its own day. */
const weekAgo = (to: Day, today: Day): Day => (daysBetween(today, to) > 0 ? to : weekBefore(today));

function Bars({
  title,
  name,
  areas,
  most,
  of,
}: {
  title: string;
  name: string;
  areas: readonly Area[];
  most: number;
  of: (area: Area) => [number | null, string];
}) {
  // The bars as text: what is drawn changes with them, and not with each drawing of the page.
  const bars = JSON.stringify(
    areas
      .map((area): Bar => {
        const [value, written] = of(area);
        return { label: ROUND_WORDS[area.round], value, written, group: GROUPS[area.graded] };
      })
      .sort((a, b) => Number(a.group === GROUPS.self) - Number(b.group === GROUPS.self)),
  );
  const load = useCallback(
    () => import('../../plots/bars').then(({ barsSketch }) => barsSketch(JSON.parse(bars), most)),
    [bars, most],
  );
  return <Drawing title={title} name={name} load={load} />;
}

/** What of each area will be at hand until the day of the interview, if nothing is reviewed. */
function Forgetting({
  areas,
  items,
  inputs,
  log,
  today,
}: {
  areas: readonly Area[];
  items: readonly Item[];
  inputs: Inputs;
  log: Log;
  today: Day;
}) {
  const title = 'If nothing is reviewed';
  const days = daysAhead(inputs, today);
  const rounds = areas.map(({ round }) => round);
  const curves = forgettingOf(items, log, rounds, days);
  const end = days[days.length - 1];
  // As text: what is drawn changes with it, and not with each drawing of the page.
  const drawn = JSON.stringify({
    lines: curves.map(({ round, at }) => ({ label: ROUND_WORDS[round], values: at })),
    places: days.map(day => ({
      x: daysBetween(today, day),
      name: day === today ? 'Today' : dateOf(day),
    })),
    told: weekly(days),
    words: `${curves
      .map(
        ({ round, items, at }) =>
          `${ROUND_WORDS[round]}, ${count(items, 'item')}: ${per(at[0])} today, ${per(at[at.length - 1])} on ${dateOf(end)}`,
      )
      .join('; ')}.`,
  });
  const load = useCallback(async () => {
    const { linesSketch } = await import('../../plots/lines');
    const { lines, places, told, words } = JSON.parse(drawn);
    return linesSketch(lines, places, told, words);
  }, [drawn]);
  if (curves.length === 0)
    return (
      <figure className={styles.drawing}>
        <figcaption>{title}</figcaption>
        <p className={styles.quiet}>
          The forgetting curve of each area will stand here, from today to{' '}
          {inputs.date === null ? 'four weeks on' : 'the day of the interview'}. It needs a card
          that was answered, or an exercise that was solved.
        </p>
      </figure>
    );
  return (
    <Drawing title={title} name={`Retention, ${title.toLowerCase()}`} load={load} numbers>
      The chance to have at hand what you answered or solved of the core, by FSRS, to{' '}
      {inputs.date === null || inputs.date <= today
        ? 'four weeks from today'
        : 'the day of the interview'}
      . How well you did it is not in it.
    </Drawing>
  );
}

/** The first of the days, the last, and weeks between them; of a long time not each. */
function weekly(days: readonly Day[]): number[] {
  const last = days.length - 1;
  const whole = daysBetween(days[0], days[last]);
  const step = Math.max(1, Math.ceil(whole / 7 / 8)) * 7;
  const found = days.flatMap((day, i) => {
    const ahead = daysBetween(days[0], day);
    return Math.floor(ahead / step) >
      Math.floor(daysBetween(days[0], days[Math.max(0, i - 1)]) / step) && whole - ahead >= step / 2
      ? [i]
      : [];
  });
  return [0, ...found, last];
}

/** How long one practised in the last weeks, as far as it is known, against the hours that were planned. */
function Time({
  areas,
  inputs,
  stored,
  today,
}: {
  areas: readonly Area[];
  inputs: Inputs;
  stored: Stored;
  today: Day;
}) {
  const title = 'Time by week';
  const weeks = useMemo(() => practiceOf(stored, cardList, inputs, today), [stored, inputs, today]);
  const now = weeks[weeks.length - 1];
  // A round that will not come is shown where time was spent on it: the sum is that of the rows.
  const shown = ROUNDS.filter(
    round =>
      areas.some(area => area.round === round) || weeks.some(({ minutes }) => minutes[round] > 0),
  );
  const written = (minutes: number) => (minutes > 0 ? timeInWords(minutes) : '0 min');
  const drawn = JSON.stringify({
    rows: shown.map(round => ({
      label: ROUND_WORDS[round],
      values: weeks.map(({ minutes }) => minutes[round]),
      full: round === 'coding',
    })),
    weeks: weeks.map(({ first }) => dateOf(first)),
    planned: weeks.map(({ planned }) => planned),
    words: `This week ${written(now.all)} of ${written(now.planned)} planned${
      weeks.length > 1
        ? `; before it ${weeks
            .slice(0, -1)
            .map(({ first, all }) => `${written(all)} in the week of ${dateOf(first)}`)
            .join(', ')}`
        : ''
    }.`,
  });
  const load = useCallback(async () => {
    const { weeksSketch } = await import('../../plots/weeks');
    const { rows, weeks, planned, words } = JSON.parse(drawn);
    return weeksSketch(
      rows,
      weeks,
      planned,
      minutes => (minutes > 0 ? timeInWords(minutes) : '–'),
      words,
    );
  }, [drawn]);
  return (
    <Drawing
      title={title}
      name="Time practised by week and area, against the hours that were planned"
      load={load}
      numbers
    >
      This week {written(now.all)} of {written(now.planned)}. The line is the hours of your set-up.
      Cards count to the end of their grading, exercises from the first run of a sitting to the
      last: what came before that run is not known.
    </Drawing>
  );
}
