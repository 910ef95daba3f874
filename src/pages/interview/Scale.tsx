import { useId } from 'react';
import { MARKS, type Mark } from '../../progress/interview';
import styles from './Review.module.css';
import { MARK_WORDS } from './words';

/** Three answers to choose from, for marking oneself. */
export function Scale({
  label,
  value,
  onChange,
}: {
  /** What is marked, for those who cannot see what stands beside. */
  label: string;
  value: Mark | undefined;
  onChange: (mark: Mark) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.scale}>
      <legend className="visually-hidden">{label}</legend>
      {MARKS.map(mark => (
        <label key={mark}>
          <input
            type="radio"
            name={name}
            checked={value === mark}
            onChange={() => onChange(mark)}
          />
          {MARK_WORDS[mark]}
        </label>
      ))}
    </fieldset>
  );
}
