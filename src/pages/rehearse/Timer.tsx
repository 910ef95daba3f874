import type { Rehearsal } from '../../rehearsal/attempt';
import { applySettings, useSettings } from '../../settings/settings';
import styles from './Attempt.module.css';
import { useAnswerTime } from './use-clock';
import { clock } from './words';

/** How much time is left: counted down quietly, amber when it is over; whoever minds it hides it. */
export function Timer({ rehearsal, minutes }: { rehearsal: Rehearsal; minutes: number }) {
  const { hideTimer } = useSettings();
  const left = minutes * 60_000 - useAnswerTime(rehearsal);
  // Rounded up: it begins with all of the time, and shows zero when there is none left.
  const shown = left > 0 ? Math.ceil(left / 1000) * 1000 : left;
  return (
    <p className={styles.timer}>
      {!hideTimer && (
        <span role="timer" aria-label="Time left" data-state={left <= 0 ? 'over' : undefined}>
          {clock(shown)}
        </span>
      )}
      <button
        type="button"
        className="link"
        onClick={() => applySettings({ hideTimer: !hideTimer })}
      >
        {hideTimer ? 'Show the clock' : 'Hide the clock'}
      </button>
      <span className="visually-hidden" aria-live="polite">
        {left <= 0 && !hideTimer ? 'The time is up.' : ''}
      </span>
    </p>
  );
}

/** Minutes for each component of a design that takes 45. */
const SHARES = [6, 5, 9, 12, 9, 4];

/** Where in a design one ought to be by now. */
export function TimeLine({
  rehearsal,
  minutes,
  parts,
}: {
  rehearsal: Rehearsal;
  minutes: number;
  parts: readonly string[];
}) {
  const total = SHARES.reduce((sum, share) => sum + share, 0);
  const passed = useAnswerTime(rehearsal) / 60_000;
  const scale = minutes / total;
  let end = 0;
  const boxes = parts.map((part, i) => {
    const begin = end;
    end += SHARES[i] * scale;
    return { part, minutes: SHARES[i] * scale, on: begin <= passed && passed < end };
  });
  return (
    <ol className={styles.timeLine} aria-label="Time line">
      {boxes.map(({ part, minutes, on }) => (
        <li
          key={part}
          style={{ flexGrow: minutes }}
          aria-current={on ? 'step' : undefined}
          title={part}
        >
          <span>{part}</span> <small>{Math.round(minutes)}</small>
        </li>
      ))}
      <i style={{ left: `${Math.min(100, (passed / minutes) * 100)}%` }} aria-hidden="true" />
    </ol>
  );
}
