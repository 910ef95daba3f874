import { useOffline } from '../offline';
import { Bar } from './Bar';

/** Offers a newer version; nothing is reloaded unasked. */
export function UpdateBar() {
  const { updateReady, stale, accept } = useOffline();
  if (!updateReady && !stale) return null;
  return (
    <Bar label="Update" corner="right">
      <p>
        {updateReady
          ? 'A newer version is ready. Your draft is saved; reload when it suits you.'
          : 'A part of the page is no longer on the server. Reload to get the present version; your draft is saved.'}
      </p>
      <button type="button" className="primary" onClick={accept}>
        Reload
      </button>
    </Bar>
  );
}
