import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

/** Which one the address names, by a query of this name; and what goes to another, or to the list. */
export function useChosen(name: string): [number | null, (id: number | null) => void] {
  const asked = new URLSearchParams(useSearch()).get(name);
  const [path, go] = useLocation();
  const choose = useCallback(
    (id: number | null) => go(id === null ? path : `${path}?${name}=${id}`),
    [go, path, name],
  );
  return [asked !== null && /^\d+$/.test(asked) ? Number(asked) : null, choose];
}
