import { strToU8, zipSync } from 'fflate';
import { catalogue } from '../../catalog/catalogue';
import type { Attempt } from '../../progress/store';
import { dayOf } from '../save-as';

/** A solution as it passed, and the exercise that it is of. */
type Solved = Attempt & { readonly text: string };

/**
 * Solved exercises as Markdown: a file for each with the text that passed last, and a list of them.
 * Exercises whose passed texts were all thinned out, or that are no longer in the catalogue, are left out.
 * @returns texts by the names of their files; none where nothing was solved
 */
export function portfolioOf(attempts: readonly Attempt[]): Record<string, string> {
  const files: Record<string, string> = {};
  const lines: string[] = [];
  for (const { slug, meta } of catalogue) {
    const passed = attempts.filter(
      (attempt): attempt is Solved =>
        attempt.slug === slug && attempt.kind === 'passed' && attempt.text !== null,
    );
    const last = passed.sort((a, b) => a.at - b.at).at(-1);
    if (!last) continue;
    const day = dayOf(new Date(last.at));
    const source = last.text.trimEnd();
    const fence = '`'.repeat(Math.max(3, longestRun(source) + 1));
    files[`${slug}.md`] = [
      `# ${meta.title}`,
      `${meta.track}, ${meta.level}. One learns ${meta.teaches}.`,
      `Passed all ${last.total} checks on ${day}, on data drawn from the seed ${last.seed}.`,
      `${fence}ts\n${source}\n${fence}`,
      `The algorithm: ${meta.source}.`,
    ].join('\n\n');
    files[`${slug}.md`] += '\n';
    lines.push(`- [${meta.title}](${slug}.md), ${meta.track}, ${day}`);
  }
  if (lines.length > 0) files['README.md'] = `# Solved from scratch\n\n${lines.join('\n')}\n`;
  return files;
}

/** @returns the files in one zip archive. */
export function zipped(files: Readonly<Record<string, string>>): Blob {
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  const archive = zipSync(Object.fromEntries(bytes), { level: 6 });
  return new Blob([archive as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

/** How many backticks stand in a row at most: a fence has to be longer. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}
