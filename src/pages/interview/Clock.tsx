import type { Interview } from '../../progress/interview';
import styles from './UnderWay.module.css';
import { useTimeLeft } from './use-clock';
import { clock } from './words';

/** How much time is left, seen; and, a few times, heard. */
export function Clock({ interview }: { interview: Interview }) {
  const left = useTimeLeft(interview);
  // Rounded up: it begins with all of the time, and shows zero when there is none left.
  const shown = left > 0 ? Math.ceil(left / 1000) * 1000 : left;
  return (
    <>
      <span
        role="timer"
        aria-label="Time left"
        className={styles.clock}
        data-state={left <= 0 ? 'over' : undefined}
      >
        {clock(shown)}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {announcement(left)}
      </span>
    </>
  );
}

/** Changes only when there is something to say. */
function announcement(left: number): string {
  const minutes = left / 60_000;
  if (minutes <= 0) return 'The time is up.';
  if (minutes <= 1) return 'One minute left.';
  if (minutes <= 5) return 'Five minutes left.';
  return minutes <= 10 ? 'Ten minutes left.' : '';
}

/** What is said once the time is up. */
export function TimeUp({ interview }: { interview: Interview }) {
  if (useTimeLeft(interview) > 0) return null;
  return (
    <p className={styles.notice}>
      The time is up. End the interview, or go on: what you do from here is marked as after the
      time.
    </p>
  );
}
