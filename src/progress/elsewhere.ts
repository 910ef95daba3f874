/** Tells the other tabs that something of one kind has changed, and hears them tell it. */
export interface Elsewhere<T> {
  tell(what: T): void;
  /** Calls back when another tab has told. @returns a function that stops it */
  onTold(notice: (what: T) => void): () => void;
}

/** The tabs of one kind of data; in a browser without channels each tab stands alone. */
export function elsewhere<T = void>(kind: string): Elsewhere<T> {
  let shared: BroadcastChannel | null = null;
  const channel = () => {
    if (typeof BroadcastChannel === 'undefined') return null;
    shared ??= new BroadcastChannel(`scratchwork-${kind}`);
    return shared;
  };
  return {
    tell: what => channel()?.postMessage(what),
    onTold: notice => {
      const heard = ({ data }: MessageEvent<T>) => notice(data);
      channel()?.addEventListener('message', heard);
      return () => channel()?.removeEventListener('message', heard);
    },
  };
}
