import { useSyncExternalStore } from 'react';

/** Where this machine's copy of the site stands. */
export interface Offline {
  /** Everything is on this machine. */
  readonly offlineReady: boolean;
  /** How much of it has arrived, 0 to 1, while it is being fetched for the first time; otherwise null. */
  readonly progress: number | null;
  /** A newer version is complete and waits to be accepted. */
  readonly updateReady: boolean;
  /** This tab runs a version that is no longer there: what it has not loaded yet, it cannot load. */
  readonly stale: boolean;
  /** Goes to the newer version; this reloads the page. */
  accept(): void;
}

const CHECK_EVERY = 3_600_000; // ms

let state: Offline = {
  offlineReady: false,
  progress: null,
  updateReady: false,
  stale: false,
  accept,
};
let waiting: ServiceWorker | null = null;
let accepted = false;
const listeners = new Set<() => void>();

/** @returns the state, for a component that is drawn again when it changes. */
export function useOffline(): Offline {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** Calls back after each change of the state, until what it returns is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @returns the present state; a new object after each change. */
export function snapshot(): Offline {
  return state;
}

/**
 * Keeps the site on this machine and watches for newer versions of it. Fetching starts when the page
 * has loaded and has nothing to do, so that it never takes the link from what the visitor waits for.
 */
export function watchForUpdates(): void {
  addEventListener('vite:preloadError', () => void askWhetherStale());
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
    waiting = null;
    // Another tab accepted: this one goes on with what it has loaded.
    if (controlled) change({ stale: true, updateReady: false });
    controlled = true;
  });
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type === 'keeping' && !state.offlineReady) change({ progress: data.progress });
  });
  void serviceWorker.ready.then(() => change({ offlineReady: true, progress: null }));
  if (document.readyState === 'complete') whenIdle(register);
  else addEventListener('load', () => whenIdle(register), { once: true });
}

function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 10_000 });
  else setTimeout(task, 2000);
}

async function register(): Promise<void> {
  // 'imports': the list of files is always asked for anew; the code it imports is named by its content.
  const registration = await navigator.serviceWorker.register(
    `${import.meta.env.BASE_URL}service-worker.js`,
    { updateViaCache: 'imports' },
  );
  follow(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => follow(registration));
  });
  // A check that fails (offline) has nothing to say; the next one comes.
  const check = () => void registration.update().catch(() => {});
  addEventListener('focus', check);
  setInterval(check, CHECK_EVERY);
}

/** Without an active worker the waiting one is the first, and takes over by itself. */
function follow({ active, waiting: next }: ServiceWorkerRegistration): void {
  waiting = active && next;
  change({ updateReady: waiting !== null });
}

/** A chunk did not come. Where the server answers, it has another version; otherwise we are offline. */
async function askWhetherStale(): Promise<void> {
  const request = fetch(import.meta.env.BASE_URL, { method: 'HEAD', cache: 'no-store' });
  if (
    await request.then(
      ({ ok }) => ok,
      () => false,
    )
  )
    change({ stale: true });
}

function accept(): void {
  accepted = true;
  if (waiting) waiting.postMessage({ type: 'accept-update' });
  else location.reload();
}

function change(next: Partial<Offline>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}
