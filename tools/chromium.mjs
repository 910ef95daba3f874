import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const execute = promisify(execFile);
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Where Chrome, Chromium and Edge install themselves, most stable first. */
const INSTALLED = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(name =>
    ['/Applications', path.join(homedir(), 'Applications')].map(
      folder => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  ),
  win32: [
    process.env.PROGRAMFILES,
    process.env['PROGRAMFILES(X86)'],
    process.env.LOCALAPPDATA,
  ].flatMap(folder =>
    folder === undefined
      ? []
      : ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
          file => path.join(folder, file),
        ),
  ),
};

/**
 * Finds a Chromium on this machine, or unpacks the one from `@sparticuz/chromium` (linux, x64).
 * @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>}
 *   ready to be spread into Playwright's launch options
 * @throws {Error} that says what to install where there is none
 */
export async function resolveChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const found = named || INSTALLED[process.platform]?.find(existsSync) || (await playwrights());
  if (found) return launchOptions(found, {});
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  throw new Error(
    'No Chromium was found. Install Google Chrome, run "npx playwright install chromium", ' +
      'or set CHROMIUM_PATH to the executable of one.',
  );
}

/** The Chromium that `npx playwright install` downloads, if it did. */
async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** Chromium refuses to run as root with its own sandbox; everyone else keeps it. */
function launchOptions(executablePath, env) {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, env: { ...process.env, ...env }, args };
}

/** Unpacks once into a folder named for the version; a rename makes it appear whole or not at all. */
async function unpacked() {
  const source = path.join(modules, '@sparticuz/chromium');
  const manifest = await readFile(path.join(source, 'package.json'), 'utf8').catch(() => {
    throw new Error('No Chromium was found. Run "npm ci" without --omit=dev, which brings one.');
  });
  const folder = path.join(modules, '.cache', `chromium-${JSON.parse(manifest).version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}.part`;
    await mkdir(draft, { recursive: true });
    try {
      const bin = name => path.join(source, 'bin', name);
      await Promise.all([
        decompress(
          bin('chromium.br'),
          createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }),
        ),
        ...['al2023', 'swiftshader', 'fonts'].map(name => extract(bin(`${name}.tar.br`), draft)),
      ]);
      await writeFile(path.join(draft, 'fonts.conf'), fontConfiguration(folder));
      await rename(draft, folder).catch(error => access(folder).catch(() => Promise.reject(error)));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return launchOptions(path.join(folder, 'chromium'), {
    LD_LIBRARY_PATH: libraries.join(':'),
    // A bare machine has no fonts, and Chromium then draws no text at all.
    ...(existsSync('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
  });
}

const fontConfiguration = folder =>
  `<?xml version="1.0"?>\n<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;

/** The archive goes through a file: tar stops reading a pipe before its padding ends. */
async function extract(archive, folder) {
  const tar = path.join(folder, path.basename(archive, '.br'));
  await decompress(archive, createWriteStream(tar));
  await execute('tar', ['-xf', tar, '--no-same-owner', '-C', folder]);
  await rm(tar);
}

const decompress = (file, output) =>
  pipeline(createReadStream(file), createBrotliDecompress(), output);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log((await resolveChromium()).executablePath);
}
