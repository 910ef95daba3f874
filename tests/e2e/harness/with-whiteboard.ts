import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../../tools/build.mjs';

/** The whole site with one more module, which puts a part of the whiteboard into whatever page it is. */
export async function buildWithWhiteboard(): Promise<{
  folder: string;
  module: string;
  remove: () => Promise<void>;
}> {
  const parent = await mkdtemp(path.join(tmpdir(), 'whiteboard-'));
  const folder = path.join(parent, 'site');
  await build({
    into: folder,
    also: { 'whiteboard-harness': path.join(import.meta.dirname, 'whiteboard.tsx') },
  });
  const names = await readdir(path.join(folder, 'assets'));
  const name = names.find(file => /^whiteboard-harness-.*\.js$/.test(file));
  return {
    folder,
    module: `/assets/${name}`,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}
