import { addPlugins, createHandlerBoundToURL, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { BARE, CANNOT_START, fill } from './shell';

/**
 * Keeps the whole site on the machine and answers from there.
 *
 * The file that the browser registers, /service-worker.js, holds only the list of files and imports
 * this one by its hashed name; an edit of the app thus costs a visitor the list, the shell and the
 * changed chunks. Files are named by their content, so a new version fetches only what is new, beside
 * the old version's files, which stay until the new one is accepted: a tab that runs the old one can
 * still load its chunks.
 *
 * The list also holds the digest of each file. Nothing is handed to a page, and nothing is stored,
 * that has other bytes: neither an error page that was kept in the place of a script, nor what a
 * newer version of the site has under the same name.
 */

/** A file of the site as the list has it. Files with a hash in their name come without a revision. */
interface KeptFile {
  readonly url: string;
  /** In bytes. */
  readonly size: number;
  readonly revision: string | null;
  /** 'sha256-…' of its bytes. */
  readonly integrity: string;
}

/** A page, or a worker, that this one answers. */
interface Client {
  postMessage(data: object): void;
}

/** What a service worker has beyond a page's globals, as far as it is used here. */
interface Scope {
  readonly FILES: KeptFile[];
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<Client | undefined>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<Client[]>;
  };
  skipWaiting(): Promise<void>;
}
/** An event that keeps the worker alive while it is dealt with. */
interface Lasting extends MessageEvent {
  readonly clientId?: string;
  waitUntil(done: Promise<unknown>): void;
}
const scope = self as unknown as Scope;

const files = new Map(scope.FILES.map(file => [new URL(file.url, location.href).href, file]));
const total = scope.FILES.reduce((sum, { size }) => sum + size, 0);
let kept = 0;
addPlugins([
  {
    // What is stored counts only as long as its bytes are those of the list. The page gets the bytes that
    // were looked at: an answer that is read here and there at once breaks off now and then.
    cachedResponseWillBeUsed: async ({ cacheName, request, cachedResponse }) => {
      if (!cachedResponse?.ok) return null;
      const { integrity } = files.get(request.url.replace(/\?.*/, '')) ?? {};
      const bytes = await cachedResponse.arrayBuffer().catch(async () => {
        const again = await caches.match(request, { cacheName });
        return again?.arrayBuffer();
      });
      if (!bytes || (await digestOf(bytes)) !== integrity) return null;
      return new Response(bytes, { headers: cachedResponse.headers });
    },
    // Once more, past the browser's own cache: that may hold the wrong bytes for a year. A file that
    // is being installed is not stored from here, but found at the next try.
    handlerDidError: async ({ event, request }) => {
      const { integrity } = files.get(request.url) ?? {};
      const response = await fetch(request.url, { cache: 'reload', integrity });
      return event.type === 'install' ? undefined : response;
    },
    // Told of each file as it arrives, when all are fetched, one after the other.
    handlerDidComplete: async ({ event, request }) => {
      if (event.type !== 'install') return;
      kept += files.get(request.url)?.size ?? 0;
      const pages = await scope.clients.matchAll({ includeUncontrolled: true });
      for (const page of pages) page.postMessage({ type: 'keeping', progress: kept / total });
    },
  },
]);
precache(scope.FILES);

registerRoute(
  ({ url }) => files.has(url.href),
  async ({ url, event }) => {
    try {
      return await fileAt(url.href, event as Lasting);
    } catch (error) {
      const page = await scope.clients.get((event as Lasting).clientId ?? '');
      page?.postMessage({ type: 'missing', address: url.href });
      throw error;
    }
  },
);

// A page is put together of the one shell and its own part; an unknown address gets the bare shell.
registerRoute(
  new NavigationRoute(async ({ request, url, event }) => {
    const name = url.pathname.slice(new URL(scope.registration.scope).pathname.length);
    const partName = `${name.replace(/\/$/, '') || 'index'}.part.html`;
    const textAt = async (file: string) => {
      const response = await fileAt(new URL(file, location.href).href, event as Lasting);
      return response.text();
    };
    try {
      const [shell, page] = await Promise.all([
        textAt('shell.html'),
        textAt(partName).catch(() => BARE),
      ]);
      return asPage(fill(shell, page), 200);
    } catch {
      // The server may have a newer version, whose page is whole in itself.
      return fetch(request).catch(() => asPage(CANNOT_START, 503));
    }
  }),
);

/**
 * A file of the list: as it is stored, else from the server, which also puts the store in order.
 * @throws {Error} where neither has it with the right bytes
 */
async function fileAt(address: string, event: Lasting): Promise<Response> {
  const file = files.get(address);
  if (!file) throw new Error(`${address} is not on the list`);
  const url = new URL(address);
  const params = { integrity: file.integrity };
  return createHandlerBoundToURL(address)({ event, url, request: new Request(address), params });
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function asPage(html: string, status: number): Response {
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

// Takes the first visit's page under its wing, so that it can go offline without a reload. A new
// version waits until a page asks for it.
addEventListener('activate', () => void scope.clients.claim());
addEventListener('message', (event: MessageEvent) => {
  if (event.data?.type === 'accept-update') void scope.skipWaiting();
  if (event.data?.type === 'check') (event as Lasting).waitUntil(check(event as Lasting));
});

/**
 * Goes through the whole list, mends what can be mended, and tells the page how many files it could
 * not get. A page that was loaded past this worker is taken under its wing.
 */
async function check(event: Lasting): Promise<void> {
  await scope.clients.claim().catch(() => {});
  let missing = 0;
  for (const address of files.keys()) {
    await fileAt(address, event).catch(() => {
      missing += 1;
    });
  }
  (event.source as Client | null)?.postMessage({ type: 'checked', missing });
}
