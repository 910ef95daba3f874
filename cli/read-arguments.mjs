/** A call that cannot be understood; its message says what was given and what is wanted. */
export class BadUsage extends Error {}

export const USAGE =
  'Usage: npm run --silent grade -- <exercise> <file.ts>… [--seed <whole number>] [--json]';

const LARGEST_SEED = 2 ** 32 - 1;

/**
 * @param {readonly string[]} args what stands after the program's name
 * @returns {{ slug: string, files: string[], seed: number | undefined, json: boolean }}
 * @throws BadUsage
 */
export function readArguments(args) {
  const words = [];
  let seed;
  let json = false;
  for (let i = 0; i < args.length; i += 1) {
    const [flag, inline] = args[i].split(/=(.*)/s);
    if (args[i] === '--') {
      words.push(...args.slice(i + 1));
      break;
    }
    if (args[i] === '--json') json = true;
    else if (flag === '--seed') {
      if (inline === undefined) i += 1;
      seed = readSeed(inline ?? args[i] ?? '');
    } else if (args[i].startsWith('-'))
      throw new BadUsage(`There is no option ${args[i]}.\n${USAGE}`);
    else words.push(args[i]);
  }
  const [slug, ...files] = words;
  if (slug === undefined) throw new BadUsage(USAGE);
  return { slug, files, seed, json };
}

function readSeed(text) {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= LARGEST_SEED) return seed;
  throw new BadUsage(`--seed: “${text}” given, a whole number from 0 to ${LARGEST_SEED} wanted.`);
}
