import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build, isStale } from '../../../tools/build.mjs';

const root = path.join(import.meta.dirname, '../../..');
/** Kept for the next run: it takes as long to build as the site itself. */
const site = {
  into: path.join(root, 'node_modules/.cache/whiteboard-harness'),
  also: { 'whiteboard-harness': path.join(import.meta.dirname, 'whiteboard.tsx') },
};

/**
 * The whole site with one more module, which puts a part of the whiteboard into whatever page it is.
 * @returns the folder of that site, and the module's address
 */
export async function buildWithWhiteboard(): Promise<{ folder: string; module: string }> {
  if (await isStale(site)) await build(site);
  const names = await readdir(path.join(site.into, 'assets'));
  const name = names.find(file => /^whiteboard-harness-.*\.js$/.test(file));
  return { folder: site.into, module: `/assets/${name}` };
}
