import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { type Day, daysBetween } from '../../planning/days';
import type { Log } from '../../planning/evidence';
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
import type { Bar } from '../../plots/bars';
import type { Rehearsal } from '../../rehearsal/attempt';
import { biasOf, ENOUGH } from '../../rehearsal/bias';
import { Drawing } from './Drawing';
import styles from './Planner.module.css';
import {
  addressOf,
  BAND_WORDS,
  changeInWords,
  DASH,
  missingInWords,
  per,
  ROUND_NOTES,
  ROUND_WORDS,
  timeInWords,
} from './words';

const GROUPS = { machine: 'Graded by the machine', self: 'Graded by you' } as const;
/** The time of so many days is drawn. */
const LATELY = 28;

/** What was shown in each area, as four numbers, and what would add most to the weakest. */
export function Readiness({
  items,
  inputs,
  log,
  before,
  rehearsals,
  today,
}: {
  items: readonly Item[];
  inputs: Inputs;
  log: Log;
  /** The log as it was a week ago. */
  before: Log;
  rehearsals: readonly Rehearsal[];
  today: Day;
}) {
  const { all, weakest } = useMemo(
    () => allReadiness(items, inputs, log, today),
    [items, inputs, log, today],
  );
  const to = lookTo(inputs, today);
  const { bias, checked } = biasOf(rehearsals);
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
          <p>
            The next best half hour for it:{' '}
            {next.map((item, i) => (
              <span key={item.id}>
                {i > 0 && ', '}
                <Link href={addressOf(item)}>{item.title}</Link> ({timeInWords(item.minutes)})
              </span>
            ))}
            .
          </p>
        </section>
      )}
      {(['machine', 'self'] as const).map(graded => {
        const those = all.filter(area => area.graded === graded);
        return (
          those.length > 0 && (
            <Group key={graded} name={GROUPS[graded]} areas={those}>
              {graded === 'machine'
                ? 'Runs of exercises. A hint that is opened outside an interview is not recorded.'
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
        <Bars
          title={`Retention ${inputs.date === null ? 'today' : 'on the day'}`}
          name="Retention: how much of what was attempted will be at hand"
          areas={all}
          most={1}
          of={area =>
            area.retention === null || area.band === 'not enough evidence'
              ? [null, DASH]
              : [area.retention, per(area.retention)]
          }
        />
        <Time areas={all} items={items} log={log} today={today} />
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

/** How long one was at it lately, as far as it is known. */
function Time({
  areas,
  items,
  log,
  today,
}: {
  areas: readonly Area[];
  items: readonly Item[];
  log: Log;
  today: Day;
}) {
  const minutes = new Map(
    areas.map(({ round }) => {
      const tries = items
        .filter(item => item.round === round)
        .flatMap(({ id }) => log.get(id)?.tries ?? [])
        .filter(({ day }) => daysBetween(day, today) < LATELY);
      const known = tries.flatMap(one => one.minutes ?? []);
      return [round, known.length === 0 ? null : known.reduce((a, b) => a + b, 0)] as const;
    }),
  );
  const most = Math.max(30, ...[...minutes.values()].map(value => value ?? 0));
  return (
    <Bars
      title={`Minutes in the last ${LATELY} days`}
      name={`Minutes of answering in the last ${LATELY} days; those of exercises are known of interviews alone`}
      areas={areas}
      most={most}
      of={({ round }) => {
        const value = minutes.get(round) ?? null;
        return value === null ? [null, DASH] : [value, timeInWords(value)];
      }}
    />
  );
}
