import type { Interview } from '../../progress/interview';
import styles from './Review.module.css';
import { clock, timeLine } from './words';

/** What happened when: once to scale, once in words. */
export function TimeLine({ interview }: { interview: Interview }) {
  const lines = timeLine(interview);
  const whole = Math.max(interview.minutes * 60_000, interview.ended ?? 0);
  const place = (at: number) => `${(100 * Math.min(at, whole)) / whole}%`;
  return (
    <div className={styles.time}>
      <div className={styles.scaleLine} aria-hidden="true">
        <i className={styles.used} style={{ width: place(interview.ended ?? 0) }} />
        {lines.map(({ at, kind, say }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened has no identity but its place
          <i key={i} data-kind={kind} title={`${clock(at)} ${say}`} style={{ left: place(at) }} />
        ))}
      </div>
      <ol aria-label="Time line">
        {lines.map(({ at, kind, say }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened has no identity but its place
          <li key={i} data-kind={kind}>
            <span>{clock(at)}</span> {say}
          </li>
        ))}
      </ol>
    </div>
  );
}
