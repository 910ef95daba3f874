import { useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { readDue } from '../../progress/due';
import type { Rehearsal } from '../../rehearsal/attempt';
import { sessionOf } from '../../rehearsal/session';
import { applySettings, useSettings } from '../../settings/settings';
import styles from './ListPage.module.css';
import type { Plan } from './use-plan';
import { addressOf, count } from './words';

const LENGTHS = [10, 20, 45]; // minutes
const exercise = new Map(catalogue.map(({ slug, meta }) => [slug, meta]));
const titleOf = (id: string) => cardList.find(card => card.id === id)?.title ?? id;

/** What is due now, how to begin, and what was left half done. As tall before it is known as after. */
export function Due({
  plan,
  under,
  onStart,
  onDrop,
}: {
  /** Null until it is known. */
  plan: Plan | null;
  under: readonly Rehearsal[];
  onStart: (minutes: number) => void;
  onDrop: (rehearsal: Rehearsal) => void;
}) {
  const { interviewDate } = useSettings();
  const [minutes, setMinutes] = useState(20);
  const [again, setAgain] = useState<readonly string[]>([]);
  const date = useId();
  const length = useId();
  const items = plan ? sessionOf(plan.due, plan.fresh, minutes) : [];
  const due = items.filter(({ why }) => why !== 'new').length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is due depends on the date
  useEffect(() => {
    readDue(slug => exercise.get(slug)?.minutes, cardList, Date.now()).then(
      ({ exercises }) => setAgain(exercises),
      () => {},
    );
  }, [interviewDate]);

  return (
    <section className={styles.due} aria-labelledby="due">
      <h2 id="due" className="visually-hidden">
        Now
      </h2>
      <dl>
        <div>
          <dt>due</dt>
          <dd>{plan ? plan.due.length : '–'}</dd>
        </div>
        <div>
          <dt>new today</dt>
          <dd>{plan ? plan.fresh.length : '–'}</dd>
        </div>
      </dl>
      <form
        onSubmit={event => {
          event.preventDefault();
          onStart(minutes);
        }}
      >
        <button type="submit" className="primary" disabled={items.length === 0}>
          Start a session
        </button>
        <label htmlFor={length} className="visually-hidden">
          Length of the session
        </label>
        <select
          id={length}
          value={minutes}
          onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
        >
          {LENGTHS.map(n => (
            <option key={n} value={n}>
              up to {n} min
            </option>
          ))}
        </select>
        <p className={`${styles.quiet} ${styles.plan}`}>
          {plan === null
            ? ' '
            : items.length === 0
              ? 'Nothing is due, and today’s new cards are done. Any card can be rehearsed from the list.'
              : `${count(items.length, 'card')}, ${due} of them due, topics mixed.`}
        </p>
      </form>
      <p className={styles.date}>
        <label htmlFor={date}>Interview on</label>
        <input
          id={date}
          type="date"
          autoComplete="off"
          max="9999-12-31"
          value={interviewDate}
          onChange={({ currentTarget }) => applySettings({ interviewDate: currentTarget.value })}
        />
        <span className={styles.quiet}>
          {interviewDate
            ? 'Nothing comes back after it.'
            : 'If there is a date, cards come back before it.'}
        </span>
      </p>
      {under.length > 0 && (
        <ul className={styles.under} aria-label="Under way">
          {under.map(rehearsal => (
            <li key={rehearsal.began}>
              <span>Under way:</span>{' '}
              <Link href={addressOf(rehearsal.card)}>{titleOf(rehearsal.card)}</Link>{' '}
              <button
                type="button"
                className={`link ${styles.letGo}`}
                onClick={() => onDrop(rehearsal)}
              >
                Let it go
              </button>
            </li>
          ))}
        </ul>
      )}
      {again.length > 0 && (
        <p className={styles.quiet}>
          To be written again from a blank editor:{' '}
          {again.map((slug, i) => (
            <span key={slug}>
              {i > 0 && ', '}
              <Link href={`/exercises/${slug}`}>{exercise.get(slug)?.title ?? slug}</Link>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
