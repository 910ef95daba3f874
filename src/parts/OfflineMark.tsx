import { useOffline } from '../offline';

/** Says when everything is on this machine, and when a part of it is not. */
export function OfflineMark() {
  const { offlineReady, missing } = useOffline();
  if (missing > 0) {
    const files = missing === 1 ? 'One file is' : `${missing} files are`;
    return (
      <span>{files} not on this machine. Open this page once with a network to complete it.</span>
    );
  }
  return <span>{offlineReady ? 'Ready offline: everything is on this machine.' : ''}</span>;
}
