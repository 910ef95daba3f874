import type { Outcome } from '../../graders/verdict';
import styles from './Glyph.module.css';

const SHAPES: Record<Outcome['state'], { path: string; word: string }> = {
  passed: { path: 'M3 8.5 6.5 12 13 4.5', word: 'passed' },
  missed: { path: 'M4 4l8 8M12 4l-8 8', word: 'missed' },
  crashed: { path: 'M8 3v6.5M8 12.4v.1', word: 'crashed' },
  'timed-out': { path: 'M8 4v4.2l2.6 2', word: 'timed out' },
  'not-run': { path: 'M5 8h6', word: 'not run' },
};

/** The state of a check as a small drawing, with its word for those who cannot see it. */
export function Glyph({ state }: { state: Outcome['state'] }) {
  const { path, word } = SHAPES[state];
  return (
    <span className={styles.glyph} data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {state === 'timed-out' && <circle cx="8" cy="8" r="6.2" />}
        <path d={path} />
      </svg>
      <span className="visually-hidden">{word}: </span>
    </span>
  );
}
