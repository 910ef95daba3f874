import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePrecache } from '../../tools/precache.mjs';

const TEXT = /\.(js|css|html)$/;
const HASHED = /[\w.-]+\.js$/;

/**
 * Makes the build that would follow if the entry and the named chunks had been edited: whatever
 * names a changed file has changed too, and gets another name. A page of it has
 * `data-version="next"` on its root.
 * @param dist the present build
 * @param folder where the next one goes
 * @param chunks beginnings of names in assets/, such as `plot-`
 */
export async function nextVersion(dist: string, folder: string, chunks: string[]): Promise<void> {
  await cp(dist, folder, { recursive: true });
  const all = await readdir(folder, { recursive: true });
  await Promise.all(all.filter(f => /\.(br|gz)$/.test(f)).map(f => rm(join(folder, f))));
  const files = all.filter(file => TEXT.test(file) && !file.includes('service-worker'));
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readFile(join(folder, file), 'utf8'));

  const entry = /assets\/(index-[\w-]+\.js)/.exec(texts.get('index.html') ?? '')?.[1];
  if (!entry) throw new Error('index.html names no entry');
  const path = join('assets', entry);
  texts.set(path, `document.documentElement.dataset.version="next";${texts.get(path)}`);

  const changed = new Set([entry]);
  const named = (file: string) => HASHED.exec(file)?.[0] ?? '';
  const isEdited = (file: string) => chunks.some(chunk => named(file).startsWith(chunk));
  for (let before = -1; before < changed.size; ) {
    before = changed.size;
    for (const [file, text] of texts) {
      if (!file.endsWith('.js') || !file.startsWith('assets')) continue;
      if (isEdited(file) || [...changed].some(name => text.includes(name)))
        changed.add(named(file));
    }
  }
  for (const [file, text] of texts) {
    let next = text;
    for (const name of changed) next = next.replaceAll(name, renamed(name));
    if (next !== text || changed.has(named(file))) await writeFile(join(folder, file), next);
    if (changed.has(named(file))) {
      await rename(join(folder, file), join(folder, 'assets', renamed(named(file))));
    }
  }
  await writePrecache(folder);
}

function renamed(name: string): string {
  return name.replace(/\.js$/, '.next.js');
}
