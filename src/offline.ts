import { useSyncExternalStore } from 'react';

/** Where this machine's copy of the site stands. */
export interface Offline {
  /** Everything is on this machine: each file was looked at and is whole. */
  readonly offlineReady: boolean;
  /** How many files were looked for and could not be had. */
  readonly missing: number;
  /** How much of it has arrived, 0 to 1, while it is being fetched for the first time; otherwise null. */
  readonly progress: number | null;
  /** A newer version is complete and waits to be accepted. */
  readonly updateReady: boolean;
  /** Another tab went to a newer version: what this one has not loaded yet, it cannot load. */
  readonly stale: boolean;
  /** The newer version is accepted, and waits for a run to end. */
  readonly accepting: boolean;
  /** Goes to the newer version when no run is on, in whatever tab; this reloads the page. */
  accept(): void;
}

const CHECK_EVERY = 3_600_000; // ms

let state: Offline = {
  offlineReady: false,
  missing: 0,
  progress: null,
  updateReady: false,
  stale: false,
  accepting: false,
  accept: () => void accept(),
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
    if (data?.type === 'checked') {
      change({ offlineReady: data.missing === 0, missing: data.missing, progress: null });
    }
  });
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
  // What is kept may have been thrown out or damaged since; the worker looks, and mends it.
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ type: 'check' }));
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

/** Each run holds the same lock with others (see the workbench); here it is asked for alone. */
async function accept(): Promise<void> {
  change({ accepting: true });
  if (navigator.locks) await navigator.locks.request('run', goOn);
  else goOn();
}

function goOn(): void {
  accepted = true;
  if (waiting) waiting.postMessage({ type: 'accept-update' });
  else location.reload();
}

function change(next: Partial<Offline>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}
