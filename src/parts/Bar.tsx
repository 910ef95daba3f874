import type { ReactNode } from 'react';

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
    <aside className="news" data-corner={corner} aria-label={label}>
      {children}
    </aside>
  );
}
