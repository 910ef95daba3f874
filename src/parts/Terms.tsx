import { type ReactNode, useId } from 'react';
import styles from './Terms.module.css';

/** The class of a form whose rows have their names beside them. */
export const termsClass = styles.terms;
/** The class of the row that its button stands in, with what is said beside it. */
export const startClass = styles.start;

/** Several fields under one name. */
export function Fields({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className={styles.row}>
      <legend>{name}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

/** One field, with its label. */
export function Field({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{name}</label>
      <div>{children}</div>
    </div>
  );
}

/** Choices beside each other, each a label around its input. */
export function Options({ children }: { children: ReactNode }) {
  return <div className={styles.options}>{children}</div>;
}

/** A choice of its own: the input and its words. */
export function Tick({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the input is among the children
  return <label className={styles.tick}>{children}</label>;
}

/** One of several, each with its words, under one name. */
export function OneOf<T extends string | number | boolean>({
  name,
  of,
  words,
  chosen,
  onChoose,
  children,
}: {
  name: string;
  of: readonly T[];
  words: (one: T) => string;
  chosen: T;
  onChoose: (one: T) => void;
  /** What is said of it below. */
  children?: ReactNode;
}) {
  const group = useId();
  return (
    <Fields name={name}>
      <Options>
        {of.map(one => (
          <label key={String(one)}>
            <input
              type="radio"
              name={group}
              checked={chosen === one}
              onChange={() => onChoose(one)}
            />
            {words(one)}
          </label>
        ))}
      </Options>
      {children}
    </Fields>
  );
}

/** What begins it on these terms, and what one should know before. */
export function Start({ disabled = false, children }: { disabled?: boolean; children: ReactNode }) {
  return (
    <div className={styles.start}>
      <button type="submit" className="primary" disabled={disabled}>
        Start the clock
      </button>
      <p className="quiet">{children}</p>
    </div>
  );
}
