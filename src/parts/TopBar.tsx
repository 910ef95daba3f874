import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { perform } from '../commands/offers';
import styles from './TopBar.module.css';

/** The strip at the top of every page: the way home, to the cards and to the plan, what the page adds, the settings. */
export function TopBar({ children }: { children?: ReactNode }) {
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.mark}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 4c1.5 9 3.2 11 5.2 11 2.2 0 2-4 4-4 2.3 0 2 6 4.2 6 1.8 0 2.3-1.8 4.6-2" />
        </svg>
        <span>Scratchwork</span>
      </Link>
      <Link href="/rehearse">Rehearse</Link>
      <Link href="/plan">Plan</Link>
      {children}
      <button
        type="button"
        aria-label="Settings"
        title="Settings"
        onClick={() => perform('settings')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.icon}>
          <path d="M1 5h8m4 0h2M1 11h2m4 0h8M13 5a2 2 0 1 1-4 0a2 2 0 1 1 4 0M7 11a2 2 0 1 1-4 0a2 2 0 1 1 4 0" />
        </svg>
      </button>
    </header>
  );
}
