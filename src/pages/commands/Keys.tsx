import { caps } from '../../commands/commands';
import styles from './Keys.module.css';

const mac = /Mac|iPod|iPhone|iPad/.test(navigator.platform);

/** The keys of a command, each as a key. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {caps(keys, mac).map(cap => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
