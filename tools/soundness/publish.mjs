import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tableOf } from './table.mjs';

const at = name => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const FIGURES = at('exercises/soundness.json');
const README = at('README.md');
const TABLE = /(<!-- soundness -->\n)[\s\S]*?(\n<!-- \/soundness -->)/;

/** Keeps the newest figures of each exercise, and writes README's table from them. */
export async function publish(rows) {
  const kept = JSON.parse(await readFile(FIGURES, 'utf8').catch(() => '[]'));
  const measured = new Set(rows.map(({ slug }) => slug));
  // Of what was out of the way, the figures tell enough; the names of checks are at hand in the app.
  const slim = rows.map(({ exceptions, unneeded, ...row }) => row);
  const all = [...kept.filter(({ slug }) => !measured.has(slug)), ...slim].sort((a, b) =>
    a.slug < b.slug ? -1 : 1,
  );
  await writeFile(FIGURES, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(README, withTable(await readFile(README, 'utf8'), all));
}

/** README with the table of these figures. */
export function withTable(text, figures) {
  if (!TABLE.test(text)) throw new Error('README.md has no place for the table of soundness');
  return text.replace(TABLE, (_, open, close) => `${open}\n${tableOf(figures)}\n${close}`);
}
