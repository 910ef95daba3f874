import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { CARD_TYPES, type CardSummary, labelOf } from '../../catalog/card';
import { cardList } from '../../catalog/cards';
import { TopBar } from '../../parts/TopBar';
import type { Mock } from '../../progress/mock';
import { allMocks } from '../../progress/mocks';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import { begin } from '../../rehearsal/attempt';
import { sessionOf } from '../../rehearsal/session';
import { Due } from './Due';
import { Filters } from './Filters';
import { type Filter, filterIn, NO_FILTER, narrow, queryOf, STATE_WORDS } from './filter';
import styles from './ListPage.module.css';
import { SelfAssessment } from './SelfAssessment';
import { begunAt, keepSession, sessionWith } from './session';
import { usePlan } from './use-plan';
import { addressOf, count, minutesOf, topicOf } from './words';

/** What is due with a way to begin, and all cards by type, folded up until one looks for something. */
export function ListPage() {
  const { all, change, remove } = useRecords(rehearsalStore);
  const [now] = useState(Date.now);
  const plan = usePlan(all, now);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [mocks, setMocks] = useState<readonly Mock[]>([]);
  const [, go] = useLocation();
  const shown = narrow(cardList, useDeferredValue(filter), plan.stateOf);
  // What was answered in a round is graded when it is over.
  const under = mocks.filter(({ ended }) => ended === null);
  const round = under.find(({ purpose }) => !purpose);
  const inRound = new Set(under.flatMap(({ parts }) => parts.flatMap(one => one.rehearsals)));
  const narrowed = Object.values(filter).some(condition => condition !== '');

  useEffect(() => {
    document.title = 'Rehearse · Scratchwork';
    allMocks().then(setMocks, () => {});
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  // The page is made ahead without a filter; an address that has one is looked at when it comes.
  useEffect(() => {
    const look = () => setFilter(filterIn(location.search));
    look();
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);

  function narrowTo(next: Filter) {
    setFilter(next);
    history.replaceState(history.state, '', queryOf(next) || location.pathname);
  }

  async function startSession(minutes: number) {
    const items = sessionOf(plan.due, plan.fresh, minutes);
    const [first] = items;
    if (!first) return;
    const source = all?.find(({ began }) => began === first.of) ?? null;
    const rehearsal = begin(first.card.id, Date.now(), source);
    keepSession(begunAt(sessionWith(items), rehearsal.began));
    await change(rehearsal, it => it);
    go('/rehearse/session');
  }

  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <header className={styles.lead}>
          <h1>Rehearse</h1>
          <p>
            Interviews are mostly spoken. Answer a card aloud, on paper or in writing, commit to it,
            then hold it against a model answer and grade yourself. What you missed comes back soon,
            what you know later.
          </p>
          <p>
            <Link href="/rehearse/mock">{round ? 'Back to the round' : 'Mock interview'}</Link>{' '}
            {round
              ? 'A mock interview is under way, and its clock goes on.'
              : 'Several parts against one clock, graded at the end.'}
          </p>
        </header>
        <Due
          plan={all && plan}
          under={all?.filter(({ done, began }) => done === null && !inRound.has(began)) ?? []}
          onStart={minutes => void startSession(minutes)}
          onDrop={rehearsal => void remove(rehearsal)}
        />
        <section className={styles.own} aria-labelledby="own">
          <h2 id="own">Of your own</h2>
          <ul>
            <li>
              <Link href="/rehearse/stories">Stories</Link>
              <span className={styles.quiet}>
                what happened to you, for questions about behaviour
              </span>
            </li>
            <li>
              <Link href="/rehearse/pitch">Pitch</Link>
              <span className={styles.quiet}>one project in three lengths</span>
            </li>
            <li>
              <Link href="/rehearse/sheet">Missed points</Link>
              <span className={styles.quiet}>
                what your last answers left out, on pages to be printed
              </span>
            </li>
          </ul>
        </section>
        <section className={styles.cards} aria-labelledby="cards">
          <h2 id="cards">All cards</h2>
          <Filters
            filter={filter}
            onChange={narrowTo}
            say={count(shown.length, 'card')}
            narrowed={narrowed}
          />
          {CARD_TYPES.map(type => ({
            type,
            those: shown.filter(card => card.type === type),
          }))
            .filter(({ those }) => those.length > 0)
            .map(({ type, those }) => (
              <Group
                // Folded or not as one left it, until a condition opens them all.
                key={`${type} ${narrowed}`}
                label={labelOf(type)}
                open={narrowed}
                note={tally(those, plan.stateOf)}
              >
                {those.map(card => (
                  <li key={card.id}>
                    <Link href={addressOf(card.id)}>
                      <span className={styles.title}>{card.title}</span>
                      <span className={styles.facts}>
                        {topicOf(card.topic)} · {minutesOf(card.minutes)}
                      </span>
                      <span className={styles.state} data-state={plan.stateOf(card.id)}>
                        {plan.stateOf(card.id) === 'new' ? '' : STATE_WORDS[plan.stateOf(card.id)]}
                      </span>
                    </Link>
                  </li>
                ))}
              </Group>
            ))}
          {shown.length === 0 && (
            <p className={styles.quiet}>
              {cardList.length === 0 ? 'There are no cards yet.' : 'No card is like that.'}
            </p>
          )}
        </section>
        <SelfAssessment log={all ?? []} />
      </main>
    </>
  );
}

/** The cards of a type; what is folded up is not drawn. */
function Group({
  label,
  note,
  open,
  children,
}: {
  label: string;
  note: string;
  open: boolean;
  children: ReactNode;
}) {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <details
      className={styles.group}
      open={open}
      onToggle={event => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <h3>{label}</h3> <span>{note}</span>
      </summary>
      <ul aria-label={label}>{unfolded && children}</ul>
    </details>
  );
}

function tally(cards: readonly CardSummary[], stateOf: (id: string) => string): string {
  const of = (state: string) => cards.filter(({ id }) => stateOf(id) === state).length;
  const rehearsed = of('due') + of('resting');
  const parts = [
    count(cards.length, 'card'),
    rehearsed > 0 && `${rehearsed} rehearsed`,
    of('due') > 0 && `${of('due')} due`,
  ];
  return parts.filter(Boolean).join(' · ');
}
