import { useEffect, useRef, useState } from 'react';
import type { Part } from '../../rehearsal/script';
import { clock } from '../rehearse/words';
import { lengthOf } from './script-words';
import styles from './Walk.module.css';

const now = () => performance.now();

/** A rehearsal aloud: the parts one after the other against their time boxes. */
export function Walk({
  title,
  parts,
  texts,
  onDone,
  onStop,
}: {
  title: string;
  parts: readonly Part[];
  /** What was written for each part. */
  texts: Readonly<Record<string, string>>;
  /** Hands on how many seconds each part took. */
  onDone: (seconds: number[]) => void;
  onStop: () => void;
}) {
  const [began] = useState(now);
  /** When each part ended that is over. */
  const [ends, setEnds] = useState<readonly number[]>([]);
  const [notes, setNotes] = useState(false);
  const [time, setTime] = useState(began);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 250);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => button.current?.focus(), []);

  const starts = [began, ...ends];
  const part = parts[ends.length];
  const next = parts[ends.length + 1];
  const inPart = Math.max(0, time - starts[ends.length]) / 1000;
  const inAll = Math.max(0, time - began) / 1000;
  const planned = parts.reduce((sum, { seconds }) => sum + seconds, 0);

  function goOn() {
    const all = [...ends, now()];
    setEnds(all);
    setTime(now());
    if (all.length < parts.length) return;
    onDone(all.map((end, i) => Math.round((end - [began, ...all][i]) / 100) / 10));
  }

  const latest = useRef(goOn);
  latest.current = goOn;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      // A key that is held down goes on once.
      if (event.repeat) event.preventDefault();
      else if (!isOnControl(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        latest.current();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);

  if (!part) return null;
  return (
    <section className={styles.walk} aria-label="Rehearsal" data-own-keys="">
      <p className="quiet">{title}</p>
      <div className={styles.now}>
        <h1 className={styles.nowIs} aria-live="polite">
          {part.label}
        </h1>
        <p className={styles.ask}>{part.ask}</p>
        <p className={styles.clock} data-over={inPart > part.seconds || undefined}>
          <span role="timer" aria-label="Time in this part">
            {clock(inPart * 1000)}
          </span>{' '}
          <small>of {clock(part.seconds * 1000)}</small>
        </p>
        <progress
          max={part.seconds}
          value={Math.min(inPart, part.seconds)}
          data-over={inPart > part.seconds || undefined}
          aria-label="Of the time box"
        />
      </div>
      <div className="choices">
        <button ref={button} type="button" className="primary" onClick={goOn}>
          {next ? `Next: ${next.label}` : 'Done'}
        </button>
        <span className="quiet">
          <kbd>Space</kbd> or <kbd>Enter</kbd>
        </span>
        <button
          type="button"
          className="link"
          aria-expanded={notes}
          onClick={() => setNotes(!notes)}
        >
          {notes ? 'Hide my text' : 'Show my text'}
        </button>
        <button type="button" className="link" onClick={onStop}>
          Stop, keep no times
        </button>
      </div>
      {notes && (
        <blockquote className={styles.notes}>
          {texts[part.name]?.trim() || 'Nothing is written for this part.'}
        </blockquote>
      )}
      <ol className={styles.steps} aria-label="Parts">
        {parts.map(({ name, label, seconds }, i) => (
          <li
            key={name}
            aria-current={i === ends.length ? 'step' : undefined}
            data-over={(i < ends.length && ends[i] - starts[i] > seconds * 1000) || undefined}
          >
            <span>{label}</span>
            <small>
              {i < ends.length ? `${lengthOf((ends[i] - starts[i]) / 1000)} of ` : ''}
              {lengthOf(seconds)}
            </small>
          </li>
        ))}
      </ol>
      <p className="quiet">
        All together {clock(inAll * 1000)} of {clock(planned * 1000)}
      </p>
    </section>
  );
}

/** Whether a key presses something of its own. */
function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}
