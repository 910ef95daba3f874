import { type RefObject, useEffect, useRef } from 'react';

/** Hears the keys that are pressed while the focus is in the same attempt as an element. */
export function useKeys(
  inside: RefObject<HTMLElement | null>,
  pressed: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const region = inside.current?.closest<HTMLElement>('[data-stage]');
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.altKey) latest.current(event);
    };
    region?.addEventListener('keydown', hear);
    return () => region?.removeEventListener('keydown', hear);
  }, [inside]);
}
