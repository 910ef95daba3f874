import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { TRACKS } from '../../../exercises/meta';
import { catalogue } from '../../catalog/catalogue';
import { Later } from '../../parts/Later';
import { TopBar } from '../../parts/TopBar';
import { useLater } from '../../parts/use-later';
import type { Progress } from '../../progress/agenda';
import { readProgress } from '../../progress/attempts';
import { Agenda } from './Agenda';
import styles from './CataloguePage.module.css';
import type { Now } from './due';
import { Filters } from './Filters';
import { addressOf, type Filter, filterIn, NO_FILTER, narrow } from './filter';
import { StandingMark } from './StandingMark';

/** The exercises by track, in an order that builds, with how far one has come and what to go on with. */
export function CataloguePage() {
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress> | null>(null);
  const [due, setDue] = useState<Now | null>(null);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [asMap, setAsMap] = useState(false);
  const [PathMap, loadMap] = useLater(() => import('./PathMap').then(m => m.PathMap));
  const standingOf = (slug: string) => progress?.get(slug)?.standing ?? 'untouched';
  // Typing goes first, the list after it.
  const shown = narrow(catalogue, useDeferredValue(filter), standingOf);

  useEffect(() => {
    readProgress().then(setProgress, () => setProgress(new Map()));
    // The scheduler and the planner are fetched behind the page; without them the page goes on.
    import('./due').then(({ allNow }) => allNow()).then(setDue, () => {});
  }, []);

  // The page is made ahead without a filter; an address that has one is looked at when it comes.
  useEffect(() => {
    const look = () => setFilter(filterIn(location.search));
    look();
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);

  function change(next: Filter) {
    setFilter(next);
    history.replaceState(history.state, '', addressOf(next) || location.pathname);
  }

  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <header className={styles.lead}>
          <h1>
            Write it from scratch. <br />
            Find out why the numbers are wrong.
          </h1>
          <p>
            Each exercise is an algorithm that interviews ask for. You write it in TypeScript; it is
            run on fresh data beside a reference, and you are told not just that something is off
            but what. Your code stays on this machine.
          </p>
          <p className={styles.interview}>
            <Link href="/interview">Interview</Link>
            <span>One exercise against the clock, on a whiteboard.</span>
          </p>
          <p className={styles.interview}>
            <Link href="/rehearse">Rehearse</Link>
            <span>The spoken half: answer aloud, then grade yourself.</span>
          </p>
        </header>
        <Agenda progress={progress} due={due} />
        <section className={styles.exercises} aria-label="All exercises">
          <Filters
            filter={filter}
            onChange={change}
            count={shown.length}
            asMap={asMap}
            onView={map => {
              if (map) loadMap();
              setAsMap(map);
            }}
          />
          {asMap && PathMap ? (
            <PathMap shown={new Set(shown.map(({ slug }) => slug))} standingOf={standingOf} />
          ) : (
            <ul className={styles.tracks} aria-label="Exercises">
              {TRACKS.map(track => ({
                track,
                those: shown.filter(({ meta }) => meta.track === track),
              }))
                .filter(({ those }) => those.length > 0)
                .map(({ track, those }) => (
                  <li key={track}>
                    <h2>{track}</h2>
                    <ol>
                      {those.map(({ slug, meta }) => (
                        <li key={slug} data-state={standingOf(slug)}>
                          <Link href={`/exercises/${slug}`}>
                            <span className={styles.title}>{meta.title}</span>
                            <span className={styles.teaches}>{meta.teaches}</span>
                            <span className={styles.facts}>
                              {meta.level} · {meta.minutes} min
                            </span>
                            <StandingMark standing={standingOf(slug)} />
                          </Link>
                        </li>
                      ))}
                    </ol>
                  </li>
                ))}
            </ul>
          )}
          {shown.length === 0 && (
            <p className={styles.none}>
              No exercise is like that.{' '}
              <button type="button" className="link" onClick={() => change(NO_FILTER)}>
                Show all
              </button>
            </p>
          )}
        </section>
        <footer className={styles.footer}>
          <Link href="/data">Your data</Link>
          <Later load={() => import('../../parts/OfflineMark').then(m => m.OfflineMark)} />
          <Link href="/licences">Licences</Link>
        </footer>
      </main>
    </>
  );
}
