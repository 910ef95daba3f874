import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licencesOf } from '../../tools/vite/licences.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scratchwork-licences-'));
  const packages = {
    plain: { license: 'MIT', files: { LICENSE: 'MIT, by A\n' } },
    '@scope/noted': { license: 'ISC', files: { 'licence.md': 'ISC', 'NOTICE.txt': 'with B' } },
    'monaco-editor': { license: 'MIT', files: { LICENSE: 'MIT, by M' } },
    dompurify: { license: 'MPL-2.0', files: { LICENSE: 'MPL' } },
    marked: { license: 'MIT', files: { 'LICENSE.md': 'MIT' } },
    free: { license: 'Unlicense', files: {} },
    seedrandom: {
      license: 'MIT',
      files: { 'README.md': 'Seeds\n\nLICENSE (MIT)\n-------------\n\nMIT, by D\n' },
    },
    'javascript-natural-sort': { license: 'MIT', files: {} },
    bare: { license: 'MIT', files: {} },
    'plain/node_modules/nested': { license: 'ISC', files: { COPYING: 'ISC, by C' } },
  };
  for (const [place, { license, files }] of Object.entries(packages)) {
    const home = path.join(folder, 'node_modules', place);
    await mkdir(home, { recursive: true });
    const about = { name: place.replace(/.*node_modules\//, ''), version: '1.2.3', license };
    await writeFile(path.join(home, 'package.json'), JSON.stringify(about));
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(home, name), text);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const inPackage = (place: string) => path.join(folder, 'node_modules', place, 'dist/index.js');

describe('the licences of what ends in the site', () => {
  it('begin with this project, and then name each package once, with all its texts', async () => {
    const files = ['plain', '@scope/noted', 'plain/node_modules/nested', 'plain'].map(inPackage);
    const [own, ...others] = await licencesOf([...files, '/home/me/src/main.tsx']);
    expect(own).toMatchObject({ name: 'scratchwork', licence: 'MIT' });
    expect(own.text).toContain('MIT License');
    expect(others).toEqual([
      { name: '@scope/noted', version: '1.2.3', licence: 'ISC', text: 'ISC\n\nwith B' },
      { name: 'nested', version: '1.2.3', licence: 'ISC', text: 'ISC, by C' },
      { name: 'plain', version: '1.2.3', licence: 'MIT', text: 'MIT, by A' },
    ]);
  });

  it('include the packages that another one carries a copy of', async () => {
    const list = await licencesOf([inPackage('monaco-editor')]);
    const names = list.map(({ name }) => name);
    expect(names).toEqual(['scratchwork', 'dompurify', 'marked', 'monaco-editor']);
  });

  it('are refused where a package has no text of its own', async () => {
    await expect(licencesOf([inPackage('bare')])).rejects.toThrow(
      'bare 1.2.3 ends in the site and comes without the text of its licence',
    );
  });

  it('are taken from the public text where a licence names no holder', async () => {
    const [, free] = await licencesOf([inPackage('free')]);
    expect(free.text).toContain('released into the public domain');
  });

  it('are taken from a README where they stand there', async () => {
    const [, seeds] = await licencesOf([inPackage('seedrandom')]);
    expect(seeds.text).toBe('MIT, by D');
  });

  it('name a holder whom only the code names', async () => {
    const [, sort] = await licencesOf([inPackage('javascript-natural-sort')]);
    expect(sort.text).toMatch(/^Copyright \(c\) Jim Palmer.*\n\nPermission is hereby granted/);
  });

  it('count what the bundler adds as its own', async () => {
    const list = await licencesOf(['\0vite/preload-helper.js', '\0rolldown/runtime.js']);
    expect(list.map(({ name }) => name)).toEqual(['scratchwork', 'rolldown', 'vite']);
    expect(list[2].text).not.toContain('bundled dependencies');
  });
});
