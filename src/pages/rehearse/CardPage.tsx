import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import { begin } from '../../rehearsal/attempt';
import { Attempt } from './Attempt';
import styles from './Attempt.module.css';
import { Intro } from './Intro';
import { useCard } from './use-card';
import { usePlan } from './use-plan';

/** One card: what it is and how it went before, then an attempt at it. */
export function CardPage({ id }: { id: string }) {
  const card = useCard(id);
  const { all, unsaved, change, remove } = useRecords(rehearsalStore);
  const [finished, setFinished] = useState<number | null>(null);
  const plan = usePlan(all, useNowOf(all?.length));
  const [, go] = useLocation();

  useEffect(() => {
    document.title = card ? `${card.title} · Scratchwork` : 'Rehearse · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, [card]);

  const own = all?.filter(rehearsal => rehearsal.card === id) ?? [];
  const shown =
    own.find(({ done }) => done === null) ?? own.find(({ began }) => began === finished);

  return (
    <>
      <TopBar>
        <Link href="/rehearse">All cards</Link>
      </TopBar>
      <main className={styles.page}>
        {card === null && (
          <>
            <h1>There is no such card</h1>
            <p>
              <Link href="/rehearse">See all cards</Link>
            </p>
          </>
        )}
        {card && all && !shown && (
          <Intro
            card={card}
            past={own}
            state={plan.stateOf(id)}
            onStart={() => void change(begin(id, Date.now()), it => it)}
          />
        )}
        {card && all && shown && (
          <Attempt
            key={shown.began}
            card={card}
            rehearsal={shown}
            log={all}
            unsaved={unsaved}
            backAt={plan.backAt(card)}
            change={work => {
              setFinished(shown.began);
              return change(shown, work);
            }}
            onDrop={() => void remove(shown)}
            next={
              <>
                <button type="button" className="primary" onClick={() => go('/rehearse')}>
                  All cards
                </button>
                <button type="button" onClick={() => setFinished(null)}>
                  Back to this card
                </button>
              </>
            }
          />
        )}
      </main>
    </>
  );
}

/** The time, read anew when something has changed. */
function useNowOf(changed: unknown): number {
  const [at, setAt] = useState(Date.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the occasion
  useEffect(() => setAt(Date.now()), [changed]);
  return at;
}
