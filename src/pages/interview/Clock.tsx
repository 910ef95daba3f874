import type { Interview } from '../../progress/interview';
import styles from './UnderWay.module.css';
import { useTimeLeft } from './use-clock';
import { clock, timeLeftInWords } from './words';

/** How much time is left of an interview. */
export function Clock({ interview }: { interview: Interview }) {
  const left = useTimeLeft(interview);
  return <Countdown left={left} minutes={interview.minutes} label="Time left" />;
}

/** How much time is left, seen; and, a few times, heard. @param left in milliseconds */
export function Countdown({
  left,
  minutes,
  label,
  of = '',
}: {
  left: number;
  /** How long it is in all. */
  minutes: number;
  label: string;
  /** Of what, where there are several clocks. */
  of?: string;
}) {
  // Rounded up: it begins with all of the time, and shows zero when there is none left.
  const shown = left > 0 ? Math.ceil(left / 1000) * 1000 : left;
  return (
    <>
      <span
        role="timer"
        aria-label={label}
        className={styles.clock}
        data-state={left <= 0 ? 'over' : undefined}
      >
        {clock(shown)}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {/* Changes only when there is something to say. */}
        {timeLeftInWords(left, minutes * 60_000, of)}
      </span>
    </>
  );
}

/** What is said once the time is up. */
export function TimeUp({ interview, part }: { interview: Interview; part: boolean }) {
  if (useTimeLeft(interview) > 0) return null;
  return (
    <p className={styles.notice}>
      The time is up. End the {part ? 'part' : 'interview'}, or go on: what you do from here is
      marked as after the time.
    </p>
  );
}
