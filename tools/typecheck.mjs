import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders with a tsconfig, or one by name; graders, exercises and submissions know no DOM. */
const PROJECTS = ['graders', 'exercises', '.', 'tests', 'tests/tsconfig.submissions.json'];

const failed = PROJECTS.filter(project => {
  const args = ['node_modules/typescript/bin/tsc', '--project', project];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});
console.log(`Types: ${PROJECTS.length - failed.length} of ${PROJECTS.length} projects hold.`);
process.exitCode = failed.length > 0 ? 1 : 0;
