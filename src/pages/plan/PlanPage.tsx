import { useEffect } from 'react';
import { Later } from '../../parts/Later';
import { TopBar } from '../../parts/TopBar';
import styles from './PlanPage.module.css';

/** The days to an interview, what was shown so far, and what both are made from. */
export function PlanPage() {
  useEffect(() => {
    document.title = 'Plan · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);
  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <header className={styles.lead}>
          <h1 tabIndex={-1}>Plan</h1>
          <p>
            Days that lead to your interview, by the time you have, the rounds that come, and what
            you have shown here. Worked out on this machine, anew each time you open it.
          </p>
        </header>
        <Later load={() => import('./Planner').then(module => module.Planner)} />
      </main>
    </>
  );
}
