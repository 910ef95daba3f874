import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../tools/serve.mjs';

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

const SCRIPT = 'export const answer = 42;\n'.repeat(100);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scratchwork-serve-'));
  const files = {
    'site/index.html': 'the shell',
    'site/exercises/k-means.html': 'k-means',
    'site/assets/app-1a2b.js': SCRIPT,
    'site/assets/app-1a2b.js.gz': gzipSync(SCRIPT),
    'site/manifest.webmanifest': '{}',
    'site/.inputs': 'private',
    'next/index.html': 'the next shell',
    'secret.txt': 'secret',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  site = await serve({ root: path.join(folder, 'site') });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Asks with the address as it stands, which `fetch` would tidy up. */
function ask(address: string, headers = {}): Promise<{ response: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: site.port, path: address, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ response, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

describe('the server of the built site', () => {
  it.each([
    ['/', 'the shell'],
    ['/exercises/k-means', 'k-means'],
    ['/exercises/k-means/', 'k-means'],
    ['/exercises/k-means.html?from=mail', 'k-means'],
  ])('finds the page of %s', async (address, text) => {
    const { response, body } = await ask(address);
    expect(response.statusCode).toBe(200);
    expect(body.toString()).toBe(text);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('gives an unknown page the app, and an unknown file nothing', async () => {
    const page = await ask('/exercises/nothing');
    expect(page.response.statusCode).toBe(404);
    expect(page.body.toString()).toBe('the shell');
    const file = await ask('/assets/gone-3c4d.js');
    expect(file.response.statusCode).toBe(404);
    expect(file.body.toString()).toBe('Not found');
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/.inputs', '/%zz'])(
    'does not leave its folder for %s',
    async address => {
      const { response, body } = await ask(address);
      expect(response.statusCode).toBe(404);
      expect(body.toString()).not.toMatch(/secret|private/);
    },
  );

  it('sends the side file where the browser takes it, and the file itself where not', async () => {
    const packed = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect(packed.response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
    for (const headers of [{}, { 'accept-encoding': 'gzip;q=0' }]) {
      const plain = await ask('/assets/app-1a2b.js', headers);
      expect(plain.response.headers['content-encoding']).toBeUndefined();
      expect(plain.body.toString()).toBe(SCRIPT);
    }
  });

  it('lets a file be kept for ever only where its name holds its hash', async () => {
    const asset = await ask('/assets/app-1a2b.js');
    expect(asset.response.headers['cache-control']).toContain('immutable');
    const manifest = await ask('/manifest.webmanifest');
    expect(manifest.response.headers['cache-control']).toBe('no-cache');
    expect(manifest.response.headers['content-type']).toBe('application/manifest+json');
  });

  it('only reads', async () => {
    const response = await fetch(site.url, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
  });

  it('goes to another build at once', async () => {
    const moving = await serve({ root: path.join(folder, 'site') });
    await moving.deploy(path.join(folder, 'next'));
    const text = await (await fetch(moving.url)).text();
    await moving.close();
    expect(text).toBe('the next shell');
  });

  it('takes as long over a slow link as the link does', async () => {
    const slow = await serve({
      root: path.join(folder, 'site'),
      bitsPerSecond: 80_000,
      roundTrip: 20,
    });
    const started = performance.now();
    await (
      await fetch(`${slow.url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'identity' } })
    ).text();
    const took = performance.now() - started;
    await slow.close();
    // 10 bytes a millisecond less what may be caught up, and three round trips for a new connection.
    expect(took).toBeGreaterThan(SCRIPT.length / 10 - 20 + 60 - 1);
  });
});
