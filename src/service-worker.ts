import { addPlugins, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { BARE, fill } from './shell';

/**
 * Keeps the whole site on the machine and answers from there.
 *
 * The file that the browser registers, /service-worker.js, holds only the list of files and imports
 * this one by its hashed name; an edit of the app thus costs a visitor the list, the shell and the
 * changed chunks. Files are named by their content, so a new version fetches only what is new, beside
 * the old version's files, which stay until the new one is accepted: a tab that runs the old one can
 * still load its chunks.
 */

/** What a service worker has beyond a page's globals, as far as it is used here. */
interface Scope {
  /** Sizes are in bytes; files with a hash in their name come without a revision. */
  readonly FILES: { url: string; size: number; revision: string | null }[];
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      includeUncontrolled: boolean;
    }): Promise<{ postMessage(data: object): void }[]>;
  };
  skipWaiting(): Promise<void>;
}
const scope = self as unknown as Scope;

const sizes = new Map(scope.FILES.map(({ url, size }) => [new URL(url, location.href).href, size]));
const total = scope.FILES.reduce((sum, { size }) => sum + size, 0);
let kept = 0;
addPlugins([
  {
    // Told of each file as it arrives, when all are fetched, one after the other.
    handlerDidComplete: async ({ event, request }) => {
      if (event.type !== 'install') return;
      kept += sizes.get(request.url) ?? 0;
      const pages = await scope.clients.matchAll({ includeUncontrolled: true });
      for (const page of pages) page.postMessage({ type: 'keeping', progress: kept / total });
    },
  },
]);
precacheAndRoute(scope.FILES);

// A page is put together of the one shell and its own part; an unknown address gets the bare shell.
registerRoute(
  new NavigationRoute(async ({ request, url }) => {
    const name = url.pathname.slice(new URL(scope.registration.scope).pathname.length);
    const [shell, page] = await Promise.all([
      matchPrecache('shell.html'),
      matchPrecache(`${name.replace(/\/$/, '') || 'index'}.part.html`),
    ]);
    if (!shell) return fetch(request);
    const headers = new Headers(shell.headers);
    headers.delete('content-length');
    headers.delete('content-encoding');
    return new Response(fill(await shell.text(), page ? await page.text() : BARE), { headers });
  }),
);

// Takes the first visit's page under its wing, so that it can go offline without a reload. A new
// version waits until a page asks for it.
addEventListener('activate', () => void scope.clients.claim());
addEventListener('message', ({ data }) => {
  if (data?.type === 'accept-update') void scope.skipWaiting();
});
