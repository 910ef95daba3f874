import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { cardList } from '../../catalog/cards';
import { TopBar } from '../../parts/TopBar';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import { begin, type Rating } from '../../rehearsal/attempt';
import { Attempt } from './Attempt';
import styles from './Attempt.module.css';
import { begunAt, keepSession, readSession, type Session } from './session';
import { useCard } from './use-card';
import { usePlan } from './use-plan';
import { addressOf, RATING_WORDS } from './words';

const titleOf = (id: string) => cardList.find(card => card.id === id)?.title ?? id;

/** Several cards, one after another. */
export function SessionPage() {
  const [session, setSession] = useState<Session | null>(readSession);
  const { all, unsaved, change, remove } = useRecords(rehearsalStore);
  const step = session?.steps[session.at];
  const card = useCard(step?.card);
  const [now, setNow] = useState(Date.now);
  const plan = usePlan(all, now);
  const shown = all?.find(({ began }) => began === step?.began);

  useEffect(() => {
    document.title = 'Session · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  function keep(next: Session) {
    keepSession(next);
    setSession(next);
    setNow(Date.now());
  }

  /** Begins the step that a session has come to. */
  function start(from: Session) {
    const step = from.steps[from.at];
    if (!step) return keep(from);
    const source = all?.find(({ began }) => began === step.of) ?? null;
    const rehearsal = begin(step.card, Date.now(), source);
    void change(rehearsal, it => it);
    keep(begunAt(from, rehearsal.began));
  }

  const on = session && session.at < session.steps.length;
  const last = session && session.at === session.steps.length - 1;

  return (
    <>
      <TopBar>
        {on && (
          <span className={styles.place}>
            {session.at + 1} of {session.steps.length}
          </span>
        )}
        <Link href="/rehearse">{on ? 'Leave the session' : 'All cards'}</Link>
      </TopBar>
      <main className={styles.page}>
        {!session && (
          <>
            <h1>No session is on</h1>
            <p>
              <Link href="/rehearse">Start one</Link>
            </p>
          </>
        )}
        {on && card === null && (
          <p>
            This version does not have the card {titleOf(session.steps[session.at].card)}.{' '}
            <button type="button" onClick={() => start({ ...session, at: session.at + 1 })}>
              Go on
            </button>
          </p>
        )}
        {on && card && all && !shown && (
          <section className={styles.intro}>
            <h1>{card.title}</h1>
            <div className={styles.choices}>
              <button type="button" className="primary" onClick={() => start(session)}>
                Start the clock
              </button>
              <button type="button" onClick={() => start({ ...session, at: session.at + 1 })}>
                Skip it
              </button>
            </div>
          </section>
        )}
        {on && card && all && shown && (
          <Attempt
            key={shown.began}
            card={card}
            rehearsal={shown}
            log={all}
            unsaved={unsaved}
            backAt={plan.backAt(card)}
            change={work => change(shown, work).then(() => setNow(Date.now()))}
            onDrop={() => {
              void remove(shown);
              start({ ...session, at: session.at + 1 });
            }}
            next={
              <button
                type="button"
                className="primary"
                onClick={() => start({ ...session, at: session.at + 1 })}
              >
                {last ? 'End the session' : 'Next card'}
              </button>
            }
          />
        )}
        {session && !on && (
          <section className={styles.intro} aria-labelledby="over">
            <h1 id="over">The session is over</h1>
            <ul className={styles.past}>
              {session.steps.map(({ card, began }) => {
                const one = all?.find(rehearsal => rehearsal.began === began);
                return (
                  <li key={`${card} ${began}`}>
                    <Link href={addressOf(card)}>{titleOf(card)}</Link>
                    <span>{one ? ratingOf(one.rating, one.regrades) : 'left out'}</span>
                  </li>
                );
              })}
            </ul>
            <p>
              <Link href="/rehearse">All cards</Link>
            </p>
          </section>
        )}
      </main>
    </>
  );
}

function ratingOf(rating: Rating | null, regrades: number | null): string {
  if (regrades !== null) return 'graded once more';
  return rating === null ? 'not over' : RATING_WORDS[rating];
}
