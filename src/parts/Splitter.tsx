import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Splitter.module.css';

/** A bar between two panes that is dragged, or moved with the arrow keys. */
export function Splitter({
  label,
  value,
  onChange,
}: {
  label: string;
  /** Per cent of the row's width at which the bar stands. */
  value: number;
  onChange: (value: number) => void;
}) {
  const bar = useRef<HTMLDivElement>(null);

  function drag(event: PointerEvent<HTMLDivElement>) {
    const row = bar.current?.parentElement?.getBoundingClientRect();
    if (!row || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(((event.clientX - row.left) / row.width) * 100);
  }

  function nudge(event: KeyboardEvent) {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onChange(value + by);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value has no element of its own
    <div
      ref={bar}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={15}
      aria-valuemax={85}
      className={styles.bar}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={nudge}
    />
  );
}
