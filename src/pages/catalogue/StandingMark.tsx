import type { Standing } from '../../progress/agenda';
import styles from './StandingMark.module.css';

const WORDS: Record<Standing, string> = { untouched: '', started: 'Started', solved: 'Solved' };

/** How far one has come with an exercise, as a word; its place never changes width. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span className={styles.mark} data-standing={standing}>
      {WORDS[standing]}
    </span>
  );
}
