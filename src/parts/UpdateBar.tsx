import { useOffline } from '../offline';
import { Bar } from './Bar';

/** Offers a newer version; nothing is reloaded unasked. */
export function UpdateBar() {
  const { updateReady, stale, accepting, accept } = useOffline();
  if (!updateReady && !stale) return null;
  return (
    <Bar label="Update" corner="right">
      <p>{accepting ? WORDS.accepting : updateReady ? WORDS.ready : WORDS.stale}</p>
      <button type="button" className="primary" disabled={accepting} onClick={accept}>
        Reload
      </button>
    </Bar>
  );
}

const WORDS = {
  ready: 'A newer version is ready. Your draft is saved; reload when it suits you.',
  stale:
    'Another tab went to a newer version. This one goes on as it is; reload when it suits you. Your draft is saved.',
  accepting: 'The newer version comes as soon as the run has ended and is recorded.',
};
