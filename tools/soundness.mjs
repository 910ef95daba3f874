import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/**
 * `npm run soundness [-- <slug>…] [--seeds=N] [--json=FILE]`: counts, for each exercise, how many wrong
 * submissions pass, how many right ones are turned away, and how often a mistake gets its name.
 */
const given = process.argv.slice(2);
const option = (name, otherwise) =>
  given.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const seeds = Number(option('seeds', '20'));
if (!Number.isInteger(seeds) || seeds < 1)
  throw new RangeError('--seeds takes a whole number from 1');

// Nothing is served: it turns TypeScript into modules as they are asked for.
const modules = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const module = await modules.ssrLoadModule('/tests/soundness.ts');
const named = given.filter(arg => !arg.startsWith('--'));
const rows = [];
for (const slug of named.length > 0 ? named : module.slugs) {
  const progress = share => {
    if (process.stderr.isTTY) process.stderr.write(`\r${slug} ${Math.round(100 * share)} % `);
  };
  rows.push(await module.measure(slug, seeds, progress));
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

await modules.close();

const of = ({ hit, of }) => `${hit} / ${of}`;
const cells = rows.map(row => [
  row.slug,
  of(row.mutants),
  `${row.named.itself} / ${row.named.class} / ${row.named.not} / ${row.named.other}`,
  of(row.right),
  of(row.wrong),
  row.ms.toFixed(0),
]);
const head = [
  'exercise',
  'mutants caught',
  'named itself / class / not / other',
  'right turned away',
  'wrong files caught',
  'ms',
];
const line = parts => `| ${parts.join(' | ')} |`;
console.log([line(head), line(head.map(() => '---')), ...cells.map(line)].join('\n'));
for (const { slug, exceptions } of rows) {
  for (const exception of exceptions) console.log(`${slug}: ${exception}`);
}
const file = option('json', '');
if (file) await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.some(
  ({ right, mutants, named }) => right.hit > 0 || mutants.hit < mutants.of || named.other > 0,
)
  ? 1
  : 0;
