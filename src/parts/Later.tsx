import { type ComponentType, useEffect } from 'react';
import { useLater } from './use-later';

/** Draws a component that takes no part in the first paint, once its code has come. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Component, fetchIt] = useLater(load);
  useEffect(fetchIt, [fetchIt]);
  return Component && <Component />;
}
