import type { ReactNode } from 'react';
import styles from './Terms.module.css';

/** The class of a form whose rows have their names beside them. */
export const termsClass = styles.terms;

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
