import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { Later } from '../../parts/Later';
import { TopBar } from '../../parts/TopBar';
import { type Standing, standings } from '../../progress/attempts';
import styles from './CataloguePage.module.css';

const WORDS: Record<Standing, string> = { untouched: '', started: 'Started', solved: 'Solved' };

/** The list of exercises in an order that builds, with how far one has come. */
export function CataloguePage() {
  const [standing, setStanding] = useState<ReadonlyMap<string, Standing>>(new Map());
  useEffect(() => {
    standings().then(setStanding, () => {});
  }, []);

  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <header className={styles.lead}>
          <h1>Write it from scratch. Find out why the numbers are wrong.</h1>
          <p>
            Each exercise is an algorithm that interviews ask for. You write it in TypeScript; it is
            run on fresh data beside a reference, and you are told not just that something is off
            but what. Your code stays on this machine.
          </p>
          <p className={styles.interview}>
            <Link href="/interview">Interview</Link>
            <span>One exercise against the clock, on a whiteboard.</span>
          </p>
        </header>
        <ol className={styles.list} aria-label="Exercises">
          {catalogue.map(({ slug, meta }) => {
            const state = standing.get(slug) ?? 'untouched';
            return (
              <li key={slug} data-state={state}>
                <Link href={`/exercises/${slug}`}>
                  <span className={styles.title}>{meta.title}</span>
                  <span className={styles.teaches}>{meta.teaches}</span>
                  <span className={styles.facts}>
                    {meta.track} · {meta.level} · {meta.minutes} min
                  </span>
                  <span className={styles.state}>{WORDS[state]}</span>
                </Link>
              </li>
            );
          })}
        </ol>
        <footer className={styles.footer}>
          <Link href="/data">Your data</Link>
          <Later load={() => import('../../parts/OfflineMark').then(m => m.OfflineMark)} />
          <Link href="/licences">Licences</Link>
        </footer>
      </main>
    </>
  );
}
