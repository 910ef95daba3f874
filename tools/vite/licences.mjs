import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The folder of the package that a file belongs to. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@.][^\\/]*(?=[\\/])/;
/** What the bundler writes itself is a package's too. */
const HELPERS = [
  [/^\0?rolldown[\\/]/, 'rolldown'],
  [/^\0?vite[\\/]/, 'vite'],
];
/** Packages that hold a copy of others in files of their own. */
const CARRIED = { 'monaco-editor': ['dompurify', 'marked'] };
/** What a bundler's licence says beyond this concerns what it runs on, and not what it writes. */
const OF_THE_TOOL = /\n# Licenses of bundled dependencies[\s\S]*/;
const LICENCE = /^(licen[cs]e|copying)\b/i;
const NOTICES = /^(notice|third-?party-?notices)\b/i;
/** Licences that name no holder: their text is the same for whoever only names them. */
const WITHOUT_HOLDER = ['Unlicense', 'Apache-2.0'];
/** Packages whose licence stands in their README, from these words to the end. */
const IN_README = { seedrandom: /^LICENSE \(MIT\)\n-+\n/m };
/** Packages, or all of a scope, that name their holder in their code or repository alone, and a licence whose text is known. */
const HOLDERS = {
  'javascript-natural-sort': 'Jim Palmer, based on an idea of Dave Koelle',
  '@excalidraw/excalidraw': '2020 Excalidraw',
  '@radix-ui/*': '2022 WorkOS',
  'react-remove-scroll-bar': 'Anton Korzunov',
};
/** Packages that hold works of others under licences of their own, and the texts of those. */
const BESIDES = { '@excalidraw/excalidraw': 'excalidraw-fonts.txt' };

/** The files that end in the site, of all its bundles: those of pages, of workers, of the sandbox. */
const shipped = new Set();

/**
 * Notes files that end in the site.
 * @param {Iterable<string>} files paths, or a bundler's names of modules
 */
export function ships(files) {
  for (const file of files) shipped.add(file);
}

/**
 * A plugin that notes what ends in a bundle; for those of the workers.
 * @returns {import('vite').Plugin}
 */
export function shippedHere() {
  let config;
  return {
    name: 'shipped',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle(_, bundle) {
      for (const item of Object.values(bundle)) {
        if (item.type === 'chunk') ships(item.moduleIds);
        else ships(item.originalFileNames.map(name => path.resolve(config.root, name)));
      }
    },
  };
}

/**
 * A plugin that writes `licences.json`: every package of which something ends in the site, with the
 * texts of its licence. List it behind all that make bundles of their own.
 * A package without such a text fails the build.
 * @returns {import('vite').Plugin}
 */
export function licences() {
  const { generateBundle, ...plugin } = shippedHere();
  return {
    ...plugin,
    name: 'licences',
    apply: 'build',
    async generateBundle(options, bundle) {
      if (this.environment.config.build.ssr) return;
      generateBundle(options, bundle);
      const list = await licencesOf(shipped);
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(list) });
    },
  };
}

/**
 * @param {Iterable<string>} files paths, or a bundler's names of modules
 * @returns {Promise<{ name: string, version: string, licence: string, text: string }[]>} this project
 *   and then each package that has one of the files, by name
 * @throws {Error} where a package comes without the text of its licence
 */
export async function licencesOf(files) {
  const folders = new Set();
  for (const file of files) {
    const helper = HELPERS.find(([pattern]) => pattern.test(file))?.[1];
    const folder = helper ? path.join(root, 'node_modules', helper) : PACKAGE.exec(file)?.[0];
    if (!folder) continue;
    folders.add(folder);
    const carried = CARRIED[path.basename(folder)] ?? [];
    for (const name of carried) folders.add(path.join(path.dirname(folder), name));
  }
  const all = await Promise.all([...folders].map(licenceOf));
  const others = new Map(all.map(entry => [`${entry.name} ${entry.version}`, entry]));
  const sorted = [...others.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [await licenceOf(root), ...sorted];
}

async function licenceOf(folder) {
  const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license: licence = 'see the text' } = about;
  const names = (await readdir(folder)).sort();
  const read = file => readFile(path.join(folder, file), 'utf8');
  const texts = await Promise.all(names.filter(file => LICENCE.test(file)).map(read));
  if (texts.length === 0 && IN_README[name]) {
    texts.push(...(await read('README.md')).split(IN_README[name]).slice(1));
  }
  const known = () => readFile(path.join(root, `tools/licences/${licence}.txt`), 'utf8');
  if (texts.length === 0 && WITHOUT_HOLDER.includes(licence)) texts.push(await known());
  const holder = HOLDERS[name] ?? HOLDERS[name.replace(/\/.*/, '/*')];
  if (texts.length === 0 && holder) texts.push(`Copyright (c) ${holder}\n\n${await known()}`);
  if (texts.length === 0) {
    throw new Error(
      `${name} ${version} ends in the site and comes without the text of its licence`,
    );
  }
  if (BESIDES[name]) {
    texts.push(await readFile(path.join(root, 'tools/licences', BESIDES[name]), 'utf8'));
  }
  texts.push(...(await Promise.all(names.filter(file => NOTICES.test(file)).map(read))));
  return {
    name,
    version,
    licence,
    text: texts.map(text => text.replace(OF_THE_TOOL, '').trim()).join('\n\n'),
  };
}
