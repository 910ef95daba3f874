import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/**
 * The declarations of a library, for an editor that has no packages: files by the names under which
 * TypeScript looks for them.
 * @param {string} name as it is imported
 * @returns {Promise<Record<string, string>>}
 */
export function typesOf(name) {
  return name === 'mathjs' ? mathjs() : tensorflow();
}

/** One file that TypeScript finds as it stands, and those that it asks for. */
async function mathjs() {
  const files = {
    mathjs: 'mathjs/types/index.d.ts',
    'decimal.js': 'decimal.js/decimal.d.ts',
    'fraction.js': 'fraction.js/fraction.d.mts',
  };
  const texts = Object.entries(files).map(async ([name, file]) => [
    `node_modules/${name}/index.d.ts`,
    await readFile(path.join(modules, file), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

const CORE = '@tensorflow/tfjs-core/dist/';
/** Where `libraries/tfjs.ts` begins: the core, and the methods of a tensor. */
const STARTS = ['index', 'public/chained_ops/register_all_chained_ops'];

/**
 * Hundreds of small files as one: each becomes a module that is declared under its whole name, so
 * that they still find one another, and one more gives them their common name.
 */
async function tensorflow() {
  const seen = new Map();
  const visit = async id => {
    if (seen.has(id)) return;
    seen.set(id, '');
    const text = await declarations(id);
    const [declared, found] = asModule(id, text);
    seen.set(id, declared);
    for (const next of found) await visit(next);
  };
  for (const start of STARTS) await visit(start);
  const whole = `declare module '@tensorflow/tfjs' {\n  export * from '${CORE}index';\n}\n`;
  return { 'libraries/tfjs.d.ts': [...seen.values(), whole].join('') };
}

async function declarations(id) {
  const text = await readFile(path.join(modules, `${CORE}${id}.d.ts`), 'utf8');
  return text
    .replace(/\/\*\*?\s*\n \* @license[\s\S]*?\*\//g, '')
    .replace(/^\/\/\/ .*\n/gm, '')
    .replace(/^ *\* @doc .*\n/gm, '')
    .replace(/^\/\/# sourceMappingURL.*\n?/gm, '');
}

/** @returns the text as a declared module, and the modules that it names */
function asModule(id, text) {
  const found = new Set();
  const nameOf = specifier => {
    const to = path.posix.join(path.posix.dirname(id), specifier);
    found.add(to);
    return `'${CORE}${to}'`;
  };
  const named = text.replace(
    /(\bfrom |^import |^declare module )'(\.[^']*)'/gm,
    (_, before, specifier) => before + nameOf(specifier),
  );
  // An addition to another module stands beside it, not inside.
  const imports = named.match(/^import [^;]*;$/gm)?.join('\n') ?? '';
  const additions = [];
  const rest = named.replace(/^declare module ('[^']*') \{\n([\s\S]*?)^\}\n?/gm, (_, to, body) => {
    additions.push(`declare module ${to} {\n${imports}\n${body}}\n`);
    return '';
  });
  const plain = rest.replace(/^(export )?declare (?=\w)/gm, '$1').trim();
  return [`declare module '${CORE}${id}' {\n${plain}\n}\n${additions.join('')}`, found];
}
