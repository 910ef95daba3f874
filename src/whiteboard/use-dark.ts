import { useSyncExternalStore } from 'react';
import { useSettings } from '../settings/settings';

const QUERY = '(prefers-color-scheme: dark)';

/** Whether the page is dark at present, by the setting or by the system. */
export function useDark(): boolean {
  const { theme } = useSettings();
  const system = useSyncExternalStore(
    listener => {
      const query = matchMedia(QUERY);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(QUERY).matches,
    () => false,
  );
  return theme === 'auto' ? system : theme === 'dark';
}
