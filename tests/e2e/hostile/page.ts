import type { CDPSession, Page } from '@playwright/test';

/** A page that is asked by the inspector, because Playwright takes a frame's crash for the page's. */
export interface Asked {
  /** Runs a function in the page; it sees only its arguments. */
  ask<T, A extends unknown[]>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
}

export async function asked(page: Page): Promise<Asked> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    async ask(what, ...args) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${what})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
  };
}

/** What is planted in a page, and must still be there and as it was. */
export interface Planted {
  readonly record: unknown;
  readonly cookie: string;
  readonly local: string | null;
  readonly cached: string;
  /** Messages that the page heard on its channel. */
  readonly heard: number;
  /** What foreign code could have done to the page itself. */
  readonly title: string;
  readonly address: string;
  readonly pollution: readonly string[];
}

/**
 * Hides a secret in every store of the page's origin, and listens on a channel; what an earlier case
 * damaged is whole again. Runs in the page.
 */
export async function plant(secret: string): Promise<void> {
  const opening = indexedDB.open('planted', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore('secrets');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = reject;
  });
  const writing = database.transaction('secrets', 'readwrite');
  writing.objectStore('secrets').put(secret, 'secret');
  await new Promise(resolve => {
    writing.oncomplete = resolve;
  });
  // An open connection would keep an attacker from deleting the database.
  database.close();
  // biome-ignore lint/suspicious/noDocumentCookie: this is the cookie that must not be read.
  document.cookie = `planted=${secret}; path=/; SameSite=Strict`;
  localStorage.setItem('planted', secret);
  const cache = await caches.open('planted');
  await cache.put('/planted', new Response(secret));
  const page = globalThis as unknown as { heard: unknown[]; channel?: BroadcastChannel };
  page.heard = [];
  page.channel ??= new BroadcastChannel('planted');
  page.channel.onmessage = event => page.heard.push(event.data);
}

/** Looks after what was planted. Runs in the page. */
export async function lookAfter(): Promise<Planted> {
  const opening = indexedDB.open('planted', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = reject;
    // The database is gone; what is opened instead has no secrets.
    opening.onupgradeneeded = () => opening.result.createObjectStore('secrets');
  });
  const reading = database.transaction('secrets').objectStore('secrets').get('secret');
  const record = await new Promise(resolve => {
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  const cached = await caches.open('planted').then(cache => cache.match('/planted'));
  return {
    record,
    cookie: document.cookie,
    local: localStorage.getItem('planted'),
    cached: (await cached?.text()) ?? '',
    heard: (globalThis as unknown as { heard: unknown[] }).heard.length,
    title: document.title,
    address: location.href,
    pollution: [...Object.keys(Object.prototype), ...Object.keys(Array.prototype)],
  };
}

/** @returns what `lookAfter` must find. */
export function untouched(secret: string, title: string, address: string): Planted {
  return {
    record: secret,
    cookie: `planted=${secret}`,
    local: secret,
    cached: secret,
    heard: 0,
    title,
    address,
    pollution: [],
  };
}
