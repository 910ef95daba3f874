import { launch } from './launch.mjs';

try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  // A fault of the grader or of an exercise says nothing about the files.
  console.error(error);
  process.exitCode = 2;
}
