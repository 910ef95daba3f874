import type { ReactNode } from 'react';
import styles from './Bar.module.css';

/** Something to know that does not wait for an answer, in a corner at the foot of the page. */
export function Bar({
  label,
  corner,
  children,
}: {
  label: string;
  corner: 'left' | 'right';
  children: ReactNode;
}) {
  return (
    <aside className={styles.bar} data-corner={corner} aria-label={label}>
      {children}
    </aside>
  );
}
