import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publish } from './soundness/publish.mjs';
import { exceptionsOf, isSound, tableOf } from './soundness/table.mjs';

/**
 * `npm run soundness [-- <slug>…] [--seeds=N] [--pair-seeds=N] [--pairs=N] [--json=FILE] [--publish]`: counts, for each
 * exercise, how many wrong submissions pass, how many right ones are turned away, and how often a mistake
 * gets its name. `--pairs` takes so many of the pairs at most, spread over all of them. Exit 1 where a target is missed. `--publish` puts the figures where README and the app
 * read them.
 */
const given = process.argv.slice(2);
const option = (name, otherwise) =>
  given.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const whole = (name, otherwise) => {
  const number = Number(option(name, otherwise));
  if (!Number.isInteger(number) || number < 0)
    throw new RangeError(`--${name} takes a whole number`);
  return number;
};
const effort = {
  seeds: whole('seeds', '20'),
  pairSeeds: whole('pair-seeds', '1'),
  pairs: whole('pairs', '1000000'),
};
const worker = fileURLToPath(new URL('soundness/measure.mjs', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'soundness-'));
try {
  const named = given.filter(arg => !arg.startsWith('--'));
  const slugs = named.length > 0 ? named : (await run(['--list'])).slugs;
  const rows = await measureAll(slugs);
  console.log(tableOf(rows));
  for (const line of rows.flatMap(exceptionsOf)) console.log(line);
  const file = option('json', '');
  if (file) await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
  if (given.includes('--publish')) await publish(rows);
  process.exitCode = rows.every(isSound) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** One process an exercise, as many at a time as there are processors. */
async function measureAll(slugs) {
  const rows = [];
  const shares = new Map();
  const waiting = [...slugs.entries()];
  const tell = () => {
    if (!process.stderr.isTTY) return;
    const parts = [...shares].map(([slug, share]) => `${slug} ${Math.round(100 * share)} %`);
    process.stderr.write(`\r\x1b[K${parts.join('  ')}`);
  };
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, slug] = next;
      const args = [slug, String(effort.seeds), String(effort.pairSeeds), String(effort.pairs)];
      rows[i] = await run(args, share => {
        shares.set(slug, share);
        tell();
      });
      shares.delete(slug);
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      process.stderr.write(`${slug}: ${isSound(rows[i]) ? 'on target' : 'a target is missed'}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), slugs.length) }, lane));
  return rows;
}

/** Runs the measuring process; it reports shares by message and its result by file. */
async function run(args, report = () => {}) {
  const file = join(folder, `${args[0]}.json`);
  const child = fork(worker, [file, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Every pair of mistakes is remembered as long as its seed lasts.
    execArgv: ['--max-old-space-size=8192'],
  });
  child.on('message', report);
  const code = await new Promise(done => child.once('exit', done));
  if (code !== 0) throw new Error(`measuring ${args[0]} ended with ${code}`);
  return JSON.parse(await readFile(file, 'utf8'));
}
