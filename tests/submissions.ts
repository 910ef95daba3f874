import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whole files for one exercise as different people would write them: right alternatives, or
 * realistic mistakes.
 */
export function submissions(
  kind: 'alternatives' | 'mistakes',
  slug: string,
): { name: string; source: string }[] {
  const folder = join(import.meta.dirname, kind, slug);
  return readdirSync(folder)
    .sort()
    .map(name => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
}
