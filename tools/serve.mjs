import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { dist } from './build.mjs';
import { link } from './link.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Encodings in order of preference, with the ending of their side files. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/**
 * Serves a built site from memory on 127.0.0.1: what is not in the folder cannot be asked for.
 * @param {{ root?: string, port?: number, bitsPerSecond?: number, roundTrip?: number }} options
 *   `port` 0 takes any free one; `bitsPerSecond` and `roundTrip` (ms) model a slower link
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void>, deploy: (root: string) => Promise<void> }>}
 *   `deploy` replaces the site by another build, as a host does
 * @throws {Error} with code EADDRINUSE where the port is taken
 */
export async function serve({ root = dist, port = 0, bitsPerSecond, roundTrip } = {}) {
  let files = await readSite(root);
  const wire = link({ bitsPerSecond, roundTrip });
  const server = createServer(async (request, response) => {
    const { status, headers, body } = answer(files, request);
    await wire.travel(request.socket);
    response.writeHead(status, headers);
    if (request.method !== 'HEAD') await wire.send(response, body);
    response.end();
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address().port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    deploy: async next => {
      files = await readSite(next);
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every file by its address, `/assets/index-x.js`; dot files stay private. */
async function readSite(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(name => !name.split(path.sep).some(part => part.startsWith('.')));
  const pairs = names.map(async name => [
    `/${name.replaceAll(path.sep, '/')}`,
    await readFile(path.join(root, name)),
  ]);
  return new Map(await Promise.all(pairs));
}

function answer(files, request) {
  const common = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { ...common, allow: 'GET, HEAD' }, body: Buffer.alloc(0) };
  }
  const found = locate(files, request.url);
  if (!found && /\.(?!html)\w+$/.test(request.url)) {
    return { status: 404, headers: common, body: Buffer.from('Not found') };
  }
  // An address that is no page still gets the app, which says so in its own words.
  const name = found ?? '/index.html';
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ENCODINGS.find(
    ([token, ending]) =>
      new RegExp(`\\b${token}\\b(?!;q=0(\\D|$))`).test(accepted) && files.has(name + ending),
  );
  const body = files.get(encoding ? name + encoding[1] : name) ?? Buffer.from('Not found');
  return {
    status: found ? 200 : 404,
    body,
    headers: {
      ...common,
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': name.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      'content-security-policy': "frame-ancestors 'none'",
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding[0] } : {}),
    },
  };
}

/** The file that an address means: itself, a folder's index, or `/a/b` for `/a/b.html`. */
function locate(files, url) {
  let address;
  try {
    address = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const bare = address.replace(/\/+$/, '');
  return [address, `${bare}/index.html`, `${bare}.html`].find(name => files.has(name));
}
