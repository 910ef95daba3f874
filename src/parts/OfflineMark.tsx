import { useOffline } from '../offline';

/** Says when everything is on this machine. */
export function OfflineMark() {
  const { offlineReady } = useOffline();
  return <span>{offlineReady ? 'Ready offline: everything is on this machine.' : ''}</span>;
}
