import { benchLoad } from './bench/load.mjs';
import { benchMemory } from './bench/memory.mjs';
import { benchTyping } from './bench/typing.mjs';
import { benchVerdict } from './bench/verdict.mjs';
import { build, isStale } from './build.mjs';

/**
 * `npm run bench [-- part] [--runs=5] [--exercises=k-means,…]`: measures the built site, all parts or the
 * one that is named.
 */
const PARTS = {
  verdict: benchVerdict,
  load: benchLoad,
  typing: benchTyping,
  memory: benchMemory,
};

const given = process.argv.slice(2);
const runs = Number(given.find(arg => arg.startsWith('--runs='))?.slice('--runs='.length) ?? 5);
const exercises = given
  .find(arg => arg.startsWith('--exercises='))
  ?.slice('--exercises='.length)
  .split(',');
const named = given.filter(arg => !arg.startsWith('--'));
const unknown = named.find(name => !(name in PARTS));
if (unknown)
  throw new Error(`There is no part "${unknown}", only ${Object.keys(PARTS).join(', ')}.`);

if (await isStale()) await build();
for (const [name, bench] of Object.entries(PARTS)) {
  if (named.length === 0 || named.includes(name)) await bench({ runs, exercises });
}
