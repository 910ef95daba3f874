import { useId, useState } from 'react';
import type { Check } from '../../catalog/card';
import { Html } from '../../parts/Html';
import type { Answered } from '../../rehearsal/attempt';
import type { Reading } from '../../rehearsal/expression';
import styles from './Attempt.module.css';
import { short } from './words';

/** Numbers that the app can check, asked for before the model answer is seen. */
export function Numbers({
  checks,
  onHandedIn,
}: {
  checks: readonly Check[];
  onHandedIn: (answers: Record<string, Answered>) => void;
}) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [readings, setReadings] = useState<Readonly<Record<string, Reading>>>({});
  const name = useId();

  const look = async (id: string, text: string) => {
    const reading = text.trim() === '' ? null : await read(text);
    setReadings(({ [id]: _, ...others }) => (reading ? { ...others, [id]: reading } : others));
  };

  async function handIn() {
    const all = await Promise.all(
      checks.map(async ({ id, value, tolerance }) => {
        const text = typed[id]?.trim() ?? '';
        const reading = text === '' ? null : await read(text);
        const right =
          reading !== null &&
          'value' in reading &&
          Math.abs(reading.value - value) <= tolerance + 1e-9 * Math.abs(value);
        return { id, reading, answered: { typed: text, right } };
      }),
    );
    const unread = all.filter(({ reading }) => reading && 'problem' in reading);
    if (unread.length > 0) {
      setReadings(Object.fromEntries(all.map(({ id, reading }) => [id, reading as Reading])));
      document.getElementById(`${name}-${unread[0].id}`)?.focus();
      return;
    }
    onHandedIn(Object.fromEntries(all.map(({ id, answered }) => [id, answered])));
  }

  return (
    <form
      className={styles.step}
      onSubmit={event => {
        event.preventDefault();
        void handIn();
      }}
    >
      <p className={styles.quiet}>
        These the app can check. Type a number or an expression, as <code>ln(20)/3</code>; what is
        left empty counts as not right.
      </p>
      <ol className={styles.numbers}>
        {checks.map(({ id, ask }, i) => {
          const field = `${name}-${id}`;
          const reading = readings[id];
          return (
            <li key={id}>
              <label htmlFor={field}>
                <Html inline html={ask} />
              </label>
              <input
                id={field}
                data-first={i === 0 || undefined}
                autoComplete="off"
                spellCheck={false}
                value={typed[id] ?? ''}
                aria-describedby={`${field}-read`}
                aria-invalid={(reading && 'problem' in reading) || undefined}
                onChange={({ currentTarget: { value } }) => {
                  setTyped({ ...typed, [id]: value });
                  setReadings(({ [id]: _, ...others }) => others);
                }}
                onBlur={() => void look(id, typed[id] ?? '')}
              />
              <p
                id={`${field}-read`}
                aria-live="polite"
                data-problem={reading && 'problem' in reading}
              >
                {reading && ('value' in reading ? `= ${short(reading.value)}` : reading.problem)}
              </p>
            </li>
          );
        })}
      </ol>
      <button type="submit" className="primary">
        Hand in
      </button>
    </form>
  );
}

/** Works out what was typed; what reads expressions comes when it is first needed. */
async function read(text: string): Promise<Reading> {
  try {
    const { readExpression } = await import('../../rehearsal/expression');
    return readExpression(text);
  } catch {
    const value = Number(text);
    return Number.isFinite(value)
      ? { value }
      : { problem: 'A part of the app did not come: type a plain number here.' };
  }
}
