import { type ReactNode, useId } from 'react';
import type { Part } from '../../rehearsal/script';
import { voicesIn, wordsIn } from '../../rehearsal/spoken';
import styles from './Fields.module.css';
import { count, lengthOf, spanOf } from './script-words';

/** One part to be written, with what can be counted in it. */
export function PartField({
  part,
  text,
  onChange,
  children,
}: {
  part: Part;
  text: string;
  onChange: (text: string) => void;
  /** What belongs to this part alone. */
  children?: ReactNode;
}) {
  const id = useId();
  const words = wordsIn(text);
  return (
    <div className={styles.part}>
      <label htmlFor={id}>{part.label}</label>
      <p id={`${id}-ask`} className="quiet">
        {part.ask}
      </p>
      <textarea
        id={id}
        rows={Math.max(2, Math.round(part.seconds / 12))}
        value={text}
        aria-describedby={`${id}-ask ${id}-facts`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={`${id}-facts`} className="facts">
        {words > 0 && `${count(words, 'word')} · about ${spanOf(words)} of `}
        {words === 0 && 'planned: '}
        {lengthOf(part.seconds)}
      </p>
      {children}
    </div>
  );
}

/** One line of text with its label. */
export function LineField({
  label,
  text,
  placeholder,
  onChange,
}: {
  label: string;
  text: string;
  placeholder?: string;
  onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

/** What can be counted in all of a text, said as it is. */
export function Counted({ texts, planned }: { texts: readonly string[]; planned: number }) {
  const all = texts.join('\n');
  const words = wordsIn(all);
  const { i, we } = voicesIn(all);
  if (words === 0) return <p className="quiet">Nothing is written yet.</p>;
  return (
    <p className={styles.counted}>
      {count(words, 'word')}, about {spanOf(words)}; planned are {lengthOf(planned)}. “We” stands{' '}
      {count(we, 'time')}, “I” {count(i, 'time')}.
    </p>
  );
}
